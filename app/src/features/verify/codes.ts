// SPDX-License-Identifier: Apache-2.0

/** What can keep this page from checking. The English words of these errors; other languages have their own. */
export const verifyErrors = {
  notAnAddress: {
    code: "APP-461",
    summary: "This is not the web address of a node.",
    next: "Type the whole address, beginning with https:// (or http:// for a node on this machine).",
  },
  insecure: {
    code: "APP-462",
    summary:
      "This page is read over https, and browsers let it talk to no http:// node but one on this machine.",
    next: "Use the https:// address of the node, or run a node on this machine and use http://127.0.0.1.",
  },
  unreachable: {
    code: "APP-463",
    summary:
      "The node did not answer, or does not allow pages to ask it (CORS); a browser cannot tell the two apart.",
    next: "Check the address. Most public nodes allow pages; of your own node, allow this page's address (geth: --http.corsdomain, Besu: --rpc-http-cors-origins).",
  },
  refused: {
    code: "APP-464",
    summary: "The node refused to hand out the ledger's entries.",
    next: "It may need a key in its address, limit how much is asked, or give no entries (eth_getLogs) to the public. Try again in a minute, or use another node.",
  },
  nonsense: {
    code: "APP-465",
    summary: "What answers at this address is not a node of a ledger.",
    next: "Check the address: the JSON-RPC address is meant, not that of an explorer.",
  },
  otherChain: {
    code: "APP-466",
    summary: "This node is on another ledger.",
    next: "Choose a node of the ledger that is named above.",
  },
  behind: {
    code: "APP-467",
    summary: "The node has not read as far as this site yet.",
    next: "Wait until it has caught up, or choose another node; then check again.",
  },
  incomplete: {
    code: "APP-468",
    summary:
      "The node does not keep the ledger's entries from the beginning, so nothing can be recomputed from it.",
    next: "Choose a node that keeps all logs (a full or archive node that prunes no receipts).",
  },
  moving: {
    code: "APP-469",
    summary: "The ledger changed while it was being read.",
    next: "Nothing is wrong with that; check again.",
  },
  broke: {
    code: "APP-470",
    summary: "This browser could not do the sums.",
    next: "Reload the page; if that does not help, use a current version of Firefox, Chrome, Edge or Safari.",
  },
} as const;

export type VerifyErrorName = keyof typeof verifyErrors;
