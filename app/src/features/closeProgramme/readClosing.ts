// SPDX-License-Identifier: Apache-2.0

import {
  openActs,
  type ProgrammeHandle,
  readBalances,
  readCycles,
  readPauses,
  readSettlements,
  readSourceBooks,
  readTerminals,
  type SourceBook,
  type Suite,
} from "#sdk/agency/index.ts";
import { listFunds } from "#sdk/funds/desk/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { ClosingFacts } from "./checklist.ts";

/** A recorded address, with what it brought and got back. */
export interface NamedSource extends SourceBook {
  /** Name of the donor fund that it is; absent for anybody else. */
  readonly fund?: string;
}

/** Everything that the page takes from the ledger. */
export interface ProgrammeClosing extends ClosingFacts {
  readonly free: Amount;
  readonly fees: Amount;
  readonly sources: readonly NamedSource[];
  readonly isClosed: boolean;
  /** Whether a proposal to close it waits. */
  readonly isProposed: boolean;
}

/** What of a programme has to be looked at before it is closed, from the node. */
export async function readClosing(suite: Suite, programme: ProgrammeHandle): Promise<ProgrammeClosing> {
  const [cycles, balances, settlements, terminals, pauses, acts, sources, funds] = await Promise.all([
    readCycles(suite, programme),
    readBalances(programme),
    readSettlements(programme),
    readTerminals(suite, programme),
    readPauses(programme),
    openActs(suite, programme),
    readSourceBooks(suite, programme),
    listFunds(suite),
  ]);
  const names = new Map(funds.map(({ address, name }) => [address, name]));
  const numbersOf = (...states: readonly string[]) =>
    cycles.filter(({ state }) => states.includes(state)).map(({ cycle }) => cycle);
  return {
    openCycles: numbersOf("Approved"),
    waitingCycles: numbersOf("Prepared", "AwaitingRelease"),
    owed: balances.owed,
    instructed: settlements.filter(({ state }) => state === "Instructed").length,
    terminals: terminals.filter(({ status }) => status === "active").length,
    free: balances.free,
    fees: balances.fees,
    unspent: amountOf(balances.free + balances.fees),
    proposals: acts.filter(({ name }) => name !== "closeProgramme").length,
    isPaused: pauses.redemptions.isPaused || pauses.payouts.isPaused,
    isClosed: pauses.isClosed,
    isProposed: acts.some(({ name }) => name === "closeProgramme"),
    sources: sources.map((source) => {
      const fund = names.get(source.address);
      return { ...source, ...(fund === undefined ? {} : { fund }) };
    }),
  };
}
