// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { encodeBytes32String, hexlify, JsonRpcProvider, id as keccakOfText, toUtf8Bytes } from "ethers";
import {
  DemoDollar__factory,
  IAgreementFactory__factory,
  IMilestoneAgreement__factory,
} from "#bindings/index.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import { deployCore } from "#scripts/deploy/deployCore.ts";
import { foundAgency } from "#scripts/seed/consortium.ts";
import { decideAlone } from "#scripts/seed/council.ts";
import { openPeople, type People } from "#scripts/seed/people.ts";
import { actTogether, deployDollar } from "#scripts/seed/programme.ts";
import { type Suite, suiteOn } from "#sdk/agency/index.ts";
import { AGREEMENT, offerTerms, type Terms } from "#sdk/agreements/index.ts";
import * as council from "#sdk/council/index.ts";
import { ROLES } from "#sdk/history/names.ts";
import { type Anvil, startAnvil } from "#test/support/anvil.ts";

const DAY = 86_400;
const AMOUNT = 9_000_000n;
const EVIDENCE = keccakOfText("the report");

describe("the council as the arbiter that an agreement names", () => {
  let folder: string;
  let chain: Anvil;
  let suite: Suite;
  let people: People;
  let agreement: string;
  let book: council.CouncilBook;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "annona-arbiter-"));
    chain = await startAnvil();
    const provider = new JsonRpcProvider(chain.url, undefined, { cacheTimeout: -1, pollingInterval: 50 });
    people = openPeople(provider);
    for (const name of ["partner-administrator", "partner-preparer", "partner-wallet"] as const) {
      await chain.rpc("anvil_setBalance", people[name].address, "0xde0b6b3a7640000");
    }
    const deployment = await deployCore({
      provider,
      deployer: people.relayer.address,
      council: people.council.address,
      grantDelay: 0,
      journal: join(folder, "journal"),
    });
    suite = suiteOn(provider, deployment);
    await foundAgency(suite, people, "Baobab Relief", new Uint8Array(32).fill(1));
    const { address } = await council.readCouncil(suite);
    const admission = council.encodeAct(await council.readBook(suite, address), {
      kind: "admit",
      name: "Date Palm Trust",
      organisationKind: "Partner",
      iatiIdentifier: "",
      administrator: people["partner-administrator"].address,
    });
    await decideAlone(suite, people.council, [admission], "A partner joins");
    agreement = await agreed(address);
    await disputed();
    book = await council.readBook(suite, address);
  });
  after(async () => {
    suite?.provider.destroy();
    await chain?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** An agreement in force whose one milestone is in escrow. @returns its address. */
  async function agreed(arbiter: string): Promise<string> {
    const all = people;
    const asset = await deployDollar(all);
    const factory = IAgreementFactory__factory.connect(
      suite.deployment.contracts.agreementFactory ?? "",
      all.administrator,
    );
    const settings = {
      agency: 1,
      partner: 2,
      asset,
      currency: hexlify(toUtf8Bytes("USD")),
      title: "Boreholes",
    };
    await (await factory.createAgreement(settings)).wait();
    const [made = ""] = await factory.agreements();
    const terms = await termsWith(arbiter);
    await actTogether(all.finance, all.approver, made, offerTerms(terms));
    const accept = AGREEMENT.encodeFunctionData("acceptTerms", [terms]);
    await signAndSend(all["partner-administrator"], { to: made, data: accept });
    const source = AGREEMENT.encodeFunctionData("recordSource", [all.donor.address, keccakOfText("grant")]);
    await actTogether(all.finance, all.approver, made, source);
    const dollar = DemoDollar__factory.connect(asset, all.donor);
    if ((await dollar.balanceOf(all.donor.address)) < AMOUNT) {
      await (await dollar.mint(all.donor.address, AMOUNT)).wait();
    }
    await (await dollar.approve(made, AMOUNT)).wait();
    await (
      await IMilestoneAgreement__factory.connect(made, all.donor).fund(AMOUNT, all.donor.address)
    ).wait();
    return made;
  }

  async function termsWith(arbiter: string): Promise<Terms> {
    const block = await suite.provider.getBlock("latest");
    const dueDay = Math.floor((block?.timestamp ?? 0) / DAY) + 30;
    return {
      version: 1,
      payout: people["partner-wallet"].address,
      milestones: [{ kind: 0, dueDay, amount: AMOUNT, description: keccakOfText("dig") }],
      monitors: [people["council-2"].address],
      quorum: 1,
      reviewPeriod: 14 * DAY,
      arbiter,
      arbiterPeriod: 21 * DAY,
      silenceShare: 5_000,
      noticePeriod: 30 * DAY,
      documents: keccakOfText("papers"),
    };
  }

  /** The partner submits, nobody answers for the review period, and the partner goes to the arbiter. */
  async function disputed(): Promise<void> {
    const administrator = people["partner-administrator"];
    const preparer = people["partner-preparer"];
    const consortium = suite.consortium.connect(administrator);
    await (await consortium.proposeGrant(2, ROLES.indexOf("Preparer"), preparer.address, 0)).wait();
    await (await consortium.activateGrant(2, ROLES.indexOf("Preparer"), preparer.address)).wait();
    const contract = IMilestoneAgreement__factory.connect(agreement, administrator);
    await (await contract.connect(preparer).submitMilestone(1, AMOUNT, EVIDENCE, "")).wait();
    await chain.rpc("evm_increaseTime", 14 * DAY + 1);
    await chain.rpc("evm_mine");
    await (await contract.disputeMilestone(1, encodeBytes32String("SILENCE"))).wait();
  }

  test("sees the dispute, what a ruling would pay, and pays it", async () => {
    const [dispute, ...others] = await council.readDisputes(suite, book);
    assert.ok(dispute);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [dispute.agreement.title, dispute.agreement.currency.code, dispute.milestone, dispute.disputed],
      ["Boreholes", "USD", 1, AMOUNT],
    );
    const ruling = council.encodeAct(book, {
      kind: "decideDispute",
      agreement: dispute.agreement.address,
      milestone: 1,
      toPartner: 6_000_000n,
      decision: keccakOfText("ruling"),
    });
    const { passes, changes } = await council.simulateCalls(suite, book, [ruling]);
    assert.equal(passes, true);
    const shown = (changes ?? []).map(({ field, before, after }) => [field, before, after]);
    assert.deepEqual(shown, [
      [
        "milestoneState",
        { kind: "milestoneState", name: "Disputed" },
        { kind: "milestoneState", name: "Paid" },
      ],
      ["milestonePaid", { kind: "units", units: "0" }, { kind: "units", units: "6000000" }],
    ]);

    await decideAlone(suite, people.council, [ruling], "They dug two of three wells");
    const view = await dispute.agreement.contract.milestoneOf(1);
    assert.equal(view.paid, 6_000_000n);
    assert.deepEqual(await council.readDisputes(suite, book), []);
  });
});
