// SPDX-License-Identifier: Apache-2.0
import { getAddress, isAddress } from "ethers";
import { type Amount, type Currency, parseAmount } from "#sdk/money/index.ts";
import { CliError } from "./CliError.ts";

const DAY_SECONDS = 86_400;
const DAY_MILLISECONDS = 86_400_000;

/** A whole number of an option. @throws CliError CLI-101. */
export function wholeNumber(option: string, text: string, least = 0): number {
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw new CliError("badOption", { option, value: text, wanted: `a whole number from ${least}` });
  }
  return value;
}

/** An amount of an option in a currency, in smallest units. @throws AnnonaError MONEY-102. */
export function amountOption(text: string, currency: Currency): Amount {
  return parseAmount(text, currency);
}

/** An address of an option, with its checksum. @throws CliError CLI-101. */
export function addressOption(option: string, text: string): string {
  if (isAddress(text)) return getAddress(text);
  throw new CliError("badOption", { option, value: text, wanted: "an address: 0x and 40 characters" });
}

/** A reason code or another short ASCII text that fits a bytes32. @throws CliError CLI-101. */
export function codeOption(option: string, text: string): string {
  if (/^[\x20-\x7e]{1,31}$/.test(text)) return text;
  throw new CliError("badOption", { option, value: text, wanted: "1 to 31 plain letters, digits or dashes" });
}

/** One of a few words. @throws CliError CLI-101. */
export function wordOption<T extends string>(option: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (found === undefined)
    throw new CliError("badOption", { option, value: text, wanted: `one of: ${words.join(", ")}` });
  return found;
}

/** The day of YYYY-MM-DD, counted from 1970-01-01. @throws CliError CLI-101. */
export function dayOption(option: string, text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  if (!isReal) throw new CliError("badOption", { option, value: text, wanted: "a day as YYYY-MM-DD" });
  return time / DAY_MILLISECONDS;
}

/**
 * A moment in Unix seconds: YYYY-MM-DD, or that with a time and a Z.
 * @param edge Which second of a bare day is meant.
 * @throws CliError CLI-101.
 */
export function momentOption(option: string, text: string, edge: "first" | "last"): number {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(time)) return time / 1000;
  const start = dayOption(option, text) * DAY_SECONDS;
  return edge === "first" ? start : start + DAY_SECONDS - 1;
}

/** A moment for people, in UTC. */
export function formatMoment(seconds: number | bigint): string {
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
