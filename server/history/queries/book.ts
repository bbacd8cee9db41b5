// SPDX-License-Identifier: Apache-2.0

import type { Deployment } from "#sdk/bindings/deployments.ts";
import { ContractBook } from "#sdk/history/index.ts";
import type { SqlStore } from "../store/sqlStore.ts";
import { selectRows } from "./select.ts";

/** The contracts that the index knows: those of the deployment, and the programmes and assets found so far. */
export async function readBook(store: SqlStore, deployment: Deployment): Promise<ContractBook> {
  const book = ContractBook.ofDeployment(deployment.contracts);
  const programmes = await store.read((db) => selectRows(db, "programmes"));
  for (const { address, asset, decimals } of programmes) {
    book.addProgramme(address);
    book.addAsset(asset, decimals);
  }
  return book;
}
