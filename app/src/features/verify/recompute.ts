// SPDX-License-Identifier: Apache-2.0

import type { MemoryStore, Row, TableName } from "#sdk/history/index.ts";
import {
  cycleView,
  programmeDetail,
  programmeSummary,
  receiptView,
  settlementView,
  shopView,
} from "#sdk/history/index.ts";
import type { Answers } from "./figures.ts";

type Recompute = (store: MemoryStore, address: string) => unknown;

const OF_PROGRAMME = /^\/api\/programmes\/(0x[0-9a-fA-F]{40})(\/\w+)?$/;

/**
 * What the history server should answer, worked out from the ledger's own entries.
 * @param paths Addresses of the API; those that are not known here are left out.
 */
export function recompute(store: MemoryStore, paths: readonly string[]): Answers {
  const answers = new Map<string, unknown>();
  for (const path of paths) {
    const answer = answerOf(store, path);
    if (answer !== undefined) answers.set(path, answer);
  }
  return answers;
}

function answerOf(store: MemoryStore, path: string): unknown {
  if (path === "/api/programmes") return store.rows("programmes").map((row) => summaryOf(store, row));
  const [, address, list = ""] = OF_PROGRAMME.exec(path) ?? [];
  return address === undefined ? undefined : ofProgramme[list]?.(store, address);
}

const ofProgramme: Readonly<Record<string, Recompute>> = {
  "": (store, address) => {
    const row = store.rows("programmes").find((programme) => programme.address === address);
    return row && programmeDetail(row, organisationOf(store, row), rowsOf(store, "cycles", address));
  },
  "/cycles": (store, address) => rowsOf(store, "cycles", address).map(cycleView),
  "/shops": (store, address) => rowsOf(store, "shops", address).map(shopView),
  "/settlements": (store, address) => rowsOf(store, "settlements", address).map(settlementView),
  "/receipts": receiptsOf,
};

function receiptsOf(store: MemoryStore, address: string): unknown {
  const transactions = new Map(
    store.rows("batches").map(({ block, logIndex, transaction }) => [`${block} ${logIndex}`, transaction]),
  );
  const corrections = new Map(
    rowsOf(store, "corrections", address).map((row) => [`${row.terminal} ${row.number}`, row]),
  );
  return rowsOf(store, "receipts", address).map((receipt) =>
    receiptView(
      receipt,
      transactions.get(`${receipt.block} ${receipt.logIndex}`) ?? "",
      receipt.outcome === "corrected" ? corrections.get(`${receipt.terminal} ${receipt.number}`) : undefined,
    ),
  );
}

function summaryOf(store: MemoryStore, row: Row<"programmes">) {
  return programmeSummary(row, organisationOf(store, row), rowsOf(store, "cycles", row.address));
}

function organisationOf(store: MemoryStore, { organisation }: Row<"programmes">) {
  return store.rows("organisations").find(({ id }) => id === organisation);
}

type OfProgramme = Extract<TableName, "cycles" | "shops" | "settlements" | "receipts" | "corrections">;

function rowsOf<T extends OfProgramme>(store: MemoryStore, table: T, address: string): Row<T>[] {
  return store.rows(table).filter(({ programme }) => programme === address);
}
