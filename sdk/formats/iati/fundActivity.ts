// SPDX-License-Identifier: Apache-2.0

import { type Day, formatDay } from "#sdk/receipts/day.ts";
import type { DonorFundBooks } from "../donorBooks.ts";
import { aboutProgrammeOf, type ExportProfile } from "../exportProfile.ts";
import { AID_VOCABULARY, DATE, PROJECT_TYPE, ROLE, STATUS, TRANSACTION } from "./codes.ts";
import type { IatiActivity, IatiOrganisation, IatiTransaction } from "./model.ts";
import { activityIdentifier, organisationOf, publisherOf, sourcesOf } from "./parties.ts";
import { fundersOf, MATERIAL_RELIEF, recipientOf } from "./programmeActivity.ts";

const SECONDS_A_DAY = 86_400;

/**
 * A donor fund as an IATI activity.
 *
 * 1 incoming funds: each contribution. 3 disbursement: each allocation to a programme or agreement, whose own activity it names; what
 * came back, below zero. An earmark that was released moved no money and is no transaction.
 * @throws ExportError EXPORT-101 when nobody knows the organisation's IATI identifier.
 */
export function fundActivity(books: DonorFundBooks, profile: ExportProfile): IatiActivity {
  const { fund, chainId, organisations } = books;
  const owner = publisherOf(fund.organisation.id, organisations, profile);
  const about = aboutProgrammeOf(profile, fund.address);
  const incoming = incomingFunds(books, owner, sourcesOf(profile, "Donor"));
  return {
    identifier: activityIdentifier(owner, chainId, fund.address),
    reportingOrg: owner,
    title: fund.name,
    description:
      about.description ??
      `Donor fund of ${owner.name} for programmes and agreements with partners. Figures come from the public ledger (chain ` +
        `${chainId}, contract ${fund.address}), where every figure can be recomputed.`,
    participants: [
      ...fundersOf(incoming),
      { ...owner, role: ROLE.accountable },
      { ...owner, role: ROLE.extending },
    ],
    status: STATUS.implementation,
    dates: [{ type: DATE.actualStart, day: formatDay(Math.floor(fund.createdAt / SECONDS_A_DAY) as Day) }],
    recipient: recipientOf(about),
    sector: about.sector ?? MATERIAL_RELIEF,
    humanitarianScope: about.humanitarianScope,
    aidTypes: [{ vocabulary: AID_VOCABULARY.dac, code: PROJECT_TYPE }],
    defaultCurrency: fund.currency.code,
    isHumanitarian: true,
    language: profile.language,
    transactions: [...incoming, ...disbursements(books, owner, profile)],
  };
}

function incomingFunds(
  { fund, contributions }: DonorFundBooks,
  owner: IatiOrganisation,
  donors: (address: string) => IatiOrganisation,
): IatiTransaction[] {
  return contributions
    .filter(({ kind }) => kind === "given" || kind === "unasked")
    .map(({ id, donor, amount, day, referenceText }) => ({
      ref: `FUNDS-${id}`,
      type: TRANSACTION.incomingFunds,
      ...valued(fund, amount, day),
      description: referenceText === null ? "Contribution" : `Contribution, reference ${referenceText}`,
      provider: donor === null ? { name: "Unknown donor" } : donors(donor),
      receiver: owner,
    }));
}

function disbursements(
  books: DonorFundBooks,
  owner: IatiOrganisation,
  profile: ExportProfile,
): IatiTransaction[] {
  const { fund, contributions, allocations, organisations, owners, chainId } = books;
  const receiverOf = (address: string): IatiOrganisation => {
    const receiver = organisationOf(owners.get(address) ?? 0, organisations, profile);
    const activity = receiver.ref === undefined ? undefined : activityIdentifier(receiver, chainId, address);
    return { ...receiver, activity };
  };
  const paid = allocations
    .filter(({ kind }) => kind === "allocated")
    .map(({ id, recipient, amount, day }) => ({
      ref: `ALLOCATION-${id}`,
      type: TRANSACTION.disbursement,
      ...valued(fund, amount, day),
      description: `Allocated to ${recipient.name}`,
      provider: owner,
      receiver: receiverOf(recipient.address),
    }));
  const back = contributions
    .filter(({ kind }) => kind === "returned")
    .map(({ id, donor, parent, amount, day }) => ({
      ref: `RETURN-${id}`,
      type: TRANSACTION.disbursement,
      ...valued(fund, `-${amount}`, day),
      description: `Returned of allocation ${parent}`,
      provider: owner,
      receiver: receiverOf(donor ?? ""),
    }));
  return [...paid, ...back];
}

function valued({ currency }: DonorFundBooks["fund"], amount: string, day: number) {
  return {
    value: { units: BigInt(amount), scale: currency.decimals },
    currency: currency.code,
    day: formatDay(day as Day),
  };
}
