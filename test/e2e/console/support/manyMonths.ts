// SPDX-License-Identifier: Apache-2.0

import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { id as keccakOfText } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { createFund } from "#scripts/seed/donorFund.ts";
import { readDemoFile } from "#scripts/seed/lists.ts";
import { approveAndLoad, assignList, prepareMonth, settleShop } from "#scripts/seed/month.ts";
import { actTogether, mintDollars } from "#scripts/seed/programme.ts";
import { acts, approveTokensCall } from "#sdk/agency/index.ts";
import { allocate, contributeCall, type FundHandle, openFund } from "#sdk/funds/desk/index.ts";
import { syntheticList } from "#sdk/list/synthetic.ts";
import { amountOf } from "#sdk/money/index.ts";
import type { FileReceipt } from "../../support/receiptFile.ts";
import { cashProgramme, type Programme } from "./programmes.ts";
import { bringIn, salesTo } from "./sales.ts";
import { CONSORTIUM_KEY, type World } from "./world.ts";

const DAY = 86_400;
const DOLLAR = 1_000_000n;
const HOUSEHOLDS = 40;
/** Of the agent of the cash programme; it is paid beside what was sold. */
const COMMISSION_BPS = 150n;

/** What is done in one month; dollars, and how many households spend all that they are entitled to. */
export interface MonthPlan {
  readonly given: bigint;
  readonly allocated: bigint;
  readonly households: number;
  /** Whether the shop is paid for everything that it has sold so far. */
  readonly settles: boolean;
}

/** What one month came to, ledger units. */
export interface MonthDone {
  /** "2026-11", by the clock of the chain. */
  month: string;
  contributed: bigint;
  allocated: bigint;
  redeemed: bigint;
  settled: bigint;
}

/** Months of a fund and a programme, one after the other, by the chain's clock. The programme's own money of the start is in the first. */
export async function liveThrough(world: World, plans: readonly MonthPlan[]): Promise<MonthDone[]> {
  const { suite, people, folder } = world;
  const start = await monthNow(world);
  const programme = await cashProgramme(world);
  const fund = await openFund(suite, await createFund(world, programme.asset, "River valley fund"));
  const source = acts.recordSource(fund.address, keccakOfText("grant agreement"));
  await actTogether(people.finance, people.approver, programme.address, source);
  const sales = await loadLongCycle(world, programme, await mkdtemp(join(folder, "long-")));
  const direct = { contributed: programme.funded, allocated: programme.funded };
  const done: MonthDone[] = [{ month: start, ...direct, redeemed: 0n, settled: 0n }];
  let [sold, owed] = [0, 0n];
  for (const [i, plan] of plans.entries()) {
    if (i > 0) await world.letDaysPass(31);
    const contributed = plan.given * DOLLAR;
    if (contributed > 0n) await give(world, fund, contributed);
    const allocated = plan.allocated * DOLLAR;
    if (allocated > 0n) {
      const expectedId = Number(await fund.contract.nextAllocationId());
      const paying = { expectedId, recipient: programme.address, amount: allocated, reference: "" };
      await actTogether(people.finance, people.approver, fund.address, allocate(paying));
    }
    const today = Math.floor((await timeNow(world)) / DAY);
    const receipts = sales.slice(sold, sold + plan.households).map((sale) => ({ ...sale, day: today }));
    if (receipts.length > 0) await bringIn(world, programme, 4, receipts);
    sold += receipts.length;
    const redeemed = receipts.reduce((sum, { amount }) => sum + amount, 0n);
    owed += redeemed;
    const settled = plan.settles ? owed + (owed * COMMISSION_BPS) / 10_000n : 0n;
    if (settled > 0n) {
      const office = { suite, people, programme, key: CONSORTIUM_KEY };
      const statement = new TextEncoder().encode(`The shop's statement of month ${i + 1}`);
      await settleShop(office, {
        shop: 1,
        cycle: 1,
        statement,
        endToEndId: `MONTH-${i + 1}`,
        amount: owed,
      });
      owed = 0n;
    }
    done.push({ month: await monthNow(world), contributed, allocated, redeemed, settled });
  }
  return done;
}

/** A cycle that stays open for more than a year, and the receipts that spend all of it. */
async function loadLongCycle(world: World, programme: Programme, folder: string): Promise<FileReceipt[]> {
  const { suite, people } = world;
  const office = { suite, people, programme, key: CONSORTIUM_KEY };
  const list = readDemoFile(
    { ...syntheticList({ households: HOUSEHOLDS, seed: 2 }), value: "100" },
    programme,
  );
  const entries = await assignList(office, list);
  const today = Math.floor((await timeNow(world)) / DAY);
  const committed = await prepareMonth(office, folder, entries, {
    opensAt: today * DAY,
    expiresAt: (today + 500) * DAY - 1,
    graceEndsAt: (today + 514) * DAY - 1,
    periodFirstDay: today,
    periodLastDay: today + 499,
    kind: 0,
    parent: 0,
  });
  await approveAndLoad(office, committed, [people.approver]);
  return salesTo(entries, { terminal: 4, cycle: 1, day: today });
}

async function give({ people }: World, fund: FundHandle, amount: bigint): Promise<void> {
  const { donor } = people;
  await mintDollars(people, fund.asset, amount, donor.address);
  await signAndSend(donor, approveTokensCall(fund, amount, donor.address));
  await signAndSend(
    donor,
    contributeCall(fund, { donor: donor.address, amount: amountOf(amount), reference: "" }),
  );
}

async function timeNow({ suite }: World): Promise<number> {
  return (await suite.provider.getBlock("latest"))?.timestamp ?? 0;
}

async function monthNow(world: World): Promise<string> {
  return new Date((await timeNow(world)) * 1_000).toISOString().slice(0, 7);
}
