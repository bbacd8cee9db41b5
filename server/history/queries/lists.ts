// SPDX-License-Identifier: Apache-2.0

import type { Kysely } from "kysely";
import {
  type CycleView,
  cycleView,
  type DocumentView,
  documentView,
  type SettlementView,
  type ShopView,
  settlementView,
  shopView,
} from "#sdk/history/index.ts";
import type { Schema } from "../store/schema.ts";
import { type Items, type PageRequest, pageOf } from "./page.ts";
import { selectRow, selectRows } from "./select.ts";

/** Newest first. */
export async function listCycles(
  db: Kysely<Schema>,
  programme: string,
  page: PageRequest,
): Promise<Items<CycleView>> {
  const { rows, nextCursor } = await pageOf(db, "cycles", page, {
    where: { programme },
    by: "id",
    descending: true,
  });
  return { items: rows.map(cycleView), nextCursor };
}

/** In the order of registration. */
export async function listShops(
  db: Kysely<Schema>,
  programme: string,
  page: PageRequest,
): Promise<Items<ShopView>> {
  const { rows, nextCursor } = await pageOf(db, "shops", page, { where: { programme }, by: "id" });
  return { items: rows.map(shopView), nextCursor };
}

/** Newest first. */
export async function listSettlements(
  db: Kysely<Schema>,
  programme: string,
  page: PageRequest,
): Promise<Items<SettlementView>> {
  const options = { where: { programme }, by: "id", descending: true } as const;
  const { rows, nextCursor } = await pageOf(db, "settlements", page, options);
  return { items: rows.map(settlementView), nextCursor };
}

/** All records of a document, oldest first. An organisation records a document once, so there are few. */
export async function listDocuments(db: Kysely<Schema>, hash: string): Promise<Items<DocumentView>> {
  const records = await selectRows(db, "documents", { where: { hash } });
  const items: DocumentView[] = [];
  for (const record of records.toSorted((a, b) => a.block - b.block || a.logIndex - b.logIndex)) {
    items.push(documentView(record, await selectRow(db, "organisations", { id: record.organisation })));
  }
  return { items, nextCursor: null };
}
