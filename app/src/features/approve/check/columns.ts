// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber, NamelessEntry } from "#sdk/list/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";

/** A trait of many households: each one's place in a short list of values. 0 where it is not known. */
interface Trait {
  readonly values: readonly string[];
  readonly places: Uint32Array;
}

/**
 * A nameless list by columns: a worker hands it over without copying, where a hundred thousand objects would hold up the page.
 */
export interface ListColumns {
  readonly accounts: Uint32Array;
  /** Smallest units; an entitlement fits 56 bits. */
  readonly amounts: BigUint64Array;
  readonly areas: Trait;
  readonly groups: Trait;
  /** 0 where it is not known. */
  readonly householdSizes: Uint16Array;
}

export interface EntitlementRow {
  readonly account: AccountNumber;
  readonly amount: Amount;
  readonly area: string;
  readonly group: string;
  readonly householdSize: number | undefined;
}

export function toColumns(entries: readonly NamelessEntry[]): ListColumns {
  return {
    accounts: Uint32Array.from(entries, ({ account }) => account),
    amounts: BigUint64Array.from(entries, ({ amount }) => amount),
    areas: traitOf(entries.map(({ area }) => area)),
    groups: traitOf(entries.map(({ group }) => group)),
    householdSizes: Uint16Array.from(entries, ({ householdSize }) => householdSize ?? 0),
  };
}

/** Memory that moves to the page rather than being copied. */
export function transferable({
  accounts,
  amounts,
  areas,
  groups,
  householdSizes,
}: ListColumns): ArrayBuffer[] {
  const columns = [accounts, amounts, areas.places, groups.places, householdSizes];
  return columns.map(({ buffer }) => buffer as ArrayBuffer);
}

export function rowAt(columns: ListColumns, index: number): EntitlementRow {
  const size = columns.householdSizes[index] ?? 0;
  return {
    account: (columns.accounts[index] ?? 0) as AccountNumber,
    amount: amountOf(columns.amounts[index] ?? 0n),
    area: valueAt(columns.areas, index),
    group: valueAt(columns.groups, index),
    householdSize: size === 0 ? undefined : size,
  };
}

function traitOf(texts: readonly (string | undefined)[]): Trait {
  const places = new Map<string, number>([["", 0]]);
  const numbers = texts.map((text = "") => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  });
  return { values: [...places.keys()], places: Uint32Array.from(numbers) };
}

function valueAt({ values, places }: Trait, index: number): string {
  return values[places[index] ?? 0] ?? "";
}
