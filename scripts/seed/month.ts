// SPDX-License-Identifier: Apache-2.0
import type { Wallet } from "ethers";
import { commitList } from "#scripts/cli/actions/commitList.ts";
import { recordDocument } from "#scripts/cli/actions/documents.ts";
import { openAccounts } from "#scripts/cli/actions/openAccounts.ts";
import { propose } from "#scripts/cli/acts.ts";
import { signAndSend } from "#scripts/cli/send.ts";
import {
  acts,
  approveCycleCall,
  authoriseTerminalCall,
  type CommittedList,
  type CyclePlan,
  checkedTermsHash,
  findAccounts,
  type Payout,
  type ProgrammeHandle,
  prepareCycleCall,
  preparedTerms,
  registryState,
  type ShopTermsInput,
  type Suite,
  settlementTerms,
  termsOf,
} from "#sdk/agency/index.ts";
import { assignAccounts, type ImportedList, type NamelessEntry } from "#sdk/list/index.ts";
import { loadCycle, type RelayOptions } from "#sdk/relay/index.ts";
import { KEY_VERSION } from "./consortium.ts";
import { commitmentsOf } from "./lists.ts";
import type { People } from "./people.ts";
import { actTogether } from "./programme.ts";

/** Receipts are looked for often on a local chain. */
export const LOCAL_RELAY: RelayOptions = { pollInterval: 20 };

/** Who and where: what every step of a month needs. */
export interface Office {
  readonly suite: Suite;
  readonly people: People;
  readonly programme: ProgrammeHandle;
  readonly key: Uint8Array;
}

/** Open the accounts that a list needs and connect its households with them. */
export async function assignList(
  { suite, people, programme, key }: Office,
  list: ImportedList,
): Promise<readonly NamelessEntry[]> {
  const commitments = await commitmentsOf(list, key);
  await openAccounts(suite, {
    organisation: programme.organisation,
    keyVersion: KEY_VERSION,
    commitments,
    custodian: people.custodian,
    relayer: people.relayer,
    relay: LOCAL_RELAY,
  });
  const { open } = await findAccounts(suite, commitments);
  return assignAccounts(list.entitlements, commitments, open).entries;
}

/** Commit entries to the next cycle, prepare it, and record its control sheet's hash under the cycle's terms. */
export async function prepareMonth(
  { suite, people, programme }: Office,
  folder: string,
  entries: readonly NamelessEntry[],
  plan: CyclePlan,
  previous?: readonly NamelessEntry[],
): Promise<CommittedList> {
  const committed = await commitList(suite, folder, {
    programme,
    cycle: Number(await programme.contract.nextCycleId()),
    entries,
    registry: await registryState(suite.accounts),
    ...(previous === undefined ? {} : { previous }),
  });
  const { preparer } = people;
  const terms = termsOf(committed, plan);
  const call = prepareCycleCall(suite, programme, committed.facts.cycle, terms, preparer.address);
  await signAndSend(preparer, call);
  return committed;
}

/** Have the approvers, as many as needed, approve the list at hand; then load it. */
export async function approveAndLoad(
  { suite, people, programme }: Office,
  committed: CommittedList,
  approvers: readonly Wallet[],
): Promise<void> {
  const { facts, list } = committed;
  const { cycle } = facts;
  const hash = checkedTermsHash(suite, await preparedTerms(suite, programme, cycle), committed);
  for (const approver of approvers) {
    await signAndSend(approver, approveCycleCall(programme, cycle, hash, approver.address));
  }
  await loadCycle(people.relayer, programme.address, cycle, list.chunks, LOCAL_RELAY);
}

/** Register a shop with two officers and authorise its terminals. @returns The shop's number. */
export async function openShop(
  { people, programme }: Office,
  terms: ShopTermsInput,
  payout: Payout,
  terminals: readonly Wallet[],
): Promise<number> {
  const shop = Number(await programme.contract.nextShopId());
  await actTogether(people.finance, people.approver, programme.address, acts.registerShop(terms, payout));
  const { custodian } = people;
  for (const { address } of terminals) {
    const terminal = { terminal: address, shop, limit: terms.terminalLimit };
    await signAndSend(custodian, authoriseTerminalCall(programme, terminal, custodian.address));
  }
  return shop;
}

/** Leave the registration of a shop for a second officer to approve. */
export async function proposeShop(
  { people, programme }: Office,
  terms: ShopTermsInput,
  payout: Payout,
): Promise<void> {
  await propose(people.finance, programme.address, acts.registerShop(terms, payout));
}

export interface SettleInput {
  readonly shop: number;
  readonly cycle: number;
  /** The reconciliation statement as a file. */
  readonly statement: Uint8Array;
  readonly endToEndId: string;
  readonly amount?: bigint;
}

/** Record a statement and settle with a shop. @returns The settlement's number. */
export async function settleShop({ suite, people, programme }: Office, input: SettleInput): Promise<number> {
  const { shop, cycle, endToEndId, amount } = input;
  const statement = await recordDocument(suite, people.finance, {
    organisation: programme.organisation,
    bytes: input.statement,
    kind: "Statement",
    subject: programme.address,
  });
  const terms = await settlementTerms(suite, programme, {
    shop,
    cycle,
    withholding: 0n,
    statement,
    endToEndId,
    ...(amount === undefined ? {} : { amount }),
  });
  await actTogether(people.finance, people.approver, programme.address, acts.makeSettlement(terms));
  return terms.expectedId;
}

/** The bank's statement shows a settlement as paid. */
export async function confirmPaid(
  { suite, people, programme }: Office,
  settlement: number,
  bankStatement: Uint8Array,
): Promise<void> {
  const hash = await recordDocument(suite, people.finance, {
    organisation: programme.organisation,
    bytes: bankStatement,
    kind: "BankStatement",
    subject: programme.address,
  });
  const act = acts.confirmSettlement(settlement, hash);
  await actTogether(people.finance, people.approver, programme.address, act);
}
