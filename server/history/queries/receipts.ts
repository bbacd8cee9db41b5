// SPDX-License-Identifier: Apache-2.0

import type { Kysely } from "kysely";
import { type ReceiptView, type Row, receiptView } from "#sdk/history/index.ts";
import type { Schema } from "../store/schema.ts";
import { type Items, type PageRequest, pageOf } from "./page.ts";
import { selectRow } from "./select.ts";

export interface ReceiptFilter {
  /** The terminal's own number of the receipt; several terminals may have it. */
  readonly number?: number | undefined;
  readonly account?: number | undefined;
  readonly shop?: number | undefined;
  /** Checksummed address. */
  readonly terminal?: string | undefined;
}

/** Receipts of a programme in the order in which they reached the chain, newest first. */
export async function listReceipts(
  db: Kysely<Schema>,
  programme: string,
  { number, account, shop, terminal }: ReceiptFilter,
  page: PageRequest,
): Promise<Items<ReceiptView>> {
  const where = {
    programme,
    ...(number === undefined ? {} : { number }),
    ...(account === undefined ? {} : { account }),
    ...(shop === undefined ? {} : { shop }),
    ...(terminal === undefined ? {} : { terminal }),
  };
  const { rows, nextCursor } = await pageOf(db, "receipts", page, {
    where,
    by: "position",
    descending: true,
  });
  const transactions = new Map<string, string>();
  const items: ReceiptView[] = [];
  for (const receipt of rows) items.push(await viewOf(db, receipt, transactions));
  return { items, nextCursor };
}

async function viewOf(
  db: Kysely<Schema>,
  receipt: Row<"receipts">,
  transactions: Map<string, string>,
): Promise<ReceiptView> {
  const { block, logIndex, programme, terminal, number } = receipt;
  const place = `${block} ${logIndex}`;
  if (!transactions.has(place)) {
    const batch = await selectRow(db, "batches", { block, logIndex });
    transactions.set(place, batch?.transaction ?? "");
  }
  const isCorrected = receipt.outcome === "corrected";
  const correction = isCorrected
    ? await selectRow(db, "corrections", { programme, terminal, number })
    : undefined;
  return receiptView(receipt, transactions.get(place) ?? "", correction);
}
