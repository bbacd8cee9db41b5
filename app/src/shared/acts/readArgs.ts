// SPDX-License-Identifier: Apache-2.0

import { textOfBytes32 } from "#sdk/errors/contractWords.ts";

/** Arguments of an act by name, as decoded from its calldata: bigints, strings, booleans, lists and records of them. */
export type Args = Readonly<Record<string, unknown>>;

const ZERO_ADDRESS = `0x${"0".repeat(40)}`;
const ZERO_HASH = `0x${"0".repeat(64)}`;

export function units(value: unknown): bigint {
  return typeof value === "bigint" ? value : BigInt(String(value ?? 0));
}

export function whole(value: unknown): number {
  return Number(value ?? 0);
}

export function hex(value: unknown): string {
  return String(value);
}

export function flag(value: unknown): boolean {
  return value === true;
}

/** Text in a bytes32; "" when it is empty. */
export function code(value: unknown): string {
  return isNothing(value) ? "" : textOfBytes32(String(value));
}

export function record(value: unknown): Args {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Args) : {};
}

export function records(value: unknown): readonly Args[] {
  return Array.isArray(value) ? value.map(record) : [];
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The zero address or the zero hash, by which contracts say "none". */
export function isNothing(value: unknown): boolean {
  return value === undefined || value === ZERO_ADDRESS || value === ZERO_HASH;
}
