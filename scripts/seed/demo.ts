// SPDX-License-Identifier: Apache-2.0
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { id as keccakOfText, toUtf8Bytes, type Wallet } from "ethers";
import { redeem } from "#scripts/cli/actions/redeem.ts";
import { writeKeys } from "#scripts/cli/keys.ts";
import { readConsortiumKey } from "#scripts/cli/settings.ts";
import {
  acts,
  bankPayout,
  type CyclePlan,
  type ProgrammeHandle,
  type Suite,
  tokenPayout,
} from "#sdk/agency/index.ts";
import type { NamelessEntry } from "#sdk/list/index.ts";
import { foundAgency } from "./consortium.ts";
import { seatCouncil } from "./council.ts";
import { demoFiles, readDemoFile } from "./lists.ts";
import {
  approveAndLoad,
  assignList,
  confirmPaid,
  LOCAL_RELAY,
  type Office,
  openShop,
  prepareMonth,
  proposeShop,
  settleShop,
} from "./month.ts";
import { demoKeys, openPeople, type People, terminalKey } from "./people.ts";
import {
  actTogether,
  createProgramme,
  deployDollar,
  deployUnit,
  fund,
  issueUnits,
  mintDollars,
} from "./programme.ts";
import { makeSales } from "./sales.ts";

/** Called with a line for people before each step. */
export type Tell = (line: string) => void;

const DAY = 86_400;
const TERMINALS = 6;
const EURO_CENTS = 20_000_000n;
const DOLLARS = 40_000_000_000n;
const SECOND_PAYMENT = 5_000_000_000n;
const FEES = 200_000_000n;

/**
 * Fill a chain with a living example: an agency with its officers, a voucher programme in XOF that pays shops through a bank, and a cash
 * programme in a dollar token. Everything goes through the same actions as the command line.
 * @param folder Gets the officers' keys, the consortium's key and the lists.
 */
export async function seedDemo(suite: Suite, folder: string, tell: Tell): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const people = openPeople(suite.provider);
  const keyFile = join(folder, "consortium.key");
  // Not a secret: the demonstration has to come out the same each time.
  await writeFile(keyFile, `${keccakOfText("annona demonstration key")}\n`, { mode: 0o600 });
  const key = await readConsortiumKey(keyFile);
  await writeKeys(join(folder, "keys.json"), demoKeys(TERMINALS));

  tell("admitting an agency and its officers");
  const organisation = await foundAgency(suite, people, "Baobab Relief", key);
  await seedVouchers(suite, people, key, organisation, folder, tell);
  await seedCash(suite, people, key, organisation, folder, tell);
  tell("seating the council");
  await seatCouncil(suite, people);
  const last = await suite.provider.getBlock("latest");
  await writeFile(
    join(folder, "done.json"),
    `${JSON.stringify({ block: last?.number, hash: last?.hash })}\n`,
  );
}

async function seedVouchers(
  suite: Suite,
  people: People,
  key: Uint8Array,
  organisation: number,
  folder: string,
  tell: Tell,
): Promise<void> {
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

async function seedCash(
  suite: Suite,
  people: People,
  key: Uint8Array,
  organisation: number,
  folder: string,
  tell: Tell,
): Promise<void> {
  tell("creating the cash programme in dollars");
  const dollar = await deployDollar(people);
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

const SHOP = { kind: "Retailer", commissionBps: 0, offlineDays: 10, isActive: true } as const;

/** A cycle that opens on a day (may have passed), runs so many days, and takes late receipts for two weeks more. */
function monthPlan(firstDay: number, days: number): CyclePlan {
  const expiresAt = (firstDay + days) * DAY - 1;
  return {
    opensAt: firstDay * DAY,
    expiresAt,
    graceEndsAt: expiresAt + 14 * DAY,
    periodFirstDay: firstDay,
    periodLastDay: firstDay + days - 1,
    kind: 0,
    parent: 0,
  };
}

async function runMonth(
  office: Office,
  folder: string,
  entries: readonly NamelessEntry[],
  plan: CyclePlan,
  approvers: readonly Wallet[],
): Promise<void> {
  const committed = await prepareMonth(office, folder, entries, plan);
  await approveAndLoad(office, committed, approvers);
}

async function sell(
  { suite, people, programme }: Office,
  entries: readonly NamelessEntry[],
  cycle: number,
  terminals: readonly Wallet[],
  firstDay: number,
  lastDay: number,
  percent: number,
): Promise<void> {
  const receipts = makeSales({
    entries,
    cycle,
    terminals: terminals.map(({ address }) => address),
    firstDay,
    lastDay,
    percent,
    step: programme.step,
  });
  await redeem(suite, programme, {
    receipts,
    terminals: new Map(terminals.map((terminal) => [terminal.address, terminal])),
    relayer: people.relayer,
    relay: LOCAL_RELAY,
  });
}

function settlementOf(programme: ProgrammeHandle, shop: number, endToEndId: string) {
  const statement = toUtf8Bytes(`Demonstration statement of shop ${shop}, cycle 1, ${programme.name}`);
  return { shop, cycle: 1, statement, endToEndId };
}

/** Today on the chain, days since 1970-01-01. */
async function chainDay(suite: Suite): Promise<number> {
  const block = await suite.provider.getBlock("latest");
  return Math.floor((block?.timestamp ?? 0) / DAY);
}
