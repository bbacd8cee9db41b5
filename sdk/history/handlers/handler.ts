// SPDX-License-Identifier: Apache-2.0

import type { Result } from "ethers";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import type { KeyValues, TableName } from "../rows.ts";

/**
 * What one kind of event does. `reads` announces the existing rows that `apply` looks at, so that a store loads them for many
 * events at once; it may look at rows that are loaded already to find further ones, and is then asked again.
 */
export interface Handler {
  reads(event: HistoryEvent, known: Draft): RowKey[];
  apply(draft: Draft, event: HistoryEvent): void;
}

/** Handlers of one contract by the name of the event. */
export type Handlers = Readonly<Record<string, Handler>>;

type Reads<A> = (args: A, event: HistoryEvent, known: Draft) => RowKey[];
type Apply<A> = (draft: Draft, args: A, event: HistoryEvent) => void;

/** A handler whose arguments have the type that TypeChain gives the event. */
export function on<A>(reads: Reads<A>, apply: Apply<A>): Handler {
  return {
    reads: (event, known) => reads(typed<A>(event.args), event, known),
    apply: (draft, event) => apply(draft, typed<A>(event.args), event),
  };
}

/** For events that only add rows under keys that cannot exist yet. */
export function nothing(): RowKey[] {
  return [];
}

export function row(table: TableName, ...key: KeyValues): RowKey {
  return { table, key };
}

// ethers' Result gives the values by name, as TypeChain's OutputObject says.
function typed<A>(args: Result): A {
  return args as unknown as A;
}
