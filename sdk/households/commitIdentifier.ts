// SPDX-License-Identifier: Apache-2.0

import { type Commitment, type Committer, normaliseIdentifier } from "../list/index.ts";
import { householdError } from "./errors.ts";

/**
 * Commitment of an id as somebody typed it.
 * @throws HouseholdError HOUSE-401 to HOUSE-404 when it is no id.
 */
export function commitWritten(commit: Committer, written: string): Commitment {
  const reading = normaliseIdentifier(written);
  if ("fault" in reading) throw householdError(reading.fault);
  return commit(reading.identifier);
}
