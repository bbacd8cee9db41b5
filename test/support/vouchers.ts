// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText, type Wallet } from "ethers";
import { openShop } from "#scripts/seed/month.ts";
import type { People } from "#scripts/seed/people.ts";
import { createProgramme, deployUnit, fund, issueUnits } from "#scripts/seed/programme.ts";
import { type Band, bankPayout, type ProgrammeHandle, type Suite } from "#sdk/agency/index.ts";

const EURO_CENTS = 300_000_000n;
const PLENTY = 10n ** 10n;

/** An agency that is founded. */
export interface Founded {
  readonly suite: Suite;
  readonly people: People;
  readonly organisation: number;
}

/** Food vouchers in XOF, a unit that the agency itself issues: no money, no shops and no cycles yet. */
export async function createVouchers(
  { suite, people, organisation }: Founded,
  bands: readonly Band[],
): Promise<{ readonly programme: ProgrammeHandle; readonly unit: string }> {
  const unit = await deployUnit(suite, people, organisation, "XOF", 0);
  const programme = await createProgramme(suite, people, {
    organisation,
    name: "Food vouchers",
    asset: unit,
    currency: "XOF",
    step: 500n,
    modality: "voucher",
    purpose: "72040",
    bands,
  });
  return { programme, unit };
}

/** Food vouchers with money, one approver for any cycle, and a shop of wide limits that a bank pays. @param key The consortium's. */
export async function fundedVouchers(
  agency: Founded & { readonly key: Uint8Array },
  terminals: readonly Wallet[],
): Promise<ProgrammeHandle> {
  const { suite, people, organisation, key } = agency;
  const band = { upTo: PLENTY, approvers: 1, needsRelease: false };
  const { programme, unit } = await createVouchers(agency, [band]);
  await fund(people, programme, await issueUnits(suite, people, organisation, unit, EURO_CENTS));
  const shop = {
    code: "SHOP-001",
    kind: "Retailer",
    commissionBps: 0,
    offlineDays: 30,
    isActive: true,
    ceilingPerDay: PLENTY,
    terminalLimit: PLENTY,
  } as const;
  const payout = bankPayout(keccakOfText("bank details"));
  await openShop({ suite, people, programme, key }, shop, payout, terminals);
  return programme;
}
