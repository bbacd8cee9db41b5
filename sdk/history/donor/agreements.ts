// SPDX-License-Identifier: Apache-2.0

import type { AgreementState, Finding, MilestoneKind, MilestoneState, Party } from "#sdk/agreements/names.ts";
import type { ReadRows } from "../readRows.ts";
import type { Row } from "../rows.ts";
import type {
  AgreementDetail,
  AgreementMoneyView,
  AgreementSummary,
  MilestoneView,
} from "../shapes/index.ts";
import { Directory } from "./directory.ts";

/** All agreements, the oldest first. */
export async function agreementsOf(read: ReadRows): Promise<AgreementSummary[]> {
  const directory = await Directory.read(read);
  const milestones = Map.groupBy(await read("milestones"), ({ agreement }) => agreement);
  const sources = Map.groupBy(await read("escrowSources"), ({ agreement }) => agreement);
  return directory.agreements.map((agreement) => {
    const { address } = agreement;
    return agreementSummary(agreement, directory, milestones.get(address) ?? [], sources.get(address) ?? []);
  });
}

/** @param address Checksummed. */
export async function agreementOf(read: ReadRows, address: string): Promise<AgreementDetail | undefined> {
  const directory = await Directory.read(read);
  const agreement = directory.agreements.find((one) => one.address === address);
  if (agreement === undefined) return undefined;
  const where = { agreement: address };
  const milestones = (await read("milestones", where)).toSorted((a, b) => a.id - b.id);
  const sources = (await read("escrowSources", where)).toSorted((a, b) => a.place - b.place);
  const payments = Map.groupBy(await read("payments", where), ({ milestone }) => milestone);
  const terms = await read("agreementTerms", where);
  const offered = terms.find(({ termsHash }) => termsHash === agreement.offered);
  return {
    ...agreementSummary(agreement, directory, milestones, sources),
    items: milestones.map((milestone) => milestoneView(milestone, payments.get(milestone.id) ?? [])),
    sources: sources.map(({ source, brought, credited, returned }) => ({
      source,
      fund: directory.find(source),
      brought: brought.toString(),
      credited: credited.toString(),
      returned: returned.toString(),
    })),
    terms: terms
      .filter(({ state }) => state === "Accepted")
      .toSorted((a, b) => a.version - b.version)
      .map(({ version, termsHash, documents, acceptedDay, transaction }) => ({
        version,
        termsHash,
        documents,
        acceptedDay: acceptedDay ?? 0,
        transaction,
      })),
    offer: offered
      ? { termsHash: offered.termsHash, version: offered.version, lapsesAt: offered.lapsesAt }
      : null,
    notice: noticeOf(agreement),
  };
}

function agreementSummary(
  agreement: Row<"agreements">,
  directory: Directory,
  milestones: readonly Row<"milestones">[],
  sources: readonly Row<"escrowSources">[],
): AgreementSummary {
  return {
    address: agreement.address,
    title: agreement.title,
    agency: directory.organisation(agreement.agency),
    partner: directory.organisation(agreement.partner),
    asset: agreement.asset,
    currency: { code: agreement.currency, decimals: agreement.decimals },
    state: agreement.state as AgreementState,
    createdAt: agreement.createdAt,
    version: agreement.version,
    money: moneyView(agreementMoney(agreement, milestones, sources)),
    outstanding: sum(milestones, outstandingOf).toString(),
    milestones: milestones.length,
    milestonesOver: milestones.filter(isOver).length,
  };
}

/** What the contract's `money()` says, ledger units. */
export function agreementMoney(
  { escrowed, paid, refunded, returned }: Row<"agreements">,
  milestones: readonly Row<"milestones">[],
  sources: readonly Row<"escrowSources">[],
): Record<keyof AgreementMoneyView, bigint> {
  const held = escrowed + refunded - paid - returned;
  const pending = sum(milestones, (milestone) =>
    isOver(milestone) ? 0n : milestone.amount - milestone.paid,
  );
  const credited = sum(sources, (source) => source.credited - source.returned);
  const usable = held - credited;
  return {
    committed: paid + pending,
    pending,
    escrowed,
    paid,
    refunded,
    returned,
    held,
    reserved: sum(milestones, reservedFor),
    credited,
    unfunded: usable < pending ? pending - usable : 0n,
    excess: usable < pending ? 0n : usable - pending,
  };
}

/** Of the escrow, what a milestone's submission keeps. */
export function reservedFor(milestone: Row<"milestones">): bigint {
  if (isOver(milestone)) return 0n;
  return (milestone.isDecided ? milestone.authorised : milestone.claimed) - milestone.paid;
}

/** Of an advance: paid, and neither accounted for nor back. */
export function outstandingOf({ kind, paid, accepted, refunded }: Row<"milestones">): bigint {
  return kind === "Advance" ? paid - accepted - refunded : 0n;
}

function isOver({ state }: Row<"milestones">): boolean {
  return state === "Paid" || state === "Cancelled";
}

function moneyView(money: Record<keyof AgreementMoneyView, bigint>): AgreementMoneyView {
  const entries = Object.entries(money).map(([name, amount]) => [name, amount.toString()]);
  return Object.fromEntries(entries) as unknown as AgreementMoneyView;
}

function milestoneView(milestone: Row<"milestones">, payments: readonly Row<"payments">[]): MilestoneView {
  return {
    id: milestone.id,
    state: milestone.state as MilestoneState,
    kind: milestone.kind as MilestoneKind,
    finding: milestone.finding as Finding,
    dueDay: milestone.dueDay,
    amount: milestone.amount.toString(),
    claimed: milestone.claimed.toString(),
    authorised: milestone.authorised.toString(),
    paid: milestone.paid.toString(),
    accepted: milestone.accepted.toString(),
    refunded: milestone.refunded.toString(),
    outstanding: outstandingOf(milestone).toString(),
    verifications: milestone.verifications,
    description: milestone.description,
    evidence: milestone.evidence,
    evidenceUri: milestone.evidenceUri,
    payments: payments.toSorted(byPlace).map(paymentView),
  };
}

function paymentView({ amount, day, transaction }: Row<"payments">): MilestoneView["payments"][number] {
  return { amount: amount.toString(), day, transaction };
}

function noticeOf({ noticeParty, noticeEndsAt, noticeReason }: Row<"agreements">): AgreementDetail["notice"] {
  if (noticeParty === null || noticeEndsAt === null || noticeReason === null) return null;
  return { party: noticeParty as Party, endsAt: noticeEndsAt, reason: noticeReason };
}

/** Order of the chain. */
export function byPlace(
  a: { readonly block: number; readonly logIndex: number },
  b: { readonly block: number; readonly logIndex: number },
): number {
  return a.block - b.block || a.logIndex - b.logIndex;
}

function sum<T>(items: readonly T[], amountOf: (item: T) => bigint): bigint {
  return items.reduce((total, item) => total + amountOf(item), 0n);
}
