// SPDX-License-Identifier: Apache-2.0

import type { PluralForms } from "../../../shared/words/plural.ts";

const en = {
  title: "Agreements with partners",
  intro:
    "Implementing partners are paid milestone by milestone, when independent monitors have verified the evidence.",
  list: "All agreements",
  empty: "No agreement yet",
  emptyHint: "An agreement appears here as soon as an organisation offers one to a partner on the ledger.",
  one: "Agreement with a partner",
  back: "All agreements",
  columns: {
    agreement: "Agreement",
    parties: "Agency and partner",
    state: "State",
    milestones: "Milestones",
    committed: "Committed",
    paid: "Paid",
    milestone: "Milestone",
    due: "Due",
    amount: "Amount",
    evidence: "Evidence",
    payments: "Payment",
    source: "Source",
    brought: "Brought in",
    returned: "Returned",
    version: "Version",
    signed: "Signed by both",
    fingerprint: "Fingerprint of the terms",
  },
  parties: (agency: string, partner: string) => `${agency} with ${partner}`,
  over: (over: string, all: string) => `${over} of ${all} over`,
  money: {
    title: "The money of the agreement",
    hint: "Committed by the terms, brought into escrow, paid for verified work.",
    line: "Line",
    chart: "Compared with what was committed",
    amount: (currency: string) => `Amount (${currency})`,
    committed: "Committed by the terms",
    escrowed: "Brought into escrow",
    held: "In escrow now",
    paid: "Paid to the partner",
    outstanding: "Advances not accounted for",
    returned: "Returned to sources",
    unfunded: "Committed, and not funded yet",
  },
  milestones: {
    title: "Milestones",
    hint: "A payment needs evidence, its verification by monitors, and two officers of the agency.",
    empty: "No milestones yet",
    emptyHint: "They appear here when both sides have signed the terms.",
    verifications: { one: "verification", other: "verifications" } as PluralForms,
    check: "Check",
    checkEvidence: (id: number) => `Check the evidence of milestone ${id}`,
    paidOn: (amount: string, day: string) => `${amount} on ${day}`,
  },
  sources: { title: "Where the money came from", hint: "What is not needed goes back the same way." },
  terms: {
    title: "Terms that both signed",
    hint: "An amendment is a new version; what was paid stays as it is.",
  },
  offer: (day: string) =>
    `The agency has offered terms that the partner has not signed yet; the offer lapses on ${day}.`,
  notice: (day: string) => `Notice was given: the agreement can end from ${day} on.`,
  happened: "Everything that happened in this agreement",
  address: "Agreement on the ledger",
  theAddress: "the address of the agreement",
};

export type Words = typeof en;
export default en;
