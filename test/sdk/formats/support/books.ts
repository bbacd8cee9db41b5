// SPDX-License-Identifier: Apache-2.0

import {
  type AgreementBooks,
  type DonorFundBooks,
  readAgreementBooks,
  readFundBooks,
} from "#sdk/formats/donorBooks.ts";
import { type ProgrammeBooks, readBooks } from "#sdk/formats/programmeBooks.ts";
import { decodeLogs, MemoryStore, reduceEvents, rowsOf, START } from "#sdk/history/index.ts";
import { DonorSimulation } from "#test/sdk/history/support/donors.ts";
import { agreement, fund, knownBook } from "#test/sdk/history/support/logs.ts";
import { Simulation, type Step } from "#test/sdk/history/support/simulate.ts";

export const CHAIN = 31_337;

/** The books of a simulated programme, read from its events by the real reducer. */
export async function booksOf(simulation: Simulation): Promise<ProgrammeBooks> {
  const store = new MemoryStore();
  const events = decodeLogs(simulation.writer.logs, knownBook());
  const reduction = await reduceEvents(events, START, (keys) => store.load(keys));
  await store.commit({ reduction, checkpoints: [], undoFrom: Number.MAX_SAFE_INTEGER });
  const [books] = await readBooks(rowsOf(store), { chainId: CHAIN, upTo: 1_800_000_000 });
  if (books === undefined) throw new Error("The simulation has no programme.");
  return books;
}

/** The books of a simulated fund and agreement, likewise. */
export async function donorBooks(
  simulation: DonorSimulation,
): Promise<{ readonly ofFund: DonorFundBooks; readonly ofAgreement: AgreementBooks }> {
  const store = new MemoryStore();
  const events = decodeLogs(simulation.writer.logs, knownBook());
  const reduction = await reduceEvents(events, START, (keys) => store.load(keys));
  await store.commit({ reduction, checkpoints: [], undoFrom: Number.MAX_SAFE_INTEGER });
  const origin = { chainId: CHAIN, upTo: 1_800_000_000 };
  const ofFund = await readFundBooks(rowsOf(store), origin, fund);
  const ofAgreement = await readAgreementBooks(rowsOf(store), origin, agreement);
  if (ofFund === undefined || ofAgreement === undefined)
    throw new Error("The simulation has no fund or agreement.");
  return { ofFund, ofAgreement };
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

/** The same with a donor fund, an agreement and a council. */
export function donorSample(count = 240): DonorSimulation {
  const simulation = new DonorSimulation();
  // Whatever else happens, some of the fund's money goes to the agreement.
  simulation.contribute({ kind: 0, a: 800, b: 0, sameBlock: true });
  simulation.allocate({ kind: 2, a: 300, b: 0, sameBlock: true });
  return simulation.run(sampleSteps(count));
}
