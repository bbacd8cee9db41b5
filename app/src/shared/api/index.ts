// SPDX-License-Identifier: Apache-2.0

export {
  checkQuery,
  cyclesQuery,
  documentQuery,
  LEDGER_KEY,
  programmeQuery,
  programmesQuery,
  type ReceiptFilter,
  receiptsQuery,
  settlementsQuery,
  shopsQuery,
  statusQuery,
} from "./queries.ts";
export { makeQueryClient } from "./queryClient.ts";
export type {
  Balances,
  Correction,
  Cycle,
  DocumentRecord,
  Programme,
  ProgrammeSummary,
  Receipt,
  Settlement,
  Shop,
  Status,
} from "./schemas.ts";
