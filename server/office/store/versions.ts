// SPDX-License-Identifier: Apache-2.0

import { randomUUID } from "node:crypto";
import { officeError } from "../errors.ts";

/** A name for a new thing; says nothing of what is in it. */
export function newId(): string {
  return randomUUID();
}

/**
 * The thing that somebody wants to change must be as they saw it.
 * @param seen The version that they name; 0 for a thing that must not be there yet.
 * @throws OfficeError OFFICE-301.
 */
export function requireVersion(row: { readonly version: number } | undefined, seen: number): void {
  if ((row?.version ?? 0) !== seen) throw officeError("stale");
}

/** What a change that names its version gave. Nothing, when somebody came in between. @throws OfficeError OFFICE-301. */
export function written<Row>(row: Row | undefined): Row {
  if (row === undefined) throw officeError("stale");
  return row;
}
