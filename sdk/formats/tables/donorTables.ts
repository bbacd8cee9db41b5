// SPDX-License-Identifier: Apache-2.0

import type { AllocationView, ContributionView, MilestoneView, Row } from "#sdk/history/index.ts";
import { amountOf, formatAmount } from "#sdk/money/index.ts";
import { type Day, formatDay } from "#sdk/receipts/day.ts";
import type { AgreementBooks, DonorFundBooks } from "../donorBooks.ts";
import type { ExportProfile } from "../exportProfile.ts";
import { type Cell, type Column, currencyTag, type ExportTable, exportTable } from "./exportTable.ts";

export const FUND_TABLES = ["contributions", "allocations"] as const;
export type FundTable = (typeof FUND_TABLES)[number];
export const AGREEMENT_TABLES = ["milestones", "payments"] as const;
export type AgreementTable = (typeof AGREEMENT_TABLES)[number];

interface Of<B, T> {
  readonly books: B;
  readonly item: T;
}

/** One table of a donor fund. */
export function fundTableOf(name: FundTable, books: DonorFundBooks, profile: ExportProfile): ExportTable {
  if (name === "allocations")
    return exportTable<Of<DonorFundBooks, AllocationView>>(
      [...fundIdentity(books), ...allocationColumns],
      books.allocations.map((item) => ({ books, item })),
    );
  return exportTable<Of<DonorFundBooks, ContributionView>>(
    [...fundIdentity(books), ...contributionColumns(profile)],
    books.contributions.map((item) => ({ books, item })),
  );
}

/** One table of an agreement with a partner. */
export function agreementTableOf(name: AgreementTable, books: AgreementBooks): ExportTable {
  if (name === "payments")
    return exportTable<Of<AgreementBooks, Row<"payments">>>(
      [...agreementIdentity(books), ...paymentColumns],
      books.payments.map((item) => ({ books, item })),
    );
  return exportTable<Of<AgreementBooks, MilestoneView>>(
    [...agreementIdentity(books), ...milestoneColumns],
    books.agreement.items.map((item) => ({ books, item })),
  );
}

function fundIdentity<T>({ fund }: DonorFundBooks): Column<Of<DonorFundBooks, T>>[] {
  return [
    { name: "fund", tag: "#activity+name", cell: ({ books }) => books.fund.name },
    { name: "fund_address", tag: "#activity+code", cell: ({ books }) => books.fund.address },
    { name: "organisation", tag: "#org+name", cell: ({ books }) => books.fund.organisation.name },
    { name: "currency", tag: currencyTag([fund.currency.code]), cell: () => fund.currency.code },
  ];
}

function agreementIdentity<T>({ agreement }: AgreementBooks): Column<Of<AgreementBooks, T>>[] {
  return [
    { name: "agreement", tag: "#activity+name", cell: ({ books }) => books.agreement.title },
    { name: "agreement_address", tag: "#activity+code", cell: ({ books }) => books.agreement.address },
    { name: "agency", tag: "#org+prog+name", cell: ({ books }) => books.agreement.agency.name },
    { name: "partner", tag: "#org+impl+name", cell: ({ books }) => books.agreement.partner.name },
    { name: "currency", tag: currencyTag([agreement.currency.code]), cell: () => agreement.currency.code },
  ];
}

function contributionColumns(profile: ExportProfile): Column<Of<DonorFundBooks, ContributionView>>[] {
  return [
    { name: "contribution", tag: "#meta+id", cell: ({ item }) => item.id },
    { name: "kind", tag: "#activity+type", cell: ({ item }) => item.kind },
    { name: "date", tag: "#date", cell: ({ item }) => day(item.day) },
    ofFund("amount", "#value+received", ({ item }) => item.amount),
    { name: "donor", tag: "#org+funder+code", cell: ({ item }) => item.donor },
    {
      name: "donor_name",
      tag: "#org+funder+name",
      cell: ({ item }) => profile.sources[item.donor ?? ""]?.name ?? null,
    },
    {
      name: "reference",
      tag: "#meta+id+reference",
      cell: ({ item }) => item.referenceText ?? item.reference,
    },
    { name: "earmarked_for", tag: "#activity+name+earmark", cell: ({ item }) => item.earmark?.name ?? null },
    { name: "returned_of_allocation", tag: "#meta+id+parent", cell: ({ item }) => item.parent },
    { name: "transaction", tag: "#meta+id+transaction", cell: ({ item }) => item.transaction },
  ];
}

