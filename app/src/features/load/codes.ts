// SPDX-License-Identifier: Apache-2.0

/** What can go wrong on the way of a list to the ledger. The English words of these errors; other languages have their own. */
export const loadErrors = {
  otherList: {
    code: "APP-421",
    summary: "This is not the list that was approved for this cycle, so the ledger would take no part of it.",
    next: "Choose list.csv of this cycle, unchanged, as the preparer's console wrote it.",
  },
  cannotRead: {
    code: "APP-422",
    summary: "This browser could not cut the list into its parts.",
    next: "Reload the page; if that does not help, use a current version of Firefox, Chrome, Edge or Safari.",
  },
  noTrace: {
    code: "APP-423",
    summary: "Your wallet took a transaction and the ledger does not know it.",
    next: "Shared wallets cannot load lists. Use the office's relayer, or an ordinary account; what is loaded stays loaded.",
  },
} as const;

export type LoadErrorName = keyof typeof loadErrors;
