// SPDX-License-Identifier: Apache-2.0

import { type LoadErrorName, loadErrors } from "../codes.ts";

const en = {
  title: (cycle: number) => `Load cycle ${cycle}`,
  intro:
    "The list goes onto the ledger part by part. Every part proves itself against what was approved, so it does not matter who sends it, in which order, or how often it is cut off.",
  progress: {
    title: "On the ledger",
    label: "Parts of the list that are on the ledger",
    parts: (done: string, all: string) => `${done} of ${all} parts`,
    money: (done: string, all: string) => `${done} of ${all}`,
    done: "The whole list is on the ledger.",
    nothing: "Nothing is loaded yet.",
    stateHints: {
      waiting: "It is not approved yet, so that it cannot be loaded.",
      release: "Finance has not released it yet, so that it cannot be loaded.",
      returned: "It was sent back and will not be loaded.",
      cancelled: "It was cancelled and will not be loaded.",
      closed: "It is closed; what was not loaded was given back.",
      expired:
        "Its sales are over, so that nothing more can be loaded. What was not loaded can be given back.",
    },
    toMessages: "Message list",
    toApprove: "Check and approve",
  },
  relayer: {
    title: "By the office's relayer",
    hint: "It goes on by itself when you close this page, and after an interruption.",
    start: "Load the list",
    again: "Try again",
    pause: "Pause",
    resume: "Go on",
    sent: (transactions: string, gas: string) => `${transactions}, ${gas} gas`,
    transaction: { one: "transaction", other: "transactions" },
    signedOut: "Sign in to the office to start, pause or follow the relayer.",
    signIn: "Sign in to the office",
    silent:
      "The office server does not answer. Load from this browser instead, or wait: a job that is under way goes on.",
    noOffice: "This console has no office server; load from this browser.",
    noRelayer: "The office has no relayer; load from this browser.",
    notAllowed: "A Preparer or a Custodian starts the relayer.",
  },
  browser: {
    title: "From this browser",
    hint: "With the connected wallet, which pays the fees. It asks you to confirm each transaction.",
    open: "Load from this browser instead",
    file: "Drop list.csv here",
    fileHint:
      "The nameless list of this cycle. It is compared with what was approved before anything is sent.",
    useOffice: "Take the list from the office",
    reading: "Cutting the list into its parts",
    ready: (parts: string) => `${parts} are still to be sent.`,
    part: { one: "part", other: "parts" },
    start: "Start",
    goOn: "Go on",
    stop: "Stop",
    running: "Sending. Confirm in your wallet when it asks.",
    stopped: "Stopped. What is loaded stays; go on whenever you want.",
    declined: "You did not sign. What is loaded stays; go on whenever you want.",
    done: "Everything is sent.",
    connect: "Connect a wallet at the top of the page to load from this browser.",
  },
  errors: loadErrors as Record<LoadErrorName, { readonly summary: string; readonly next: string }>,
};

export default en;
