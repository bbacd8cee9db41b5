// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { JsonRpcProvider } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { memberOf } from "#scripts/deploy/councilPlan.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { openPeople, type People } from "#scripts/seed/people.ts";
import { eventOf, type Suite, suiteOn } from "#sdk/agency/index.ts";
import * as council from "#sdk/council/index.ts";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";

const DAY = 86_400;
const SETTINGS = {
  quorum: 2,
  upgradeQuorum: 2,
  delay: 2 * DAY,
  upgradeDelay: 14 * DAY,
  gracePeriod: 7 * DAY,
};

describe("the council read, put into words, tried and decided", () => {
  let folder: string;
  let chain: Anvil;
  let suite: Suite;
  let people: People;
  let book: council.CouncilBook;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-council-sdk-"));
    chain = await startAnvil();
    const provider = new JsonRpcProvider(chain.url, undefined, { cacheTimeout: -1, pollingInterval: 50 });
    people = openPeople(provider);
    const members = [
      memberOf("Baobab Relief", people.council.address),
      memberOf("Acacia Aid", people["council-2"].address),
      memberOf("Cedar Foundation", people["council-3"].address),
    ];
    const deployment = await deployCore({
      provider,
      deployer: people.relayer.address,
      council: { members, settings: SETTINGS },
      grantDelay: 0,
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

  const admission = (): council.CouncilAct => ({
    kind: "admit",
    name: "Date Palm Trust",
    organisationKind: "Partner",
    iatiIdentifier: "XM-DEMO-7",
    administrator: people.administrator.address,
  });

  /** Propose as the first member. @returns the proposal's number. */
  async function propose(...acts: council.CouncilAct[]): Promise<number> {
    const { address } = await council.readCouncil(suite);
    const calls = acts.map((act) => council.encodeAct(book, act));
    const why = council.textRationale("Because the members said so");
    const call = council.proposeCallsCall(address, calls, why, people.council.address);
    const receipt = await signAndSend(people.council, call);
    return Number(eventOf(call, receipt.logs)?.args.proposalId);
  }

  async function read(id: number) {
    const state = await council.readCouncil(suite);
    return { state, proposal: await council.readProposal(suite, state, id) };
  }

  async function letPass(seconds: number): Promise<void> {
    await chain.rpc("evm_increaseTime", seconds);
    await chain.rpc("evm_mine");
  }

  test("members are told by their names' hashes, with quorum, delays and epoch", async () => {
    const state = await council.readCouncil(suite);
    assert.equal(state.epoch, 1);
    assert.deepEqual(state.settings, SETTINGS);
    const names = state.members.map((member) =>
      council.nameOfMember(member, ["Acacia Aid", "Cedar Foundation", "Elsewhere"]),
    );
    assert.deepEqual(names.toSorted(), ["Acacia Aid", "Cedar Foundation", undefined]);
    assert.equal(state.members[0]?.isContract, false);
  });

  test("a proposal to admit an organisation is read, tried, approved, waits, and is executed by anybody", async () => {
    const id = await propose(admission());
    let { state, proposal } = await read(id);
    assert.equal(proposal.state, "Open");
    assert.deepEqual(proposal.approvedBy, [people.council.address]);
    assert.deepEqual(
      proposal.calls.map((call) => council.decodeCall(book, call)),
      [admission()],
    );
    assert.deepEqual(council.rationaleSource(proposal.rationale), {
      kind: "text",
      text: "Because the members said so",
    });

    const trial = await council.simulateCalls(suite, book, proposal.calls);
    assert.equal(trial.passes, true);
    const changed = Object.fromEntries(
      (trial.changes ?? []).map(({ field, before, after }) => [field, [before, after]]),
    );
    assert.deepEqual(changed, {
      organisations: [
        { kind: "number", value: 0 },
        { kind: "number", value: 1 },
      ],
      name: [{ kind: "none" }, { kind: "text", text: "Date Palm Trust" }],
      organisationKind: [{ kind: "none" }, { kind: "organisationKind", name: "Partner" }],
      iatiIdentifier: [{ kind: "none" }, { kind: "text", text: "XM-DEMO-7" }],
      isAdministrator: [
        { kind: "yesNo", value: false },
        { kind: "yesNo", value: true },
      ],
    });

    const second = people["council-2"];
    const place = { council: state.address, id };
    await signAndSend(second, council.approveProposalCall(place, proposal.hash, second.address));
    await signAndSend(second, council.revokeApprovalCall(place, second.address));
    ({ proposal } = await read(id));
    assert.equal(proposal.state, "Open");
    await signAndSend(second, council.approveProposalCall(place, proposal.hash, second.address));
    ({ state, proposal } = await read(id));
    assert.equal(proposal.state, "Queued");
    assert.equal(proposal.window?.from, state.time + 2 * DAY);
    assert.equal(proposal.window?.until, state.time + 9 * DAY);

    await letPass(2 * DAY);
    const execution = council.executeProposalCall(place, proposal.calls, proposal.rationale.hash);
    await signAndSend(people.donor, execution);
    ({ proposal } = await read(id));
    assert.equal(proposal.state, "Executed");
    const kinds = proposal.happenings.map(({ kind }) => kind);
    assert.deepEqual(kinds, [
      "made",
      "approved",
      "approved",
      "queued",
      "revoked",
      "approved",
      "queued",
      "executed",
    ]);
    assert.equal((await suite.consortium.organisationOf(1)).name, "Date Palm Trust");
  });

  test("a signature is handed in by anybody, and by nobody for something else", async () => {
    const id = await propose({ kind: "suspend", organisation: 1 });
    const { state, proposal } = await read(id);
    const member = people["council-3"];
    const approval = {
      id,
      hash: proposal.hash,
      epoch: state.epoch,
      member: member.address,
      nonce: await state.contract.nonceOf(member.address),
      deadline: state.time + DAY,
    };
    const { domain, types, message } = council.approvalData(state.address, suite.chainId, approval);
    const signature = await member.signTypedData(domain, types, message);
    const text = council.writeSignedApproval({
      ...approval,
      chainId: suite.chainId,
      council: state.address,
      signature,
    });
    const given = council.readSignedApproval(text);
    const wanted = { ...approval, chainId: suite.chainId, council: state.address };
    council.requireSignedFor(given, wanted);
    assert.throws(() => council.requireSignedFor(given, { ...wanted, epoch: 2 }), { code: "COUNCIL-202" });
    assert.throws(() => council.readSignedApproval(text.slice(1)), { code: "COUNCIL-201" });

    await signAndSend(people.donor, council.handInApprovalCall(state.address, given, given.signature));
    assert.deepEqual((await read(id)).proposal.approvedBy, [people.council.address, member.address]);
  });

  test("two of three who object stop a proposal; who is to be removed has no say", async () => {
    const removed = people["council-3"].address;
    // Two members are left, so that nobody could ever make a quorum of three.
    const settings = { ...SETTINGS, upgradeQuorum: 3 };
    const id = await propose({ kind: "reconfigure", added: [], removed: [removed], settings });
    const { state, proposal } = await read(id);
    assert.equal(proposal.level, "Configuration");
    assert.equal(proposal.objectionsNeeded, 2);
    assert.equal(council.choicesOf(proposal, removed, [removed]).object, false);
    const trial = await council.simulateCalls(suite, book, proposal.calls);
    assert.equal(trial.passes, false);
    const [tried] = trial.calls;
    assert.equal(tried?.kind === "refused" ? tried.refusal?.error : "", "Council_SettingsInvalid");

    for (const name of ["council", "council-2"] as const) {
      await signAndSend(
        people[name],
        council.objectCall({ council: state.address, id }, people[name].address),
      );
    }
    const stopped = (await read(id)).proposal;
    assert.equal(stopped.state, "Cancelled");
    assert.equal(council.isPending(stopped), false);
    await assert.rejects(
      signAndSend(
        people["council-3"],
        council.approveProposalCall({ council: state.address, id }, stopped.hash, removed),
      ),
      (error) => contractRefusal(error)?.error === "Council_WrongState",
    );
  });

  test("an upgrade shows both codes, and needs two weeks", async () => {
    const beacon = book.beacons.agreements ?? "";
    const before = await council.simulateCalls(suite, book, [
      council.encodeAct(book, {
        kind: "upgrade",
        beacon: "agreements",
        implementation: suite.deployment.contracts.programmeFactory,
      }),
    ]);
    const [change] = before.changes ?? [];
    assert.equal(change?.field, "implementation");
    assert.ok(change.before.kind === "code" && change.after.kind === "code");
    assert.equal(change.after.address, suite.deployment.contracts.programmeFactory);
    assert.notEqual(change.before.hash, change.after.hash);
    assert.ok(change.after.bytes > 100);
    const call = { target: beacon, data: `0x3659cfe6${"0".repeat(64)}` };
    assert.equal(council.levelOf(book.council, [call]), "Upgrade");
  });

  test("a call to an address where nobody is passes on the node, and not in the council", async () => {
    const call = { target: people.donor.address, data: "0x12345678" };
    const { passes, calls } = await council.simulateCalls(suite, book, [call]);
    assert.equal(passes, false);
    assert.equal(calls[0]?.kind === "refused" ? calls[0].refusal?.error : "", "AddressEmptyCode");
  });

  test("what is not understood to the byte is unknown", () => {
    const good = council.encodeAct(book, admission());
    const why = (target: string, data: string) => {
      const act = council.decodeCall(book, { target, data });
      return act.kind === "unknown" ? act.why : act.kind;
    };
    assert.equal(why(good.target, good.data), "admit");
    assert.equal(why(people.donor.address, good.data), "target");
    assert.equal(why(good.target, `${good.data}00`), "arguments");
    assert.equal(why(good.target, good.data.slice(0, 80)), "arguments");
    assert.equal(why(good.target, "0x12345678"), "function");
    assert.equal(why(good.target, "0x"), "function");
    assert.equal(why(book.council, good.data), "function");
  });

  test("a new epoch begins pending proposals anew", async () => {
    const pending = await propose({ kind: "suspend", organisation: 1 });
    const added = [{ account: people.donor.address, nameHash: council.nameHashOf("Elm Society") }];
    const id = await propose({ kind: "reconfigure", added, removed: [], settings: SETTINGS });
    const { state, proposal } = await read(id);
    const second = people["council-2"];
    const place = { council: state.address, id };
    await signAndSend(second, council.approveProposalCall(place, proposal.hash, second.address));
    await letPass(2 * DAY);
    await signAndSend(second, council.executeProposalCall(place, proposal.calls, proposal.rationale.hash));
    const now = await read(pending);
    assert.equal(now.state.epoch, 2);
    assert.equal(now.state.members.length, 4);
    assert.deepEqual(now.proposal.approvedBy, []);
    assert.equal(now.proposal.happenings.at(-1)?.kind, "startedAgain");
    assert.equal(now.proposal.objectionsNeeded, 3);
  });
});
