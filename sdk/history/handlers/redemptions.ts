// SPDX-License-Identifier: Apache-2.0

import type { ReceiptCorrectedEvent, ReceiptsRecordedEvent } from "#bindings/interfaces/IProgramme.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { decodeOutcomes, isRefundItem, type ReceiptOutcome, stopName } from "#sdk/receipts/index.ts";
import { textOfCode } from "../codes.ts";
import type { Draft, RowKey } from "../draft.ts";
import type { HistoryEvent } from "../events.ts";
import { CORRECTION_KINDS, nameOf } from "../names.ts";
import type { Row } from "../rows.ts";
import { type Handlers, on, row } from "./handler.ts";
import { changeLedgers, readLedgers } from "./ledgers.ts";
import { enterInProgramme, move, programmeOf, readProgrammeEntry } from "./programme.ts";
import { noteReached, readReached } from "./reach.ts";

type Recorded = ReceiptsRecordedEvent.OutputObject;
type Corrected = ReceiptCorrectedEvent.OutputObject;

export const redemptionHandlers: Handlers = {
  ReceiptsRecorded: on<Recorded>(readRecorded, (draft, args, event) => {
    const outcomes = outcomesOf(args);
    insertBatch(draft, event, args, outcomes.length);
    // A batch that stops at once counts nothing, and may even name a cycle that does not exist.
    if (outcomes.length > 0) recordReceipts(draft, event, args, outcomes);
  }),

  ReceiptCorrected: on<Corrected>(readCorrected, (draft, args, event) => {
    const { correction } = args;
    const kind = nameOf(CORRECTION_KINDS, correction.kind);
    const takenBack = kind === "Honour" ? 0n : correction.amount;
    const entered = kind === "Honour" ? correction.amount : correction.newAmount;
    const credited = entered - takenBack;
    move(draft, programmeOf(draft, event), { reserved: -credited, owed: credited });
    countTransfers(draft, event, Number(entered > 0n) - Number(takenBack > 0n));
    noteReached(draft, event.place.contract, Number(args.cycle), accountsOfCorrection(args));
    enterInProgramme(draft, event, {
      kind: "corrected",
      amount: credited,
      cycle: Number(args.cycle),
      shop: Number(args.shop),
      number: Number(args.number),
      note: textOfCode(correction.reason),
    });
    changeLedgers(draft, event, args, { gross: entered, refunds: takenBack });
    markCorrected(draft, event, args);
    draft.insert("corrections", {
      programme: event.place.contract,
      terminal: args.terminal,
      number: Number(args.number),
      kind,
      cycle: Number(args.cycle),
      shop: Number(args.shop),
      account: Number(correction.account),
      amount: amountOf(correction.amount),
      newAccount: Number(correction.newAccount) || null,
      newAmount: amountOf(correction.newAmount),
      reason: textOfCode(correction.reason),
      day: event.place.day,
      transaction: event.place.transaction,
    });
  }),
};

function readRecorded(args: Recorded, event: HistoryEvent, known: Draft): RowKey[] {
  const { contract } = event.place;
  const reached = readReached(contract, Number(args.cycle), salesOf(outcomesOf(args)));
  const entry = readProgrammeEntry(event, known, ["redeemed"]);
  return [...entry, row("terminals", contract, args.terminal), ...readLedgers(event, args), ...reached];
}

function readCorrected(args: Corrected, event: HistoryEvent, known: Draft): RowKey[] {
  const { contract } = event.place;
  const receipt = row("receipts", contract, args.terminal, Number(args.number));
  const reached = readReached(contract, Number(args.cycle), accountsOfCorrection(args));
  const entry = readProgrammeEntry(event, known, ["redeemed"]);
  return [...entry, receipt, ...readLedgers(event, args), ...reached];
}

/** Decoded once for reading and applying: that is what most of the work is. */
const decoded = new WeakMap<Recorded, readonly ReceiptOutcome[]>();

function outcomesOf(args: Recorded): readonly ReceiptOutcome[] {
  const known = decoded.get(args);
  if (known !== undefined) return known;
  const outcomes = args.items === "0x" ? [] : decodeOutcomes(args).receipts;
  decoded.set(args, outcomes);
  return outcomes;
}

/** Accounts with a sale that counted, one for each sale. */
function salesOf(outcomes: readonly ReceiptOutcome[]): number[] {
  return outcomes
    .filter(({ outcome, item }) => outcome === "credited" && !isRefundItem(item))
    .map(({ item }) => item.account);
}

/** Whose sale two officers honoured or entered anew. */
function accountsOfCorrection({ correction }: Corrected): number[] {
  const kind = nameOf(CORRECTION_KINDS, correction.kind);
  if (kind === "Reverse") return [];
  return [Number(kind === "Honour" ? correction.account : correction.newAccount)];
}

