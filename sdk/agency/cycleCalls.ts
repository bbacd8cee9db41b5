// SPDX-License-Identifier: Apache-2.0

import type { Call } from "./call.ts";
import { codeBytes } from "./code.ts";
import { type CycleTerms, hashTerms } from "./cycleTerms.ts";
import { PROGRAMME } from "./faces.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

type Programme = Pick<ProgrammeHandle, "address">;

/** Prepare a cycle. @param cycle The programme's next cycle; another number is refused. @param preparer Address of the officer. */
export function prepareCycleCall(
  suite: Pick<Suite, "chainId">,
  { address }: Programme,
  cycle: number,
  terms: CycleTerms,
  preparer: string,
): Call {
  const termsHash = hashTerms(suite, address, cycle, terms);
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("prepareCycle", [cycle, terms]),
    expects: { event: "CyclePrepared", where: { cycle, preparer, termsHash } },
  };
}

/** Approve exactly the terms with this hash, see `checkedTermsHash`. @param approver Address of the officer. */
export function approveCycleCall(
  { address }: Programme,
  cycle: number,
  termsHash: string,
  approver: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("approveCycle", [cycle, termsHash]),
    expects: { event: "CycleApproved", where: { cycle, approver } },
  };
}

/** Release a cycle above a band. @param officer Address of the Finance officer. */
export function releaseCycleCall(
  { address }: Programme,
  cycle: number,
  termsHash: string,
  officer: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("releaseCycle", [cycle, termsHash]),
    expects: { event: "CycleReleased", where: { cycle, officer } },
  };
}

/** Send a prepared cycle back. @param reason Code such as "AMOUNTS". @throws AgencyError AGENCY-301. */
export function returnCycleCall(
  { address }: Programme,
  cycle: number,
  reason: string,
  officer: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("returnCycle", [cycle, codeBytes(reason)]),
    expects: { event: "CycleReturned", where: { cycle, officer } },
  };
}

/** Close a cycle 90 days after its grace; anyone. Before that it is the act `acts.closeCycle` of two officers. */
export function closeAbandonedCycleCall({ address }: Programme, cycle: number): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("closeAbandonedCycle", [cycle]),
    expects: { event: "CycleClosed", where: { cycle } },
  };
}
