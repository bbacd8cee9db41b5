// SPDX-License-Identifier: Apache-2.0

import { type AccountNumber, accountNumberOf } from "#sdk/list/index.ts";
import { type Amount, MAX_ENTITLEMENT } from "#sdk/money/index.ts";
import { dayOf } from "./day.ts";
import { receiptNumber } from "./ids.ts";
import { RECOGNITIONS, type Receipt, type ReceiptPlace, referenceOf } from "./receipt.ts";

/** Bytes of one receipt: account 4, amount 7, reference 4, flags 1; big-endian. */
export const ITEM_BYTES = 16;

const AMOUNT_AT = 4;
const REFERENCE_AT = 11;
const FLAGS_AT = 15;
const REFUND_FLAG = 1;

/**
 * A receipt as it stands on chain, whether or not it makes sense: a terminal may sign anything.
 * `reference` is the day of a sale or the number of the refunded sale; `flags` bit 0 refund, bits 1 to 3 recognition.
 */
export interface ReceiptItem {
  readonly account: AccountNumber;
  /** Ledger units. */
  readonly amount: Amount;
  readonly reference: number;
  readonly flags: number;
}

/**
 * Receipts as the bytes that a terminal signs. They have to be consecutive receipts of one terminal and cycle.
 * @throws RangeError when an amount is zero, negative or above uint56.
 */
export function encodeReceipts(receipts: readonly Receipt[]): Uint8Array {
  return packItems(receipts.map(itemOf));
}

/** @throws RangeError when the amount is zero, negative or above uint56. */
export function itemOf(receipt: Receipt): ReceiptItem {
  if (receipt.amount <= 0n || receipt.amount > MAX_ENTITLEMENT)
    throw new RangeError("amount does not fit a receipt");
  const refund = receipt.kind === "refund" ? REFUND_FLAG : 0;
  const recognition = RECOGNITIONS.indexOf(receipt.recognition) + 1;
  const { account, amount } = receipt;
  return { account, amount, reference: referenceOf(receipt), flags: (recognition << 1) | refund };
}

/** Items as bytes, 16 each. */
export function packItems(items: readonly ReceiptItem[]): Uint8Array {
  const bytes = new Uint8Array(items.length * ITEM_BYTES);
  const view = new DataView(bytes.buffer);
  items.forEach((item, i) => {
    const at = i * ITEM_BYTES;
    // The amount first: it is written as 8 bytes, the highest of which is then overwritten by the account.
    view.setBigUint64(at + AMOUNT_AT - 1, item.amount);
    view.setUint32(at, item.account);
    view.setUint32(at + REFERENCE_AT, item.reference);
    view.setUint8(at + FLAGS_AT, item.flags);
  });
  return bytes;
}

/** @throws RangeError when the bytes are not whole items. */
export function unpackItems(bytes: Uint8Array): ReceiptItem[] {
  if (bytes.length % ITEM_BYTES !== 0)
    throw new RangeError(`not whole items of ${ITEM_BYTES} bytes: ${bytes.length}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / ITEM_BYTES }, (_, i) => unpackItem(view, i * ITEM_BYTES));
}

function unpackItem(view: DataView, at: number): ReceiptItem {
  return {
    account: accountNumberOf(view.getUint32(at)),
    amount: BigInt.asUintN(56, view.getBigUint64(at + AMOUNT_AT - 1)) as Amount,
    reference: view.getUint32(at + REFERENCE_AT),
    flags: view.getUint8(at + FLAGS_AT),
  };
}

/** Whether an item is a refund; told even for items that make no sense otherwise. */
export function isRefundItem(item: ReceiptItem): boolean {
  return (item.flags & REFUND_FLAG) !== 0;
}

/** The receipt that an item stands for; undefined when it is malformed, which the chain rejects. */
export function receiptOf(item: ReceiptItem, place: ReceiptPlace): Receipt | undefined {
  const recognition = RECOGNITIONS[(item.flags >> 1) - 1];
  if (recognition === undefined || item.amount === 0n) return undefined;
  const entry = { ...place, account: item.account, amount: item.amount, recognition };
  if (!isRefundItem(item)) return { ...entry, kind: "sale", day: dayOf(item.reference) };
  // No receipt has number 0. The chain rejects such a refund as one without a sale.
  return item.reference === 0
    ? undefined
    : { ...entry, kind: "refund", saleNumber: receiptNumber(item.reference) };
}
