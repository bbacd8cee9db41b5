// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { JsonRpcProvider } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { decideAlone } from "#scripts/seed/council.ts";
import { openPeople, type People } from "#scripts/seed/people.ts";
import { type Suite, suiteOn } from "#sdk/agency/index.ts";
import * as council from "#sdk/council/index.ts";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";

const DAY = 86_400;

describe("arbiters whom the council names", () => {
  let folder: string;
  let chain: Anvil;
  let suite: Suite;
  let people: People;
  let book: council.CouncilBook;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-arbiters-"));
    chain = await startAnvil();
    const provider = new JsonRpcProvider(chain.url, undefined, { cacheTimeout: -1, pollingInterval: 50 });
    people = openPeople(provider);
    const deployment = await deployCore({
      provider,
      deployer: people.relayer.address,
      council: people.council.address,
      grantDelay: 2 * DAY,
      journal: join(folder, "journal"),
    });
    suite = suiteOn(provider, deployment);
    book = await council.readBook(suite, (await council.readCouncil(suite)).address);
  });
  after(async () => {
    suite?.provider.destroy();
    await chain?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const panel = async () => council.readArbiters(suite, await council.readCouncil(suite));
  const decide = (...acts: council.CouncilAct[]) =>
    decideAlone(
      suite,
      people.council,
      acts.map((act) => council.encodeAct(book, act)),
      "Disputes need somebody",
    );

  test("the first naming founds the list; the mandate waits out the delay and begins by anybody's hand", async () => {
    const arbiter = people.arbiter.address;
    assert.deepEqual(await panel(), { organisation: undefined, arbiters: [], delay: 2 * DAY });
    const until = (await council.readCouncil(suite)).time + 100 * DAY;
    await decide(
      {
        kind: "admit",
        name: "Arbiters",
        organisationKind: "Monitor",
        iatiIdentifier: "",
        administrator: book.council,
      },
      { kind: "nameArbiter", organisation: 1, arbiter, until },
    );
    const { time } = await council.readCouncil(suite);
    assert.deepEqual(await panel(), {
      organisation: 1,
      arbiters: [{ account: arbiter, until, readyAt: time + 2 * DAY }],
      delay: 2 * DAY,
    });

    const call = council.seatArbiterCall(book, 1, arbiter);
    await assert.rejects(
      signAndSend(people.donor, call),
      (error) => contractRefusal(error)?.error === "Consortium_GrantWaits",
    );
    await chain.rpc("evm_increaseTime", 2 * DAY);
    await chain.rpc("evm_mine");
    await signAndSend(people.donor, call);
    assert.deepEqual((await panel()).arbiters, [{ account: arbiter, until, readyAt: undefined }]);
    assert.equal(await suite.consortium.holds(1, council.ARBITER_ROLE, arbiter), true);
  });

  test("a mandate ends by the council's decision, shown beforehand, and by its last day", async () => {
    const arbiter = people.arbiter.address;
    const end = council.encodeAct(book, { kind: "dismissArbiter", organisation: 1, arbiter });
    const { passes, changes } = await council.simulateCalls(suite, book, [end]);
    assert.equal(passes, true);
    assert.deepEqual(changes, [
      {
        field: "isArbiter",
        subject: { kind: "address", address: arbiter },
        before: { kind: "yesNo", value: true },
        after: { kind: "yesNo", value: false },
      },
    ]);
    await decide({ kind: "dismissArbiter", organisation: 1, arbiter });
    assert.deepEqual((await panel()).arbiters, []);

    const until = (await council.readCouncil(suite)).time + 5 * DAY;
    await decide({ kind: "nameArbiter", organisation: 1, arbiter, until });
    await chain.rpc("evm_increaseTime", 2 * DAY);
    await chain.rpc("evm_mine");
    await signAndSend(people.donor, council.seatArbiterCall(book, 1, arbiter));
    assert.equal((await panel()).arbiters.length, 1);
    await chain.rpc("evm_increaseTime", 4 * DAY);
    await chain.rpc("evm_mine");
    assert.deepEqual((await panel()).arbiters, []);
    assert.equal(await suite.consortium.holds(1, council.ARBITER_ROLE, arbiter), false);
  });
});
