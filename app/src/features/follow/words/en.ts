// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Follow my contribution",
  intro:
    "Type the reference of your contribution, as it stands on your receipt or transfer. You see where your money is now, to the last cent.",
  form: {
    title: "Your contribution",
    fund: "The fund you gave to",
    reference: "Your reference",
    hint: "For example GIFT-250. Capital and small letters matter.",
    find: "Show the way of my money",
    missing: "Type the reference first.",
    tooLong: "A reference has at most 32 letters.",
  },
  noFunds: "There is no donor fund on this ledger yet",
  noFundsHint: "As soon as an organisation opens one, contributions to it can be followed here.",
  gave: (amount: string) => `You gave ${amount}`,
  under: (reference: string) => `Reference ${reference}`,
  on: (day: string, fund: string) => `${day}, to “${fund}”`,
  now: {
    title: "Where it is now",
    hint: "Every part of your contribution stands in exactly one line.",
    step: "Step",
    chart: "Share of your contribution",
    amount: (currency: string) => `Amount (${currency})`,
    addsUp: (amount: string) => `Together ${amount}: all that you gave, and not a cent more.`,
    doesNotAddUp: (amount: string, given: string) =>
      `Together ${amount}, but you gave ${given}. This site is in the middle of a change, or something is wrong: look again in a minute, then report it.`,
  },
  parts: {
    title: "In detail",
    hint: "What has come furthest stands first.",
    where: "Where",
    state: "Step",
    amount: "Amount",
    day: "Day",
    proof: "Proof",
    inFund: (fund: string) => `In the fund “${fund}”`,
    settlement: (id: number) => `payment no. ${id}`,
  },
  steps: {
    title: "The way it took",
    hint: "The fund passes on the oldest money first. What a programme did not need came back and went on from there.",
    allocation: "Passed on",
    to: "To",
    amount: "Of your money",
    returned: "Came back",
    numbered: (id: number) => `No. ${id}`,
    none: "It waits in the fund; it has not been passed on yet.",
  },
  about: {
    title: "How this is counted",
    points: [
      "Money in a fund is like people in a queue: whoever came first goes first. So it is always known whose money paid for what, to the cent, and nobody can choose afterwards.",
      "Inside a programme the same rule holds from budget to households' purchases to the payment of shops.",
      "No names of households are here or anywhere on the ledger. You see shops, cycles and milestones.",
    ],
    check: "You do not have to believe this page:",
    verify: "check the figures yourself",
  },
};

export type Words = typeof en;
export default en;
