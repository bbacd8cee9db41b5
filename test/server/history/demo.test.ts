// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { JsonRpcProvider } from "ethers";
import { type IProgramme, IProgramme__factory } from "#bindings/index.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { seedDemo } from "#scripts/seed/demo.ts";
import { openPeople } from "#scripts/seed/people.ts";
import { deployWrappedEther } from "#scripts/seed/programme.ts";
import { suiteOn } from "#sdk/agency/index.ts";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import { type Row, rpcChain } from "#sdk/history/index.ts";
import { Follower } from "#server/history/follower.ts";
import { checkTotals } from "#server/history/queries/programmes.ts";
import { rowsIn, selectRows } from "#server/history/queries/select.ts";
import { SqlStore } from "#server/history/store/sqlStore.ts";
import { type DatabaseKind, databaseKinds } from "#test/server/support/databases.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";
import { type Content, contentOfSql } from "./support/content.ts";
import { assertDonorsAgree } from "./support/donorsOnChain.ts";

/** Index the chain as it is now, from nothing, and look at it. */
async function indexed<T>(
  kind: DatabaseKind,
  anvil: Anvil,
  deployment: Deployment,
  look: (store: SqlStore, follower: Follower) => Promise<T>,
): Promise<T> {
  const database = await kind.create();
  const store = await SqlStore.open(database.address, "demo");
  try {
    const follower = new Follower({ chain: rpcChain(anvil.url), store, deployment });
    await follower.catchUp();
    return await look(store, follower);
  } finally {
    await store.close();
    await database.remove();
  }
}

async function assertBalances(contract: IProgramme, programme: Row<"programmes">): Promise<void> {
  const { free, reserved, owed, fees } = await contract.balances();
  const ours = [programme.free, programme.reserved, programme.owed, programme.fees];
  assert.deepEqual(ours, [free, reserved, owed, fees], programme.name);
}

async function assertCycle(contract: IProgramme, cycle: Row<"cycles">): Promise<void> {
  const theirs = await contract.cycleOf(cycle.id);
  const { total, loaded, redeemed, refunded, chunksLoaded, approvals, expiresAt, graceEndsAt } = theirs;
  assert.deepEqual(
    [cycle.total, cycle.loaded, cycle.redeemed, cycle.refunded],
    [total, loaded, redeemed, refunded],
    `cycle ${cycle.id}`,
  );
  assert.deepEqual([cycle.chunksLoaded, cycle.approvals, cycle.expiresAt, cycle.graceEndsAt].map(BigInt), [
    chunksLoaded,
    approvals,
    expiresAt,
    graceEndsAt,
  ]);
}

async function assertLedger(contract: IProgramme, ledger: Row<"ledgers">): Promise<void> {
  const { gross, refunds, settled } = await contract.ledgerOf(ledger.shop, ledger.cycle);
  assert.deepEqual([ledger.gross, ledger.refunds, ledger.settled], [gross, refunds, settled]);
}

/** Every figure of the index that the contracts know, too. */
async function assertAgrees(store: SqlStore, provider: JsonRpcProvider): Promise<void> {
  await store.read(async (db) => {
    const programmes = await selectRows(db, "programmes");
    assert.ok(programmes.length > 0);
    for (const programme of programmes) {
      const contract = IProgramme__factory.connect(programme.address, provider);
      const where = { programme: programme.address };
      await assertBalances(contract, programme);
      for (const cycle of await selectRows(db, "cycles", { where })) await assertCycle(contract, cycle);
      for (const ledger of await selectRows(db, "ledgers", { where })) await assertLedger(contract, ledger);
      assert.deepEqual(await checkTotals(db, programme.address), { ok: true, problems: [] });
    }
    assert.ok((await selectRows(db, "receipts")).length > 100);
    await assertDonorsAgree(rowsIn(db), provider);
  });
}

describe("the history of the demonstration, on the real contracts", () => {
  let folder = "";
  let anvil: Anvil;
  let provider: JsonRpcProvider;
  let deployment: Deployment;
  let depth = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-demo-"));
    anvil = await startAnvil();
    provider = new JsonRpcProvider(anvil.url, undefined, {
      batchMaxCount: 1,
      cacheTimeout: -1,
      pollingInterval: 50,
    });
    const [deployer = ""] = (await provider.send("eth_accounts", [])) as string[];
    const journal = join(folder, "journal");
    const wrappedEther = await deployWrappedEther(openPeople(provider).donor);
    const places = { provider, deployer, council: deployer, wrappedEther };
    deployment = await deployCore({ ...places, grantDelay: 0, journal });
    await seedDemo(suiteOn(provider, deployment), join(folder, "demo"), () => undefined);
  });

  after(async () => {
    provider?.destroy();
    await anvil?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  // Before blocks are reorganised: what the demonstration did last does not come back.
  it("counts in millionths what came as ether", async () => {
    const [kind] = databaseKinds;
    assert.ok(kind);
    await indexed(kind, anvil, deployment, (store) =>
      store.read(async (db) => {
        const funds = await selectRows(db, "funds");
        const inEther = funds.find(({ name }) => name === "Clean water fund, in ether");
        assert.equal(funds.length, 2);
        assert.deepEqual(
          [inEther?.decimals, inEther?.contributed, inEther?.allocated],
          [6, 4_500_000n, 4_000_000n],
        );
      }),
    );
  });

  for (const kind of databaseKinds) {
    it(`agrees with the contracts to the unit, in ${kind.name}`, { skip: kind.skip }, async () => {
      await indexed(kind, anvil, deployment, (store) => assertAgrees(store, provider));
    });

    it(`is the same after the last blocks were reorganised as when read anew, in ${kind.name}`, {
      skip: kind.skip,
    }, async () => {
      const moved = await indexed(kind, anvil, deployment, async (store, follower) => {
        const before = await contentOfSql(store);
        // Further back each time: what was taken back once is empty now.
        depth += 12;
        await anvil.rpc("anvil_reorg", depth, []);
        await follower.catchUp();
        const content = await contentOfSql(store);
        assert.notDeepEqual(content, before);
        return content;
      });
      const anew: Content = await indexed(kind, anvil, deployment, contentOfSql);
      assert.deepEqual(moved, anew);
    });
  }
});
