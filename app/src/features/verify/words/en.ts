// SPDX-License-Identifier: Apache-2.0

import type { PluralForms } from "../../../shared/words/plural.ts";
import { type VerifyErrorName, verifyErrors } from "../codes.ts";

const en = {
  title: "Check these figures yourself",
  intro:
    "You do not have to believe this site. Your browser reads the ledger from a node that you choose, works every figure out again, and puts it beside what the site shows.",
  node: {
    title: "Your node",
    hint: "Any JSON-RPC address of the ledger named here, best one that has nothing to do with this site. Nobody but the node learns that you ask.",
    label: "Web address of a node",
    chain: (name: string, id: string) => `Ledger: ${name}, number ${id}`,
    sameAsSite: "This is the node that the site itself works with. Another one makes the check worth more.",
    start: "Check all figures",
    again: "Check again",
    stop: "Stop",
  },
  progress: {
    title: "Checking",
    site: (answers: string) => `Reading what the site shows: ${answers}`,
    answers: { one: "answer so far", other: "answers so far" } as PluralForms,
    ledger: (done: string, all: string) => `Reading the ledger: block ${done} of ${all}`,
    entries: { one: "entry found", other: "entries found" } as PluralForms,
    steps: "Progress of the check",
  },
  result: {
    good: (figures: string) => `All ${figures} agree with the ledger`,
    bad: (figures: string, all: string) => `${figures} of ${all} do not agree with the ledger`,
    figure: { one: "figure", other: "figures" } as PluralForms,
    of: (block: string, entries: string) => `As of block ${block}, worked out from ${entries} of the ledger.`,
    entry: { one: "entry", other: "entries" } as PluralForms,
    whatNow:
      "What the ledger says is what counts. Check with another node; if the difference stays, the site's server shows something wrong: tell whoever runs it, and name the block and the figures below.",
    sameBlock: "Fingerprint of the block",
    ledgerTitle: "The ledger itself",
    ledgerHint: "Both sides must speak of the same block.",
    overall: "All programmes",
  },
  columns: { figure: "Figure", site: "This site", ledger: "The ledger", verdict: "Result" },
  same: "agrees",
  different: "differs",
  missing: "nothing",
  yes: "yes",
  no: "no",
  lists: {
    "": "Other facts of the programme",
    "/cycles": "Cycles",
    "/shops": "Shops",
    "/settlements": "Settlements",
    "/receipts": "Receipts",
  },
  someDiffer: (wrong: string, figures: string) => `${wrong} of ${figures} differ`,
  fields: {
    free: "Free",
    reserved: "Reserved",
    owed: "Owed to shops",
    settled: "Settled",
    instructed: "Instructed",
    fees: "Fee reserve",
    funded: "Brought in",
    returned: "Returned to sources",
    households: "Households",
    cyclesOpen: "Open cycles",
    contributed: "Contributed",
    allocated: "Allocated",
    redeemed: "Redeemed",
    refunded: "Refunded",
    reconciled: "Reconciled",
    total: "Approved total",
    loaded: "Loaded",
    gross: "Sold",
    refunds: "Refunded",
    amount: "Amount",
    payment: "Payment",
    outcome: "Outcome",
    account: "Account",
    state: "State",
  } as Readonly<Record<string, string>>,
  place: (item: string, field: string) => `${item}: ${field}`,
  numbered: (list: string, item: string) => `${list}, no. ${item}`,
  ofTerminal: (number: string, terminal: string) => `Receipt ${number} of ${terminal}`,
  idle: {
    title: "What is checked",
    points: [
      "Money of every programme: free, reserved, owed, instructed, settled, returned.",
      "Every cycle, every shop, every payment and every single receipt.",
      "Contributions, funds and agreements, where there are any.",
    ],
    how: "The same sums as on the site's server are done here, in your browser, from the ledger's entries and nothing else. How long it takes depends on your line: a month of a large programme is some megabytes.",
  },
  errors: verifyErrors as Record<VerifyErrorName, { readonly summary: string; readonly next: string }>,
};

export type Words = typeof en;
export default en;
