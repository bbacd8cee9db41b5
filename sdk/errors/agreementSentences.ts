// SPDX-License-Identifier: Apache-2.0

import type { ContractSentence } from "./sentence.ts";

const AGREEMENT: Readonly<Record<string, ContractSentence>> = {
  Agreement_SettingsInvalid: [
    "The agreement's {field:text} is missing or not usable.",
    "Correct it and create the agreement again.",
  ],
  Agreement_NotActive: [
    "The agreement is {state:agreementState}; this step does not fit.",
    "Look at the agreement's state: terms must be accepted first, and after its end only what is open is settled.",
  ],
  Agreement_EtherNotAccepted: [
    "An agreement pays in its own currency and takes no ether.",
    "Send the agreement's currency, from a recorded source.",
  ],
  Terms_Invalid: [
    "The field {field:text} of the terms is missing or out of range.",
    "Correct it and offer the terms again.",
  ],
  Terms_OtherVersion: [
    "The next version of the terms is {expected}, not {given}: others were accepted meanwhile.",
    "Draft the amendment again on the terms that are in force.",
  ],
  Terms_MonitorUnfit: [
    "{monitor} cannot be a monitor: it stands twice, or belongs to the partner or to those who authorise.",
    "Name somebody who is independent of both.",
  ],
  Terms_MilestoneInvalid: [
    "Milestone {milestone} has no description, no amount, or too large an amount.",
    "Complete it and offer the terms again.",
  ],
  Terms_MilestoneFixed: [
    "Milestone {milestone} is under way or over and cannot be changed.",
    "Restate it as it is; change only what is planned or returned, or add a milestone.",
  ],
  Terms_OtherTermsRestated: [
    "These are not the terms that the agency offers.",
    "Read the latest offer and accept exactly that; there may be none any more.",
  ],
  Terms_OfferLapsed: ["The offer lapsed on {lapsedAt:time}.", "Ask the agency to offer the terms again."],
  End_NoticeGivenAlready: [
    "The {party:party} has given notice already; it ends on {endsAt:time}.",
    "Wait for the end, or have that side withdraw its notice.",
  ],
  End_NoNotice: ["Nobody has given notice.", "Give notice first; the agreement ends when it has run out."],
  End_NoticeRuns: ["The notice runs until {endsAt:time}.", "Terminate after that moment."],
  End_MilestonesOpen: [
    "Milestones for {pending} are not over.",
    "Finish them, cancel them by an amendment, or give notice.",
  ],
};

const ESCROW: Readonly<Record<string, ContractSentence>> = {
  Escrow_ZeroAmount: ["The amount is zero.", "Give an amount above zero."],
  Escrow_SourceNotRecorded: [
    "The source {source} is not recorded in this agreement.",
    "Have two officers record the source first; money goes back to recorded sources only.",
  ],
  Escrow_SourceInvalid: [
    "{source} cannot be a source of money.",
    "Give the address of the fund or treasury that pays.",
  ],
  Escrow_SourceRecordedAlready: [
    "The source {source} is recorded already.",
    "Nothing is left to do; it can fund the agreement.",
  ],
  Escrow_TooManySources: [
    "The agreement has six sources, which is the most.",
    "Bring the money in through one of them.",
  ],
  Escrow_OnlySource: [
    "{caller} tried to bring in money in the name of {source}.",
    "Fund from the source's own address, so that what is unspent goes back to where it came from.",
  ],
  Escrow_AboveUnfunded: [
    "{amount} is more than the {unfunded} that the agreement still needs.",
    "Fund at most what is unfunded.",
  ],
  Escrow_AmountDiffers: [
    "{moved} moved where {expected} was meant: the token keeps a part or misbehaves.",
    "Use a token that takes no fee.",
  ],
  Escrow_NotFunded: [
    "{needed} must be in escrow for this submission, and {free} is free.",
    "Ask the agency to fund the milestone, then submit it again.",
  ],
  Escrow_AboveExcess: [
    "{amount} cannot be given back: only {excess} is more than the agreement still needs.",
    "Give back at most that; the rest is held for the partner.",
  ],
  Escrow_NothingCredited: [
    "Nothing is waiting to be sent to {source}.",
    "Look at the agreement's returns: it may have been sent already.",
  ],
};

