// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "#sdk/list/index.ts";
import type { Card } from "../../shared/cards/index.ts";

/** A card as it is issued. The PIN is printed once and kept nowhere: the office only has its hash. */
export interface NewCard extends Card {
  readonly pin: string;
}

const PIN_DIGITS = 6;
const SERIAL_DIGITS = 4;

/** What a thief tries first: one digit six times, and runs up or down. */
const EASY = /^(\d)\1+$|^(?:012345|123456|234567|345678|456789|987654|876543|765432|654321|543210)$/;

/** @param before Serial of the account's card so far, which the new one never has. */
export function newCard(account: AccountNumber, before?: string): NewCard {
  let serial = randomDigits(SERIAL_DIGITS);
  while (serial === before) serial = randomDigits(SERIAL_DIGITS);
  let pin = randomDigits(PIN_DIGITS);
  while (EASY.test(pin)) pin = randomDigits(PIN_DIGITS);
  return { account, serial, pin };
}

function randomDigits(count: number): string {
  return Array.from({ length: count }, randomDigit).join("");
}

/** Bytes from here on would make the low digits come up more often. */
const FAIR_BYTES = 250;

function randomDigit(): string {
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= FAIR_BYTES);
  return String((byte[0] ?? 0) % 10);
}
