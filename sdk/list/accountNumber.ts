// SPDX-License-Identifier: Apache-2.0

declare const accountBrand: unique symbol;

/**
 * Number of a beneficiary account, a uint32. It says nothing about the household without the consortium's
 * key.
 */
export type AccountNumber = number & { readonly [accountBrand]: "AccountNumber" };

const UINT32_MAX = 0xffff_ffff;

/** @throws RangeError when `value` is not a uint32. */
export function accountNumberOf(value: number | bigint): AccountNumber {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > UINT32_MAX)
    throw new RangeError(`not an account number: ${value}`);
  return number as AccountNumber;
}

/** Households of a chunk: consecutive account numbers. */
export const CHUNK_SIZE = 256;

export function chunkOf(account: AccountNumber): number {
  return account >>> 8;
}

/** Place of an account in its chunk. */
export function laneOf(account: AccountNumber): number {
  return account & 0xff;
}

export function accountAt(chunk: number, lane: number): AccountNumber {
  return accountNumberOf(chunk * CHUNK_SIZE + lane);
}
