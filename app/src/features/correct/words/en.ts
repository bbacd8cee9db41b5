// SPDX-License-Identifier: Apache-2.0

const en = {
  title: "Correct a receipt",
  intro:
    "When the books and the counter disagree, two officers enter what is right. The old receipt stays visible; a receipt is corrected once.",
  which: "Which receipt",
  terminal: "Terminal",
  number: "Receipt number",
  find: "Show the receipt",
  notFound: "This terminal has no such receipt on the ledger.",
  lost: "It never reached the ledger. From a revoked terminal it can be entered from paper.",
  found: "On the ledger",
  alreadyCorrected:
    "This receipt was corrected before. Any difference left is settled with the shop directly.",
  refund: "This is a refund, and only sales can be corrected: correct the sale that it refunded.",
  what: "What is right",
  kinds: { honour: "Honour", reverse: "Reverse", reenter: "Enter again" },
  kindHints: {
    honour: "The ledger rejected it, and the household got the goods: credit it now.",
    reverse: "The sale did not happen: the household gets its money back, the shop is owed less.",
    reenter: "It happened differently: another household or another amount.",
  },
  unfit: {
    honour: "Only a rejected receipt can be honoured.",
    reverse: "Only a credited receipt can be reversed.",
    reenter: "Only a credited receipt can be entered again.",
  },
  account: "Account that is right",
  amount: (currency: string) => `Amount that is right (${currency})`,
  reason: "Reason",
  reasons: {
    "WRONG-AMOUNT": "Wrong amount",
    "WRONG-HOUSEHOLD": "Wrong household",
    "NO-SALE": "The sale did not happen",
    "GOODS-GIVEN": "The household got the goods",
    "TERMINAL-LOST": "Terminal lost, entered from paper",
    OTHER: "Other, see the office's file",
  },
  propose: "Propose to an approver",
  proposed: "Proposed. An approver confirms it; then it counts.",
  before: "Now",
  after: "After the correction",
  proposals: "Waiting for a second officer",
  cycle: "Cycle",
  fields: {
    terminal: "Write the terminal's address: 0x and 40 digits or letters.",
    number: "Digits only.",
    account: "Write an account number.",
    amount: "Write an amount above zero.",
  },
};

export default en;
