// SPDX-License-Identifier: Apache-2.0

/** What can go wrong on the way to an approval. The English words of these errors; other languages have their own. */
export const approveErrors = {
  differs: {
    code: "APP-411",
    summary: "The list at hand is not the one that was prepared, so it cannot be approved here.",
    next: "Do not sign. Ask the preparer which list was meant, or return the cycle with the reason that the list differs.",
  },
  notAList: {
    code: "APP-412",
    summary: "This file is neither a nameless list nor a control sheet.",
    next: "Choose list.csv or control-sheet.json as the preparer's console wrote them; a file that was saved again in a spreadsheet does not fit.",
  },
  cannotCheck: {
    code: "APP-413",
    summary: "This browser could not work the list out anew.",
    next: "Reload the page; if that does not help, use a current version of Firefox, Chrome, Edge or Safari.",
  },
  noList: {
    code: "APP-414",
    summary: "The office has no list for this cycle.",
    next: "Ask the preparer to hand the list in, or choose the file below.",
  },
} as const;

export type ApproveErrorName = keyof typeof approveErrors;
