// SPDX-License-Identifier: Apache-2.0

import { type BeforeImage, Draft, type RowChange, type RowKey } from "./draft.ts";
import type { HistoryEvent } from "./events.ts";
import { countFee, readFees } from "./handlers/fees.ts";
import { handlerOf } from "./handlers/index.ts";
import type { AnyRow } from "./rows.ts";
import { keyText } from "./rows.ts";

/** The last event that was applied. Events up to here change nothing when they come again. */
export interface Position {
  readonly block: number;
  readonly logIndex: number;
}

export interface Reduction {
  readonly changes: readonly RowChange[];
  readonly images: readonly BeforeImage[];
  /** The last event that counts now. */
  readonly position: Position;
}

/** The rows of these keys that exist, in any order. */
export type LoadRows = (
  keys: readonly RowKey[],
) => Promise<readonly { readonly key: RowKey; readonly row: AnyRow }[]>;

export const START: Position = { block: -1, logIndex: -1 };

/**
 * Events in, row changes out. Pure but for `load`, which only reads: rows are asked for in few large requests, not event by event.
 * Events at or before `position`, and repeated ones, are left out, so that a batch can be applied again after a crash.
 * @param events In the order of the chain.
 * @param position The last event that the store's rows contain.
 */
export async function reduceEvents(
  events: readonly HistoryEvent[],
  position: Position,
  load: LoadRows,
): Promise<Reduction> {
  const draft = new Draft();
  const fresh = freshEvents(events, position);
  await admitReads(draft, fresh, load);
  for (const event of fresh) {
    draft.enterBlock(event.place.block);
    for (const one of withBacklog(event)) handlerOf(one.source, one.name)?.apply(draft, one);
    countFee(draft, event);
  }
  const last = fresh.at(-1)?.place ?? position;
  return {
    changes: draft.changes(),
    images: draft.images(),
    position: { block: last.block, logIndex: last.logIndex },
  };
}

function freshEvents(events: readonly HistoryEvent[], position: Position): HistoryEvent[] {
  let last = position;
  return events.filter(({ place }) => {
    if (!isAfter(place, last)) return false;
    last = place;
    return true;
  });
}

function isAfter(a: Position, b: Position): boolean {
  return a.block > b.block || (a.block === b.block && a.logIndex > b.logIndex);
}

/** Some reads follow from rows that were loaded just before, so this asks until nothing is missing. */
async function admitReads(draft: Draft, events: readonly HistoryEvent[], load: LoadRows): Promise<void> {
  for (;;) {
    const missing = missingReads(draft, events);
    if (missing.length === 0) return;
    for (const { table, key } of missing) draft.admit(table, keyText(key), null);
    for (const { key, row } of await load(missing)) draft.admit(key.table, keyText(key.key), row);
  }
}

function missingReads(draft: Draft, events: readonly HistoryEvent[]): RowKey[] {
  const missing = new Map<string, RowKey>();
  for (const event of events.flatMap(withBacklog)) {
    const reads = handlerOf(event.source, event.name)?.reads(event, draft) ?? [];
    for (const read of [...reads, ...readFees(event)]) {
      if (!draft.isAdmitted(read)) missing.set(`${read.table}|${keyText(read.key)}`, read);
    }
  }
  return [...missing.values()];
}

function withBacklog(event: HistoryEvent): readonly HistoryEvent[] {
  return event.backlog === undefined ? [event] : [...event.backlog, event];
}
