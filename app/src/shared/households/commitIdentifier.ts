// SPDX-License-Identifier: Apache-2.0

import { commitWritten, householdError } from "#sdk/households/index.ts";
import type { Commitment } from "#sdk/list/index.ts";
import { currentSession } from "./session.ts";

/**
 * The commitment under which the ledger knows a household, from the office's own id as an officer typed it.
 * @throws HouseholdError HOUSE-301 while locked, HOUSE-401 to HOUSE-404 when it is no id. Errors never quote the id.
 */
export function commitIdentifier(text: string): Commitment {
  const session = currentSession();
  if (session === undefined) throw householdError("locked");
  return commitWritten(session.key.commit, text);
}
