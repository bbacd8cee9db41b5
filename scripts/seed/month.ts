// SPDX-License-Identifier: Apache-2.0
import type { Wallet } from "ethers";
import { type CommittedList, commitList } from "#scripts/cli/actions/commitList.ts";
import {
  approveCycle,
  type CyclePlan,
  checkedTermsHash,
  loadCycle,
  prepareCycle,
  preparedTerms,
} from "#scripts/cli/actions/cycles.ts";
import { recordDocument } from "#scripts/cli/actions/documents.ts";
import { openAccounts } from "#scripts/cli/actions/openAccounts.ts";
import { findAccounts, registryState } from "#scripts/cli/actions/registry.ts";
import { settlementTerms } from "#scripts/cli/actions/settle.ts";
import {
  authoriseTerminal,
  type Payout,
  type ShopTermsInput,
  shopTerms,
} from "#scripts/cli/actions/shops.ts";
import { approve, propose } from "#scripts/cli/acts.ts";
import type { ProgrammeHandle, Suite } from "#scripts/cli/suite.ts";
import { assignAccounts, createCommitter, type ImportedList, type NamelessEntry } from "#sdk/list/index.ts";
import type { RelayOptions } from "#sdk/relay/index.ts";
import { KEY_VERSION } from "./consortium.ts";
import type { People } from "./people.ts";
import { actTogether } from "./programme.ts";

/** Kind of identifier in the demonstration's lists. */
export const NAMESPACE = "national-id";

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
  const commit = await createCommitter({ key, namespace: NAMESPACE });
  const commitments = list.entitlements.map(({ identifier }) => commit(identifier));
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
  await prepareCycle(suite, programme, people.preparer, committed, plan);
  return committed;
}

/** Have the approvers, as many as needed, approve the list at hand; then load it. */
export async function approveAndLoad(
  { suite, people, programme }: Office,
  folder: string,
  committed: CommittedList,
  approvers: readonly Wallet[],
): Promise<void> {
  const { cycle } = committed.facts;
  const hash = checkedTermsHash(suite, await preparedTerms(suite, programme, cycle), committed, folder);
  for (const approver of approvers) await approveCycle(programme, approver, cycle, hash);
  await loadCycle(programme, people.relayer, committed, LOCAL_RELAY);
}

/** Register a shop with two officers and authorise its terminals. @returns The shop's number. */
export async function openShop(
  { people, programme }: Office,
  terms: ShopTermsInput,
  payout: Payout,
  terminals: readonly Wallet[],
): Promise<number> {
  const shop = Number(await programme.contract.nextShopId());
  const act = programme.contract.interface.encodeFunctionData("registerShop", [shopTerms(terms), payout]);
  await actTogether(people.finance, people.approver, programme.address, act);
  for (const { address } of terminals) {
    await authoriseTerminal(programme, people.custodian, address, shop, terms.terminalLimit);
  }
  return shop;
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
    kind: "statement",
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
  const act = programme.contract.interface.encodeFunctionData("settle", [terms]);
  const actId = await propose(people.finance, programme.address, act);
  await approve(people.approver, programme.address, actId, act);
  return Number(terms.expectedId);
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
    kind: "bank-statement",
    subject: programme.address,
  });
  const act = programme.contract.interface.encodeFunctionData("confirmSettlement", [settlement, hash]);
  await actTogether(people.finance, people.approver, programme.address, act);
}
