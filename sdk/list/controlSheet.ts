// SPDX-License-Identifier: Apache-2.0

import { type Hex, loadKeccak, toHex } from "../merkle/index.ts";
import { type Amount, type Currency, sumAmounts } from "../money/index.ts";
import type { AccountNumber } from "./accountNumber.ts";
import { compareLists, type ListComparison, type Share } from "./compareLists.ts";
import type { NamelessEntry } from "./nameless.ts";

export const CONTROL_SHEET_FORMAT = "annona-control-sheet-1";

/** Totals of one area, household size or group. `key` is null for households of which it is not known. */
export interface Breakdown extends Share {
  readonly key: string | number | null;
}

/**
 * What an approver checks before signing. Its hash stands in the cycle's terms; the sheet itself stays with
 * the officers.
 */
export interface ControlSheet extends Share {
  readonly currency: Currency;
  /** Smallest payable step, in smallest units. */
  readonly step: bigint;
  readonly byArea: readonly Breakdown[];
  readonly byHouseholdSize: readonly Breakdown[];
  readonly byGroup: readonly Breakdown[];
  /** The ten largest entitlements, largest first, then by account number. */
  readonly largest: readonly { readonly account: AccountNumber; readonly amount: Amount }[];
  /** Against the previous cycle's list; null when there is none. */
  readonly comparison: ListComparison | null;
}

export interface ControlSheetInput {
  readonly entries: readonly NamelessEntry[];
  readonly currency: Currency;
  readonly step: bigint;
  /** The list that this one follows. */
  readonly previous?: readonly NamelessEntry[];
}

const LARGEST = 10;

/** Work out the control sheet of a nameless list. The order of the entries does not matter. */
export function buildControlSheet({ entries, currency, step, previous }: ControlSheetInput): ControlSheet {
  return {
    households: entries.length,
    total: sumAmounts(entries.map(({ amount }) => amount)),
    currency,
    step,
    byArea: breakDown(entries, ({ area }) => area),
    byHouseholdSize: breakDown(entries, ({ householdSize }) => householdSize),
    byGroup: breakDown(entries, ({ group }) => group),
    largest: largestOf(entries),
    comparison: previous === undefined ? null : compareLists(entries, previous),
  };
}

function breakDown(
  entries: readonly NamelessEntry[],
  keyOf: (entry: NamelessEntry) => string | number | undefined,
): Breakdown[] {
  const shares = new Map<string | number | null, { households: number; total: bigint }>();
  for (const entry of entries) {
    const key = keyOf(entry) ?? null;
    const share = shares.get(key) ?? { households: 0, total: 0n };
    share.households += 1;
    share.total += entry.amount;
    shares.set(key, share);
  }
  return [...shares]
    .map(([key, { households, total }]) => ({ key, households, total: total as Amount }))
    .sort((a, b) => compareKeys(a.key, b.key));
}

/** Numbers by size, names by UTF-16 code unit (the same on every machine), unknown last. */
function compareKeys(a: Breakdown["key"], b: Breakdown["key"]): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

function largestOf(entries: readonly NamelessEntry[]): ControlSheet["largest"] {
  const byAmount = (a: NamelessEntry, b: NamelessEntry) =>
    a.amount === b.amount ? a.account - b.account : a.amount > b.amount ? -1 : 1;
  return [...entries]
    .sort(byAmount)
    .slice(0, LARGEST)
    .map(({ account, amount }) => ({ account, amount }));
}

/**
 * The sheet as canonical JSON: no white space, keys in the order below, amounts as decimal strings of
 * smallest units, household sizes and counts as numbers. Equal sheets give equal text, so that the hash is
 * the same wherever it is worked out.
 *
 *     format, currency, decimals, step, households, total,
 *     byArea, byHouseholdSize, byGroup: [{key, households, total}],
 *     largest: [{account, amount}],
 *     comparison: null | {previous, added, dropped, unchanged: {households, total}, raised, lowered:
 * {households, total, before}}
 */
export function encodeControlSheet(sheet: ControlSheet): string {
  return JSON.stringify({
    format: CONTROL_SHEET_FORMAT,
    currency: sheet.currency.code,
    decimals: sheet.currency.decimals,
    step: sheet.step.toString(),
    ...shareOf(sheet),
    byArea: sheet.byArea.map(lineOf),
    byHouseholdSize: sheet.byHouseholdSize.map(lineOf),
    byGroup: sheet.byGroup.map(lineOf),
    largest: sheet.largest.map(({ account, amount }) => ({ account, amount: amount.toString() })),
    comparison: sheet.comparison && comparisonOf(sheet.comparison),
  });
}

/** Keccak-256 of the canonical JSON in UTF-8: the bytes32 of the cycle's terms. */
export async function hashControlSheet(sheet: ControlSheet): Promise<Hex> {
  const keccak256 = await loadKeccak();
  return toHex(keccak256(new TextEncoder().encode(encodeControlSheet(sheet))));
}

function shareOf({ households, total }: Share) {
  return { households, total: total.toString() };
}

function lineOf(line: Breakdown) {
  return { key: line.key, ...shareOf(line) };
}

function comparisonOf({ previous, added, dropped, unchanged, raised, lowered }: ListComparison) {
  return {
    previous: shareOf(previous),
    added: shareOf(added),
    dropped: shareOf(dropped),
    unchanged: shareOf(unchanged),
    raised: { ...shareOf(raised), before: raised.before.toString() },
    lowered: { ...shareOf(lowered), before: lowered.before.toString() },
  };
}
