// SPDX-License-Identifier: Apache-2.0

import { amountOf, ZERO } from "#sdk/money/index.ts";
import type { Draft, RowKey } from "../draft.ts";
import { type EntryKind, MONEY_STATES, type MoneyState, statesOf } from "../entryKinds.ts";
import type { HistoryEvent } from "../events.ts";
import { row } from "./handler.ts";

/** In what kind of contract the money of an entry is. */
export type Place = "funds" | "programmes" | "agreements";

/** What an entry of the timeline is about. */
export interface Entry {
  readonly kind: EntryKind;
  readonly asset?: string;
  /** Ledger units, below zero where something is undone. Requires `asset` and `place` for kinds that count in a state. */
  readonly amount?: bigint;
  readonly place?: Place;
  readonly organisation?: number;
  readonly fund?: string | null;
  readonly programme?: string | null;
  readonly agreement?: string | null;
  readonly cycle?: number;
  readonly shop?: number;
  readonly number?: number;
  readonly note?: string | null;
  readonly document?: string | null;
}

/** Above the number of logs that a block can hold. */
const ENTRIES_A_BLOCK = 1_000_000;
const PLACES: readonly Place[] = ["funds", "programmes", "agreements"];

/** The rows that entries of an asset add to: of all states, or of some. */
export function readTallies(asset: string, states: readonly MoneyState[] = MONEY_STATES): RowKey[] {
  return states.flatMap((state) => PLACES.map((place) => row("tallies", asset, state, place)));
}

/**
 * The rows that an entry of the event's contract adds to. The contract's row tells the asset; while that is not known, whoever makes the
 * row announces what is of the asset.
 */
export function readTalliesOf(
  event: HistoryEvent,
  known: Draft,
  table: "programmes" | "agreements" | "funds",
  states: readonly MoneyState[],
): RowKey[] {
  const asset = known.peek(table as "programmes", [event.place.contract])?.asset;
  const months = states.map((state) => row("months", ...monthKey(event, state)));
  return asset === undefined ? months : [...months, ...readTallies(asset, states)];
}

/** Write an entry of the timeline, and add it to the totals of its states. */
export function enter(draft: Draft, event: HistoryEvent, entry: Entry): void {
  const { place } = event;
  const { kind, asset = null, amount } = entry;
  draft.insert("entries", {
    id: place.block * ENTRIES_A_BLOCK + place.logIndex,
    kind,
    asset,
    organisation: entry.organisation ?? null,
    fund: entry.fund ?? null,
    programme: entry.programme ?? null,
    agreement: entry.agreement ?? null,
    cycle: entry.cycle ?? null,
    shop: entry.shop ?? null,
    number: entry.number ?? null,
    amount: amount === undefined ? null : amountOf(amount),
    note: entry.note ?? null,
    document: entry.document ?? null,
    day: place.day,
    block: place.block,
    transaction: place.transaction,
  });
  if (asset === null || amount === undefined || entry.place === undefined) return;
  for (const state of statesOf(kind)) {
    count(draft, [asset, state, entry.place], amount);
    countInMonth(draft, asset, monthKey(event, state), amount);
  }
}

type MonthKey = readonly [contract: string, state: MoneyState, month: string];

function monthKey(event: HistoryEvent, state: MoneyState): MonthKey {
  return [event.place.contract, state, monthOf(event)];
}

/** "2026-11", of the block's time. */
function monthOf({ place }: HistoryEvent): string {
  return new Date(place.timestamp * 1000).toISOString().slice(0, 7);
}

function countInMonth(draft: Draft, asset: string, key: MonthKey, more: bigint): void {
  const known = draft.find("months", key);
  if (known !== null) {
    draft.update("months", known, { amount: amountOf(known.amount + more) });
    return;
  }
  const [contract, state, month] = key;
  draft.insert("months", { contract, state, month, asset, amount: amountOf(ZERO + more) });
}

function count(draft: Draft, key: readonly [string, MoneyState, Place], more: bigint): void {
  const known = draft.find("tallies", key);
  if (known !== null) {
    draft.update("tallies", known, { amount: amountOf(known.amount + more), entries: known.entries + 1 });
    return;
  }
  const [asset, state, place] = key;
  draft.insert("tallies", { asset, state, place, amount: amountOf(ZERO + more), entries: 1 });
}
