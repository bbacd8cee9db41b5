// SPDX-License-Identifier: Apache-2.0

import { ZeroHash } from "ethers";
import type { Call } from "#sdk/agency/call.ts";
import { AGREEMENT } from "#sdk/agency/faces.ts";
import type { Amount } from "#sdk/money/index.ts";
import { FINDINGS, type Finding } from "./names.ts";

/** A milestone of an agreement. */
export interface MilestonePlace {
  readonly agreement: string;
  readonly milestone: number;
}

/** A submission: nothing is said about evidence without naming it. */
export interface SubmissionPlace extends MilestonePlace {
  /** keccak256 of the file. */
  readonly evidence: string;
}

/** Submit evidence; a Preparer of the partner. @param uri Where the file is kept; nothing personal. */
export function submitCall(
  { agreement, milestone, evidence }: SubmissionPlace,
  claimed: Amount,
  uri: string,
): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("submitMilestone", [milestone, claimed, evidence, uri]),
    expects: { event: "MilestoneSubmitted", where: { milestone, evidence } },
  };
}

/** State that the file with this hash shows the work as done; a monitor. */
export function verifyCall({ agreement, milestone, evidence }: SubmissionPlace, monitor: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("verifyMilestone", [milestone, evidence]),
    expects: { event: "MilestoneVerified", where: { milestone, evidence, monitor } },
  };
}

/** Send a submission back; a monitor, or one officer of the agency. @param report keccak256 of a report that says more. */
export function returnMilestoneCall(
  { agreement, milestone, evidence }: SubmissionPlace,
  finding: Finding,
  report: string = ZeroHash,
): Call {
  const number = FINDINGS.indexOf(finding);
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("returnMilestone", [milestone, evidence, number, report]),
    expects: { event: "MilestoneReturned", where: { milestone, evidence } },
  };
}

/** What is to be paid for a submission: all of it, or less with a finding. */
export interface Authorisation extends SubmissionPlace {
  readonly amount: Amount;
  /** "None" for the whole. */
  readonly finding: Finding;
}

/** Propose what to pay; a Finance officer of the agency. */
export function proposeAuthorisationCall(authorisation: Authorisation, officer: string): Call {
  const { agreement, milestone, evidence, amount } = authorisation;
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("proposeAuthorisation", wordsOf(authorisation)),
    expects: { event: "AuthorisationProposed", where: { milestone, evidence, officer, amount } },
  };
}

/** Authorise exactly what is proposed; an Approver of the agency, who is somebody else. */
export function authoriseCall(authorisation: Authorisation): Call {
  const { agreement, milestone, evidence, amount } = authorisation;
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("authoriseMilestone", wordsOf(authorisation)),
    expects: { event: "MilestoneAuthorised", where: { milestone, evidence, amount } },
  };
}

function wordsOf({ milestone, evidence, amount, finding }: Authorisation): [number, string, bigint, number] {
  return [milestone, evidence, amount, FINDINGS.indexOf(finding)];
}

/** Try a refused payment again, or close a milestone whose cut nobody disputed; anyone. @param closes Whether nothing is left to pay. */
export function payMilestoneCall({ agreement, milestone }: MilestonePlace, closes: boolean): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("payMilestone", [milestone]),
    expects: { event: closes ? "MilestoneClosed" : "MilestonePaid", where: { milestone } },
  };
}

/** Send a milestone to the arbiter. @param reason keccak256 of the document that says why. */
export function disputeCall({ agreement, milestone }: MilestonePlace, reason: string): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("disputeMilestone", [milestone, reason]),
    expects: { event: "MilestoneDisputed", where: { milestone, reason } },
  };
}

/** Split what is disputed; the arbiter. @param decision keccak256 of the reasons. */
export function decideCall(
  { agreement, milestone }: MilestonePlace,
  toPartner: Amount,
  decision: string,
): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("decideDispute", [milestone, toPartner, decision]),
    expects: { event: "DisputeDecided", where: { milestone, toPartner, decision } },
  };
}

/** Apply what the terms say for a silent arbiter; anyone. */
export function applyDefaultCall({ agreement, milestone }: MilestonePlace): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("applyDefault", [milestone]),
    expects: { event: "DisputeDecided", where: { milestone } },
  };
}

/** Report what of an advance was spent; a Preparer of the partner. @param evidence keccak256 of the report with its vouchers. */
export function reportSpendingCall(
  { agreement, milestone, evidence }: SubmissionPlace,
  spent: Amount,
  uri: string,
): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("reportSpending", [milestone, spent, evidence, uri]),
    expects: { event: "SpendingReported", where: { milestone, evidence } },
  };
}

/** Pay back what of an advance was not spent; anyone who allowed the agreement to take it. */
export function refundAdvanceCall(
  { agreement, milestone }: MilestonePlace,
  amount: Amount,
  payer: string,
): Call {
  return {
    to: agreement,
    data: AGREEMENT.encodeFunctionData("refundAdvance", [milestone, amount]),
    expects: { event: "AdvanceRefunded", where: { milestone, payer, amount } },
  };
}
