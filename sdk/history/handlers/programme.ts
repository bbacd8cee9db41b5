// SPDX-License-Identifier: Apache-2.0

import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { MoneyState } from "../entryKinds.ts";
import type { HistoryEvent } from "../events.ts";
import type { Row } from "../rows.ts";
import { type Entry, enter, readTalliesOf } from "./entries.ts";
import { row } from "./handler.ts";

/** Columns of a programme that hold its money. */
export type BalanceColumn =
  | "free"
  | "reserved"
  | "owed"
  | "fees"
  | "settled"
  | "instructed"
  | "funded"
  | "returned";

/** What each balance grows (or, below zero, shrinks) by, ledger units. */
export type Movement = Partial<Record<BalanceColumn, bigint>>;

export function readProgramme(event: HistoryEvent): RowKey {
  return row("programmes", event.place.contract);
}

/** What an entry of the timeline about the event's programme touches. */
export function readProgrammeEntry(
  event: HistoryEvent,
  known: Draft,
  states: readonly MoneyState[],
): RowKey[] {
  return [readProgramme(event), ...readTalliesOf(event, known, "programmes", states)];
}

/** Write an entry of the timeline about the event's programme. */
export function enterInProgramme(draft: Draft, event: HistoryEvent, entry: Entry): void {
  const { address, asset, organisation } = programmeOf(draft, event);
  enter(draft, event, { asset, organisation, programme: address, place: "programmes", ...entry });
}

export function programmeOf(draft: Draft, event: HistoryEvent): Row<"programmes"> {
  return draft.get("programmes", [event.place.contract]);
}

/** Move money between the balances of the programme. */
export function move(draft: Draft, programme: Row<"programmes">, movement: Movement): void {
  const changes: Partial<Record<BalanceColumn, Amount>> = {};
  for (const column of Object.keys(movement) as BalanceColumn[]) {
    changes[column] = amountOf(programme[column] + (movement[column] ?? 0n));
  }
  draft.update("programmes", programme, changes);
}

/** Sum of amounts as an amount. */
export function plus(amount: Amount, more: bigint): Amount {
  return amountOf(amount + more);
}
