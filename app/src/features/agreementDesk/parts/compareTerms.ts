// SPDX-License-Identifier: Apache-2.0

import type { AgreementTerms, MilestoneTerms } from "#sdk/agreements/index.ts";

/** What of the terms is compared, in the order in which it is read. */
const FIELDS = [
  "payout",
  "monitors",
  "quorum",
  "reviewPeriod",
  "arbiter",
  "arbiterPeriod",
  "silenceShare",
  "noticePeriod",
  "documents",
] as const;
type Field = (typeof FIELDS)[number];

export type Change = "same" | "changed" | "added" | "cancelled";

/** One line of the comparison. */
export interface TermsRow {
  readonly key: string;
  readonly field: Field | "milestone";
  /** Number of the milestone that it is about. */
  readonly milestone?: number;
  readonly before: TermsValue | undefined;
  readonly after: TermsValue | undefined;
  readonly change: Change;
}

type TermsValue = string | number | readonly string[] | MilestoneTerms;

/** Old and new terms line by line, milestones first. @param before Undefined for the first terms: nothing counts as changed then. */
export function compareTerms(before: AgreementTerms | undefined, after: AgreementTerms): TermsRow[] {
  const milestones = after.milestones.map((milestone, i): TermsRow => {
    const old = before?.milestones[i];
    return {
      key: `milestone ${i + 1}`,
      field: "milestone",
      milestone: i + 1,
      before: old,
      after: milestone,
      change: before === undefined ? "same" : milestoneChange(old, milestone),
    };
  });
  const rest = FIELDS.map((field): TermsRow => {
    const old = before?.[field];
    const isSame = before === undefined || isEqual(old, after[field]);
    return { key: field, field, before: old, after: after[field], change: isSame ? "same" : "changed" };
  });
  return [...milestones, ...rest];
}

function milestoneChange(before: MilestoneTerms | undefined, after: MilestoneTerms): Change {
  if (before === undefined) return "added";
  const isSame =
    before.kind === after.kind &&
    before.amount === after.amount &&
    before.dueDay === after.dueDay &&
    isEqual(before.description, after.description);
  if (isSame) return "same";
  return after.amount === 0n ? "cancelled" : "changed";
}

/** Addresses and hashes are the same in any case; of a list the order counts, as it does for the contract. */
function isEqual(one: TermsValue | undefined, other: TermsValue | undefined): boolean {
  return String(one).toLowerCase() === String(other).toLowerCase();
}
