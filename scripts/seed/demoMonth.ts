// SPDX-License-Identifier: Apache-2.0
import { toUtf8Bytes, type Wallet } from "ethers";
import { redeem } from "#scripts/cli/actions/redeem.ts";
import type { CyclePlan, ProgrammeHandle, Suite } from "#sdk/agency/index.ts";
import type { NamelessEntry } from "#sdk/list/index.ts";
import { approveAndLoad, LOCAL_RELAY, type Office, prepareMonth } from "./month.ts";
import type { People } from "./people.ts";
import { makeSales } from "./sales.ts";

const DAY = 86_400;

/** Called with a line for people before each step. */
export type Tell = (line: string) => void;

/** An agency of the demonstration and whoever works for it. */
export interface Agency {
  readonly suite: Suite;
  readonly people: People;
  /** The consortium's key. */
  readonly key: Uint8Array;
  readonly organisation: number;
  /** Gets its lists. */
  readonly folder: string;
  /** Where its office will answer: files that the ledger names are there. */
  readonly officeUrl: string;
  readonly tell: Tell;
}

/** What all shops of the demonstration have in common. */
export const SHOP = { kind: "Retailer", commissionBps: 0, offlineDays: 10, isActive: true } as const;

/** A cycle that opens on a day (may have passed), runs so many days, and takes late receipts for two weeks more. */
export function monthPlan(firstDay: number, days: number): CyclePlan {
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

/** Prepare, approve and load a month. */
export async function runMonth(
  office: Office,
  folder: string,
  entries: readonly NamelessEntry[],
  plan: CyclePlan,
  approvers: readonly Wallet[],
): Promise<void> {
  const committed = await prepareMonth(office, folder, entries, plan);
  await approveAndLoad(office, committed, approvers);
}

/** Have shops sell: their terminals share the households, and of a hundred as many have bought as `percent` says. */
export async function sell(
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

/** A settlement with a shop for the first cycle, on a statement that says so. @param endToEndId Empty where tokens are paid. */
export function settlementOf(programme: ProgrammeHandle, shop: number, endToEndId: string) {
  const statement = toUtf8Bytes(`Demonstration statement of shop ${shop}, cycle 1, ${programme.name}`);
  return { shop, cycle: 1, statement, endToEndId };
}

/** Today on the chain, days since 1970-01-01. */
export async function chainDay(suite: Suite): Promise<number> {
  const block = await suite.provider.getBlock("latest");
  return Math.floor((block?.timestamp ?? 0) / DAY);
}
