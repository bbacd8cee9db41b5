// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { JsonRpcProvider, type Wallet } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { decideAlone } from "#scripts/seed/council.ts";
import { openPeople, type People } from "#scripts/seed/people.ts";
import { type Suite, suiteOn } from "#sdk/agency/index.ts";
import * as council from "#sdk/council/index.ts";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { councilOf, ROLES, readChain, rowsOf, rpcChain } from "#sdk/history/index.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";

const DAY = 86_400;
/** The first organisation is an agency's, the second one the council's list. */
const [AGENCY, PANEL] = [1, 2] as const;
const [ADMINISTRATOR, MONITOR] = [ROLES.indexOf("Administrator"), ROLES.indexOf("Monitor")];

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

  /** What officers read from the chain; the public history must name those of them who serve, and nobody else. */
  const panel = async () => {
    const now = await council.readCouncil(suite);
    const read = await council.readArbiters(suite, now);
    const store = await readChain({ chain: rpcChain(chain.url), deployment: suite.deployment });
    const serving = read.arbiters.filter(({ readyAt }) => readyAt === undefined);
    assert.deepEqual(
      (await councilOf(rowsOf(store), now.time)).arbiters,
      serving.map(({ account, until }) => ({ account, until: until ?? null })),
    );
    return read;
  };
  /** An administrator appoints somebody in the agency, after the delay. */
  async function appoint(administrator: Wallet, role: number, officer: string): Promise<void> {
    const consortium = suite.consortium.connect(administrator);
    await (await consortium.proposeGrant(AGENCY, role, officer, 0)).wait();
    await chain.rpc("evm_increaseTime", 2 * DAY);
    await chain.rpc("evm_mine");
    await (await consortium.activateGrant(AGENCY, role, officer)).wait();
  }
  const decide = (...acts: council.CouncilAct[]) =>
    decideAlone(
      suite,
      people.council,
      acts.map((act) => council.encodeAct(book, act)),
      "Disputes need somebody",
    );

  test("an administrator who appoints the council, unasked, names no arbiters for it", async () => {
    const { administrator: thief, donor: friend } = people;
    await decide({
      kind: "admit",
      name: "Agency",
      organisationKind: "Agency",
      iatiIdentifier: "",
      administrator: thief.address,
    });
    await appoint(thief, ADMINISTRATOR, book.council);
    await appoint(thief, MONITOR, friend.address);
    assert.equal(await suite.consortium.holds(AGENCY, ADMINISTRATOR, book.council), true);
    assert.equal(await suite.consortium.holds(AGENCY, council.ARBITER_ROLE, friend.address), true);
    assert.deepEqual(await panel(), { organisation: undefined, arbiters: [], delay: 2 * DAY });
  });

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
      { kind: "nameArbiter", organisation: PANEL, arbiter, until },
    );
    const { time } = await council.readCouncil(suite);
    assert.deepEqual(await panel(), {
      organisation: PANEL,
      arbiters: [{ account: arbiter, until, readyAt: time + 2 * DAY }],
      delay: 2 * DAY,
    });

    const call = council.seatArbiterCall(book, PANEL, arbiter);
    await assert.rejects(
      signAndSend(people.donor, call),
      (error) => contractRefusal(error)?.error === "Consortium_GrantWaits",
    );
    await chain.rpc("evm_increaseTime", 2 * DAY);
    await chain.rpc("evm_mine");
    await signAndSend(people.donor, call);
    assert.deepEqual((await panel()).arbiters, [{ account: arbiter, until, readyAt: undefined }]);
    assert.equal(await suite.consortium.holds(PANEL, council.ARBITER_ROLE, arbiter), true);
  });

  test("nobody but a quorum of the council puts somebody on the list, or takes somebody off", async () => {
    const listed = await panel();
    const { consortium } = suite;
    const friend = people.donor.address;
    // An administrator elsewhere, the arbiter, a member of the council by its own hand.
    for (const thief of [people.administrator, people.arbiter, people.council]) {
      const own = consortium.connect(thief);
      const attempts = [
        () => own.proposeGrant.staticCall(PANEL, ADMINISTRATOR, friend, 0),
        () => own.proposeGrant.staticCall(PANEL, MONITOR, friend, 0),
        () => own.removeOfficer.staticCall(PANEL, MONITOR, people.arbiter.address),
        () => own.removeOfficer.staticCall(PANEL, ADMINISTRATOR, book.council),
      ];
      for (const attempt of attempts)
        await assert.rejects(
          attempt,
          (error) => contractRefusal(error)?.error === "Consortium_MissingRole",
          thief.address,
        );
    }
    // Nor does what happens in an agency of the thief's, even if the council is made an administrator of it.
    await appoint(people.administrator, MONITOR, people.relayer.address);
    assert.deepEqual(await panel(), listed);
  });

  test("a mandate ends by the council's decision, shown beforehand, and by its last day", async () => {
    const arbiter = people.arbiter.address;
    const end = council.encodeAct(book, { kind: "dismissArbiter", organisation: PANEL, arbiter });
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
    await decide({ kind: "dismissArbiter", organisation: PANEL, arbiter });
    assert.deepEqual((await panel()).arbiters, []);

    const until = (await council.readCouncil(suite)).time + 5 * DAY;
    await decide({ kind: "nameArbiter", organisation: PANEL, arbiter, until });
    await chain.rpc("evm_increaseTime", 2 * DAY);
    await chain.rpc("evm_mine");
    await signAndSend(people.donor, council.seatArbiterCall(book, PANEL, arbiter));
    assert.equal((await panel()).arbiters.length, 1);
    await chain.rpc("evm_increaseTime", 4 * DAY);
    await chain.rpc("evm_mine");
    assert.deepEqual((await panel()).arbiters, []);
    assert.equal(await suite.consortium.holds(PANEL, council.ARBITER_ROLE, arbiter), false);
  });
});
