// SPDX-License-Identifier: Apache-2.0

import type { TypedDataDomain, TypedDataField } from "ethers";
import type { Call } from "#sdk/agency/call.ts";
import type { CouncilCall } from "./acts.ts";
import type { CouncilBook } from "./book.ts";
import { ARBITER_ROLE, encodeAct } from "./encodeAct.ts";
import { COUNCIL } from "./faces.ts";

/** What every call about a proposal needs of it. */
export interface ProposalPlace {
  /** Address of the council. */
  readonly council: string;
  readonly id: number;
}

/** keccak256 of the document that says why, and where it is. */
export interface Rationale {
  readonly hash: string;
  /** May be empty; a short text can stand in it itself, see `textRationale`. */
  readonly uri: string;
}

/** Make a proposal; the proposer approves with it. The event has its number, `proposalId`. @param proposer Address of the member. */
export function proposeCallsCall(
  council: string,
  calls: readonly CouncilCall[],
  { hash, uri }: Rationale,
  proposer: string,
): Call {
  return {
    to: council,
    data: COUNCIL.encodeFunctionData("propose", [restated(calls), hash, uri]),
    expects: { event: "ProposalMade", where: { proposer, rationale: hash } },
  };
}

/** Approve. @param hash The proposal's, which the member has read. */
export function approveProposalCall({ council, id }: ProposalPlace, hash: string, member: string): Call {
  return {
    to: council,
    data: COUNCIL.encodeFunctionData("approve", [id, hash]),
    expects: { event: "ProposalApproved", where: { proposalId: id, member } },
  };
}

/** Take an approval back; signatures that nobody has handed in become void. */
export function revokeApprovalCall({ council, id }: ProposalPlace, member: string): Call {
  return {
    to: council,
    data: COUNCIL.encodeFunctionData("revoke", [id]),
    expects: { event: "ApprovalRevoked", where: { proposalId: id, member } },
  };
}

/** Object. */
export function objectCall({ council, id }: ProposalPlace, member: string): Call {
  return {
    to: council,
    data: COUNCIL.encodeFunctionData("object", [id]),
    expects: { event: "ProposalObjected", where: { proposalId: id, member } },
  };
}

/** Make the calls of a proposal that is ready; anyone. */
export function executeProposalCall(
  { council, id }: ProposalPlace,
  calls: readonly CouncilCall[],
  rationale: string,
): Call {
  return {
    to: council,
    data: COUNCIL.encodeFunctionData("execute", [id, restated(calls), rationale]),
    expects: { event: "ProposalExecuted", where: { proposalId: id } },
  };
}

/** Make all signatures void that the member gave and that nobody has handed in. */
export function voidSignaturesCall(council: string, member: string): Call {
  return {
    to: council,
    data: COUNCIL.encodeFunctionData("voidSignatures"),
    expects: { event: "SignaturesVoided", where: { member } },
  };
}

/** What a member states by signing an approval off the ledger. */
export interface ApprovalToSign {
  readonly id: number;
  readonly hash: string;
  readonly epoch: number;
  readonly member: string;
  /** The member's `nonceOf` now. */
  readonly nonce: bigint;
  /** Until when it can be handed in, Unix seconds. */
  readonly deadline: number;
}

const APPROVAL: readonly TypedDataField[] = [
  { name: "proposalId", type: "uint256" },
  { name: "proposalHash", type: "bytes32" },
  { name: "epoch", type: "uint32" },
  { name: "member", type: "address" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
];

/** The EIP-712 data that a member signs, for the wallet. */
export function approvalData(council: string, chainId: number, approval: ApprovalToSign) {
  const domain: TypedDataDomain = {
    name: "Annona Council",
    version: "1",
    chainId,
    verifyingContract: council,
  };
  const { id, hash, epoch, member, nonce, deadline } = approval;
  return {
    domain,
    types: { Approval: [...APPROVAL] },
    message: { proposalId: id, proposalHash: hash, epoch, member, nonce, deadline },
  };
}

/** Hand in a member's signature; anyone. */
export function handInApprovalCall(
  council: string,
  { id, hash, member, deadline }: ApprovalToSign,
  signature: string,
): Call {
  return {
    to: council,
    data: COUNCIL.encodeFunctionData("approveBySignature", [id, hash, member, deadline, signature]),
    expects: { event: "ProposalApproved", where: { proposalId: id, member } },
  };
}

function restated(calls: readonly CouncilCall[]): CouncilCall[] {
  return calls.map(({ target, data }) => ({ target, data }));
}

/** Begin the mandate of an arbiter whom the council named, after the consortium's delay; anyone. */
export function seatArbiterCall(book: CouncilBook, organisation: number, arbiter: string): Call {
  const { target, data } = encodeAct(book, { kind: "seatArbiter", organisation, arbiter });
  const where = { organisation, role: ARBITER_ROLE, officer: arbiter };
  return { to: target, data, expects: { event: "OfficerAppointed", where } };
}
