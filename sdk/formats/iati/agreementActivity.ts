// SPDX-License-Identifier: Apache-2.0

import { type Day, formatDay } from "#sdk/receipts/day.ts";
import type { AgreementBooks } from "../donorBooks.ts";
import { aboutProgrammeOf, type ExportProfile } from "../exportProfile.ts";
import { AID_VOCABULARY, DATE, PROJECT_TYPE, ROLE, STATUS, TRANSACTION } from "./codes.ts";
import type { IatiActivity, IatiDate, IatiOrganisation, IatiTransaction } from "./model.ts";
import { activityIdentifier, organisationOf, publisherOf, sourcesOf } from "./parties.ts";
import { fundersOf, MATERIAL_RELIEF, recipientOf } from "./programmeActivity.ts";

const SECONDS_A_DAY = 86_400;

const STATUSES: Readonly<Record<string, string>> = {
  Proposed: STATUS.pipeline,
  Active: STATUS.implementation,
  Completed: STATUS.closed,
  Terminated: STATUS.closed,
};

interface Parties {
  readonly agency: IatiOrganisation;
  readonly partner: IatiOrganisation;
}

/**
 * An agreement with an implementing partner as an IATI activity of the agency.
 *
 * 1 incoming funds: what sources brought into the escrow; what went back to them, below zero. 2 outgoing commitment: what each signed
 * version of the terms adds or takes away, and at the end what milestones cost less. 3 disbursement: payments to the partner, an
 * organisation that reports on them itself; what of advances came back, below zero.
 * @throws ExportError EXPORT-101 when nobody knows the agency's IATI identifier.
 */
export function agreementActivity(books: AgreementBooks, profile: ExportProfile): IatiActivity {
  const { agreement, chainId, organisations } = books;
  const agency = publisherOf(agreement.agency.id, organisations, profile);
  const partner = organisationOf(agreement.partner.id, organisations, profile);
  const about = aboutProgrammeOf(profile, agreement.address);
  const incoming = incomingFunds(books, agency, profile);
  const parties = { agency, partner };
  return {
    identifier: activityIdentifier(agency, chainId, agreement.address),
    reportingOrg: agency,
    title: agreement.title,
    description:
      about.description ??
      `Agreement of ${agency.name} with ${partner.name}, paid by milestones. Figures come from the public ledger (chain ` +
        `${chainId}, contract ${agreement.address}), where every figure can be recomputed.`,
    participants: [
      ...fundersOf(incoming),
      { ...agency, role: ROLE.accountable },
      { ...partner, role: ROLE.implementing },
    ],
    status: STATUSES[agreement.state] ?? STATUS.implementation,
    dates: datesOf(books),
    recipient: recipientOf(about),
    sector: about.sector ?? MATERIAL_RELIEF,
    humanitarianScope: about.humanitarianScope,
    aidTypes: [{ vocabulary: AID_VOCABULARY.dac, code: PROJECT_TYPE }],
    defaultCurrency: agreement.currency.code,
    isHumanitarian: true,
    language: profile.language,
    transactions: [...incoming, ...commitments(books, parties), ...disbursements(books, parties)],
  };
}

function incomingFunds(
  books: AgreementBooks,
  agency: IatiOrganisation,
  profile: ExportProfile,
): IatiTransaction[] {
  const { agreement, escrowings, organisations, owners, chainId } = books;
  const others = sourcesOf(profile);
  const providerOf = (source: string): IatiOrganisation => {
    const owner = owners.get(source);
    if (owner === undefined) return others(source);
    const fund = organisationOf(owner, organisations, profile);
    return {
      ...fund,
      activity: fund.ref === undefined ? undefined : activityIdentifier(fund, chainId, source),
    };
  };
  return escrowings.map(({ block, logIndex, source, amount, day }) => ({
    ref: `FUNDS-${block}-${logIndex}`,
    type: TRANSACTION.incomingFunds,
    ...valued(agreement, amount, day),
    description: amount < 0n ? "Returned to its source" : "Brought into escrow by a recorded source",
    provider: providerOf(source),
    receiver: agency,
  }));
}

function commitments({ agreement, accepted, payments }: AgreementBooks, parties: Parties): IatiTransaction[] {
  const committed = accepted.map(({ amount, block, day, number }) => ({
    // What is not paid can still cost so much; what was paid before is committed, too.
    total: (amount ?? 0n) + paidUpTo(payments, block),
    day,
    ref: `TERMS-${number}`,
    description: `Terms of version ${number}, signed by both sides`,
  }));
  const last = committed.at(-1);
  if (last === undefined) return [];
  const now = BigInt(agreement.money.committed);
  const lastDay = payments.reduce((latest, { day }) => Math.max(latest, day), last.day);
  const saved = {
    total: now,
    day: lastDay,
    ref: "SAVED",
    description: "Milestones that cost less than agreed",
  };
  return [...committed, saved]
    .map((one, index, all) => ({ ...one, change: one.total - (all[index - 1]?.total ?? 0n) }))
    .filter(({ change }) => change !== 0n)
    .map(({ ref, change, day, description }) => ({
      ref: `COMMITMENT-${ref}`,
      type: TRANSACTION.outgoingCommitment,
      ...valued(agreement, change, day),
      description,
      provider: parties.agency,
      receiver: parties.partner,
    }));
}

/** Payments only: what of an advance comes back does not lower the commitment. */
function paidUpTo(payments: AgreementBooks["payments"], block: number): bigint {
  return payments.reduce((sum, one) => (one.block <= block && one.amount > 0n ? sum + one.amount : sum), 0n);
}

function disbursements({ agreement, payments }: AgreementBooks, parties: Parties): IatiTransaction[] {
  return payments.map(({ block, logIndex, milestone, amount, day }) => ({
    ref: `PAYMENT-${block}-${logIndex}`,
    type: TRANSACTION.disbursement,
    ...valued(agreement, amount, day),
    description: amount < 0n ? `Unspent advance of milestone ${milestone}` : `Milestone ${milestone}`,
    provider: parties.agency,
    receiver: parties.partner,
  }));
}

function datesOf({ agreement }: AgreementBooks): IatiDate[] {
  const started = Math.floor(agreement.createdAt / SECONDS_A_DAY);
  const lastDay = agreement.items.reduce((last, { dueDay }) => Math.max(last, dueDay), 0);
  const end = lastDay >= started ? [{ type: DATE.plannedEnd, day: formatDay(lastDay as Day) }] : [];
  return [{ type: DATE.actualStart, day: formatDay(started as Day) }, ...end];
}

function valued({ currency }: AgreementBooks["agreement"], amount: bigint, day: number) {
  return {
    value: { units: amount, scale: currency.decimals },
    currency: currency.code,
    day: formatDay(day as Day),
  };
}
