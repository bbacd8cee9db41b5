// SPDX-License-Identifier: Apache-2.0

/** What an entry of a catalogue says to an officer or a shop: a stable code, what happened, what to do. */
export interface Explanation {
  readonly code: string;
  readonly summary: string;
  readonly next: string;
}

const HONOUR = "honour the receipt with two officers if the shop shows that the household got the goods.";

/** Why the chain rejected a receipt for good, in the order of the contract's `Rejection`, whose first member means none. */
export const REJECTIONS = {
  Malformed: {
    code: "RCPT-101",
    summary: "The receipt has no amount, or does not say how the household was recognised.",
    next: "Have the terminal checked, and honour the receipt from the shop's paper copy if the household got the goods.",
  },
  CycleEnded: {
    code: "RCPT-102",
    summary:
      "The receipt arrived after the cycle's grace period, or its cycle was returned, cancelled or closed.",
    next: "As long as the cycle is not closed, two officers can honour it; afterwards settle it with the shop in a corrective cycle.",
  },
  OutsidePeriod: {
    code: "RCPT-103",
    summary: "The day on the receipt lies before the cycle opened or after it expired.",
    next: "Check the terminal's calendar, and honour the receipt if the sale was made on a day of the cycle.",
  },
  NotEnoughLeft: {
    code: "RCPT-104",
    summary: "The household has less left in this cycle than the receipt takes, or is not on its list.",
    next: "Ask the shop for proof; honour at most what is left, and let the shop bear the rest.",
  },
  AccountHeld: {
    code: "RCPT-105",
    summary: "The household's account was on hold when the receipt arrived.",
    next: `Find out why it was held, and ${HONOUR}`,
  },
  AccountClosed: {
    code: "RCPT-106",
    summary: "The household's account was closed when the receipt arrived.",
    next: `Compare the day of the sale with the day of the closing, and ${HONOUR}`,
  },
  OverTerminalLimit: {
    code: "RCPT-107",
    summary: "The terminal has sold more in this cycle than a custodian allowed it.",
    next: `Check the terminal's sales against the shop's stock, and ${HONOUR}`,
  },
  OverCeiling: {
    code: "RCPT-108",
    summary: "This one receipt is larger than all that the shop may sell at once.",
    next: `Check the amount, and ${HONOUR}`,
  },
  NoSuchSale: {
    code: "RCPT-109",
    summary: "The refund names a sale that this terminal cannot have made before it.",
    next: "Ask the shop which sale was taken back, and let two officers reverse that one.",
  },
  RefundAboveSales: {
    code: "RCPT-110",
    summary: "With this refund the terminal would have refunded more than it sold in this cycle.",
    next: "Ask the shop which sale was taken back; nothing was given back to the household yet.",
  },
  RefundAboveOwed: {
    code: "RCPT-111",
    summary: "The refund is larger than what the shop is still owed, because its sales are settled already.",
    next: "Have the shop give the household cash or goods, or withhold the amount at the next settlement.",
  },
  RefundAboveList: {
    code: "RCPT-112",
    summary: "With this refund the household would have more than its list says.",
    next: "Ask the shop whether the sale was refunded twice or to the wrong household.",
  },
} as const satisfies Record<string, Explanation>;

/** Why a batch stopped before its end for now, in the order of the contract's `Stop`, whose first member means none. */
export const STOPS = {
  CycleNotApproved: {
    code: "RCPT-201",
    summary: "The cycle of these receipts is not approved yet.",
    next: "Have the cycle approved, then send the receipts again.",
  },
  NotOpenYet: {
    code: "RCPT-202",
    summary: "The cycle of these receipts has not opened yet.",
    next: "Send the receipts again when the cycle is open, and check the terminal's calendar.",
  },
  ChunkNotLoaded: {
    code: "RCPT-203",
    summary: "The part of the list with this household is not on the chain yet.",
    next: "Load the rest of the list and send the receipts again; if it is loaded in full, the household is not on this list.",
  },
  CeilingUsedUp: {
    code: "RCPT-204",
    summary: "The shop has used up its ceiling for now.",
    next: "Send the receipts again tomorrow, or let two officers raise the ceiling.",
  },
  ShopNotActive: {
    code: "RCPT-205",
    summary: "The shop is not active at present.",
    next: "Find out why it was made inactive; once two officers activate it, send the receipts again.",
  },
  ListExtractMissing: {
    code: "RCPT-206",
    summary:
      "The batch has a refund and came without the list extract that proves what the household was listed with.",
    next: "Send the batch again with the cycle's list at hand.",
  },
  Paused: {
    code: "RCPT-207",
    summary: "Redemptions of this programme are paused.",
    next: "Keep the receipts and send them again when the pause is over; none of them is lost.",
  },
} as const satisfies Record<string, Explanation>;

export type RejectionName = keyof typeof REJECTIONS;
export type StopName = keyof typeof STOPS;

const REJECTION_NAMES = Object.keys(REJECTIONS) as RejectionName[];
const STOP_NAMES = Object.keys(STOPS) as StopName[];

/** Name of the contract's `Rejection` member; undefined for 0 (none) and for codes of no member. */
export function rejectionName(code: number): RejectionName | undefined {
  return REJECTION_NAMES[code - 1];
}

/** Name of the contract's `Stop` member; undefined for 0 (none) and for codes of no member. */
export function stopName(code: number): StopName | undefined {
  return STOP_NAMES[code - 1];
}
