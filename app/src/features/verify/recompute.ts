// SPDX-License-Identifier: Apache-2.0

import {
  agreementOf,
  agreementsOf,
  allocationView,
  breakdownOf,
  contributionView,
  councilOf,
  cycleView,
  Directory,
  entryView,
  fundOf,
  fundsOf,
  type MemoryStore,
  overviewOf,
  programmeDetail,
  programmeSummary,
  proposalViews,
  type ReadRows,
  type Row,
  rowsOf as readerOf,
  receiptView,
  settlementView,
  shopView,
  type TableName,
} from "#sdk/history/index.ts";
import type { Answers } from "./figures.ts";

type OfOne = (store: MemoryStore, address: string, read: ReadRows) => unknown;

const OF_ONE = /^\/api\/(programmes|funds|agreements)\/(0x[0-9a-fA-F]{40})(\/\w+)?$/;

/**
 * What the history server should answer, worked out from the ledger's own entries.
 * @param paths Addresses of the API; those that are not known here are left out.
 */
export async function recompute(store: MemoryStore, paths: readonly string[]): Promise<Answers> {
  const read = readerOf(store);
  const answers = new Map<string, unknown>();
  for (const path of paths) {
    const answer = await answerOf(store, read, path);
    if (answer !== undefined) answers.set(path, answer);
  }
  return answers;
}

function answerOf(store: MemoryStore, read: ReadRows, path: string): unknown {
  const whole = ofAll[path];
  if (whole !== undefined) return whole(store, read);
  const [, kind = "", address, list = ""] = OF_ONE.exec(path) ?? [];
  return address === undefined ? undefined : ofOne[`${kind}${list}`]?.(store, address, read);
}

const ofAll: Readonly<Record<string, (store: MemoryStore, read: ReadRows) => unknown>> = {
  "/api/overview": (_, read) => overviewOf(read),
  "/api/breakdown": (_, read) => breakdownOf(read),
  "/api/funds": (_, read) => fundsOf(read),
  "/api/agreements": (_, read) => agreementsOf(read),
  "/api/programmes": (store) => store.rows("programmes").map((row) => summaryOf(store, row)),
  "/api/council": async (store, read) => councilOf(read, await timeOf(store)),
  "/api/council/proposals": async (store, read) => {
    const [council] = store.rows("councils");
    return council === undefined
      ? []
      : proposalViews(
          read,
          council,
          await read("proposals", { council: council.address }),
          await timeOf(store),
        );
  },
  "/api/timeline": async (store, read) => {
    const directory = await Directory.read(read);
    return store.rows("entries").map((row) => entryView(row, directory));
  },
};

const ofOne: Readonly<Record<string, OfOne>> = {
  programmes: (store, address) => {
    const row = store.rows("programmes").find((programme) => programme.address === address);
    return row && programmeDetail(row, organisationOf(store, row), rowsOf(store, "cycles", address));
  },
  "programmes/cycles": (store, address) => rowsOf(store, "cycles", address).map(cycleView),
  "programmes/shops": (store, address) => rowsOf(store, "shops", address).map(shopView),
  "programmes/settlements": (store, address) => rowsOf(store, "settlements", address).map(settlementView),
  "programmes/receipts": receiptsOf,
  funds: (_, address, read) => fundOf(read, address),
  "funds/contributions": async (store, address, read) => {
    const directory = await Directory.read(read);
    const mine = store.rows("contributions").filter(({ fund }) => fund === address);
    return mine.map((row) => contributionView(row, directory));
  },
  "funds/allocations": async (store, address, read) => {
    const directory = await Directory.read(read);
    const mine = store.rows("allocations").filter(({ fund }) => fund === address);
    return mine.map((row) => allocationView(row, directory));
  },
  agreements: (_, address, read) => agreementOf(read, address),
};

/** Unix seconds of the last block that was read: what waits out its delay, what is ready and what has lapsed follow from it. */
async function timeOf(store: MemoryStore): Promise<number> {
  return (await store.reached())?.timestamp ?? 0;
}

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
