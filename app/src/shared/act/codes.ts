// SPDX-License-Identifier: Apache-2.0

/** What can go wrong between the click and the ledger. The English words of these errors; other languages have their own. */
export const actErrors = {
  nodeSilent: {
    code: "ACT-201",
    summary: "The node through which this console reads the ledger does not answer, so nothing was signed.",
    next: "Check your connection and try again; if it lasts, tell whoever runs the console.",
  },
  reverted: {
    code: "ACT-202",
    summary: "The ledger took your transaction and refused what it asks for: something changed in between.",
    next: "Reload the page to see the ledger as it is now, and start again if it is still needed.",
  },
  withoutEffect: {
    code: "ACT-203",
    summary: "Your transaction is on the ledger, but what it was meant to do did not happen.",
    next: "Look in your wallet: in a shared wallet the inner call may have failed. Reload the page before you try again.",
  },
  nothingToDo: {
    code: "ACT-204",
    summary: "There is nothing left to sign.",
    next: "Reload the page: the ledger already shows it.",
  },
} as const;

export type ActErrorName = keyof typeof actErrors;
