// SPDX-License-Identifier: Apache-2.0

import { OfficeError } from "#sdk/office/OfficeError.ts";

/** Why a backup is not restored. A number is never reused for something else. */
const BACKUP_ERRORS = {
  damaged: [
    "OFFICE-701",
    "The backup is damaged or cut off.",
    "Take another copy of it, or an older backup; nothing was restored.",
  ],
  noBackup: ["OFFICE-702", "The file is not a backup of an office.", "Name the file that the backup wrote."],
  foreign: [
    "OFFICE-703",
    "The backup is of another organisation, or of another chain.",
    "Name a backup of this organisation's office; nothing was restored.",
  ],
  newer: [
    "OFFICE-704",
    "The backup was written by a newer version of the office server.",
    "Restore it with that version; nothing was restored.",
  ],
  notEmpty: [
    "OFFICE-705",
    "The database holds an office's data already.",
    "Name an empty database or a file that is not there yet; what is there is never overwritten.",
  ],
  noOffice: [
    "OFFICE-706",
    "There is no office's data to back up.",
    "Name the file or the database that the office server uses.",
  ],
  noFile: ["OFFICE-707", "The file cannot be read or written.", "Check its path and your rights to it."],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

const REFUSED = 422;

export function backupError(name: keyof typeof BACKUP_ERRORS, cause?: unknown): OfficeError {
  const [code, summary, next] = BACKUP_ERRORS[name];
  return new OfficeError({ code, summary, next, status: REFUSED, cause });
}
