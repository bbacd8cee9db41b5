// SPDX-License-Identifier: Apache-2.0

export {
  AGREEMENT_TABLES,
  type AgreementTable,
  agreementTableOf,
  FUND_TABLES,
  type FundTable,
  fundTableOf,
} from "./donorTables.ts";
export type { Cell, ExportTable } from "./exportTable.ts";
export { TABLE_NAMES, type TableName, tableOf } from "./tables.ts";
export { writeCsv, writeHxl, writeJson } from "./writeTable.ts";
