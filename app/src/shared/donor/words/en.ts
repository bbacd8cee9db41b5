// SPDX-License-Identifier: Apache-2.0

import type { MilestoneKind, MilestoneState } from "#sdk/agreements/names.ts";
import type { Whereabouts } from "../../api/shapes.ts";

/** English words that several pages for donors share. */
const en = {
  /** What money ever reached, from a donor to households and partners. */
  states: {
    contributed: {
      name: "Contributed",
      meaning: "Given to a donor fund, or straight to a programme or a partner's agreement.",
    },
    allocated: { name: "Allocated", meaning: "Brought into programmes and agreements with partners." },
    reserved: { name: "Reserved", meaning: "Set aside for households on approved lists." },
    redeemed: { name: "Redeemed", meaning: "Spent by households at shops and cash agents." },
    settled: { name: "Settled", meaning: "Left for shops and partners, by the ledger or through a bank." },
    reconciled: {
      name: "Reconciled",
      meaning:
        "Of what left, the part that is proven: paid on the ledger, confirmed by a bank, or accounted for.",
    },
    returned: { name: "Returned", meaning: "Unspent, and back with those who gave it." },
  } as Readonly<Record<string, { readonly name: string; readonly meaning: string }>>,
  whereabouts: {
    inFunds: "In donor funds, waiting to be allocated",
    unbooked: "Back in donor funds, not booked yet",
    free: "In programmes, promised to nobody yet",
    fees: "In programmes, kept for shops' commissions",
    reserved: "In programmes, reserved for households",
    owed: "Spent by households, owed to shops",
    instructed: "On its way through a bank",
    paidToShops: "Paid to shops",
    escrow: "In escrow for partners",
    paidToPartners: "Paid to partners",
    returned: "Back with sources outside of this ledger's funds",
  } satisfies Record<keyof Whereabouts, string> as Record<keyof Whereabouts, string>,
  stages: {
    waiting: { name: "Waiting in the fund", meaning: "Not needed yet; it is next in line." },
    returning: { name: "On its way back", meaning: "Unspent, and not booked by the fund yet." },
    free: { name: "In the budget", meaning: "With the programme or in escrow, promised to nobody yet." },
    fees: { name: "Kept for commissions", meaning: "What shops and cash agents are paid for their service." },
    reserved: { name: "Set aside", meaning: "Approved for households, or for work that was handed in." },
    redeemed: { name: "Spent by households", meaning: "Bought at a shop; the shop is not paid yet." },
    settled: { name: "On its way", meaning: "The bank has the order; or a partner has it in advance." },
    unexplained: {
      name: "Not explained",
      meaning: "It left the fund, and the books do not say where it stands.",
    },
    reconciled: { name: "Arrived", meaning: "Paid to the shop, or to the partner for verified work." },
  } as Readonly<Record<string, { readonly name: string; readonly meaning: string }>>,
  agreementStates: {
    Proposed: "Being agreed",
    Active: "Active",
    Completed: "Completed",
    Terminated: "Ended early",
  } as Readonly<Record<string, string>>,
  milestoneStates: {
    None: "Not known",
    Planned: "Planned",
    Submitted: "Handed in",
    Returned: "Sent back",
    Verified: "Verified",
    Disputed: "With the arbiter",
    Paid: "Paid",
    Cancelled: "Cancelled",
  } as Record<MilestoneState, string>,
  milestoneKinds: {
    Deliverable: "Work delivered",
    Advance: "Advance",
    Reimbursement: "Reimbursement",
  } as Record<MilestoneKind, string>,
  milestone: (id: number) => `Milestone ${id}`,
  shop: (code: string) => `Shop ${code}`,
  cycle: (id: number) => `Cycle ${id}`,
  kinds: { fund: "Donor fund", programme: "Programme", agreement: "Agreement with a partner" },
  theTransaction: "the transaction",
  transaction: "Transaction",
  openTransaction: "Open the transaction in an explorer",
  atLeast: (count: string) => `at least ${count}`,
  unknownCurrency: "unit",
};

export type Words = typeof en;
export default en;
