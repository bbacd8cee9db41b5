// SPDX-License-Identifier: Apache-2.0

import { OfficeError } from "./OfficeError.ts";

/** What a client finds by itself, without the server's words. */
export const LINE_ERRORS = {
  unreachable: [
    "OFFICE-001",
    "The office server does not answer.",
    "Pages that only need the ledger go on; check the connection, or tell whoever runs the server.",
  ],
  notUnderstood: [
    "OFFICE-002",
    "The answer of the office server was not understood.",
    "Reload the page; if it stays, the page and the server are of different versions.",
  ],
  noWords: [
    "OFFICE-003",
    "The office server refused without saying why.",
    "Try again; if it stays, tell whoever runs the server.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export function lineError(
  name: keyof typeof LINE_ERRORS,
  { status, cause }: { readonly status: number; readonly cause?: unknown },
): OfficeError {
  const [code, summary, next] = LINE_ERRORS[name];
  return new OfficeError({ code, summary, next, status, cause });
}
