// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";
import { fromHex } from "#sdk/merkle/index.ts";
import { type RejectionName, rejectionName, type StopName, stopName } from "./catalogue.ts";
import {
  type CycleId,
  cycleId,
  type ReceiptNumber,
  receiptNumber,
  type TerminalAddress,
  terminalAddress,
} from "./ids.ts";
import { type ReceiptItem, receiptOf, unpackItems } from "./items.ts";
import type { Receipt } from "./receipt.ts";

/** What the event `ReceiptsRecorded` carries. */
export interface RecordedReceipts {
  readonly terminal: string;
  readonly cycle: number | bigint;
  readonly firstNumber: number | bigint;
  readonly items: string;
  /** (uint16 index, uint8 rejection) each. */
  readonly rejections: string;
  readonly stop: number | bigint;
}

/** What became of one receipt. */
export interface ReceiptOutcome {
  readonly number: ReceiptNumber;
  readonly item: ReceiptItem;
  /** Absent when the item is malformed; the chain has rejected it then. */
  readonly receipt?: Receipt;
  readonly outcome: "credited" | "rejected";
  readonly rejection?: RejectionName;
}

export interface BatchOutcome {
  readonly terminal: TerminalAddress;
  readonly cycle: CycleId;
  /** By number; every receipt that counts now. */
  readonly receipts: readonly ReceiptOutcome[];
  /** Why the receipts after these do not count yet; absent when the batch went through to its end. */
  readonly stop?: StopName;
}

const REJECTION_BYTES = 3;

/**
 * What became of each receipt of a batch, from the event.
 * @throws AnnonaError RCPT-404 when the event contradicts itself or has codes that this version does not know.
 */
export function decodeOutcomes(event: RecordedReceipts): BatchOutcome {
  const terminal = terminalAddress(event.terminal);
  const cycle = cycleId(event.cycle);
  const items = unpackItems(fromHex(event.items));
  const rejections = readRejections(fromHex(event.rejections), items.length);
  const receipts = items.map((item, i) => {
    const number = receiptNumber(Number(event.firstNumber) + i);
    return outcomeOf(item, number, receiptOf(item, { terminal, cycle, number }), rejections.get(i));
  });
  return { terminal, cycle, receipts, ...readStop(Number(event.stop)) };
}

function outcomeOf(
  item: ReceiptItem,
  number: ReceiptNumber,
  receipt: Receipt | undefined,
  rejection: RejectionName | undefined,
): ReceiptOutcome {
  const known = receipt ? { number, item, receipt } : { number, item };
  if (rejection) return { ...known, outcome: "rejected", rejection };
  if (!receipt) throw unreadable("a receipt without amount or recognition is credited");
  return { ...known, outcome: "credited" };
}

function readRejections(bytes: Uint8Array, count: number): Map<number, RejectionName> {
  if (bytes.length % REJECTION_BYTES !== 0) throw unreadable("the list of rejections is cut off");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rejections = new Map<number, RejectionName>();
  let previous = -1;
  for (let at = 0; at < bytes.length; at += REJECTION_BYTES) {
    const index = view.getUint16(at);
    const name = rejectionName(view.getUint8(at + 2));
    if (index <= previous || index >= count || !name)
      throw unreadable(`rejection ${view.getUint8(at + 2)} of item ${index}`);
    rejections.set(index, name);
    previous = index;
  }
  return rejections;
}

function readStop(code: number): { stop?: StopName } {
  if (code === 0) return {};
  const stop = stopName(code);
  if (!stop) throw unreadable(`stop ${code}`);
  return { stop };
}

function unreadable(details: string): AnnonaError {
  return new AnnonaError({
    code: "RCPT-404",
    summary: "The chain reports receipts in a way that this version cannot read.",
    next: "Update to a version that fits the programme's contract.",
    details,
  });
}
