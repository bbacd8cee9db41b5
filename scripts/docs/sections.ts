// SPDX-License-Identifier: Apache-2.0

/** A chapter of docs/errors.md: the errors whose code, or whose contract error's name, matches. */
export interface Section {
  readonly title: string;
  /** Where the reader meets these errors. */
  readonly intro: string;
  readonly codes: RegExp;
}

/** Chapters in the order of an agency's month, then the machinery. Each error belongs to the first that matches. */
export const SECTIONS: readonly Section[] = [
  {
    title: "Entitlement lists: what is wrong in a file",
    intro:
      "Shown by row and column when a list is checked, committed or used to open accounts. The good rows are counted all the same.",
    codes: /^LIST-[1-4]/,
  },
  {
    title: "Entitlement lists: what cannot be worked with",
    intro: "A list, a key or a column mapping that cannot be used at all.",
    codes: /^LIST-/,
  },
  { title: "Amounts and currencies", intro: "Amounts that are typed as options.", codes: /^MONEY-/ },
  {
    title: "Files of receipts and shops' statements",
    intro: "Shown by row and column. Nothing is sent while one of them stands.",
    codes: /^RCPT-0/,
  },
  {
    title: "Receipts that the chain rejected",
    intro:
      "The receipt's number is used up and it counts nothing. Its neighbours count. Two officers can honour it once, where that is said.",
    codes: /^RCPT-1/,
  },
  {
    title: "Receipts that stopped for now",
    intro:
      "The receipts before it count. It and the later ones count when the cause is gone and they are sent again.",
    codes: /^RCPT-2/,
  },
  {
    title: "Receipts that are not sent, signed or corrected",
    intro: "Found before anything reaches the chain.",
    codes: /^RCPT-/,
  },
  {
    title: "Results of reconciling a shop's statement",
    intro: "One for each receipt of the statement, of the chain, or of both. RECO-101 is the good case.",
    codes: /^RECO-/,
  },
  {
    title: "Two officers",
    intro: "Refusals of a contract, by the name of its error. Nothing has changed on the chain then.",
    codes: /^DualControl_/,
  },
  {
    title: "The council",
    intro: "Refusals of the member organisations' multisig. Nothing was decided.",
    codes: /^Council_/,
  },
  {
    title: "The council room",
    intro: "Found before anything is signed or sent.",
    codes: /^COUNCIL-/,
  },
  {
    title: "Organisations and officers",
    intro: "Refusals of the consortium.",
    codes: /^(Consortium|AccessControl)/,
  },
  { title: "Household accounts", intro: "Refusals of the account registry.", codes: /^BeneficiaryAccounts_/ },
  { title: "Budget", intro: "Refusals of a programme about its money.", codes: /^Budget_/ },
  { title: "Cycles and loading", intro: "Refusals of a programme about its cycles.", codes: /^Cycles_/ },
  { title: "Shops and terminals", intro: "Refusals of a programme about its shops.", codes: /^Shops_/ },
  {
    title: "Batches of receipts and holds",
    intro: "Refusals of a whole batch: the chain takes none of its receipts.",
    codes: /^Redemptions_/,
  },
  { title: "Corrections", intro: "Refusals of a correction.", codes: /^Corrections_/ },
  { title: "Settlements", intro: "Refusals of a settlement.", codes: /^Settlements_/ },
  { title: "Donor funds", intro: "Refusals of a donor fund.", codes: /^DonorFund_/ },
  {
    title: "Pauses and the end of a programme",
    intro: "Refusals of a programme that is paused, closed, or not ready to be.",
    codes: /^(Pauses|Closure)_/,
  },
  {
    title: "Agreements with partners: terms and end",
    intro: "Refusals of an agreement about its terms, notice, termination and completion.",
    codes: /^(Agreement|Terms|End)_/,
  },
  {
    title: "Agreements with partners: escrow and advances",
    intro: "Refusals of an agreement about its money.",
    codes: /^(Escrow|Advances)_/,
  },
  {
    title: "Agreements with partners: milestones and disputes",
    intro: "Refusals of an agreement about evidence, verification, authorisation and the arbiter.",
    codes: /^(Milestones|Disputes)_/,
  },
  {
    title: "Programmes, documents and currency units",
    intro: "Refusals when a programme is made, a document recorded or a unit of account issued.",
    codes: /^(Programme|DocumentRegistry|CurrencyUnit)/,
  },
  {
    title: "Libraries under the contracts",
    intro: "Refusals of the token or of the libraries that the contracts stand on.",
    codes: /^[A-Z][A-Za-z0-9]*$/,
  },
  {
    title: "An agency's work",
    intro: "Met in the console and on the command line alike. Nothing was signed.",
    codes: /^AGENCY-/,
  },
  {
    title: "Exports and files of others",
    intro: "Files in the formats of IATI and HXL: 1xx when they are written, 2xx when they are read.",
    codes: /^EXPORT-/,
  },
  {
    title: "Command line",
    intro: "The command was not used rightly, or something is missing here.",
    codes: /^CLI-/,
  },
  {
    title: "Relayer",
    intro: "Long work was cut off. The chain has what got through; the same command goes on from there.",
    codes: /^RELAY-/,
  },
  {
    title: "Household ids and the office's key",
    intro: "Household data is sealed in the browser; the office server cannot read it.",
    codes: /^HOUSE-/,
  },
  {
    title: "Office server: signing in",
    intro: "Shown when an officer or a terminal signs in, and when a session has ended.",
    codes: /^OFFICE-1/,
  },
  {
    title: "Office server: what is kept there",
    intro:
      "0xx: the line to it. 2xx: what was asked, and by whom. 3xx: the state of things. 4xx: what is not there. 5xx: the server and its surroundings.",
    codes: /^OFFICE-[02345]/,
  },
  {
    title: "Office server: the relayer's jobs",
    intro: "Shown with a job. What got through is on the ledger; the job goes on from there.",
    codes: /^OFFICE-6/,
  },
  {
    title: "Office server: backup and starting",
    intro: "For whoever runs the server. Nothing was changed.",
    codes: /^OFFICE-[78]/,
  },
  {
    title: "Households' cards",
    intro: "Shown at the terminal when a card is checked, and to the custodian.",
    codes: /^OFFICE-9/,
  },
  {
    title: "Pages of accounts and of the terminal",
    intro: "Found before anything is signed or sold.",
    codes: /^(ACCT|TERM)-/,
  },
  { title: "Start", intro: "npm start cannot go on.", codes: /^START-/ },
  { title: "Deployment", intro: "The contracts, or the file that says where they are.", codes: /^DEPLOY-/ },
  {
    title: "History server",
    intro:
      "4xx: what was asked. 5xx and 8xx: the server and its surroundings. 9xx: events that it cannot apply.",
    codes: /^HIST-/,
  },
  {
    title: "Wallet and signing",
    intro: "1xx: the wallet. 2xx: what was about to be signed, or was signed and is waited for.",
    codes: /^ACT-/,
  },
  {
    title: "The console's configuration",
    intro: "The console's own file, config.json, or its publishing. For whoever deploys the console.",
    codes: /^CONFIG-/,
  },
  {
    title: "Assessments of readiness",
    intro: "Opening a file on the page that asks whether a blockchain is the right tool.",
    codes: /^READY-/,
  },
  {
    title: "Pages in the browser",
    intro: "The page itself, or its line to the history server.",
    codes: /^APP-/,
  },
];
