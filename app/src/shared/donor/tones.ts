// SPDX-License-Identifier: Apache-2.0

/** Colours by how far money has come, the same on all pages for donors. */
/** The chart of months has the same colours (months.module.css). */
export const STATE_TONES: Readonly<Record<string, string>> = {
  contributed: "free",
  allocated: "fees",
  reserved: "reserved",
  redeemed: "owed",
  settled: "instructed",
  reconciled: "settled",
  returned: "free",
};

export const STAGE_TONES: Readonly<Record<string, string>> = {
  waiting: "free",
  returning: "fees",
  free: "free",
  fees: "fees",
  reserved: "reserved",
  redeemed: "owed",
  settled: "instructed",
  reconciled: "settled",
  unexplained: "owed",
};

export const WHEREABOUTS_TONES: Readonly<Record<string, string>> = {
  inFunds: "free",
  unbooked: "fees",
  free: "free",
  fees: "fees",
  reserved: "reserved",
  owed: "owed",
  instructed: "instructed",
  paidToShops: "settled",
  escrow: "reserved",
  paidToPartners: "settled",
  returned: "fees",
};
