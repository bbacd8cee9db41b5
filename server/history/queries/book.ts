// SPDX-License-Identifier: Apache-2.0

import type { Deployment } from "#sdk/bindings/deployments.ts";
import { ContractBook } from "#sdk/history/index.ts";
import type { SqlStore } from "../store/sqlStore.ts";
import { selectRows } from "./select.ts";

const MADE = [
  ["programme", "programmes"],
  ["agreement", "agreements"],
  ["fund", "funds"],
] as const;

/** The contracts that the index knows: those of the deployment, and what factories made, with the assets, as found so far. */
export async function readBook(store: SqlStore, deployment: Deployment): Promise<ContractBook> {
  const book = ContractBook.ofDeployment(deployment.contracts);
  for (const [kind, table] of MADE) {
    for (const { address, asset, decimals } of await store.read((db) => selectRows(db, table))) {
      book.add(kind, address);
      book.addAsset(asset, decimals);
    }
  }
  return book;
}
