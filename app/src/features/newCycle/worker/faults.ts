// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";

/** What can go wrong on the way from a file to a cycle: stable code, what happened, what to do. */
export const IMPORT_FAULTS = {
  noFile: ["LIST-701", "There is no file to read any more.", "Choose the file again."],
  notRead: [
    "LIST-702",
    "The columns of the file have not been chosen yet.",
    "Go back to the columns and choose them.",
  ],
  unreadable: [
    "LIST-703",
    "The file could not be read to its end.",
    "Check that it still exists and is not open elsewhere, then choose it again.",
  ],
  notLookedUp: [
    "LIST-704",
    "The accounts of the list have not been looked up yet.",
    "Go back to the accounts and look them up.",
  ],
  badDraft: [
    "LIST-705",
    "The saved draft cannot be read by this version of the page.",
    "Choose the file again; the plan of the draft is kept.",
  ],
  staleDraft: [
    "LIST-706",
    "This draft was changed in another tab or by another officer.",
    "Reload it to see their version; what you changed here since then is not saved.",
  ],
  listTaken: [
    "LIST-707",
    "Another cycle was prepared in the meantime, so this list needs the next number.",
    "Look at the control sheet again and sign then.",
  ],
  noDraft: [
    "LIST-709",
    "The list is not saved at the office yet.",
    "Sign in to the office and unlock the household ids; the draft is then saved by itself.",
  ],
  workerBroke: [
    "LIST-708",
    "The import stopped because of a fault of its own.",
    "Reload the page and choose the file again; nothing has been signed.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export type ImportFault = keyof typeof IMPORT_FAULTS;

/** An error of the import, whether it happened in the page or in its worker. */
export class ImportError extends AnnonaError {
  override readonly name = "ImportError";
}

export function importFault(fault: ImportFault): ImportError {
  const [code, summary, next] = IMPORT_FAULTS[fault];
  return new ImportError({ code, summary, next });
}
