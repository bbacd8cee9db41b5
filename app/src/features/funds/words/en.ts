// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Donor funds",
  intro:
    "A fund takes contributions and passes them on to programmes and agreements, first in, first out. Nobody else can be paid from it.",
  list: "All funds",
  empty: "No fund yet",
  emptyHint: "A fund appears here as soon as an organisation opens one on the ledger.",
  one: "Donor fund",
  back: "All funds",
  columns: {
    fund: "Fund",
    organisation: "Organisation",
    contributed: "Contributed",
    allocated: "Allocated",
    held: "Waiting",
    contributions: "Contributions",
    recipient: "To",
    amount: "Amount",
    returned: "Came back",
    day: "Day",
    reference: "Reference",
    earmark: "Meant for",
    what: "What",
    available: "Waiting",
    transaction: "Transaction",
  },
  money: {
    title: "The fund's money",
    hint: "Contributed and returned together are what was allocated and what waits.",
    place: "Line",
    chart: "Share",
    contributed: "Contributed by donors",
    returned: "Came back from recipients",
    allocated: "Allocated to programmes and agreements",
    held: "Waiting to be allocated",
    unbooked: "Came back, not booked yet",
    unattributed: "Came back and fits no contribution",
  },
  pots: {
    title: "What it is meant for",
    hint: "Earmarked money goes nowhere else; it keeps its earmark when it comes back.",
    none: "For any programme or agreement",
  },
  contributions: {
    title: "Contributions",
    hint: "Newest first. Follow one to see where it is now.",
    empty: "No contribution yet",
    emptyHint: "A contribution appears here as soon as it is on the ledger.",
    follow: "Follow",
    followThis: (name: string) => `Follow contribution ${name}`,
    anonymous: "arrived without a name",
    numbered: (id: number) => `No. ${id}`,
    kinds: {
      given: "Given",
      unasked: "Arrived unasked, accepted",
      returned: "Came back",
      released: "Earmark lifted",
    } as Readonly<Record<string, string>>,
    any: "anything",
  },
  allocations: {
    title: "Allocations",
    hint: "Each was decided by two officers.",
    empty: "No allocation yet",
    emptyHint:
      "An allocation appears here as soon as two officers have sent money to a programme or an agreement.",
    released: "earmark lifted",
    earmarked: "from earmarked money",
  },
  happened: "Everything that happened in this fund",
};

export type Words = typeof en;
export default en;
