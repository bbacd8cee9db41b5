// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { decodeBytes32String, keccak256, parseEther } from "ethers";
import {
  IAgreementFactory__factory,
  ICouncil__factory,
  type IDonorFund,
  IDonorFund__factory,
  IDonorFundFactory__factory,
  IMilestoneAgreement__factory,
  WrappedEther__factory,
} from "#bindings/index.ts";
import { demoPlayers } from "#scripts/seed/cast.ts";
import { demoEvidence } from "#scripts/seed/evidence.ts";
import type { People } from "#scripts/seed/people.ts";
import {
  findAccountByNumber,
  loadedEntries,
  type ProgrammeHandle,
  readDocumentRecords,
  readOrganisation,
  readShopDetails,
  type Suite,
} from "#sdk/agency/index.ts";
import { nextSteps, readAgreement } from "#sdk/agreements/index.ts";
import { type DemoChain, startDemoChain } from "./support/demoChain.ts";

const OPEN = 1n;

describe("the demonstration shows a consortium at work", () => {
  let demo: DemoChain;
  let suite: Suite;
  let people: People;
  let programmes: readonly ProgrammeHandle[];

  before(async () => {
    demo = await startDemoChain();
    ({ suite, people, programmes } = demo);
  });
  after(() => demo?.stop());

  function programme(name: RegExp): ProgrammeHandle {
    const found = programmes.find((each) => name.test(each.name));
    assert.ok(found, String(name));
    return found;
  }

  async function theFunds(): Promise<[dollars: IDonorFund, ether: IDonorFund]> {
    const factory = IDonorFundFactory__factory.connect(
      suite.deployment.contracts.donorFundFactory ?? "",
      suite.provider,
    );
    const [dollars, ether, ...others] = await factory.funds();
    assert.ok(dollars && ether);
    assert.equal(others.length, 0);
    return [
      IDonorFund__factory.connect(dollars, suite.provider),
      IDonorFund__factory.connect(ether, suite.provider),
    ];
  }

  test("two agencies, one in a local unit and one in dollars, pay some of the same households", async () => {
    const [vouchers, market] = [programme(/^Food vouchers/), programme(/^Market vouchers/)];
    assert.deepEqual([vouchers.currency.code, market.currency.code], ["XOF", "USD"]);
    const names = await Promise.all(
      [vouchers, market].map(async ({ organisation }) => (await readOrganisation(suite, organisation)).name),
    );
    assert.deepEqual(names, ["Baobab Relief", "Acacia Aid"]);

    const [first, second] = await Promise.all(
      [vouchers, market].map(async (each) => {
        const entries = await loadedEntries(suite, each, 1);
        return new Set(entries.map(({ account }) => account));
      }),
    );
    assert.ok(first && second);
    assert.deepEqual(
      [first.size, second.size, [...second].filter((account) => first.has(account)).length],
      [480, 120, 60],
    );
    const own = [...second].find((account) => !first.has(account));
    assert.ok(own);
    assert.equal((await findAccountByNumber(suite, own))?.organisation, market.organisation);
  });

  test("the second agency's shops have sold; one of them is paid in full, the other for its first week", async () => {
    const market = programme(/^Market vouchers/);
    const shops = await readShopDetails(suite, market);
    assert.equal(shops.length, 2);
    const [settled, open] = shops;
    assert.ok(settled && open);
    assert.ok(settled.sum.settled > 0n && settled.sum.owed === 0n);
    assert.equal(open.sum.settled, 137_500_000n);
    assert.ok(open.sum.owed > 0n);
  });

  test("three donors have given, one of them for one programme alone", async () => {
    const [fund] = await theFunds();
    const given = await fund.queryFilter(fund.filters.Contributed());
    const market = programme(/^Market vouchers/).address;
    assert.deepEqual(
      given.map(({ args }) => [args.donor, decodeBytes32String(args.donorReference), args.amount]),
      [
        [people["donor-2"].address, "GIFT-250", 250_000_000n],
        [people.donor.address, "MFA-2026-014", 40_000_000_000n],
        [people["donor-3"].address, "SOLIDARITY-77", 6_000_000_000n],
      ],
    );
    assert.equal(given[2]?.args.earmark, market);
    const { contributed, allocated, returned, unbooked } = await fund.totals();
    assert.deepEqual(
      [contributed, allocated, returned, unbooked],
      [46_250_000_000n, 37_500_000_000n, 0n, 0n],
    );
    // The small gift went to the programme, whole.
    assert.deepEqual([...(await fund.overlap(1, 1))], [250_000_000n, 0n]);
    assert.equal((await fund.allocationOf(1)).recipient, market);
  });

  test("a fourth donor has given ether, which the fund holds as the chain's token for it and has paid on", async () => {
    const [, fund] = await theFunds();
    const ether = WrappedEther__factory.connect(
      suite.deployment.contracts.wrappedEther ?? "",
      suite.provider,
    );
    assert.equal(await fund.asset(), await ether.getAddress());
    const [gift, ...others] = await fund.queryFilter(fund.filters.Contributed());
    assert.ok(gift);
    assert.equal(others.length, 0);
    assert.equal(gift.args.donor, people["donor-4"].address);
    // 4.5 ether in millionths, and the ether itself lies with the token.
    assert.equal(gift.args.amount, 4_500_000n);
    assert.equal((await gift.getTransaction()).value, parseEther("4.5"));
    assert.equal(await suite.provider.getBalance(ether), parseEther("4.5"));

    const { recipient } = await fund.allocationOf(1);
    const solar = IMilestoneAgreement__factory.connect(recipient, suite.provider);
    assert.deepEqual([...(await fund.overlap(1, 1))], [4_000_000n, 0n]);
    const { money, milestones } = await readAgreement(solar);
    assert.deepEqual([money.escrowed, money.paid, money.unfunded], [4_000_000n, 3_000_000n, 4_000_000n]);
    assert.deepEqual(
      milestones.map(({ state }) => state),
      ["Paid", "Planned"],
    );
    const holders = [await fund.getAddress(), recipient, people["partner-wallet"].address];
    assert.deepEqual(
      await Promise.all(holders.map(async (holder) => await ether.balanceOf(holder))),
      ["0.5", "1", "3"].map(parseEther),
    );
  });

  test("one agreement has been paid for, verified and submitted, another waits for the partner", async () => {
    const { contracts } = suite.deployment;
    const factory = IAgreementFactory__factory.connect(contracts.agreementFactory ?? "", suite.provider);
    const addresses = await factory.agreements();
    const [boreholes, radio] = await Promise.all(
      addresses.map((address) =>
        readAgreement(IMilestoneAgreement__factory.connect(address, suite.provider)),
      ),
    );
    assert.ok(boreholes && radio);
    assert.deepEqual(
      boreholes.milestones.map(({ state }) => state),
      ["Paid", "Verified", "Submitted", "Planned"],
    );
    const { escrowed, paid, unfunded } = boreholes.money;
    assert.deepEqual([escrowed, paid, unfunded], [29_500_000_000n, 6_000_000_000n, 8_000_000_000n]);
    const now = (await suite.provider.getBlock("latest"))?.timestamp ?? 0;
    const waitsFor = nextSteps(radio, now).filter(({ isWaitedFor }) => isWaitedFor);
    assert.deepEqual(
      waitsFor.map(({ step }) => step),
      ["acceptTerms"],
    );
  });

  test("the partner's evidence is on record under the hash of its bytes", async () => {
    for (const { bytes, hash } of demoEvidence) {
      assert.equal(keccak256(bytes), hash);
      const [record] = await readDocumentRecords(suite, hash);
      assert.equal(record?.officer, people["partner-preparer"].address);
      assert.equal(record.kind, "Evidence");
    }
  });

  test("one proposal waits for another member of the council", async () => {
    const council = ICouncil__factory.connect(await suite.consortium.council(), suite.provider);
    const { state, approvals, proposer } = await council.proposalOf(await council.proposals());
    assert.deepEqual([state, approvals, proposer], [OPEN, 1n, people["council-2"].address]);
  });

  test("whoever can be played has a key of their own and money for gas", async () => {
    const players = demoPlayers();
    assert.equal(new Set(players.map(({ privateKey }) => privateKey)).size, players.length);
    const poor = [];
    for (const { name } of players) {
      if ((await suite.provider.getBalance(people[name].address)) === 0n) poor.push(name);
    }
    assert.deepEqual(poor, []);
    const { keys } = JSON.parse(await readFile(join(demo.demo, "keys.json"), "utf8"));
    const addresses = (keys as { address: string }[]).map(({ address }) => address);
    assert.equal(new Set(addresses).size, addresses.length);
  });
});
