// SPDX-License-Identifier: Apache-2.0

import { type ProgrammeBooks, readBooks } from "#sdk/formats/programmeBooks.ts";
import {
  decodeLogs,
  MemoryStore,
  type Row,
  reduceEvents,
  START,
  type TableName,
} from "#sdk/history/index.ts";
import { knownBook } from "#test/sdk/history/support/logs.ts";
import { Simulation, type Step } from "#test/sdk/history/support/simulate.ts";

export const CHAIN = 31_337;

/** The books of a simulated programme, read from its events by the real reducer. */
export async function booksOf(simulation: Simulation): Promise<ProgrammeBooks> {
  const store = new MemoryStore();
  const events = decodeLogs(simulation.writer.logs, knownBook());
  const reduction = await reduceEvents(events, START, (keys) => store.load(keys));
  await store.commit({ reduction, checkpoints: [], undoFrom: Number.MAX_SAFE_INTEGER });
  const read = async <T extends TableName>(table: T, where: Readonly<Record<string, string | number>>) =>
    store
      .rows(table)
      .filter((row) => Object.entries(where).every(([name, value]) => row[name as keyof Row<T>] === value));
  const [books] = await readBooks(read, { chainId: CHAIN, upTo: 1_800_000_000 });
  if (books === undefined) throw new Error("The simulation has no programme.");
  return books;
}

/** Always the same steps, enough of each kind. */
export function sampleSteps(count: number): Step[] {
  return Array.from({ length: count }, (_, i) => ({
    kind: i * 7,
    a: i * 7_919,
    b: i * 104_729,
    sameBlock: i % 3 === 0,
  }));
}

export function sample(count = 120): Simulation {
  return new Simulation().run(sampleSteps(count));
}
