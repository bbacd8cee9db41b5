// SPDX-License-Identifier: Apache-2.0

import { batchOf, type ReceiptBatch } from "./batch.ts";
import type { TerminalAddress } from "./ids.ts";
import { isSameReceipt, type Receipt } from "./receipt.ts";
import { emptyLoad, TRANSACTION_LIMITS, type TransactionLimits } from "./sizes.ts";

/** Receipts that a terminal must have issued and that are not there. */
export interface Gap {
  readonly terminal: TerminalAddress;
  readonly firstNumber: number;
  readonly lastNumber: number;
}

export interface PlannedBatch {
  readonly batch: ReceiptBatch;
  readonly receipts: readonly Receipt[];
  /** The chain refuses the batch until these receipts are there. Absent: it can be sent, after the batches before it. */
  readonly waitsFor?: Gap;
}

export interface BatchProblem {
  readonly code: "RCPT-301" | "RCPT-302";
  readonly terminal: TerminalAddress;
  /** Receipts concerned, first and last. */
  readonly firstNumber: number;
  readonly lastNumber: number;
  /** One sentence what happened, one sentence what to do. */
  readonly message: string;
}

export interface BatchPlan {
  /** By terminal, then by number: the order in which they have to be sent. */
  readonly batches: readonly PlannedBatch[];
  /** Receipts that the chain has counted before; sending them again would change nothing. */
  readonly counted: readonly Receipt[];
  /** The second and later copies of receipts that were given more than once. */
  readonly copies: readonly Receipt[];
  /** Different receipts under one number. None of them is in a batch. */
  readonly conflicting: readonly Receipt[];
  readonly problems: readonly BatchProblem[];
}

export interface PlanOptions {
  /** Each terminal's next receipt number on chain. For a terminal that is not in it, the first receipt given is taken as the next. */
  readonly nextNumbers?: ReadonlyMap<TerminalAddress, number>;
  readonly limits?: TransactionLimits;
}

/**
 * Put receipts of any terminals, in any order, into batches that the chain takes: one terminal and cycle each, numbers without gap, at
 * most 500 receipts, and within what one transaction may use. Every receipt comes out exactly once, in one of the lists.
 */
export function planBatches(receipts: readonly Receipt[], options: PlanOptions = {}): BatchPlan {
  const plans = [...groupBy(receipts, (receipt) => receipt.terminal)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([terminal, own]) => planTerminal(terminal, own, options));
  return {
    batches: plans.flatMap((plan) => plan.batches),
    counted: plans.flatMap((plan) => plan.counted),
    copies: plans.flatMap((plan) => plan.copies),
    conflicting: plans.flatMap((plan) => plan.conflicting),
    problems: plans.flatMap((plan) => plan.problems),
  };
}

function planTerminal(
  terminal: TerminalAddress,
  receipts: readonly Receipt[],
  options: PlanOptions,
): BatchPlan {
  const next = options.nextNumbers?.get(terminal);
  const { single, copies, conflicting } = separateRepeated(receipts);
  const counted = single.filter((receipt) => receipt.number < (next ?? 0));
  const open = single.filter((receipt) => receipt.number >= (next ?? 0));
  const runs = splitAtGaps(terminal, open, next ?? open[0]?.number ?? 1);
  const firstGap = runs.find((run) => run.gap !== undefined);
  let isBlocked = false;
  const batches = runs.flatMap((run) => {
    isBlocked ||= run === firstGap;
    return splitRun(run.receipts, options.limits ?? TRANSACTION_LIMITS).map((part) => ({
      batch: batchOf(part),
      receipts: part,
      ...(isBlocked && firstGap?.gap ? { waitsFor: firstGap.gap } : {}),
    }));
  });
  const problems = [
    ...conflictProblems(conflicting),
    ...runs.flatMap((run) => (run.gap ? [gapProblem(run.gap)] : [])),
  ];
  return { batches, counted, copies, conflicting, problems };
}

interface Separated {
  /** By number, each number once. */
  readonly single: readonly Receipt[];
  readonly copies: readonly Receipt[];
  readonly conflicting: readonly Receipt[];
}

