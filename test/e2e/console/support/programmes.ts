// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import { openShop } from "#scripts/seed/month.ts";
import { terminalKey } from "#scripts/seed/people.ts";
import {
  actTogether,
  createProgramme,
  deployDollar,
  fund,
  issueUnits,
  mintDollars,
} from "#scripts/seed/programme.ts";
import { acts, bankPayout, type ProgrammeHandle, tokenPayout } from "#sdk/agency/index.ts";
import { createVouchers } from "#test/support/vouchers.ts";
import { CONSORTIUM_KEY, type World } from "./world.ts";

const EURO_CENTS = 100_000_000n;
const DOLLARS = 60_000_000_000n;
const DOLLAR_FEES = 1_000_000_000n;

/** What a programme holds and sells with when the tests begin. */
export interface Programme extends ProgrammeHandle {
  /** Money in it, ledger units. */
  readonly funded: bigint;
  readonly fees: bigint;
}

/** Vouchers in XOF, shops paid by the bank. Large cycles take two approvers and a release. One shop with one terminal. */
export async function voucherProgramme(world: World): Promise<Programme> {
  const { suite, people, organisation } = world;
  const { programme: handle, unit } = await createVouchers(world, [
    { upTo: 50_000_000n, approvers: 1, needsRelease: false },
    { upTo: 2_000_000_000n, approvers: 2, needsRelease: true },
  ]);
  const funded = await issueUnits(suite, people, organisation, unit, EURO_CENTS);
  await fund(people, handle, funded);
  const terms = { code: "SHOP-001", ceilingPerDay: 20_000_000n, terminalLimit: 60_000_000n, ...SHOP };
  const office = { suite, people, programme: handle, key: CONSORTIUM_KEY };
  await openShop(office, terms, bankPayout(keccakOfText("bank details of the tests")), [terminalKey(1)]);
  return { ...handle, funded, fees: 0n };
}

/** Cash in a dollar token, agents paid in tokens with a commission. One approver. One agent with one terminal. */
export async function cashProgramme({ suite, people, organisation }: World): Promise<Programme> {
  const dollar = await deployDollar(people);
  const handle = await createProgramme(suite, people, {
    organisation,
    name: "Cash for schooling",
    asset: dollar,
    currency: "USD",
    step: 10_000n,
    modality: "cash",
    purpose: "11220",
    bands: [{ upTo: 100_000_000_000n, approvers: 1, needsRelease: false }],
  });
  await mintDollars(people, dollar, DOLLARS);
  await fund(people, handle, DOLLARS);
  await actTogether(
    people.finance,
    people.approver,
    handle.address,
    acts.changeFeeReserve(DOLLAR_FEES, "add"),
  );
  const limits = { ceilingPerDay: 3_000_000_000n, terminalLimit: 20_000_000_000n };
  const terms = { ...SHOP, ...limits, code: "AGENT-01", kind: "CashAgent", commissionBps: 150 } as const;
  const office = { suite, people, programme: handle, key: CONSORTIUM_KEY };
  await openShop(office, terms, tokenPayout(people["shop-3-wallet"].address), [terminalKey(4)]);
  return { ...handle, funded: DOLLARS, fees: DOLLAR_FEES };
}

const SHOP = { kind: "Retailer", commissionBps: 0, offlineDays: 10, isActive: true } as const;
