// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "#sdk/list/index.ts";
import { AgencyError } from "./AgencyError.ts";
import type { Call } from "./call.ts";
import { PROGRAMME } from "./faces.ts";
import type { ProgrammeHandle } from "./suite.ts";

/** Seconds that a hold lasts at most. */
export const LONGEST_HOLD = 90 * 86_400;

/**
 * Stop sales from accounts of this programme for a time.
 * @param until Unix seconds, at most {@link LONGEST_HOLD} ahead.
 * @param custodian Address of the officer.
 * @throws AgencyError AGENCY-302 for no account.
 */
export function holdCall(
  { address }: Pick<ProgrammeHandle, "address">,
  accounts: readonly AccountNumber[],
  until: number,
  custodian: string,
): Call {
  const account = lastOf(accounts);
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("holdAccounts", [[...accounts], until]),
    expects: { event: "AccountHeld", where: { account, until, officer: custodian } },
  };
}

/** End holds early. @throws AgencyError AGENCY-302 for no account. */
export function releaseHoldCall(
  { address }: Pick<ProgrammeHandle, "address">,
  accounts: readonly AccountNumber[],
  custodian: string,
): Call {
  const account = lastOf(accounts);
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("releaseAccounts", [[...accounts]]),
    expects: { event: "AccountReleased", where: { account, officer: custodian } },
  };
}

/** One transaction tells of all of them, the last one last. */
function lastOf(accounts: readonly AccountNumber[]): AccountNumber {
  const last = accounts.at(-1);
  if (last === undefined) throw new AgencyError("nothingChosen");
  return last;
}
