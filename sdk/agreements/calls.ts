// SPDX-License-Identifier: Apache-2.0

import type { TypedDataDomain, TypedDataField } from "ethers";
import type { IAgreementTerms } from "#bindings/index.ts";
import { AGREEMENT } from "#sdk/agency/faces.ts";
import { FINDINGS, type Finding } from "./names.ts";

export { AGREEMENT };

/** Terms as the contract takes them; see IAgreementTerms. */
export type Terms = IAgreementTerms.TermsStruct;

/** Act: sign terms for the agency and offer them to the partner. Waits two days when an amendment names another payout. */
export function offerTerms(terms: Terms): string {
  return AGREEMENT.encodeFunctionData("offerTerms", [terms]);
}

/** Act: record whom money comes from. @param document keccak256 of the document by which it is given. */
export function recordSource(source: string, document: string): string {
  return AGREEMENT.encodeFunctionData("recordSource", [source, document]);
}

/** Act: give back what is beyond everything pending, ledger units. */
export function returnExcess(amount: bigint): string {
  return AGREEMENT.encodeFunctionData("returnExcess", [amount]);
}

/** Act: accept reported spending of an advance, or less of it with a finding. */
export function acceptSpending(
  milestone: number,
  evidence: string,
  amount: bigint,
  finding: Finding,
): string {
  return AGREEMENT.encodeFunctionData("acceptSpending", [
    milestone,
    evidence,
    amount,
    FINDINGS.indexOf(finding),
  ]);
}

/** Act: give notice for the agency. @param reason keccak256 of the letter. */
export function giveNotice(reason: string): string {
  return AGREEMENT.encodeFunctionData("giveNotice", [reason]);
}

/** What a monitor states by signing: the evidence of one submission shows the work as done. */
export interface Verification {
  readonly milestone: number;
  /** keccak256 of the file that the monitor looked at. */
  readonly evidence: string;
  /** Unix seconds of the submission; it makes the statement worthless for a later one. */
  readonly submittedAt: number;
}

const VERIFICATION: TypedDataField[] = [
  { name: "milestone", type: "uint32" },
  { name: "evidence", type: "bytes32" },
  { name: "submittedAt", type: "uint40" },
];

/** The EIP-712 data that a monitor signs, for the wallet. */
export function verificationData(
  chainId: bigint,
  agreement: string,
  message: Verification,
): {
  readonly domain: TypedDataDomain;
  readonly types: Record<string, TypedDataField[]>;
  readonly message: Verification;
} {
  const domain = { name: "Annona Agreement", version: "1", chainId, verifyingContract: agreement };
  return { domain, types: { Verification: VERIFICATION }, message };
}