function separateRepeated(receipts: readonly Receipt[]): Separated {
  const single: Receipt[] = [];
  const copies: Receipt[] = [];
  const conflicting: Receipt[] = [];
  const byNumber = [...groupBy(receipts, (receipt) => receipt.number)].sort(([a], [b]) => a - b);
  for (const [, same] of byNumber) {
    const [first, ...others] = same as [Receipt, ...Receipt[]];
    if (others.every((other) => isSameReceipt(first, other))) {
      single.push(first);
      copies.push(...others);
    } else {
      conflicting.push(...same);
    }
  }
  return { single, copies, conflicting };
}

interface Run {
  readonly receipts: readonly Receipt[];
  /** What is missing before the run. */
  readonly gap?: Gap;
}

function splitAtGaps(terminal: TerminalAddress, receipts: readonly Receipt[], next: number): Run[] {
  const runs: { receipts: Receipt[]; gap?: Gap }[] = [];
  let expected = next;
  for (const receipt of receipts) {
    const isMissing = receipt.number > expected;
    if (isMissing) {
      runs.push({ receipts: [], gap: { terminal, firstNumber: expected, lastNumber: receipt.number - 1 } });
    } else if (runs.length === 0) {
      runs.push({ receipts: [] });
    }
    runs.at(-1)?.receipts.push(receipt);
    expected = receipt.number + 1;
  }
  return runs;
}

function splitRun(receipts: readonly Receipt[], limits: TransactionLimits): Receipt[][] {
  const parts: Receipt[][] = [];
  let load = emptyLoad(limits);
  for (const receipt of receipts) {
    const part = parts.at(-1);
    if (part === undefined || part[0]?.cycle !== receipt.cycle || !load.fits(receipt)) {
      load = emptyLoad(limits);
      parts.push([receipt]);
    } else {
      part.push(receipt);
    }
    load.add(receipt);
  }
  return parts;
}

/** Why receipts are not sent. A code is never reused for something else; words in braces are filled in. */
const BATCH_PROBLEMS = {
  gap: [
    "RCPT-301",
    "{receipts} missing at terminal {terminal}, so later ones cannot be counted yet.",
    "Get the missing receipts from the terminal and send them first.",
  ],
  conflict: [
    "RCPT-302",
    "Receipt {number} of terminal {terminal} was given more than once with different content, so none of them is sent.",
    "Keep the one that the terminal shows and delete the others.",
  ],
} as const satisfies Record<string, readonly [code: BatchProblem["code"], what: string, next: string]>;

function gapProblem({ terminal, firstNumber, lastNumber }: Gap): BatchProblem {
  const receipts =
    firstNumber === lastNumber ? `Receipt ${firstNumber} is` : `Receipts ${firstNumber} to ${lastNumber} are`;
  return { ...explained("gap", { receipts, terminal }), terminal, firstNumber, lastNumber };
}

function conflictProblems(conflicting: readonly Receipt[]): BatchProblem[] {
  const distinct = [...new Map(conflicting.map((receipt) => [receipt.number, receipt])).values()];
  return distinct.map(({ terminal, number }) => ({
    ...explained("conflict", { number, terminal }),
    terminal,
    firstNumber: number,
    lastNumber: number,
  }));
}

function explained(
  name: keyof typeof BATCH_PROBLEMS,
  facts: Readonly<Record<string, string | number>>,
): Pick<BatchProblem, "code" | "message"> {
  const [code, what, next] = BATCH_PROBLEMS[name];
  const message = `${what} ${next}`.replace(/\{([a-z]+)\}/g, (_, fact: string) => String(facts[fact] ?? ""));
  return { code, message };
}

function groupBy<K>(receipts: readonly Receipt[], keyOf: (receipt: Receipt) => K): Map<K, Receipt[]> {
  const groups = new Map<K, Receipt[]>();
  for (const receipt of receipts) {
    const key = keyOf(receipt);
    const group = groups.get(key);
    if (group) group.push(receipt);
    else groups.set(key, [receipt]);
  }
  return groups;
}
