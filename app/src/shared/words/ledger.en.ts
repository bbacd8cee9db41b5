// SPDX-License-Identifier: Apache-2.0

/** English words for the codes that the contracts use, in the field's terms. */
export const ledgerWords = {
  modalities: { Voucher: "Voucher", Cash: "Cash" },
  cycleKinds: { Regular: "Regular", TopUp: "Top-up", Corrective: "Corrective", FollowUp: "Follow-up" },
  shopKinds: { Retailer: "Retailer", CashAgent: "Cash agent", Provider: "Payment provider" },
  payoutModes: { Token: "Token", Bank: "Bank" },
  receiptKinds: { sale: "Sale", refund: "Refund" },
  outcomes: { credited: "Counts", rejected: "Rejected", corrected: "Corrected" },
  correctionKinds: { Honour: "Honoured", Reverse: "Reversed", ReEnter: "Re-entered" },
  recognitions: {
    "card-pin": "Card and PIN",
    biometric: "Biometric",
    document: "Document",
    override: "Override by the shop",
  },
  rejections: {
    Malformed: "Not a valid entry",
    CycleEnded: "The cycle had ended",
    OutsidePeriod: "Dated outside the cycle",
    NotEnoughLeft: "Not enough entitlement left",
    AccountHeld: "The account is on hold",
    AccountClosed: "The account is closed",
    OverTerminalLimit: "Over the terminal's limit",
    OverCeiling: "Over the shop's ceiling",
    NoSuchSale: "No such sale to refund",
    RefundAboveSales: "Refund above this terminal's sales",
    RefundAboveOwed: "Refund above what the shop is owed",
    RefundAboveList: "Refund above the entitlement",
  },
  settlementStates: {
    Instructed: "Instructed",
    Paid: "Paid",
    Returned: "Returned by the bank",
    Refused: "Refused, still owed",
  },
  documentKinds: {
    ControlSheet: "Control sheet of an entitlement list",
    Statement: "Reconciliation statement",
    BankStatement: "Bank statement",
    Evidence: "Evidence",
    Assessment: "Assessment",
    Funding: "Funding",
    Rationale: "Rationale",
    Other: "Other",
  },
};
export type LedgerWords = typeof ledgerWords;
