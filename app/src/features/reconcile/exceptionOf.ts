// SPDX-License-Identifier: Apache-2.0

import type { NewException } from "#sdk/office/index.ts";
import type { ReconcileScope, ResultRow } from "#sdk/reconcile/index.ts";

/** A row that was not cleared, as the office keeps it: where it is, of which class, and the code of what was found. */
export function exceptionOf({ programme, shop, cycle }: ReconcileScope, row: ResultRow): NewException {
  const { statement, chain } = row;
  const terminal = chain?.terminal ?? statement?.terminal;
  const account = chain?.account ?? statement?.account;
  return {
    programme,
    cycle: Number(cycle),
    shop,
    terminal: typeof terminal === "string" ? terminal : null,
    number: chain?.number ?? statement?.number ?? null,
    account: typeof account === "number" ? account : null,
    kind: row.class,
    reason: row.code,
    note: "",
  };
}
