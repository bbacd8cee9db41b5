// SPDX-License-Identifier: Apache-2.0

import { ledgerWords } from "./ledger.en.ts";
import type { PluralForms } from "./plural.ts";

/** English words of the pages. Functions where a value stands inside the sentence. */
const en = {
  ...ledgerWords,
  appName: "Annona",
  pageTitle: (page: string) => `${page} · Annona`,
  copy: (what: string) => `Copy ${what}`,
  copied: "Copied",
  tryAgain: "Try again",
  reload: "Reload the page",
  showMore: "Show more",
  showOlder: "Show older",
  loading: "Loading",
  none: "none",
  notKnown: "not known",
  fewHouseholds: (limit: string) => `fewer than ${limit}`,
  errorNumber: (code: string) => `Error ${code}`,

  nav: { programmes: "Programmes", documents: "Check a document" },

  live: {
    staleTitle: "These figures may be out of date",
    staleNoAnswer: (block: string, ago: string) =>
      `The history server last answered ${ago}. You see the ledger as of block ${block}. This page keeps trying.`,
    staleStuck: (block: string, code: string) =>
      `The history server cannot read the ledger at the moment (${code}). You see it as of block ${block}. The server keeps trying.`,
    staleLag: (block: string, behind: string) =>
      `The history server is catching up: it has read the ledger to block ${block} and is ${behind} behind.`,
    snapshotTitle: "A snapshot, not live figures",
    snapshot: (block: string, ago: string) => `It was taken ${ago} and shows the ledger to block ${block}.`,
    snapshotInstead: (block: string, ago: string) =>
      `The history server does not answer. You see a snapshot instead, taken ${ago}, of the ledger to block ${block}. This page keeps trying.`,
    block: { one: "block", other: "blocks" } as PluralForms,
  },

  programmes: {
    title: "Programmes",
    listTitle: "All programmes",
    intro:
      "Each programme is one agency's cash and voucher assistance. Open one to see its money, its cycles and the shops it pays.",
    empty: "No programme yet",
    emptyHint:
      "A programme appears here as soon as an agency of the consortium creates it on the ledger. Nothing needs to be reloaded.",
    columns: {
      programme: "Programme",
      agency: "Agency",
      modality: "Modality",
      households: "Households",
      cycles: "Open cycles",
      money: "Money",
    },
    settledOf: (settled: string, total: string) => `${settled} of ${total} settled with shops`,
  },

  programme: {
    title: "Programme",
    back: "All programmes",
    agency: "Agency",
    modality: "Modality",
    currency: "Currency",
    purpose: "Purpose code",
    households: "Households",
    openCycles: "Open cycles",
    since: "On the ledger since",
    asset: "Asset",
    address: "Programme on the ledger",
    theAsset: "the address of the asset",
    theAddress: "the address of the programme",
    payableStep: "Smallest payable step",
    forAuditors: "For auditors",
    forAuditorsHint: "To check this page against the ledger itself.",
    happened: "Everything that happened in this programme",
    toDesk: "Work on this programme",
    totals: "Totals",
    totalsTie: "All totals add up to the unit.",
    totalsWrong: (count: string) => `${count} not add up; tell whoever runs the history server:`,
    total: { one: "total does", other: "totals do" } as PluralForms,
    totalRule: (rule: string, expected: string, actual: string) =>
      `${rule}: ${expected} expected, ${actual} found`,
  },

  money: {
    title: "Where the money is",
    hint: "From funding to the shop. Every unit stands in exactly one line.",
    term: "Money",
    meaning: "What it means",
    amount: (currency: string) => `Amount (${currency})`,
    share: "Share",
    total: "brought in for this programme",
    totalReturned: (returned: string) => `brought in, after ${returned} went back to its sources`,
    doesNotAddUp: (funded: string) =>
      `The parts below do not add up to what was brought in (${funded}). The history server may be in the middle of a block; if this stays, report it.`,
    sum: "Together",
    empty: "No money yet",
    emptyHint: "It appears here as soon as a recorded source funds the programme.",
    terms: {
      free: { name: "Free", meaning: "In the programme, promised to nobody yet." },
      reserved: { name: "Reserved", meaning: "Approved for households who have not spent it yet." },
      owed: { name: "Owed to shops", meaning: "Spent by households; the shop is not paid yet." },
      instructed: {
        name: "Instructed",
        meaning: "The bank was told to pay the shop and has not confirmed it yet.",
      },
      settled: { name: "Settled", meaning: "Paid to shops after reconciliation." },
      fees: { name: "Fee reserve", meaning: "Kept for the commission of shops and cash agents." },
    },
  },

  cycles: {
    title: "Cycles",
    hint: "One approved entitlement list each. What was approved is what is paid.",
    empty: "No cycle yet",
    emptyHint:
      "A cycle appears here when a preparer signs an entitlement list. Two officers approve it before money moves.",
    cycle: (id: number) => `Cycle ${id}`,
    ofParent: (id: number) => `to cycle ${id}`,
    columns: {
      cycle: "Cycle",
      period: "Assistance period",
      households: "Households",
      loaded: "List on the ledger",
      redeemed: "Redeemed by households",
      settled: "Settled with shops",
    },
    of: (part: string, whole: string) => `${part} of ${whole}`,
    all: (whole: string) => `all of ${whole}`,
    approvals: (given: number, needed: number) => `${given} of ${needed} approved`,
    parts: (loaded: string, all: string) => `${loaded} of ${all} parts`,
    nothingYet: "nothing yet",
    states: {
      waiting: "Waiting for approval",
      returned: "Sent back",
      release: "Waiting for finance",
      upcoming: "Approved",
      open: "Open",
      late: "Late receipts only",
      toClose: "To be closed",
      cancelled: "Cancelled",
      closed: "Closed",
    },
    opens: (moment: string) => `opens ${moment}`,
    openUntil: (moment: string) => `open until ${moment}`,
    lateUntil: (moment: string) => `late receipts until ${moment}`,
  },

  shops: {
    title: "Shops",
    hint: "Where households spend their entitlement. Owed = sold − refunded − settled.",
    empty: "No shop yet",
    emptyHint: "A shop appears here when two officers have registered it.",
    columns: {
      shop: "Shop",
      kind: "Kind",
      paidBy: "Paid by",
      terminals: "Terminals",
      sold: "Sold",
      refunded: "Refunded",
      settled: "Settled",
      owed: "Owed",
      last: "Last receipt",
    },
    numbered: (id: number) => `Shop no. ${id}`,
    inactive: "Not active",
    receiptsOf: (shop: string) => `Receipts of ${shop}`,
    noReceipt: "none yet",
  },

  receipts: {
    title: "Receipts",
    hint: "Newest first. A receipt number counts once for each terminal, however often it is sent.",
    empty: "No receipt yet",
    emptyHint: "Receipts appear here when a terminal's batch has reached the ledger.",
    nothingFound: "No receipt matches",
    nothingFoundHint:
      "Check the number. A receipt that a terminal has not sent yet is not on the ledger: ask the shop to connect its terminal.",
    search: "Search receipts",
    number: "Receipt number",
    account: "Account number",
    shop: "Shop",
    allShops: "All shops",
    find: "Search",
    clear: "Clear",
    wholeNumber: "Digits only",
    found: (receipts: string) => `${receipts} found.`,
    foundMore: (receipts: string) => `The newest ${receipts} of the search; older ones follow below.`,
    receipt: { one: "receipt", other: "receipts" } as PluralForms,
    columns: {
      receipt: "Receipt",
      terminal: "Terminal",
      account: "Account",
      shop: "Shop",
      cycle: "Cycle",
      day: "Day of sale",
      recognised: "Recognised by",
      outcome: "Outcome",
      amount: "Amount",
      block: "Block",
    },
    numbered: (number: number) => `No. ${number}`,
    withCode: (label: string, code: string) => `${label} (${code})`,
    ofAccount: (account: number) => `Receipts of account ${account}`,
    theTerminal: (number: number) => `the terminal's address of receipt ${number}`,
    corrected: (entry: string, day: string, reason: string) => `${entry} on ${day} (${reason})`,
    reEntered: (what: string, account: string, amount: string) => `${what}: account ${account}, ${amount},`,
    refundOf: (number: number) => `refund of no. ${number}`,
  },

  settlements: {
    title: "Settlements",
    hint: "Payments to shops, each against a reconciled statement that was recorded first.",
    empty: "No settlement yet",
    emptyHint:
      "A settlement appears here when two officers have approved the payment of a shop's reconciled receipts.",
    columns: {
      settlement: "Settlement",
      shop: "Shop",
      cycle: "Cycle",
      state: "State",
      date: "Date",
      settled: "Settled",
      withheld: "Withheld",
      commission: "Commission",
      paid: "To the shop",
      statement: "Statement",
    },
    numbered: (id: number) => `No. ${id}`,
    check: "Check",
    checkStatement: (id: number) => `Check the statement of settlement ${id}`,
    bankReference: (id: string) => `bank reference ${id}`,
  },

  documents: {
    title: "Check a document",
    intro:
      "Choose a file to see whether an organisation recorded exactly this file, who did, and when. The file stays on your device: its fingerprint is computed here, and only that is looked up.",
    dropHint: "Any kind, any size. Nothing is uploaded.",
    paste: "Or paste a fingerprint",
    pasteHint: "keccak256 of the file's bytes: 0x and 64 digits or letters a to f.",
    lookUp: "Look up",
    hashing: (name: string) => `Computing the fingerprint of ${name}`,
    progress: (done: string, all: string) => `${done} of ${all}`,
    cancel: "Cancel",
    another: "Check another",
    fingerprint: "Fingerprint",
    theFingerprint: "the fingerprint",
    ofFile: (name: string, size: string) => `${name}, ${size}`,
    lookingUp: "Looking it up",
    found: "This document is on record",
    foundHint: "An organisation recorded exactly these bytes. A change of a single letter would not match.",
    records: "Records of this document",
    notFound: "Nobody recorded this document",
    notFoundHint:
      "No organisation recorded exactly these bytes. That alone does not make it false: it may have been saved again, or never been recorded.",
    todo: [
      "Ask for the original file; one that was opened and saved again has another fingerprint.",
      "Ask the organisation that gave it to you to record it, or to tell you its fingerprint.",
      "If it was said to be recorded, report the difference to the organisation.",
    ],
    whatToDo: "What you can do",
    columns: {
      organisation: "Recorded by",
      kind: "Kind",
      when: "When",
      officer: "Officer",
      where: "Kept at",
      transaction: "Transaction",
    },
    theOfficer: "the officer's address",
    theTransaction: "the transaction",
    notSaid: "not said",
  },

  /** What can become of a receipt when a shop's statement is compared. */
  resultClasses: {
    Matched: "Agrees",
    AmountDiffers: "Amount differs",
    AccountDiffers: "Household differs",
    DateDiffers: "Date differs",
    MissingOnChain: "Not on the ledger",
    MissingInStatement: "Not in the statement",
    RejectedOnChain: "Rejected",
    DuplicateInStatement: "Twice in the statement",
    NotInList: "Not on the list",
    OverEntitlement: "More than was left",
    UnknownTerminal: "Unknown terminal",
    AlreadyCorrected: "Corrected before",
    AlreadySettled: "Settled before",
    OtherCycle: "Another cycle",
  },

  file: { drop: "Drop a file here", or: "or", choose: "Choose a file" },

  notice: { undo: "Undo", undone: "It is as it was before.", close: "Close this message" },

  table: { sortBy: (column: string) => `Sort by ${column}` },

  print: "Print",

  notFound: { title: "Page not found" },
  broken: { title: "Something went wrong" },
};

export type Words = typeof en;
export default en;
