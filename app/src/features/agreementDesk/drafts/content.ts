// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import type { AgreementTerms, Milestone } from "#sdk/agreements/index.ts";
import { amountAsTyped, type Currency } from "#sdk/money/index.ts";

const SECONDS_A_DAY = 86_400;
const MS_A_DAY = 86_400_000;
/** Hundredths of a percent in a percent. */
const PERCENT = 100;

const text = z.string();

const milestoneSchema = z.object({
  /** Stays the same while rows come and go. */
  key: text,
  kind: z.enum(["Deliverable", "Advance", "Reimbursement"]),
  amount: text,
  /** "2026-12-31". */
  due: text,
  /** What is to be done; empty keeps the document that the hash names. */
  text,
  /** keccak256 of the description in force; empty for a new milestone. */
  hash: text,
  /** Under way or over: an amendment restates it as it is. */
  isFixed: z.boolean(),
  isCancelled: z.boolean(),
});

/** An agreement as the form has it: everything as it was typed. */
export const contentSchema = z.object({
  format: z.literal("annona-agreement-draft-1"),
  title: text,
  /** Number of the partner's organisation. */
  partner: text,
  asset: text,
  currency: text,
  payout: text,
  milestones: z.array(milestoneSchema),
  /** One address a line. */
  monitors: text,
  quorum: text,
  reviewDays: text,
  arbiter: text,
  arbiterDays: text,
  silencePercent: text,
  noticeDays: text,
  documents: z.array(z.object({ title: text, hash: text })),
  /** Of the list in force, whose documents are not known here; empty for a new list. */
  documentsHash: text,
});

export type DraftContent = z.output<typeof contentSchema>;
export type DraftMilestone = DraftContent["milestones"][number];

/** A new agreement with the periods that are usual in the field. */
export function emptyContent(): DraftContent {
  return {
    format: "annona-agreement-draft-1",
    title: "",
    partner: "",
    asset: "",
    currency: "",
    payout: "",
    milestones: [emptyMilestone()],
    monitors: "",
    quorum: "1",
    reviewDays: "14",
    arbiter: "",
    arbiterDays: "21",
    silencePercent: "50",
    noticeDays: "30",
    documents: [],
    documentsHash: "",
  };
}

export function emptyMilestone(): DraftMilestone {
  return {
    key: crypto.randomUUID(),
    kind: "Deliverable",
    amount: "",
    due: "",
    text: "",
    hash: "",
    isFixed: false,
    isCancelled: false,
  };
}

/** What of an agreement never changes, for its amendments. */
export interface FixedParts {
  readonly title: string;
  readonly partner: number;
  readonly asset: string;
  readonly currency: Currency;
}

/** The terms in force as the beginning of an amendment. @param milestones As they stand now. */
export function amendmentOf(
  { title, partner, asset, currency }: FixedParts,
  terms: AgreementTerms,
  milestones: readonly Milestone[],
): DraftContent {
  return {
    ...emptyContent(),
    title,
    partner: String(partner),
    asset,
    currency: currency.code,
    payout: terms.payout,
    milestones: milestones.map((one, i) => ({
      ...emptyMilestone(),
      kind: one.kind,
      amount: amountAsTyped(one.amount, currency),
      due: dayText(one.dueDay),
      hash: one.description ?? terms.milestones[i]?.description ?? "",
      isFixed: one.state !== "Planned" && one.state !== "Returned",
      isCancelled: one.amount === 0n,
    })),
    monitors: terms.monitors.join("\n"),
    quorum: String(terms.quorum),
    reviewDays: String(terms.reviewPeriod / SECONDS_A_DAY),
    arbiter: terms.arbiter,
    arbiterDays: String(terms.arbiterPeriod / SECONDS_A_DAY),
    silencePercent: String(terms.silenceShare / PERCENT),
    noticeDays: String(terms.noticePeriod / SECONDS_A_DAY),
    documentsHash: terms.documents,
  };
}

/** "2026-12-31" of days since 1970-01-01. */
function dayText(day: number): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}
