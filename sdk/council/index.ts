// SPDX-License-Identifier: Apache-2.0

// Who governs the consortium, what was proposed and what it would change, and what members sign. Nothing here signs or sends.
export type { BeaconName, CouncilAct, CouncilActKind, CouncilCall, UnknownAct } from "./acts.ts";
export { type ArbiterToName, nameArbiterActs } from "./arbiterActs.ts";
export { type Arbiter, type ArbiterPanel, readArbiters } from "./arbiters.ts";
export type { CouncilBook } from "./book.ts";
export { CouncilError } from "./CouncilError.ts";
export {
  type ApprovalToSign,
  approvalData,
  approveProposalCall,
  executeProposalCall,
  handInApprovalCall,
  objectCall,
  type ProposalPlace,
  proposeCallsCall,
  type Rationale,
  revokeApprovalCall,
  seatArbiterCall,
  voidSignaturesCall,
} from "./calls.ts";
export type { Change, ChangeField, ChangeSubject, ChangeValue, CodeValue } from "./changes.ts";
export { decodeCall } from "./decodeCall.ts";
export { type CouncilDispute, readDisputes } from "./disputes.ts";
export { ARBITER_ROLE, encodeAct } from "./encodeAct.ts";
export type { Happening, HappeningKind, Moment, ProposalStory } from "./happenings.ts";
export { levelOf } from "./levels.ts";
export {
  afterChange,
  CHANGE_FAULTS,
  type ChangeFault,
  type CouncilAfterwards,
  newKeyAct,
  type Reconfigure,
} from "./memberChange.ts";
export {
  FOUNDING_MEMBER,
  PROPOSAL_LEVELS,
  PROPOSAL_STATES,
  type ProposalLevel,
  type ProposalState,
} from "./names.ts";
export {
  awaitsVote,
  choicesOf,
  isPending,
  type MemberChoices,
  type Proposal,
  readProposal,
  readProposals,
} from "./proposals.ts";
export { isShortEnough, type RationaleSource, rationaleSource, textRationale } from "./rationale.ts";
export { readBook } from "./readBook.ts";
export {
  type Council,
  type CouncilMember,
  type CouncilSeat,
  type CouncilSettings,
  delayOf,
  nameHashOf,
  nameOfMember,
  objectionsNeeded,
  quorumOf,
  readCouncil,
  seatOf,
} from "./readCouncil.ts";
export {
  type ApprovalWanted,
  readSignedApproval,
  requireSignedFor,
  type SignedApproval,
  writeSignedApproval,
} from "./signedApproval.ts";
export { type Simulation, simulateCalls, type TriedCall } from "./simulate.ts";
