// SPDX-License-Identifier: Apache-2.0

import { isError } from "ethers";
import type { Call } from "#sdk/agency/call.ts";
import { AGREEMENT } from "#sdk/agency/faces.ts";
import type { AgreementHandle } from "./handle.ts";
import type { SubmissionPlace } from "./milestoneCalls.ts";

/** What a monitor signed with their key, apart from the ledger; see `verificationData`. */
export interface SignedVerification {
  readonly monitor: string;
  readonly signature: string;
}

/** Hand in what monitors signed, all in one transaction; anyone. @param signed One at least. */
export function verifyBySignaturesCall(
  { agreement, milestone, evidence }: SubmissionPlace,
  signed: readonly SignedVerification[],
): Call {
  const statements = signed.map(({ monitor, signature }) => ({ monitor, signature }));
  const last = signed.at(-1);
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("verifyBySignatures", [milestone, evidence, statements]),
    expects: {
      event: "MilestoneVerified",
      where: { milestone, evidence, ...(last === undefined ? {} : { monitor: last.monitor }) },
    },
  };
}

/** Whether the ledger would take this verification now: by a monitor who is asked, of this evidence, signed for this submission. */
export async function wouldVerify(
  { contract }: Pick<AgreementHandle, "contract">,
  { milestone, evidence }: Omit<SubmissionPlace, "agreement">,
  { monitor, signature }: SignedVerification,
): Promise<boolean> {
  try {
    await contract.verifyBySignatures.staticCall(milestone, evidence, [{ monitor, signature }]);
    return true;
  } catch (error) {
    if (isError(error, "CALL_EXCEPTION")) return false;
    throw error;
  }
}
