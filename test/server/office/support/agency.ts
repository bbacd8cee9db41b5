// SPDX-License-Identifier: Apache-2.0

import { id as keccakOfText } from "ethers";
import { signAndSend } from "#scripts/cli/send.ts";
import { terminalKey } from "#scripts/seed/people.ts";
import {
  announceOpeningCall,
  approveCycleCall,
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
import { fundedVouchers } from "#test/support/vouchers.ts";

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

  const programme = await fundedVouchers(office, [terminalKey(1), terminalKey(2)]);
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
