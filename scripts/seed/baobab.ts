// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";
import { id as keccakOfText, toUtf8Bytes } from "ethers";
import { acts, bankPayout, tokenPayout } from "#sdk/agency/index.ts";
import { type Agency, chainDay, monthPlan, runMonth, SHOP, sell, settlementOf } from "./demoMonth.ts";
import { demoFiles, readDemoFile } from "./lists.ts";
import {
  assignList,
  confirmPaid,
  type Office,
  openShop,
  prepareMonth,
  proposeShop,
  settleShop,
} from "./month.ts";
import { terminalKey } from "./people.ts";
import { actTogether, createProgramme, deployUnit, fund, issueUnits, mintDollars } from "./programme.ts";

const EURO_CENTS = 20_000_000n;
const DOLLARS = 40_000_000_000n;
const SECOND_PAYMENT = 5_000_000_000n;
const FEES = 200_000_000n;

/** A voucher programme in XOF that pays its shops through a bank, with next month's list waiting to be approved. */
export async function seedVouchers({
  suite,
  people,
  key,
  organisation,
  folder,
  tell,
}: Agency): Promise<void> {
  tell("creating the voucher programme in XOF");
  const unit = await deployUnit(suite, people, organisation, "XOF", 0);
  const programme = await createProgramme(suite, people, {
    organisation,
    name: "Food vouchers, northern districts",
    asset: unit,
    currency: "XOF",
    step: 500n,
    modality: "voucher",
    purpose: "72040",
    bands: [
      { upTo: 200_000_000n, approvers: 2, needsRelease: false },
      { upTo: 1_000_000_000n, approvers: 2, needsRelease: true },
    ],
  });
  const office: Office = { suite, people, programme, key };
  await fund(people, programme, await issueUnits(suite, people, organisation, unit, EURO_CENTS));

  tell("registering three shops");
  const shops = [1, 2, 3].map((n) => ({ code: `SHOP-00${n}`, terminal: terminalKey(n) }));
  for (const { code, terminal } of shops) {
    const terms = { ...SHOP, code, ceilingPerDay: 4_000_000n, terminalLimit: 60_000_000n };
    await openShop(office, terms, bankPayout(keccakOfText(`demonstration bank details ${code}`)), [terminal]);
  }

  tell("opening accounts and loading this month's list");
  const today = await chainDay(suite);
  const list = readDemoFile(demoFiles.vouchers, programme);
  const entries = await assignList(office, list);
  await runMonth(office, join(folder, "vouchers-1"), entries, monthPlan(today - 12, 30), [
    people.approver,
    people["approver-2"],
  ]);
  await sell(
    office,
    entries,
    1,
    shops.map(({ terminal }) => terminal),
    today - 12,
    today,
    68,
  );

  tell("settling with two shops");
  const first = await settleShop(office, settlementOf(programme, 1, "DEMO-0001"));
  await confirmPaid(office, first, toUtf8Bytes("Demonstration bank statement: DEMO-0001 paid"));
  await settleShop(office, settlementOf(programme, 2, "DEMO-0002"));

  tell("preparing next month's cycle");
  await prepareMonth(office, join(folder, "vouchers-2"), entries, monthPlan(today + 18, 30), entries);

  const payout = bankPayout(keccakOfText("demonstration bank details SHOP-007"));
  await proposeShop(
    office,
    { ...SHOP, code: "SHOP-007", ceilingPerDay: 4_000_000n, terminalLimit: 60_000_000n },
    payout,
  );
}

/**
 * A cash programme in a dollar token that pays its cash agents at once.
 * @param dollar Address of the token.
 */
export async function seedCash(
  { suite, people, key, organisation, folder, tell }: Agency,
  dollar: string,
): Promise<void> {
  tell("creating the cash programme in dollars");
  const programme = await createProgramme(suite, people, {
    organisation,
    name: "Cash for schooling, coast",
    asset: dollar,
    currency: "USD",
    step: 10_000n,
    modality: "cash",
    purpose: "11220",
    bands: [{ upTo: 100_000_000_000n, approvers: 1, needsRelease: false }],
  });
  const office: Office = { suite, people, programme, key };
  await mintDollars(people, dollar, DOLLARS);
  await fund(people, programme, DOLLARS);
  // A second payment of the donor's has come in, so that a visitor can bring it into the programme.
  await mintDollars(people, dollar, SECOND_PAYMENT, people.finance.address);
  const fees = acts.changeFeeReserve(FEES, "add");
  await actTogether(people.finance, people.approver, programme.address, fees);

  const agents = [
    { code: "AGENT-01", terminal: terminalKey(4), wallet: people["shop-3-wallet"] },
    { code: "AGENT-02", terminal: terminalKey(5), wallet: people["shop-4-wallet"] },
  ];
  for (const { code, terminal, wallet } of agents) {
    const terms = {
      ...SHOP,
      code,
      kind: "CashAgent" as const,
      commissionBps: 150,
      ceilingPerDay: 3_000_000_000n,
      terminalLimit: 20_000_000_000n,
    };
    await openShop(office, terms, tokenPayout(wallet.address), [terminal]);
  }
  const today = await chainDay(suite);
  const list = readDemoFile(demoFiles.cash, programme);
  const entries = await assignList(office, list);
  await runMonth(office, join(folder, "cash-1"), entries, monthPlan(today - 5, 21), [people.approver]);
  await sell(
    office,
    entries,
    1,
    agents.map(({ terminal }) => terminal),
    today - 5,
    today,
    45,
  );
  tell("settling with a cash agent");
  await settleShop(office, settlementOf(programme, 1, ""));
}