const MILESTONES: Readonly<Record<string, ContractSentence>> = {
  Milestones_Unknown: ["There is no milestone {milestone}.", "Check the milestone's number."],
  Milestones_WrongState: [
    "Milestone {milestone} is {state:milestoneState}; this step does not fit.",
    "Look at the milestone's timeline and take its next step.",
  ],
  Milestones_EvidenceMissing: [
    "The evidence is missing.",
    "Choose the file with the evidence; its hash is what is submitted.",
  ],
  Milestones_ClaimInvalid: [
    "{claimed} cannot be claimed for milestone {milestone}, whose amount is {amount}.",
    "Claim the whole amount of a deliverable, or at most the limit of an advance or a reimbursement.",
  ],
  Milestones_NotAMonitor: [
    "{account} is not asked about milestone {milestone}.",
    "Act as a monitor of the terms under which it was submitted, or as an officer of the agency.",
  ],
  Milestones_MonitorNotIndependent: [
    "The monitor {monitor} is, or wants to act as, an officer of the partner.",
    "Have somebody else do this: another monitor verifies, another officer of the partner submits.",
  ],
  Milestones_VerifiedAlready: [
    "The monitor {monitor} has verified milestone {milestone} already.",
    "Another monitor is needed, not the same again.",
  ],
  Milestones_OtherEvidence: [
    "The evidence of milestone {milestone} is not the file that was looked at.",
    "Open the latest evidence, compare its hash, and decide again.",
  ],
  Milestones_FindingInvalid: [
    "The finding is {finding:finding}: what is returned or cut needs one, what is accepted as a whole has none.",
    "Choose the finding that fits, or accept the whole.",
  ],
  Milestones_AmountInvalid: [
    "{amount} does not fit milestone {milestone}, for which {claimed} is asked.",
    "Give at least something and at most what is asked; return it to give nothing.",
  ],
  Milestones_NothingToVerify: [
    "Milestone {milestone} is an advance: nothing is done yet that monitors could verify.",
    "The agency's two officers authorise it; its spending is accounted for afterwards.",
  ],
  Milestones_SignatureInvalid: [
    "The signature is not the one of the monitor {monitor} over this evidence.",
    "Have the monitor sign the latest submission again.",
  ],
  Milestones_NothingProposed: [
    "No authorisation of milestone {milestone} is proposed.",
    "Have a finance officer propose it first; a return voids an earlier proposal.",
  ],
  Milestones_OtherAuthorisation: [
    "For milestone {milestone}, {proposed} is proposed, with the finding: {finding:finding}.",
    "Read the proposal again and authorise exactly that, or have another one proposed.",
  ],
  Milestones_AuthorisedAlready: [
    "Milestone {milestone} is authorised already.",
    "Wait for the monitors, or return it to authorise another amount.",
  ],
  Milestones_NothingToPay: [
    "Nothing is to be paid for milestone {milestone} now.",
    "Wait for the authorisation, or until its reduction can no longer be disputed.",
  ],
};

const ADVANCES: Readonly<Record<string, ContractSentence>> = {
  Advances_UnderWay: [
    "The advance of milestone {milestone} is under way, with {outstanding} not accounted for.",
    "Report its spending and pay back the rest first.",
  ],
  Advances_NoneOutstanding: [
    "Nothing of an advance is outstanding for milestone {milestone}, or no spending is reported.",
    "Check the milestone's number and whether its advance was paid.",
  ],
  Advances_AboveOutstanding: [
    "{amount} is more than the {outstanding} of the advance that is not accounted for.",
    "Give at most what is outstanding.",
  ],
  Advances_OtherReport: [
    "The report on spending is not the one that was looked at.",
    "Open the latest report, compare its hash, and decide again.",
  ],
};

const DISPUTES: Readonly<Record<string, ContractSentence>> = {
  Disputes_ReviewRuns: [
    "Milestone {milestone} is under review until {until:time}.",
    "Wait for monitors and agency; their silence can be disputed after that.",
  ],
  Disputes_TooLate: [
    "The time for this ended on {until:time}.",
    "A returned milestone can still be submitted anew; what the arbiter left open follows the terms.",
  ],
  Disputes_OnlyArbiter: [
    "Only the arbiter {arbiter} decides this, and {caller} is not the arbiter.",
    "Ask the arbiter of the terms.",
  ],
  Disputes_AboveDisputed: [
    "{amount} is more than the {disputed} that is disputed in milestone {milestone}.",
    "Split at most what is disputed.",
  ],
  Disputes_ArbiterHasTime: [
    "The arbiter has until {until:time} to decide milestone {milestone}.",
    "Apply the default of the terms after that.",
  ],
};

/** What each refusal of an agreement means, by the name of its error. */
export const AGREEMENT_SENTENCES: Readonly<Record<string, ContractSentence>> = {
  ...AGREEMENT,
  ...ESCROW,
  ...MILESTONES,
  ...ADVANCES,
  ...DISPUTES,
};
