// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import { tokenPayout } from "#sdk/agency/index.ts";
import { type Agency, chainDay, monthPlan, runMonth, SHOP, sell, settlementOf } from "./demoMonth.ts";
import { demoFiles, readDemoFile } from "./lists.ts";
import { assignList, openShop, settleShop } from "./month.ts";
import { terminalKey } from "./people.ts";
import { createProgramme } from "./programme.ts";

/** Millionths of a dollar. */
const FIRST_WEEK = 137_500_000n;

/** The second agency's programme: market vouchers in a dollar token. It has no money yet. */
export async function foundMarketProgramme(
  { suite, people, organisation, tell }: Agency,
  dollar: string,
): Promise<ProgrammeHandle> {
  tell("creating the second agency's programme in dollars");
  return await createProgramme(suite, people, {
    organisation,
    name: "Market vouchers, river valley",
    asset: dollar,
    currency: "USD",
    step: 10_000n,
    modality: "voucher",
    purpose: "52010",
    bands: [{ upTo: 20_000_000_000n, approvers: 1, needsRelease: false }],
  });
}

/** A month of it: half of its households have accounts already, because the first agency opened them. */
export async function runMarketMonth(agency: Agency, programme: ProgrammeHandle): Promise<void> {
  const { suite, people, key, folder, tell } = agency;
  const office = { suite, people, programme, key };
  tell("selling at the second agency's shops and settling with them");
  const shops = [
    { code: "MARKET-01", terminal: terminalKey(6), wallet: people["shop-5-wallet"] },
    { code: "MARKET-02", terminal: terminalKey(7), wallet: people["shop-6-wallet"] },
  ];
  for (const { code, terminal, wallet } of shops) {
    const terms = { ...SHOP, code, ceilingPerDay: 800_000_000n, terminalLimit: 8_000_000_000n };
    await openShop(office, terms, tokenPayout(wallet.address), [terminal]);
  }
  const entries = await assignList(office, readDemoFile(demoFiles.market, programme));
  const today = await chainDay(suite);
  await runMonth(office, join(folder, "market-1"), entries, monthPlan(today - 8, 30), [people.approver]);
  const terminals = shops.map(({ terminal }) => terminal);
  await sell(office, entries, 1, terminals, today - 8, today, 72);
  // One shop had its first week paid before the other sent its statement.
  await settleShop(office, { ...settlementOf(programme, 2, ""), amount: FIRST_WEEK });
  await settleShop(office, settlementOf(programme, 1, ""));
}
