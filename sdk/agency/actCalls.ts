// SPDX-License-Identifier: Apache-2.0

import type { Call } from "./call.ts";
import { DUAL_CONTROL } from "./faces.ts";
import type { OpenAct } from "./openActs.ts";

/**
 * Propose an act. The event {@link Call.expects} names has the proposal's number, `actId`.
 * @param contract The programme, account registry or currency unit whose act it is.
 * @param act Calldata, from one of the builders in `acts`.
 * @param proposer Address of the officer.
 */
export function proposeCall(contract: string, act: string, proposer: string): Call {
  return {
    to: contract,
    data: DUAL_CONTROL.encodeFunctionData("proposeAct", [act]),
    expects: { event: "ActProposed", where: { proposer, act } },
  };
}

/** Approve an act by restating its calldata; it runs at once. */
export function approveCall({ contract, actId, act }: Pick<OpenAct, "contract" | "actId" | "act">): Call {
  return {
    to: contract,
    data: DUAL_CONTROL.encodeFunctionData("approveAct", [actId, act]),
    expects: { event: "ActApproved", where: { actId } },
  };
}

/** Take one's own proposal back, or send somebody else's back as an approver. */
export function withdrawCall({ contract, actId, act }: Pick<OpenAct, "contract" | "actId" | "act">): Call {
  return {
    to: contract,
    data: DUAL_CONTROL.encodeFunctionData("withdrawAct", [actId, act]),
    expects: { event: "ActWithdrawn", where: { actId } },
  };
}
