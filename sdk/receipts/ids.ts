// SPDX-License-Identifier: Apache-2.0

import { getAddress, isAddress } from "ethers";
import { AnnonaError } from "#sdk/errors/index.ts";

declare const brand: unique symbol;

/** Number of a cycle within its programme, uint32, from 1. */
export type CycleId = number & { readonly [brand]: "CycleId" };

/** Number that a terminal gave a receipt, uint32, from 1 without gaps. */
export type ReceiptNumber = number & { readonly [brand]: "ReceiptNumber" };

/** Address of a terminal's key, with its checksum in upper and lower case: equal keys are equal strings. */
export type TerminalAddress = string & { readonly [brand]: "TerminalAddress" };

const MAX_UINT32 = 0xffff_ffff;

/** @throws RangeError when the value is not a whole number from 1 to 2^32 - 1. */
export function cycleId(value: number | bigint): CycleId {
  return uint32(value) as CycleId;
}

/** @throws RangeError when the value is not a whole number from 1 to 2^32 - 1. */
export function receiptNumber(value: number | bigint): ReceiptNumber {
  return uint32(value) as ReceiptNumber;
}

/** @throws AnnonaError RCPT-401 when the text is not an address, or its checksum does not fit. */
export function terminalAddress(text: string): TerminalAddress {
  if (isAddress(text)) return getAddress(text) as TerminalAddress;
  throw new AnnonaError({
    code: "RCPT-401",
    summary: "The text is not the address of a terminal.",
    next: "Copy the address again from the terminal's page; it starts with 0x and has 40 characters after that.",
  });
}

function uint32(value: number | bigint): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > MAX_UINT32) {
    throw new RangeError(`not a whole number from 1 to ${MAX_UINT32}: ${value}`);
  }
  return number;
}
