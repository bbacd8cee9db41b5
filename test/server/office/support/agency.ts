// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { openShop } from "#scripts/seed/month.ts";
import { terminalKey } from "#scripts/seed/people.ts";
import { createProgramme, deployUnit, fund, issueUnits } from "#scripts/seed/programme.ts";
import {
  announceOpeningCall,
  approveCycleCall,
  bankPayout,
  chainTime,
  checkedTermsHash,
  commitEntries,
  findAccounts,
  type ProgrammeHandle,
  planOpening,
  prepareCycleCall,
  preparedTerms,
  registryState,
  termsOf,
} from "#sdk/agency/index.ts";
import type { AccountNumber, Commitment, NamelessEntry } from "#sdk/list/index.ts";
import { amountOf } from "#sdk/money/index.ts";
import { pushOpening } from "#sdk/relay/index.ts";
import { openOffice, type TestOffice } from "#test/e2e/support/office.ts";

const DAY = 86_400;

/** An agency whose programme has money, a shop with two terminals, and a cycle that is prepared. */
export interface TestAgency extends TestOffice {
  readonly programme: ProgrammeHandle;
  /** A cycle's list as the preparer stored it. */
  readonly listText: string;
  readonly cycle: number;
  readonly chunks: number;
  readonly accounts: readonly AccountNumber[];
  /** Each household's entitlement, ledger units. */
  readonly amount: bigint;
  approve(): Promise<void>;
  /** Sign the opening of households that nobody has opened before. */
  announce(households: number): Promise<Commitment[]>;
}

/** @param households That are open and in the list of cycle 1. */
export async function openAgency(households: number): Promise<TestAgency> {
  const office = await openOffice();
  const { suite, people, organisation } = office;
  let made = 0;

  async function announce(count: number): Promise<Commitment[]> {
    made += 1;
    const commitments = Array.from({ length: count }, (_, i) => keccakOfText(`${made} ${i}`) as Commitment);
    const { opening } = await planOpening(suite, organisation, commitments);
    if (opening === undefined) throw new Error("these accounts are open already");
    const { custodian } = people;
    await signAndSend(custodian, announceOpeningCall(suite, organisation, opening, 1, custodian.address));
    return commitments;
  }

  const programme = await fundedProgramme(office);
  const commitments = await announce(households);
  const { opening } = await planOpening(suite, organisation, commitments);
  if (opening === undefined) throw new Error("the opening is not on the ledger");
  const registry = suite.deployment.contracts.accounts;
  await pushOpening(people.relayer, registry, opening.openingId, opening.chunks, { pollInterval: 10 });
  const { open } = await findAccounts(suite, commitments);
  const amount = 5_000n;
  const entries: NamelessEntry[] = [...open.values()].map((account) => ({
    account,
    amount: amountOf(amount),
  }));
  const cycle = Number(await programme.contract.nextCycleId());
  const registryNow = await registryState(suite.accounts);
  const committed = await commitEntries(suite, { programme, cycle, entries, registry: registryNow });
  const terms = termsOf(committed, await planFromToday(office));
  const { preparer, approver } = people;
  await signAndSend(preparer, prepareCycleCall(suite, programme, cycle, terms, preparer.address));

  return {
    ...office,
    programme,
    listText: committed.listText,
    cycle,
    chunks: committed.list.chunks.length,
    accounts: [...open.values()],
    amount,
    announce,
    async approve() {
      const hash = checkedTermsHash(suite, await preparedTerms(suite, programme, cycle), committed);
      await signAndSend(approver, approveCycleCall(programme, cycle, hash, approver.address));
    },
  };
}

async function planFromToday({ suite }: TestOffice) {
  const now = await chainTime(suite);
  const today = Math.floor(now / DAY);
  return {
    opensAt: now - 60,
    expiresAt: (today + 30) * DAY,
    graceEndsAt: (today + 44) * DAY,
    periodFirstDay: today,
    periodLastDay: today + 29,
    kind: 0,
    parent: 0,
  };
}

async function fundedProgramme({ suite, people, organisation, key }: TestOffice): Promise<ProgrammeHandle> {
  const asset = await deployUnit(suite, people, organisation, "XOF", 0);
  const programme = await createProgramme(suite, people, {
    organisation,
    name: "Food vouchers",
    asset,
    currency: "XOF",
    step: 500n,
    modality: "voucher",
    purpose: "72040",
    bands: [{ upTo: 10n ** 10n, approvers: 1, needsRelease: false }],
  });
  await fund(people, programme, await issueUnits(suite, people, organisation, asset, 300_000_000n));
  const terms = {
    code: "SHOP-001",
    kind: "Retailer",
    commissionBps: 0,
    offlineDays: 30,
    isActive: true,
  } as const;
  const limits = { ceilingPerDay: 10n ** 10n, terminalLimit: 10n ** 10n };
  const terminals = [terminalKey(1), terminalKey(2)];
  await openShop(
    { suite, people, programme, key },
    { ...terms, ...limits },
    bankPayout(keccakOfText("bank")),
    terminals,
  );
  return programme;
}
