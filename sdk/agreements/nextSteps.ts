// SPDX-License-Identifier: Apache-2.0

import type { Agreement, Milestone } from "./readAgreement.ts";

/** Who can take a step. Finance, Approver and "Agency" (either of them) are the agency's, the others the partner's or their own. */
export type Actor =
  | "Finance"
  | "Approver"
  | "Agency"
  | "PartnerAdministrator"
  | "PartnerPreparer"
  | "Monitor"
  | "Arbiter"
  | "Source"
  | "Anyone";

export type StepName =
  | "offerTerms"
  | "acceptTerms"
  | "fund"
  | "submit"
  | "verify"
  | "proposeAuthorisation"
  | "authorise"
  | "payAgain"
  | "closeReduction"
  | "dispute"
  | "decide"
  | "applyDefault"
  | "accountForAdvance"
  | "acceptSpending"
  | "terminate"
  | "complete";

/** Something that somebody can do now. */
export interface Step {
  readonly step: StepName;
  readonly by: readonly Actor[];
  /** The milestone that it is about; absent for the agreement as a whole. */
  readonly milestone?: number;
  /** Unix seconds: until when it can be done, or from when on silence has consequences. */
  readonly until?: number;
  /** Whether the agreement waits for it; false for what somebody may do but need not, such as a dispute. */
  readonly isWaitedFor: boolean;
}

/**
 * Who must or may do what next, milestone by milestone and for the agreement as a whole.
 *
 * @param now Unix seconds.
 */
export function nextSteps(agreement: Agreement, now: number): Step[] {
  const milestones = agreement.milestones.flatMap((milestone) =>
    stepsOf(agreement, milestone, now).map((step) => ({ ...step, milestone: milestone.milestone })),
  );
  return [
    ...stepsOfTerms(agreement, now),
    ...stepsOfMoney(agreement),
    ...milestones,
    ...stepsOfEnd(agreement, now),
  ];
}

function waited(step: StepName, by: readonly Actor[], until?: number): Step {
  return { step, by, isWaitedFor: true, ...(until === undefined ? {} : { until }) };
}

function open(step: StepName, by: readonly Actor[], until?: number): Step {
  return { ...waited(step, by, until), isWaitedFor: false };
}

function stepsOfTerms({ state, offer }: Agreement, now: number): Step[] {
  if (state !== "Proposed" && state !== "Active") return [];
  if (offer && now <= offer.lapsesAt)
    return [waited("acceptTerms", ["PartnerAdministrator"], offer.lapsesAt)];
  return state === "Proposed" ? [waited("offerTerms", ["Finance", "Approver"])] : [];
}

function stepsOfMoney({ state, money, advance }: Agreement): Step[] {
  const steps: Step[] = [];
  if (state === "Active" && money.unfunded > 0n) steps.push(waited("fund", ["Source"]));
  if (!advance || advance.outstanding === 0n) return steps;
  const step: Step =
    advance.reported > 0n
      ? waited("acceptSpending", ["Finance", "Approver"])
      : waited("accountForAdvance", ["PartnerPreparer"]);
  return [...steps, { ...step, milestone: advance.milestone }];
}

function stepsOfEnd({ state, notice, money, advance }: Agreement, now: number): Step[] {
  if (state !== "Active") return [];
  if (notice && now >= notice.endsAt) return [waited("terminate", ["Anyone"])];
  const isOver = money.pending === 0n && advance === undefined;
  return isOver ? [waited("complete", ["Agency", "PartnerAdministrator"])] : [];
}

function stepsOf(agreement: Agreement, milestone: Milestone, now: number): Step[] {
  const until = milestone.periodEndsAt ?? 0;
  switch (milestone.state) {
    case "Planned":
      return canSubmit(agreement, milestone, now) ? [waited("submit", ["PartnerPreparer"])] : [];
    case "Submitted":
      return [...askMonitors(milestone), ...askAgency(milestone), ...afterSilence(milestone, now)];
    case "Returned":
      return [
        ...(canSubmit(agreement, milestone, now) ? [waited("submit", ["PartnerPreparer"])] : []),
        ...(now <= until ? [open("dispute", ["PartnerAdministrator", "Agency"], until)] : []),
      ];
    case "Verified":
      return milestone.authorised === 0n
        ? [...askAgency(milestone), ...afterSilence(milestone, now)]
        : afterAuthorisation(milestone, now);
    case "Disputed":
      return [now <= until ? waited("decide", ["Arbiter"], until) : waited("applyDefault", ["Anyone"])];
    default:
      return [];
  }
}

/** Whether the escrow covers it, no other advance is in the way, and the agreement is not about to end. */
function canSubmit({ state, money, advance, notice }: Agreement, milestone: Milestone, now: number): boolean {
  const free = money.held - money.reserved - money.credited + milestone.claimed;
  const isBlocked =
    milestone.kind === "Advance" && advance !== undefined && advance.milestone !== milestone.milestone;
  const isEnding = notice !== undefined && now >= notice.endsAt;
  // Of an advance or a reimbursement, less than the limit can be claimed.
  const needed = milestone.kind === "Deliverable" ? milestone.amount : 1n;
  return state === "Active" && !isBlocked && !isEnding && free >= needed;
}

function askMonitors({ kind, periodEndsAt }: Milestone): Step[] {
  return kind === "Advance" ? [] : [waited("verify", ["Monitor"], periodEndsAt)];
}

function askAgency({ authorised, proposed, periodEndsAt }: Milestone): Step[] {
  if (authorised > 0n) return [];
  return [
    proposed
      ? waited("authorise", ["Approver"], periodEndsAt)
      : waited("proposeAuthorisation", ["Finance"], periodEndsAt),
  ];
}

function afterSilence({ periodEndsAt = 0 }: Milestone, now: number): Step[] {
  return now > periodEndsAt ? [open("dispute", ["PartnerAdministrator"])] : [];
}

function afterAuthorisation(milestone: Milestone, now: number): Step[] {
  const { authorised, paid, claimed, isDecided, periodEndsAt = 0 } = milestone;
  const isReduced = !isDecided && authorised < claimed;
  const steps: Step[] = paid < authorised ? [waited("payAgain", ["Anyone"])] : [];
  if (!isReduced) return steps;
  if (now <= periodEndsAt) return [...steps, open("dispute", ["PartnerAdministrator"], periodEndsAt)];
  return paid < authorised ? steps : [waited("closeReduction", ["Anyone"])];
}