const allocationColumns: readonly Column<Of<DonorFundBooks, AllocationView>>[] = [
  { name: "allocation", tag: "#meta+id", cell: ({ item }) => item.id },
  { name: "kind", tag: "#activity+type", cell: ({ item }) => item.kind },
  { name: "date", tag: "#date", cell: ({ item }) => day(item.day) },
  ofFund("amount", "#value+committed", ({ item }) => item.amount),
  ofFund("returned", "#value+returned", ({ item }) => item.returned),
  { name: "recipient", tag: "#activity+name+recipient", cell: ({ item }) => item.recipient.name },
  { name: "recipient_address", tag: "#activity+code+recipient", cell: ({ item }) => item.recipient.address },
  { name: "earmarked", tag: "#status+earmarked", cell: ({ item }) => (item.isEarmarked ? "yes" : "no") },
  { name: "reference", tag: "#meta+id+reference", cell: ({ item }) => item.referenceText ?? item.reference },
  { name: "transaction", tag: "#meta+id+transaction", cell: ({ item }) => item.transaction },
];

const milestoneColumns: readonly Column<Of<AgreementBooks, MilestoneView>>[] = [
  { name: "milestone", tag: "#meta+id", cell: ({ item }) => item.id },
  { name: "kind", tag: "#activity+type", cell: ({ item }) => item.kind },
  { name: "state", tag: "#status", cell: ({ item }) => item.state },
  { name: "finding", tag: "#status+finding", cell: ({ item }) => item.finding },
  { name: "due", tag: "#date+end", cell: ({ item }) => day(item.dueDay) },
  ofAgreement("amount", "#value+committed", ({ item }) => item.amount),
  ofAgreement("claimed", "#value+claimed", ({ item }) => item.claimed),
  ofAgreement("authorised", "#value+authorised", ({ item }) => item.authorised),
  ofAgreement("paid", "#value+paid", ({ item }) => item.paid),
  ofAgreement("advance_accounted_for", "#value+accepted", ({ item }) => item.accepted),
  ofAgreement("advance_came_back", "#value+returned", ({ item }) => item.refunded),
  ofAgreement("advance_outstanding", "#value+outstanding", ({ item }) => item.outstanding),
  { name: "description", tag: "#meta+id+description", cell: ({ item }) => item.description },
  { name: "evidence", tag: "#meta+id+evidence", cell: ({ item }) => item.evidence },
];

const paymentColumns: readonly Column<Of<AgreementBooks, Row<"payments">>>[] = [
  { name: "milestone", tag: "#meta+id", cell: ({ item }) => item.milestone },
  { name: "date", tag: "#date", cell: ({ item }) => day(item.day) },
  ofAgreement("amount", "#value+paid", ({ item }) => item.amount.toString()),
  { name: "transaction", tag: "#meta+id+transaction", cell: ({ item }) => item.transaction },
];

function ofFund<T>(
  name: string,
  tag: string,
  units: (of: Of<DonorFundBooks, T>) => string,
): Column<Of<DonorFundBooks, T>> {
  return { name, tag, cell: (of) => money(units(of), of.books.fund.currency) };
}

function ofAgreement<T>(
  name: string,
  tag: string,
  units: (of: Of<AgreementBooks, T>) => string,
): Column<Of<AgreementBooks, T>> {
  return { name, tag, cell: (of) => money(units(of), of.books.agreement.currency) };
}

function money(units: string, currency: { readonly decimals: number }): Cell {
  return formatAmount(amountOf(BigInt(units)), currency);
}

function day(days: number): string {
  return formatDay(days as Day);
}
