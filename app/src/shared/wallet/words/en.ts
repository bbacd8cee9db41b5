// SPDX-License-Identifier: Apache-2.0

import { type WalletErrorName, walletErrors } from "../codes.ts";

const en = {
  connect: "Connect",
  connecting: "Connecting",
  connectTitle: "Connect your wallet",
  connectHint: "You read everything without one. To act, an officer signs with their own wallet.",
  noWallet: "No wallet found in this browser",
  noWalletHint:
    "Install an Ethereum wallet as a browser extension, or open this page in the browser of your wallet.",
  connectWith: (wallet: string) => `Connect with ${wallet}`,
  notConnectedNow: "You did not connect. Nothing has changed.",
  cannotConnect: "The wallet did not connect. Open it, unlock it and try again.",
  officer: "Officer",
  theAddress: "your address",
  with: (wallet: string) => `with ${wallet}`,
  atOrganisation: (organisation: string) => `at ${organisation}`,
  noRoleAt: (organisation: string) =>
    `This address holds no role at ${organisation}. You can read everything.`,
  rolesUnknown: "Your roles could not be read from the ledger.",
  wrongNetwork: "Wrong network",
  wrongNetworkHint: (name: string) => `Your wallet is on another network. This console works on ${name}.`,
  switchTo: (name: string) => `Switch to ${name}`,
  didNotSwitch: "The wallet did not switch. Nothing has changed.",
  disconnect: "Disconnect",
  itSaid: (message: string) => `It said: “${message}”.`,
  tryAgain: "Try again",
  needs: {
    connect: (roles: string) => `Connect your wallet at the top of the page. This is for: ${roles}.`,
    reading: "Reading your roles from the ledger",
    lacksRole: (roles: string, organisation: string) => `This is for: ${roles}, at ${organisation}.`,
    youAre: (roles: string) =>
      `You are connected as: ${roles}. You can read the page; ask a colleague who holds the role to act.`,
    youAreNobody:
      "The connected address holds no role here. Switch to your officer's account, or ask the administrator to appoint you.",
    noOrganisation:
      "This console is not set up for an organisation, so that nobody can act here. Tell whoever runs it.",
  },
  roles: {
    Administrator: "Administrator",
    Preparer: "Preparer",
    Approver: "Approver",
    Finance: "Finance",
    Custodian: "Custodian",
    Monitor: "Monitor",
    Guardian: "Guardian",
  },
  errors: walletErrors as Record<WalletErrorName, { readonly summary: string; readonly next: string }>,
};

export type Words = typeof en;
export default en;

/** What is said in the header, which is in Arabic as well. */
export type HeaderWords = Omit<Words, "errors" | "itSaid" | "needs" | "tryAgain"> & {
  readonly needs: Pick<Words["needs"], "noOrganisation" | "reading">;
};
