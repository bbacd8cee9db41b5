// SPDX-License-Identifier: Apache-2.0

const en = {
  title: (cycle: number) => `Close cycle ${cycle}`,
  intro:
    "Closing ends a cycle: receipts that come later are rejected, and what is unspent is free again. Settlements with shops stay possible.",
  list: {
    title: "Before closing",
    hint: "Read from the ledger and the office just now.",
    states: { done: "Done", left: "Left", blocks: "Not yet", unknown: "Not known" },
    items: {
      grace: "The days for late receipts are over",
      loaded: "The whole list was loaded",
      rejected: "No rejected receipt is left uncorrected",
      owed: "Shops are settled with",
      instructed: "The bank has confirmed its payments",
      exceptions: "No exception is open",
      proposals: "No proposal about it waits",
    },
    graceUntil: (when: string) => `Late receipts count until ${when}.`,
    graceOver: (when: string) => `Since ${when}.`,
    notLoaded: (parts: string) => `${parts} never loaded; their households got nothing from this cycle.`,
    part: { one: "part was", other: "parts were" },
    rejectedLeft: (count: string) => `${count} rejected and not corrected.`,
    receipt: { one: "receipt is", other: "receipts are" },
    owedLeft: (amount: string) => `${amount} owed to shops.`,
    instructedLeft: (count: string) => `${count} with the bank.`,
    settlement: { one: "settlement is", other: "settlements are" },
    exceptionsLeft: (count: string) => `${count} open.`,
    exception: { one: "exception is", other: "exceptions are" },
    exceptionsUnknown: "Open exceptions are not known: sign in to the office, or wait until it answers.",
    proposalsLeft: (count: string) => `${count} for a second officer.`,
    proposal: { one: "proposal waits", other: "proposals wait" },
    links: {
      loaded: "Give it back",
      rejected: "Look at receipts",
      owed: "Settle",
      instructed: "Settlements",
      exceptions: "Exceptions",
      proposals: "Proposals",
    },
  },
  close: {
    title: "Close it",
    free: "Becomes free again",
    spent: "Spent at shops",
    freeAfter: "Free money afterwards",
    propose: "Propose to close",
    proposed: "Closing is proposed. An Approver confirms it.",
    done: "This cycle is closed.",
    isClosed: "This cycle is closed. What was unspent is free again.",
    notApproved: "Only an approved cycle is closed.",
    later: "It can be closed when its days for late receipts are over.",
    leftWarning:
      "Something above is left. It can be closed all the same: shops can still be paid, but receipts that come later are rejected.",
    abandoned: "Its grace ended more than 90 days ago, so one signature is enough.",
    closeNow: "Close now",
  },
};

export default en;
