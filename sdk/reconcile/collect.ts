// SPDX-License-Identifier: Apache-2.0

import { accountNumberOf } from "#sdk/list/index.ts";
import { type Amount, amountOf, ZERO } from "#sdk/money/index.ts";
import {
  type BatchOutcome,
  CORRECTION_KINDS,
  type CycleId,
  cycleId,
  isRefundItem,
  type ReceiptOutcome,
  receiptNumber,
  type TerminalAddress,
  terminalAddress,
} from "#sdk/receipts/index.ts";
import { countedEntry, signed } from "./chainValue.ts";
import type { ChainCorrection, ChainReceipt } from "./types.ts";

/** The correction that the event `ReceiptCorrected` carries. */
export interface RecordedCorrection {
  readonly terminal: string;
  readonly number: number | bigint;
  readonly cycle: number | bigint;
  /** Number of the contract's `CorrectionKind`. */
  readonly kind: number | bigint;
  readonly account: number | bigint;
  readonly amount: bigint;
  readonly newAccount: number | bigint;
  readonly newAmount: bigint;
}

/** A settlement that was paid or instructed. */
export interface RecordedSettlement {
  readonly id: number;
  readonly cycle: CycleId;
  readonly lastReceipts: readonly { readonly terminal: TerminalAddress; readonly number: number }[];
}

/** What the chain says about one shop, event by event. A settlement that the token refused is none. */
export type ShopEvent =
  | { readonly recorded: BatchOutcome }
  | { readonly corrected: RecordedCorrection }
  | { readonly settled: RecordedSettlement }
  /** A bank returned the money of a settlement. */
  | { readonly returned: { readonly id: number } };

type Draft = { -readonly [K in keyof ChainReceipt]: ChainReceipt[K] } & {
  readonly payments: Map<number, bigint>;
};

/**
 * A shop's receipts as they stand after these events, with corrections and with what settlements paid for each.
 * @param events Of one shop, in the order of the chain.
 * @throws RangeError for a correction of a kind that this version does not know.
 */
export function collectReceipts(events: Iterable<ShopEvent>): ChainReceipt[] {
  const drafts = new Map<string, Draft>();
  for (const event of events) {
    if ("recorded" in event)
      for (const outcome of event.recorded.receipts) add(drafts, draftOf(event.recorded, outcome));
    else if ("corrected" in event) applyCorrection(drafts, event.corrected);
    else if ("settled" in event) applySettlement(drafts, event.settled);
    else for (const draft of drafts.values()) draft.payments.delete(event.returned.id);
  }
  return [...drafts.values()].map(({ payments, ...receipt }) => ({ ...receipt, paid: paidOf(payments) }));
}

function add(drafts: Map<string, Draft>, draft: Draft): Draft {
  drafts.set(`${draft.terminal}/${draft.number}`, draft);
  return draft;
}

function draftOf(
  { terminal, cycle }: BatchOutcome,
  { number, item, receipt, outcome, rejection }: ReceiptOutcome,
): Draft {
  return {
    terminal,
    number,
    cycle,
    kind: isRefundItem(item) ? "refund" : "sale",
    account: item.account,
    amount: item.amount,
    day: receipt?.kind === "sale" ? receipt.day : null,
    outcome,
    ...(rejection ? { rejection } : {}),
    payments: new Map(),
  };
}

function applyCorrection(drafts: Map<string, Draft>, recorded: RecordedCorrection): void {
  const terminal = terminalAddress(recorded.terminal);
  const correction = correctionOf(recorded);
  const draft = drafts.get(`${terminal}/${recorded.number}`);
  if (draft) draft.correction = correction;
  else add(drafts, lostReceipt(terminal, recorded, correction));
}

function correctionOf(recorded: RecordedCorrection): ChainCorrection {
  const kind = CORRECTION_KINDS[Number(recorded.kind)];
  if (kind === "reenter") {
    return { kind, account: accountNumberOf(recorded.newAccount), amount: amountOf(recorded.newAmount) };
  }
  const account = accountNumberOf(recorded.account);
  if (kind === "reverse") return { kind, account, amount: ZERO };
  if (kind === "honour") return { kind, account, amount: amountOf(recorded.amount) };
  throw new RangeError(`unknown kind of correction: ${recorded.kind}`);
}

/** A receipt of which the chain knows nothing but its correction. */
function lostReceipt(
  terminal: TerminalAddress,
  recorded: RecordedCorrection,
  correction: ChainCorrection,
): Draft {
  return {
    terminal,
    number: receiptNumber(recorded.number),
    cycle: cycleId(recorded.cycle),
    kind: "sale",
    account: correction.account,
    amount: correction.amount,
    day: null,
    outcome: "absent",
    correction,
    payments: new Map(),
  };
}

/**
 * A settlement pays what the receipts up to its marks count by then. Receipts that never reached the chain lie beyond every mark, so
 * those that were entered by then are taken to be in it.
 */
function applySettlement(
  drafts: ReadonlyMap<string, Draft>,
  { id, cycle, lastReceipts }: RecordedSettlement,
): void {
  const marks = new Map(lastReceipts.map(({ terminal, number }) => [terminal, number]));
  for (const draft of drafts.values()) {
    const isCovered = draft.outcome === "absent" || draft.number <= (marks.get(draft.terminal) ?? 0);
    if (draft.cycle !== cycle || !isCovered) continue;
    draft.payments.set(id, signed(countedEntry(draft)) - paidOf(draft.payments));
  }
}

function paidOf(payments: ReadonlyMap<number, bigint>): Amount {
  let paid = 0n;
  for (const amount of payments.values()) paid += amount;
  return amountOf(paid);
}
