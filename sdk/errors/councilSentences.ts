// SPDX-License-Identifier: Apache-2.0

import type { ContractSentence } from "./sentence.ts";

/** Refusals of the council. */
export const COUNCIL_SENTENCES: Readonly<Record<string, ContractSentence>> = {
  Council_OnlyMember: [
    "The address {caller} is no member of the council.",
    "Act from the address that the council knows your organisation by.",
  ],
  Council_OnlyCouncil: [
    "Members, quorums and delays are changed by the council itself, not by {caller}.",
    "Propose the change to the council.",
  ],
  Council_NoCalls: ["The proposal has no calls.", "Say at least one thing that the council should do."],
  Council_UnknownProposal: ["The council has no proposal {proposalId}.", "Check the proposal's number."],
  Council_OtherProposalRestated: [
    "Proposal {proposalId} is not what was restated.",
    "Read the proposal again, and restate its calls and its rationale exactly.",
  ],
  Council_WrongState: [
    "Proposal {proposalId} is {state:proposalState}, and this cannot be done now.",
    "Look at the proposal: an open one waits for approvals, a queued one for its delay; what lapsed has to be proposed again.",
  ],
  Council_ApprovedAlready: ["{member} approves proposal {proposalId} already.", "Nothing needs doing."],
  Council_NotApproved: [
    "{member} does not approve proposal {proposalId}, so there is nothing to take back.",
    "To stop the proposal, object to it; to make signatures void that nobody has handed in, void them.",
  ],
  Council_ObjectedAlready: [
    "{member} objects to proposal {proposalId} already.",
    "Nothing needs doing; other members have to object as well.",
  ],
  Council_ToBeRemoved: [
    "Proposal {proposalId} removes {member}, who therefore cannot object to it.",
    "Ask other members to object.",
  ],
  Council_SignatureExpired: [
    "The signature was good until {deadline:time}.",
    "Have the member sign again, with a later time.",
  ],
  Council_SignatureInvalid: [
    "This is not the signature of {member} on this proposal in the council's present epoch.",
    "Have the member sign again: after a change of members, or after taking an approval back, older signatures are void.",
  ],
  Council_SettingsInvalid: [
    "The council's setting {field:text} does not fit.",
    "Choose a quorum that leaves one member to spare, and delays within their bounds.",
  ],
  Council_MemberInvalid: [
    "{account} cannot be added or removed: it is no fit address, has no name, is a member already, or is none.",
    "Check the address and the name against the list of members.",
  ],
};
