// SPDX-License-Identifier: Apache-2.0

export type { Cell, ExportTable } from "./exportTable.ts";
export { TABLE_NAMES, type TableName, tableOf } from "./tables.ts";
export { writeCsv, writeHxl, writeJson } from "./writeTable.ts";
