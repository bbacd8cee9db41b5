// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "../errors/index.ts";

/** Why household data cannot be read, kept or looked up. A code is never reused for something else. */
export const HOUSEHOLD_ERRORS = {
  shortPassphrase: [
    "HOUSE-101",
    "The passphrase is too short.",
    "Choose at least 12 characters; four or five words that do not belong together are good.",
  ],
  wrongPassphrase: [
    "HOUSE-102",
    "The passphrase does not open the office's key.",
    "Check capital letters and the keyboard's language, then type it again; only those who know the passphrase can open the key.",
  ],
  damagedEnvelope: [
    "HOUSE-103",
    "The office's key envelope is damaged or of a version that this page does not know.",
    "Reload the page; if it stays, have the administrator restore the office from its backup.",
  ],
  badOfficeKey: [
    "HOUSE-104",
    "The office key does not have 32 bytes.",
    "Open the key envelope of this office again.",
  ],
  cannotOpen: [
    "HOUSE-201",
    "Sealed household data cannot be opened: it was changed, belongs somewhere else, or was sealed with another key.",
    "Nothing is lost on the ledger. Have the administrator restore the office's data from its backup.",
  ],
  badPage: [
    "HOUSE-202",
    "A page of the household map cannot be understood.",
    "Use the version of the console that wrote it, or a newer one.",
  ],
  otherPage: [
    "HOUSE-203",
    "An account does not belong to this page of the household map.",
    "Report this; the household map was not changed.",
  ],
  locked: [
    "HOUSE-301",
    "Household ids are locked.",
    "Type the office's passphrase to unlock them in this browser.",
  ],
  noEnvelope: [
    "HOUSE-302",
    "This office has no key envelope yet.",
    "Have the administrator set one up on the Office page: it takes the consortium's key and a passphrase.",
  ],
  changedMeanwhile: [
    "HOUSE-303",
    "Somebody else keeps changing the same page of the household map.",
    "Save again in a moment; households that were saved stay saved.",
  ],
  missingId: ["HOUSE-401", "No household id was given.", "Type the id as it stands on the document."],
  damagedId: [
    "HOUSE-402",
    "This id was turned into a number by a spreadsheet, and digits are lost.",
    "Type it from the document itself.",
  ],
  longId: [
    "HOUSE-403",
    "A household id has at most 64 letters and digits.",
    "Check that only one id was typed.",
  ],
  illegalId: [
    "HOUSE-404",
    "The id holds signs that no household id has.",
    "Use letters and digits; spaces, dashes and dots between them do not matter.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export type HouseholdErrorName = keyof typeof HOUSEHOLD_ERRORS;

export class HouseholdError extends AnnonaError {
  override readonly name = "HouseholdError";
}

/** Household data in no error: neither ids nor passphrases are ever given as details. */
export function householdError(name: HouseholdErrorName, cause?: unknown): HouseholdError {
  const [code, summary, next] = HOUSEHOLD_ERRORS[name];
  return new HouseholdError({ code, summary, next, cause });
}
