// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Office",
  signedOutHint:
    "Drafts, lists and the relayer are there. Signing in costs nothing: your wallet signs a text.",
  signIn: "Sign in to the office",
  signingIn: "Confirm in your wallet",
  declined: "You did not sign. Nothing has changed.",
  signedInUntil: (time: string) => `Signed in until ${time}`,
  signOut: "Sign out",
  unreachable: "The office server does not answer.",
  unreachableHint: "What needs only the ledger goes on; this page keeps trying.",
  otherAccount: "The account in your wallet changed, so the office session of the other one was ended.",
  needsWallet: "Connect your wallet at the top of the page, then sign in to the office.",
  needsSession: "This is kept on your organisation's office server. Sign in with your wallet to see it.",
  signInHere: "Sign in here: what is on this page stays.",
  noOffice: "This console has no office server. Tell whoever runs it that this page needs one.",
  reading: "Asking the office server",
  /** Signed by the wallet. EIP-4361 allows plain ASCII only. */
  statement: "Sign in to the office of your organisation. This costs nothing and sends no transaction.",
};

export type Words = typeof en;
export default en;

/** What is said in the header, which is in Arabic as well. */
export type HeaderWords = Omit<
  Words,
  "needsSession" | "needsWallet" | "noOffice" | "signInHere" | "statement"
>;
