// SPDX-License-Identifier: Apache-2.0

import { terminalKey } from "#scripts/seed/people.ts";
import type { ProgrammeHandle, Suite } from "#sdk/agency/index.ts";
import { rpcChain } from "#sdk/history/index.ts";
import { Follower } from "#server/history/follower.ts";
import { checkTotals } from "#server/history/queries/programmes.ts";
import { selectRows } from "#server/history/queries/select.ts";
import { identityOf } from "#server/history/server.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";

/** Everything that a month comes to, on the chain and in the history. Comparable with deepEqual. */
export interface Totals {
  readonly chain: Readonly<Record<string, readonly bigint[]>>;
  readonly history: Readonly<Record<string, unknown>>;
}

/** Read the chain's own totals, and those of an index in a file that catches up first. */
export async function totalsOf(
  suite: Suite,
  programme: ProgrammeHandle,
  rpc: string,
  sqliteFile: string,
): Promise<Totals> {
  const store = await SqlStore.open({ sqliteFile }, identityOf(suite.deployment));
  try {
    await new Follower({ chain: rpcChain(rpc), store, deployment: suite.deployment }).catchUp();
    return { chain: await chainTotals(suite, programme), history: await historyTotals(store) };
  } finally {
    await store.close();
  }
}

/** Totals of an index as a server left it, not caught up with anything. */
export async function totalsOfIndex({ deployment }: Suite, sqliteFile: string): Promise<Totals["history"]> {
  const store = await SqlStore.open({ sqliteFile }, identityOf(deployment));
  try {
    return await historyTotals(store);
  } finally {
    await store.close();
  }
}

export async function chainTotals(suite: Suite, { contract }: ProgrammeHandle): Promise<Totals["chain"]> {
  const terminals = [1, 2].map(async (n) => (await contract.terminalOf(terminalKey(n).address)).nextNumber);
  const [balances, cycle, ledger, nextNumbers, opening] = await Promise.all([
    contract.balances(),
    contract.cycleOf(1),
    contract.ledgerOf(1, 1),
    Promise.all(terminals),
    suite.accounts.openingOf(1),
  ]);
  const { free, reserved, owed, fees } = balances;
  const { total, loaded, redeemed, refunded, chunksLoaded } = cycle;
  return {
    balances: [free, reserved, owed, fees],
    cycle: [total, loaded, redeemed, refunded, chunksLoaded],
    ledger: [ledger.gross, ledger.refunds, ledger.settled],
    nextNumbers,
    opening: [opening.count, opening.pushedChunks, await suite.accounts.nextOpeningId()],
  };
}

async function historyTotals(store: SqlStore): Promise<Totals["history"]> {
  return await store.read(async (db) => {
    const [programme] = await selectRows(db, "programmes");
    if (programme === undefined) throw new Error("the index knows no programme");
    const { free, reserved, owed, fees, settled, instructed, funded } = programme;
    const cycles = (await selectRows(db, "cycles")).map(
      ({ id, state, total, loaded, redeemed, refunded }) => ({
        id,
        state,
        total,
        loaded,
        redeemed,
        refunded,
      }),
    );
    const ledgers = (await selectRows(db, "ledgers")).map(({ gross, refunds }) => ({ gross, refunds }));
    const receipts = await selectRows(db, "receipts");
    return {
      programme: { free, reserved, owed, fees, settled, instructed, funded },
      cycles,
      ledgers,
      receipts: receipts.length,
      spent: receipts.reduce((sum, { amount }) => sum + amount, 0n),
      check: await checkTotals(db, programme.address),
    };
  });
}
