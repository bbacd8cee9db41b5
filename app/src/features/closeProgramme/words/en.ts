// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Close the programme",
  intro:
    "Closing is the end: a closed programme takes no money, prepares no cycle and counts no receipt, and nothing opens it again. It stays readable for ever.",
  list: {
    title: "Before closing",
    hint: "Read from the ledger just now.",
    states: { done: "Done", left: "Left", blocks: "Has to be done" },
    items: {
      cycles: "No cycle is open",
      owed: "Nothing is owed to shops",
      instructed: "The bank has confirmed its payments",
      paused: "Nothing is paused",
      terminals: "Terminals are revoked",
      unspent: "Unspent money went back",
      waiting: "No cycle waits for approval",
      proposals: "No other proposal waits",
    },
    left: {
      cycles: (count: string) => `${count} open; close each of them first.`,
      cycle: { one: "cycle is", other: "cycles are" },
      owed: (amount: string) => `${amount} owed. Settle with the shops first.`,
      instructed: (count: string) => `${count} with the bank.`,
      settlement: { one: "settlement is", other: "settlements are" },
      paused: "Redemptions or payouts are paused. Lift the pause first.",
      terminals: (count: string) => `${count} active. Closing stops them too; collect the devices.`,
      terminal: { one: "terminal is", other: "terminals are" },
      unspent: (amount: string) =>
        `${amount} goes to the source that is chosen below. Where others gave too, return their part first.`,
      waiting: (count: string) => `${count} for approval and will never be approved.`,
      waitingCycle: { one: "cycle waits", other: "cycles wait" },
      proposals: (count: string) => `${count} and will never be approved.`,
      proposal: { one: "proposal waits", other: "proposals wait" },
    },
    links: {
      cycle: (cycle: number) => `Close cycle ${cycle}`,
      owed: "Settle",
      instructed: "Settlements",
      paused: "See the pause",
      terminals: "Shops and terminals",
      unspent: "Return money",
      proposals: "Proposals",
    },
  },
  sources: {
    title: "Where its money came from",
    hint: "Unspent money goes to recorded sources only.",
    none: "No source is recorded",
    noneHint: "Record one on the programme's page: what is left must have somewhere to go.",
    columns: { source: "Source", brought: "Brought", returned: "Got back" },
    theAddress: "the source's address",
  },
  close: {
    title: "Close it",
    free: "Free money",
    fees: "Fee reserve",
    leaves: "Goes to the source",
    source: "Source that gets what is left",
    sourceHint: "Tokens that somebody sent here unasked go along.",
    propose: "Propose to close for good",
    proposed: "Closing is proposed. An Approver confirms it, from two days after the proposal on.",
    done: "This programme is closed for good.",
    doneHint: "What it had left went to a recorded source. Everything that happened in it stays readable.",
    blocked: "It can be closed when everything that has to be done above is done.",
    noSource: "Record a source first.",
    wait: "It waits two days, so that everybody can see it coming.",
  },
};

export default en;
