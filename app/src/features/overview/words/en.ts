// SPDX-License-Identifier: Apache-2.0

import type { PluralForms } from "../../../shared/words/plural.ts";

const en = {
  title: "Where the money goes",
  intro:
    "Every contribution, every payment, down to the single transaction on the public ledger. No wallet, no account: read, check, and take the figures with you.",
  follow: "Follow my contribution",
  verify: "Check these figures yourself",
  facts: {
    programmes: "Programmes",
    agreements: "Agreements with partners",
    funds: "Donor funds",
    households: "Households reached",
    people: "People reached",
  },
  fewHouseholds: "fewer than 10",
  peopleUnknown: "not on the ledger",
  reachHint:
    "Households that bought something at least once, each counted once; rounded down to tens, and groups under 10 are not told. How many people live in a household is not on the ledger.",
  money: {
    title: (currency: string) => `Money in ${currency}`,
    hint: "What ever reached each step. Each number opens its transactions.",
    state: "Step",
    chart: "Compared with all contributions",
    amount: (currency: string) => `Amount (${currency})`,
    open: (state: string, amount: string, entries: string) => `${state}: ${amount}, ${entries}`,
    entry: { one: "entry", other: "entries" } as PluralForms,
  },
  months: {
    amount: (state: string, amount: string) => `${state}: ${amount}`,
    title: (currency: string) => `Month by month (${currency})`,
    hint: "What was given, passed on, spent by households and paid to shops and partners in each month.",
    table: "The chart's figures as a table",
    month: "Month",
    latest: (months: number) => `The latest ${months} months are drawn; the table has all of them.`,
  },
  where: {
    title: (currency: string) => `Where it is now (${currency})`,
    hint: "Every unit that was contributed stands in exactly one line.",
    place: "Place",
    chart: "Share",
    explained: "Every unit is explained.",
    unexplained: "Not explained",
    unexplainedMeaning:
      "Contributed, and in none of the places above. It is shown, not hidden: ask whoever runs the funds.",
    unattributed: (amount: string) =>
      `Of it ${amount} came back to a fund and could be attributed to no contribution.`,
  },
  cost: {
    title: (currency: string) => `What it costs (${currency})`,
    transfers: "Transfers to households",
    amount: "Worth",
    commission: "Commissions of shops and agents",
    perTransfer: "Commission a transfer",
    gas: "Fees of the ledger a transfer",
    gasUnknown: "not read by this site",
    gasMeaning: (transactions: string, whole: string) =>
      `Fees of the ledger: ${whole} for ${transactions} that the programmes had a part in, from funding and lists to settlements, divided by the transfers.`,
    transaction: { one: "transaction", other: "transactions" } as PluralForms,
    none: "no transfer yet",
  },
  rates: {
    title: (currency: string) => `Exchange rates used for ${currency}`,
    hint: "Each was recorded with a document when units were issued against a funding.",
    none: "No exchange was recorded for this currency.",
    issued: "Issued",
    against: "Against",
    rate: "Rate",
    document: "Document",
    check: "Check the document",
    one: (source: string, amount: string) => `${source} = ${amount}`,
  },
  breakdown: {
    title: "By programme, cycle and shop",
    hint: "Areas are not told apart: they stand in the lists that agencies keep, never on the public ledger.",
    by: "Breakdown",
    programme: "Programmes",
    cycle: "Cycles",
    shop: "Shops",
    name: "Name",
    reserved: "Reserved",
    redeemed: "Redeemed",
    settled: "Settled",
    targeted: "Households on lists",
    reached: "Households reached",
    empty: "Nothing yet",
    emptyHint: "A line appears as soon as a programme has an approved cycle or a shop.",
  },
  empty: "No money yet",
  emptyHint: "Figures appear here as soon as somebody contributes to a fund, a programme or an agreement.",
};

export type Words = typeof en;
export default en;
