// SPDX-License-Identifier: Apache-2.0

/** Where a link of the page points to that asks for receipts. */
export const RECEIPTS_ANCHOR = "receipts";
