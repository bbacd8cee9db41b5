// SPDX-License-Identifier: Apache-2.0

// What an agreement with a partner says, who must do what next, and what is signed. Nothing here signs or sends.
export {
  AGREEMENT,
  acceptSpending,
  giveNotice,
  offerTerms,
  recordSource,
  returnExcess,
  type Terms,
  type Verification,
  verificationData,
} from "./calls.ts";
export { type AgreementHandle, agreementFactoryOf, listAgreements, openAgreement } from "./handle.ts";
export {
  type Authorisation,
  applyDefaultCall,
  authoriseCall,
  decideCall,
  disputeCall,
  type MilestonePlace,
  payMilestoneCall,
  proposeAuthorisationCall,
  refundAdvanceCall,
  reportSpendingCall,
  returnMilestoneCall,
  type SubmissionPlace,
  submitCall,
  verifyCall,
} from "./milestoneCalls.ts";
export {
  AGREEMENT_STATES,
  type AgreementState,
  FINDINGS,
  type Finding,
  MILESTONE_KINDS,
  MILESTONE_STATES,
  type MilestoneKind,
  type MilestoneState,
  PARTIES,
  type Party,
} from "./names.ts";
export { type Actor, nextSteps, type Step, type StepName } from "./nextSteps.ts";
export {
  descriptionPaper,
  documentsPaper,
  type NamedDocument,
  type Paper,
  readDescription,
  readDocuments,
} from "./papers.ts";
export {
  type Agreement,
  type AgreementMoney,
  type Milestone,
  type OpenAdvance,
  readAgreement,
} from "./readAgreement.ts";
export {
  type AgreementTerms,
  decodeTerms,
  encodeTerms,
  hashTerms,
  type MilestoneTerms,
} from "./signedTerms.ts";
export {
  actsAs,
  isParty,
  type Judges,
  mayTake,
  readJudges,
  readStanding,
  readVerified,
  type Standing,
} from "./standing.ts";
export { type SignedVerification, verifyBySignaturesCall, wouldVerify } from "./statements.ts";
export {
  type Happening,
  readStory,
  type SignedTerms,
  type StoryEntry,
  storyOf,
  type TermsHistory,
  termsHistory,
} from "./story.ts";
export { type OwnAgreement, readOwnAgreement, readOwnAgreements, timeNow } from "./tasks.ts";
export {
  type AgreementSettings,
  acceptTermsCall,
  completeCall,
  createAgreementCall,
  dropOfferCall,
  escrowCall,
  giveNoticeAsPartnerCall,
  sendReturnCall,
  terminateCall,
  withdrawNoticeCall,
} from "./termsCalls.ts";
