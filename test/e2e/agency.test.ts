// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Wallet } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import type { People, PersonName } from "#scripts/seed/people.ts";
import {
  acts,
  approveCall,
  bankPayout,
  type Call,
  chainTime,
  filterOf,
  findAccount,
  findAccountByNumber,
  hasHappened,
  holdCall,
  liftGuardianPauseCall,
  loadedEntries,
  officerRoles,
  openActs,
  type ProgrammeHandle,
  pauseAsGuardianCall,
  proposeCall,
  readAccountEvents,
  readBalances,
  readCycleDetail,
  readCycles,
  readOfficers,
  readOrganisation,
  readPauses,
  readSettlement,
  readSettlements,
  readShopDetails,
  readSources,
  readStanding,
  readTasks,
  releaseHoldCall,
  returnCycleCall,
  type Suite,
  type Task,
  withdrawCall,
} from "#sdk/agency/index.ts";
import { accountNumberOf } from "#sdk/list/index.ts";
import { type DemoChain, startDemoChain } from "./support/demoChain.ts";

const FILE_HASH = `0x${"5a".repeat(32)}`;
const NOBODY = accountNumberOf(4_000_000_000);

describe("an agency reads what it works on", () => {
  let demo: DemoChain;
  let suite: Suite;
  let people: People;
  let vouchers: ProgrammeHandle;
  let cash: ProgrammeHandle;

  before(async () => {
    demo = await startDemoChain();
    ({ suite, people } = demo);
    [vouchers, cash] = demo.programmes as [ProgrammeHandle, ProgrammeHandle];
  });
  after(() => demo?.stop());

  /** Send a call, and see it on the ledger as a page does that knows nothing of the transaction. */
  async function send(officer: Wallet, call: Call): Promise<void> {
    const fromBlock = (await suite.provider.getBlockNumber()) + 1;
    await signAndSend(officer, call);
    const logs = await suite.provider.getLogs({ ...filterOf(call), fromBlock });
    assert.ok(hasHappened(call, logs), call.expects.event);
  }

  async function tasksOf(name: PersonName): Promise<Task[]> {
    const { address } = people[name];
    return await readTasks(
      suite,
      [vouchers, cash],
      address,
      await officerRoles(suite, vouchers.organisation, address),
    );
  }
  const kinds = (tasks: readonly Task[]) => tasks.map(({ kind }) => kind).sort();

  test("who its officers are", async () => {
    const { organisation } = vouchers;
    assert.equal((await readOrganisation(suite, organisation)).name, "Baobab Relief");
    assert.deepEqual(await officerRoles(suite, organisation, people.finance.address), ["Finance"]);
    assert.deepEqual(await officerRoles(suite, organisation, people.donor.address), []);
    const approvers = (await readOfficers(suite, organisation)).filter(({ roles }) =>
      roles.includes("Approver"),
    );
    const expected = [people.approver.address, people["approver-2"].address];
    assert.deepEqual(
      approvers.map(({ address }) => address),
      expected,
    );
  });

  test("what money is there, and that shops and balances tell the same", async () => {
    for (const programme of [vouchers, cash]) {
      const { owed } = await readBalances(programme);
      const shops = await readShopDetails(suite, programme);
      assert.equal(
        shops.reduce((sum, shop) => sum + shop.sum.owed, 0n),
        owed,
      );
      assert.ok(shops.every(({ terminals }) => terminals.length === 1));
    }
    const [source] = await readSources(suite, vouchers);
    assert.equal(source?.address, people.donor.address);
  });

  test("cycles with their terms and their approvers", async () => {
    const cycles = await readCycles(suite, vouchers);
    assert.deepEqual(
      cycles.map(({ stage }) => stage),
      ["open", "waiting"],
    );
    const [first, second] = await Promise.all([1, 2].map((id) => readCycleDetail(suite, vouchers, id)));
    assert.deepEqual(first?.approvers, [people.approver.address, people["approver-2"].address]);
    assert.equal(first?.needed, undefined);
    assert.deepEqual(second?.approvers, []);
    assert.equal(second?.needed?.approvers, 2);
    assert.equal(second?.terms.total, second?.total);
    await assert.rejects(readCycleDetail(suite, vouchers, 3), { code: "AGENCY-101" });
  });

  test("settlements with what the bank said", async () => {
    const states = (await readSettlements(vouchers)).map(({ state }) => state);
    assert.deepEqual(states, ["Paid", "Instructed"]);
    const paid = await readSettlement(suite, vouchers, 1);
    assert.equal(paid.endToEndId, "DEMO-0001");
    assert.match(paid.confirmed?.bankStatement ?? "", /^0x[0-9a-f]{64}$/);
    assert.equal(paid.lastReceipts.length, 1);
    await assert.rejects(readSettlement(suite, vouchers, 3), { code: "AGENCY-104" });
  });

  test("an account by its number or its commitment, what it has left, and why", async () => {
    const entries = await loadedEntries(suite, vouchers, 1);
    for (const { account: number, amount } of [entries[0], entries[300]].flatMap((entry) => entry ?? [])) {
      const account = await findAccountByNumber(suite, number);
      assert.ok(account);
      assert.equal(account.number, number);
      assert.deepEqual(await findAccount(suite, account.commitment), account);
      const { entitlements, heldUntil } = await readStanding(suite, vouchers, number);
      assert.equal(heldUntil, undefined);
      assert.equal(entitlements[0]?.listed, amount);
      const events = await readAccountEvents(suite, vouchers, number);
      assert.equal(events[0]?.kind, "loaded");
      const bought = events.reduce((sum, event) => {
        const counts = event.kind === "sale" && event.outcome === "credited";
        return counts ? sum + event.amount : sum;
      }, 0n);
      assert.equal(entitlements[0]?.left, amount - bought);
    }
    assert.equal(await findAccountByNumber(suite, NOBODY), undefined);
    assert.deepEqual(await readStanding(suite, vouchers, NOBODY), { entitlements: [] });
  });

  test("a hold, while it lasts", async () => {
    const [entry] = await loadedEntries(suite, vouchers, 1);
    assert.ok(entry);
    const { account } = entry;
    const { custodian } = people;
    const until = (await chainTime(suite)) + 1_000;
    await send(custodian, holdCall(vouchers, [account], until, custodian.address));
    assert.equal((await readStanding(suite, vouchers, account)).heldUntil, until);
    await send(custodian, releaseHoldCall(vouchers, [account], custodian.address));
    assert.equal((await readStanding(suite, vouchers, account)).heldUntil, undefined);
    const last = (await readAccountEvents(suite, vouchers, account)).slice(-2);
    assert.deepEqual(
      last.map(({ kind }) => kind),
      ["held", "released"],
    );
  });

  test("a pause of the guardian, until it is lifted", async () => {
    const { guardian } = people;
    const both = { redemptions: true, payouts: true };
    await send(guardian, pauseAsGuardianCall(vouchers, both, "LOST-KEYS", guardian.address));
    const { redemptions, payouts, isClosed } = await readPauses(vouchers);
    const since = redemptions.since ?? 0;
    assert.deepEqual(
      [redemptions, payouts, isClosed],
      [{ isPaused: true, since }, { isPaused: true, since }, false],
    );
    await send(guardian, liftGuardianPauseCall(vouchers, both, since, guardian.address));
    assert.deepEqual((await readPauses(vouchers)).redemptions, { isPaused: false });
  });

  test("what waits for each officer", async () => {
    assert.deepEqual(kinds(await tasksOf("approver")), ["approveAct", "approveCycle"]);
    assert.deepEqual(kinds(await tasksOf("preparer")), []);
    const finance = await tasksOf("finance");
    assert.deepEqual(kinds(finance), ["confirmSettlement", "settleShop", "settleShop"]);
    assert.deepEqual(kinds(await tasksOf("donor")), []);
  });

  test("a proposal waits for the second officer until it is done with, and what it is about waits no more", async () => {
    const { finance, approver } = people;
    const confirm = acts.confirmSettlement(2, FILE_HASH);
    await send(finance, proposeCall(vouchers.address, confirm, finance.address));
    assert.equal((await tasksOf("finance")).filter(({ kind }) => kind === "confirmSettlement").length, 0);
    const payout = acts.changePayout(3, bankPayout(FILE_HASH));
    await send(finance, proposeCall(vouchers.address, payout, finance.address));

    const found = (await tasksOf("approver")).flatMap((task) => (task.kind === "approveAct" ? [task] : []));
    assert.deepEqual(
      found.map(({ act, isReady, programme }) => [act.name, isReady, programme]),
      [
        ["registerShop", true, vouchers.address],
        ["confirmSettlement", true, vouchers.address],
        ["changePayout", false, vouchers.address],
      ],
    );
    const [, ready, waiting] = found;
    assert.ok(ready && waiting);
    await send(approver, withdrawCall(waiting.act));
    // The bank's statement was never recorded: the contract refuses, and the proposal stays open.
    await assert.rejects(send(approver, approveCall(ready.act)), {
      code: "Settlements_StatementNotRecorded",
    });
    assert.deepEqual(
      (await openActs(suite, vouchers)).map(({ name }) => name),
      ["registerShop", "confirmSettlement"],
    );
  });

  test("an act on accounts waits for its organisation's approvers", async () => {
    const [entry] = await loadedEntries(suite, vouchers, 1);
    const account = entry && (await findAccountByNumber(suite, entry.account));
    assert.ok(account);
    const closing = acts.closeAccounts(vouchers.organisation, [
      { commitment: account.commitment, reason: "Left" },
    ]);
    const { accounts } = suite.deployment.contracts;
    await send(people.custodian, proposeCall(accounts, closing, people.custodian.address));
    const found = (await tasksOf("approver-2")).find(
      (task) => task.kind === "approveAct" && task.act.name === "closeAccounts",
    );
    assert.ok(found?.kind === "approveAct" && found.programme === undefined);
    await send(people["approver-2"], approveCall(found.act));
    assert.equal((await findAccount(suite, account.commitment))?.status, "Closed");
    const events = await readAccountEvents(suite, vouchers, account.number);
    assert.deepEqual(
      events.flatMap((event) => (event.kind === "closed" ? [event.reason] : [])),
      ["Left"],
    );
  });

  test("a cycle that came back waits for who prepared it", async () => {
    const { approver } = people;
    await send(approver, returnCycleCall(vouchers, 2, "AMOUNTS", approver.address));
    assert.deepEqual(kinds(await tasksOf("preparer")), ["returnedCycle"]);
    const { returned } = await readCycleDetail(suite, vouchers, 2);
    assert.deepEqual(returned, { officer: approver.address, reason: "AMOUNTS" });
  });
});