function countTransfers(draft: Draft, event: HistoryEvent, more: number): void {
  const programme = programmeOf(draft, event);
  if (more !== 0) draft.update("programmes", programme, { transfers: programme.transfers + more });
}

function insertBatch(draft: Draft, { place }: HistoryEvent, args: Recorded, receipts: number): void {
  draft.insert("batches", {
    block: place.block,
    logIndex: place.logIndex,
    programme: place.contract,
    terminal: args.terminal,
    firstNumber: Number(args.firstNumber),
    receipts,
    stop: stopName(Number(args.stop)) ?? null,
    transaction: place.transaction,
  });
}

function recordReceipts(
  draft: Draft,
  event: HistoryEvent,
  args: Recorded,
  outcomes: readonly ReceiptOutcome[],
): void {
  const programme = programmeOf(draft, event);
  let gross = 0n;
  let refunds = 0n;
  let lastDay = 0;
  outcomes.forEach((outcome, index) => {
    const { item } = outcome;
    const isRefund = isRefundItem(item);
    if (outcome.outcome === "credited") {
      if (isRefund) refunds += item.amount;
      else gross += item.amount;
      if (!isRefund && item.reference > lastDay) lastDay = item.reference;
    }
    draft.insert("receipts", receiptRow(event, args, outcome, programme.receipts + index + 1));
  });
  const sales = salesOf(outcomes);
  move(draft, programme, { reserved: refunds - gross, owed: gross - refunds });
  countTransfers(draft, event, sales.length);
  noteReached(draft, event.place.contract, Number(args.cycle), sales);
  if (gross > 0n || refunds > 0n)
    enterInProgramme(draft, event, {
      kind: "redeemed",
      amount: gross - refunds,
      cycle: Number(args.cycle),
      shop: Number(args.shop),
      number: sales.length,
    });
  countReceipts(draft, event, outcomes.length);
  changeLedgers(draft, event, args, { gross, refunds });
  noteTerminal(draft, event, args, outcomes.length);
  noteLastDay(draft, event, args, lastDay);
}

function receiptRow(
  { place }: HistoryEvent,
  args: Recorded,
  { item, number, outcome, receipt, rejection }: ReceiptOutcome,
  position: number,
): Omit<Row<"receipts">, "born"> {
  return {
    programme: place.contract,
    terminal: args.terminal,
    number,
    position,
    cycle: Number(args.cycle),
    shop: Number(args.shop),
    account: item.account,
    amount: item.amount,
    kind: isRefundItem(item) ? "refund" : "sale",
    reference: item.reference,
    recognition: receipt?.recognition ?? null,
    outcome,
    rejection: rejection ?? null,
    block: place.block,
    logIndex: place.logIndex,
  };
}

function countReceipts(draft: Draft, event: HistoryEvent, more: number): number {
  const programme = programmeOf(draft, event);
  const receipts = programme.receipts + more;
  draft.update("programmes", programme, { receipts });
  return receipts;
}

function noteTerminal(draft: Draft, event: HistoryEvent, args: Recorded, count: number): void {
  const terminal = draft.get("terminals", [event.place.contract, args.terminal]);
  draft.update("terminals", terminal, { nextNumber: Number(args.firstNumber) + count });
}

function noteLastDay(draft: Draft, event: HistoryEvent, args: Recorded, day: number): void {
  const shop = draft.get("shops", [event.place.contract, Number(args.shop)]);
  if (day > (shop.lastReceiptDay ?? 0)) draft.update("shops", shop, { lastReceiptDay: day });
}

/** The receipt keeps what the terminal said; the correction stands beside it. */
function markCorrected(draft: Draft, event: HistoryEvent, args: Corrected): void {
  const { place } = event;
  const number = Number(args.number);
  const known = draft.find("receipts", [place.contract, args.terminal, number]);
  if (known === null) insertLost(draft, event, args);
  else draft.update("receipts", known, { outcome: "corrected" });
}

/** A receipt that never reached the chain, entered by two officers for a terminal that cannot send it any more. */
function insertLost(draft: Draft, event: HistoryEvent, args: Corrected): void {
  const { place } = event;
  const { correction } = args;
  draft.insert("receipts", {
    programme: place.contract,
    terminal: args.terminal,
    number: Number(args.number),
    position: countReceipts(draft, event, 1),
    cycle: Number(args.cycle),
    shop: Number(args.shop),
    account: Number(correction.newAccount),
    amount: amountOf(correction.newAmount) as Amount,
    kind: "sale",
    reference: place.day,
    recognition: null,
    outcome: "corrected",
    rejection: null,
    block: place.block,
    logIndex: place.logIndex,
  });
  draft.insert("batches", {
    block: place.block,
    logIndex: place.logIndex,
    programme: place.contract,
    terminal: args.terminal,
    firstNumber: Number(args.number),
    receipts: 1,
    stop: null,
    transaction: place.transaction,
  });
}
