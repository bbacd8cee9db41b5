// SPDX-License-Identifier: Apache-2.0

/** Words of the frame around the pages. */
const en = {
  skipToContent: "Skip to the content",
  mainNavigation: "Main",
  menu: "Menu",
  language: "Language",
  toDark: "Switch to the dark colour scheme",
  toLight: "Switch to the light colour scheme",
  footer:
    "Everything here is read from the public ledger. Households appear by account number only; names, phones and identifiers never leave the agency.",
  readiness: "Is a blockchain the right tool? Questions for programme teams",
  footerConsole:
    "Money, cycles and receipts are read from the public ledger; drafts, lists and cards from your organisation's own office. The ledger knows households by account number only; names, phones and identifiers never leave the agency.",
  officer: {
    connect: "Connect",
    connecting: "Connecting",
    cannotConnect: "This part of the page could not be loaded. Check the connection and reload.",
  },
  nav: {
    waiting: "Waiting for me",
    overview: "Overview",
    agreements: "Agreements",
    funds: "Donor funds",
    follow: "Follow a gift",
    timeline: "Timeline",
    programmes: "Programmes",
    partners: "Partners",
    fundDesk: "Funds",
    accounts: "Accounts",
    office: "Office",
    council: "Council",
    verify: "Check figures",
    documents: "Check a document",
  },
  live: {
    live: "Live",
    behind: "Behind",
    silent: "No answer",
    connecting: "Connecting",
    snapshot: "Snapshot",
    reached: (block: string, ago: string) => `Indexed to block ${block}, checked ${ago}`,
  },
};

export type Words = typeof en;
export default en;
