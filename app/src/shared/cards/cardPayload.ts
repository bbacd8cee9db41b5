// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, accountNumberOf } from "#sdk/list/accountNumber.ts";

/** What a household's card says: its account, and which card of it this is. Nothing personal, and worth nothing without its PIN. */
export interface Card {
  readonly account: AccountNumber;
  /** Four digits, chosen anew for each card, so that a lost one can be told from its successor. */
  readonly serial: string;
}

/** Scanners that act as keyboards of another country turn the colons into other signs, so any sign that is no digit is taken. */
const SCANNED = /^annona\D1\D(\d{1,10})\D(\d{4})$/i;
const TYPED = /^(\d{1,10})[\s\-–/.]+(\d{4})$/;

/** Content of the card's QR code: `annona:1:<account number>:<serial>`. */
export function cardPayload({ account, serial }: Card): string {
  return `annona:1:${account}:${serial}`;
}

/** The number that stands on the card in figures, for typing: "1024-7391". */
export function cardNumber({ account, serial }: Card): string {
  return `${account}-${serial}`;
}

/** A card from its QR code or from its number as typed; undefined for anything else, such as another QR code in sight. */
export function readCard(text: string): Card | undefined {
  const [, account, serial] = SCANNED.exec(text.trim()) ?? TYPED.exec(text.trim()) ?? [];
  if (account === undefined || serial === undefined || Number(account) > 0xffff_ffff) return undefined;
  return { account: accountNumberOf(Number(account)), serial };
}
