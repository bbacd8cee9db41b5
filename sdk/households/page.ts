// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { type AccountNumber, accountNumberOf, chunkOf } from "../list/index.ts";
import { householdError } from "./errors.ts";

/** What the office knows of an account. Personal data: it leaves a browser sealed only. */
export interface Household {
  readonly account: AccountNumber;
  /** The id that the office itself uses, as it was written in its files. */
  readonly identifier: string;
  readonly phone?: string;
  readonly name?: string;
}

/** The households of 256 neighbouring accounts: what is sealed, kept and changed as one. */
export interface HouseholdPage {
  /** Account number divided by 256. */
  readonly page: number;
  /** Ascending by account; each account once. */
  readonly entries: readonly Household[];
}

const FORMAT = "annona-households-1";

const pageSchema = z.strictObject({
  format: z.literal(FORMAT),
  page: z.int().min(0).max(0xff_ffff),
  entries: z.array(
    z.tuple([
      z.int().min(0).max(0xffff_ffff),
      z.string().min(1),
      z.string().optional(),
      z.string().optional(),
    ]),
  ),
});

/** Page on which an account stands. */
export function pageOf(account: AccountNumber): number {
  return chunkOf(account);
}

/** Put households onto their pages, ascending. Of an account that is given twice, the later one adds to the earlier. */
export function pagesOf(households: readonly Household[]): HouseholdPage[] {
  const groups = [...Map.groupBy(households, ({ account }) => pageOf(account))].sort(([a], [b]) => a - b);
  return groups.map(([page, entries]) => mergePage({ page, entries: [] }, entries));
}

/**
 * Add households to a page. What is new replaces what was there, field by field; a phone or name that is not given stays, and one that
 * is given empty goes.
 * @throws HouseholdError HOUSE-203 for an account of another page.
 */
export function mergePage({ page, entries }: HouseholdPage, added: readonly Household[]): HouseholdPage {
  if (added.some(({ account }) => pageOf(account) !== page)) throw householdError("otherPage");
  const merged = new Map(entries.map((entry) => [entry.account, entry]));
  for (const entry of added) merged.set(entry.account, filled({ ...merged.get(entry.account), ...entry }));
  return { page, entries: [...merged.values()].sort((a, b) => a.account - b.account) };
}

/** Leave out what is empty. */
function filled({ account, identifier, phone, name }: Household): Household {
  return { account, identifier, ...(phone ? { phone } : {}), ...(name ? { name } : {}) };
}

/** A page as bytes, ready to be sealed. */
export function encodePage({ page, entries }: HouseholdPage): Uint8Array<ArrayBuffer> {
  const rows = entries.map(({ account, identifier, phone = "", name = "" }) => [
    account,
    identifier,
    phone,
    name,
  ]);
  return new TextEncoder().encode(JSON.stringify({ format: FORMAT, page, entries: rows }));
}

/**
 * Read what {@link encodePage} wrote.
 * @throws HouseholdError HOUSE-202 when it is something else, HOUSE-203 when an account is of another page.
 */
export function decodePage(bytes: Uint8Array): HouseholdPage {
  const { page, entries } = readPage(bytes);
  const households = entries.map(([account, identifier, phone = "", name = ""]) =>
    filled({ account: accountNumberOf(account), identifier, phone, name }),
  );
  return mergePage({ page, entries: [] }, households);
}

function readPage(bytes: Uint8Array): z.infer<typeof pageSchema> {
  try {
    return pageSchema.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch {
    // The cause would quote the page, which is personal data.
    throw householdError("badPage");
  }
}
