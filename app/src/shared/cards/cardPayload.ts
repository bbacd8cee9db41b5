// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, accountNumberOf } from "#sdk/list/accountNumber.ts";

/** What a household's card says: the account, and which of the cards issued for it this one is. No name, no PIN. */
export interface Card {
  readonly account: AccountNumber;
  /** Four digits; another card for the same account has others, so that a lost one stops working. */
  readonly serial: string;
}

/** Any sign may stand between the parts: scanners that act as a keyboard type what the device's layout has in place of a colon. */
const SCANNED = /^annona\D1\D(\d{1,10})\D(\d{4})$/i;
const TYPED = /^(\d{1,10})[\s\-–/.]+(\d{4})$/;

const UINT32_MAX = 4_294_967_295;

/** The text in a card's QR code; the 1 is the version of this form. */
export function cardPayload({ account, serial }: Card): string {
  return `annona:1:${account}:${serial}`;
}

/** The number as it is printed on the card, for typing. */
export function cardNumber({ account, serial }: Card): string {
  return `${account}-${serial}`;
}

/** A card from its QR code or from its number as somebody types it; undefined for any other text. */
export function readCard(text: string): Card | undefined {
  const [, account, serial] = SCANNED.exec(text.trim()) ?? TYPED.exec(text.trim()) ?? [];
  if (account === undefined || serial === undefined || Number(account) > UINT32_MAX) return undefined;
  return { account: accountNumberOf(Number(account)), serial };
}
