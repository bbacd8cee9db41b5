// SPDX-License-Identifier: Apache-2.0

// What an agreement with a partner says, who must do what next, and what is signed. Nothing here signs or sends.
export {
  AGREEMENT,
  acceptSpending,
  giveNotice,
  offerTerms,
  returnExcess,
  type Terms,
  type Verification,
  verificationData,
} from "./calls.ts";
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
  type Agreement,
  type AgreementMoney,
  type Milestone,
  type OpenAdvance,
  readAgreement,
} from "./readAgreement.ts";
