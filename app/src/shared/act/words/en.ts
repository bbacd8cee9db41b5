// SPDX-License-Identifier: Apache-2.0

import { type ActErrorName, actErrors } from "../codes.ts";

const en = {
  step: (number: number, of: number) => `Step ${number} of ${of}: `,
  checking: "Checking with the ledger that this will go through",
  signing: "Confirm in your wallet",
  signingLong:
    "Confirm in your wallet. If you have confirmed already, there is nothing more to do: this page watches the ledger and goes on by itself.",
  waiting: "Sent. Waiting for the ledger",
  handedOver:
    "Your wallet has it; other signers may have to confirm there. This page watches the ledger and goes on by itself.",
  blind: "The ledger does not answer at the moment; this page keeps asking.",
  more: (number: number, of: number) =>
    `Step ${number} of ${of} is on the ledger. The next one needs your signature.`,
  goOn: "Sign the next step",
  done: "Done: the ledger shows it.",
  declined: "You did not sign. Nothing has changed.",
  stopWaiting: "Stop waiting",
  stopWaitingHint: "If it is signed later, it still counts.",
  transaction: "Transaction",
  theTransaction: "the transaction",
  seeTransaction: "See the transaction",
  errors: actErrors as Record<ActErrorName, { readonly summary: string; readonly next: string }>,
};

export type Words = typeof en;
export default en;
