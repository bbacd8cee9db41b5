// SPDX-License-Identifier: Apache-2.0

import { getAddress, isAddress } from "ethers";
import {
  type AgreementTerms,
  descriptionPaper,
  documentsPaper,
  type MilestoneTerms,
  type Paper,
} from "#sdk/agreements/index.ts";
import { amountOf, type Currency } from "#sdk/money/index.ts";
import { moneyIn } from "../../../shared/form/readMoney.ts";
import type { DraftContent, DraftMilestone } from "./content.ts";

const SECONDS_A_DAY = 86_400;
const MS_A_DAY = 86_400_000;
const PERCENT = 100;
/** Of the contract. */
const MOST_DAYS = 90;
const MOST_MONITORS = 16;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is not filled in as it has to be; milestones by their place, from 1. */
export type Fault =
  | { readonly field: Exclude<keyof DraftContent, "format" | "milestones" | "documents" | "documentsHash"> }
  | { readonly field: "milestone"; readonly milestone: number };

/** The terms that the form says, with the papers that they name by hash. */
export interface ReadContent {
  readonly terms: AgreementTerms;
  readonly papers: readonly (Paper & { readonly name: string })[];
}

/**
 * Read the form.
 * @param version Of the terms that it would become.
 * @param currency Of the asset; undefined while that is not known.
 */
export function readContent(
  content: DraftContent,
  version: number,
  currency: Currency | undefined,
): ReadContent | readonly Fault[] {
  const faults = faultsIn(content, currency);
  if (faults.length > 0 || currency === undefined) return faults;
  const described = content.milestones.map((milestone) =>
    milestone.text.trim() === "" ? undefined : descriptionPaper(milestone.text),
  );
  const documents = listOf(content);
  const terms: AgreementTerms = {
    version,
    payout: getAddress(content.payout),
    milestones: content.milestones.map((one, i) => milestoneOf(one, described[i], currency)),
    monitors: monitorsIn(content).map((address) => getAddress(address)),
    quorum: Number(content.quorum),
    reviewPeriod: Number(content.reviewDays) * SECONDS_A_DAY,
    arbiter: getAddress(content.arbiter),
    arbiterPeriod: Number(content.arbiterDays) * SECONDS_A_DAY,
    silenceShare: Math.round(Number(content.silencePercent) * PERCENT),
    noticePeriod: Number(content.noticeDays) * SECONDS_A_DAY,
    documents: documents?.hash ?? content.documentsHash,
  };
  const papers = described.flatMap((paper, i) =>
    paper === undefined ? [] : [{ ...paper, name: `milestone-${i + 1}.txt` }],
  );
  return {
    terms,
    papers: documents === undefined ? papers : [...papers, { ...documents, name: "documents.txt" }],
  };
}

/** The new list of documents; undefined where the one in force is kept. */
function listOf({ documents, documentsHash }: DraftContent): Paper | undefined {
  return documents.length === 0 && documentsHash !== "" ? undefined : documentsPaper(documents);
}

function milestoneOf(
  { kind, amount, due, hash, isCancelled }: DraftMilestone,
  paper: Paper | undefined,
  currency: Currency,
): MilestoneTerms {
  const money = isCancelled ? amountOf(0n) : moneyIn(amount, currency);
  return {
    kind,
    amount: money ?? amountOf(0n),
    dueDay: dayNumber(due),
    description: paper?.hash ?? hash,
  };
}

function faultsIn(content: DraftContent, currency: Currency | undefined): Fault[] {
  const monitors = monitorsIn(content);
  const checks: readonly (readonly [Exclude<Fault["field"], "milestone">, boolean])[] = [
    ["title", content.title.trim() !== ""],
    ["partner", /^[1-9]\d*$/.test(content.partner)],
    ["asset", isAddress(content.asset) && currency !== undefined],
    ["currency", /^[A-Z]{3}$/.test(content.currency)],
    ["payout", isAddress(content.payout)],
    [
      "monitors",
      monitors.length > 0 && monitors.length <= MOST_MONITORS && monitors.every((one) => isAddress(one)),
    ],
    ["quorum", isWhole(content.quorum, 1, Math.max(1, monitors.length))],
    ["reviewDays", isWhole(content.reviewDays, 1, MOST_DAYS)],
    ["arbiter", isAddress(content.arbiter)],
    ["arbiterDays", isWhole(content.arbiterDays, 1, MOST_DAYS)],
    ["silencePercent", isWhole(content.silencePercent, 0, PERCENT)],
    ["noticeDays", isWhole(content.noticeDays, 0, MOST_DAYS)],
  ];
  const fields = checks.flatMap(([field, isFit]) => (isFit ? [] : [{ field }]));
  const milestones = content.milestones.flatMap((milestone, i) =>
    isMilestoneFit(milestone, currency) ? [] : [{ field: "milestone" as const, milestone: i + 1 }],
  );
  return [...fields, ...milestones];
}

function isMilestoneFit(
  { amount, due, text, hash, isCancelled, isFixed }: DraftMilestone,
  currency?: Currency,
) {
  if (isFixed) return true;
  const hasAmount = isCancelled || (currency !== undefined && moneyIn(amount, currency) !== undefined);
  return hasAmount && DAY.test(due) && (text.trim() !== "" || hash !== "");
}

function monitorsIn({ monitors }: DraftContent): string[] {
  return monitors.split(/[\s,;]+/).filter((address) => address !== "");
}

function isWhole(typed: string, least: number, most: number): boolean {
  return /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most;
}

/** Days since 1970-01-01 of "2026-12-31". */
function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / MS_A_DAY);
}
