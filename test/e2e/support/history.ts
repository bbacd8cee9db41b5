// SPDX-License-Identifier: Apache-2.0

import type { Suite } from "#sdk/agency/index.ts";
import {
  type BrokenRule,
  ContractBook,
  checkProgramme,
  decodeLogs,
  fetchRange,
  MemoryStore,
  type Row,
  reduceEvents,
  rpcChain,
  START,
} from "#sdk/history/index.ts";

/** What the history makes of a programme, read anew from the first block. */
export interface ProgrammeHistory {
  readonly programme: Row<"programmes">;
  readonly cycles: readonly Row<"cycles">[];
  readonly ledgers: readonly Row<"ledgers">[];
  readonly settlements: readonly Row<"settlements">[];
  readonly broken: readonly BrokenRule[];
}

/** Reduce the whole chain and look at one programme. */
export async function readHistory(suite: Suite, rpc: string, address: string): Promise<ProgrammeHistory> {
  const { fromBlock, contracts } = suite.deployment;
  const chain = rpcChain(rpc);
  const book = ContractBook.ofDeployment(contracts);
  const range = await fetchRange(
    { chain, book, deployedAt: fromBlock },
    fromBlock,
    await chain.head(),
    undefined,
  );
  const events = decodeLogs(range.logs, range.book, range.backlog);
  const store = new MemoryStore();
  const reduction = await reduceEvents(events, START, (keys) => store.load(keys));
  await store.commit({ reduction, checkpoints: range.checkpoints, undoFrom: range.to + 1 });

  const isOurs = ({ programme }: { programme: string }) => programme.toLowerCase() === address.toLowerCase();
  const programme = store.rows("programmes").find((row) => isOurs({ programme: row.address }));
  if (programme === undefined) throw new Error("the history does not know the programme");
  const state = {
    programme,
    cycles: store.rows("cycles").filter(isOurs),
    shops: store.rows("shops").filter(isOurs),
    ledgers: store.rows("ledgers").filter(isOurs),
    settlements: store.rows("settlements").filter(isOurs),
  };
  return { ...state, broken: checkProgramme(state) };
}
