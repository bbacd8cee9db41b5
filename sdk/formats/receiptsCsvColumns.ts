// SPDX-License-Identifier: Apache-2.0

import { findColumn } from "#sdk/list/findColumn.ts";
import type { ColumnChoice, Table } from "#sdk/list/index.ts";
import { type FileCell, type FileProblem, receiptProblem } from "./receiptsCsvProblems.ts";

/** What the columns of a file of receipts can hold. */
export type ReceiptField =
  | "terminal"
  | "number"
  | "cycle"
  | "account"
  | "id"
  | "amount"
  | "date"
  | "kind"
  | "saleNumber"
  | "recognition";

/** Names that the fields have in messages. */
export const FIELD_NAMES: Readonly<Record<ReceiptField, string>> = {
  terminal: "terminal",
  number: "receipt number",
  cycle: "cycle",
  account: "account number",
  id: "identifier",
  amount: "amount",
  date: "date",
  kind: "kind",
  saleNumber: "number of the sale",
  recognition: "way of recognition",
};

/** Names under which a column is found when the caller does not say which one it is; the first that is in the file counts. */
export const COLUMN_NAMES: Readonly<Record<ReceiptField, readonly string[]>> = {
  terminal: ["terminal", "till", "pos", "terminal_id"],
  number: ["number", "receipt_number", "receipt number", "receipt", "receipt_no", "no"],
  cycle: ["cycle", "cycle_id"],
  account: ["account", "account_number", "account number"],
  id: ["id", "household_id", "household id", "card_number", "card number", "card"],
  amount: ["amount", "value", "total"],
  date: ["date", "day", "sale_date"],
  kind: ["kind", "type"],
  saleNumber: ["sale_number", "sale number", "refund_of"],
  recognition: ["recognition", "verification"],
};

export type ColumnsOfFields = Partial<Readonly<Record<ReceiptField, ColumnChoice>>>;

/** Index of the column of each field that the file has. */
export type FoundColumns = Partial<Readonly<Record<ReceiptField, number>>>;

export type ColumnResolution =
  | { readonly columns: FoundColumns }
  | { readonly problems: readonly FileProblem[] };

/**
 * Find the columns of a file.
 * @param chosen Columns that the caller names; they must be in the file.
 * @param required Groups of fields, of each of which the file needs one.
 */
export function resolveReceiptColumns(
  table: Table,
  chosen: ColumnsOfFields,
  required: readonly (readonly ReceiptField[])[],
): ColumnResolution {
  const columns: Partial<Record<ReceiptField, number>> = {};
  const problems: FileProblem[] = [];
  for (const field of Object.keys(FIELD_NAMES) as ReceiptField[]) {
    const found = findColumn(table.columns, chosen[field] ?? COLUMN_NAMES[field]);
    if ("index" in found) columns[field] = found.index;
    else if ("repeated" in found) {
      problems.push(
        receiptProblem(header(table, found.repeated), "repeatedColumn", { field: FIELD_NAMES[field] }),
      );
    } else if (chosen[field] !== undefined) problems.push(missingColumn(table, [field], chosen));
  }
  for (const group of required) {
    if (group.some((field) => columns[field] !== undefined || chosen[field] !== undefined)) continue;
    problems.push(missingColumn(table, group, chosen));
  }
  return problems.length > 0 ? { problems } : { columns };
}

function missingColumn(table: Table, group: readonly ReceiptField[], chosen: ColumnsOfFields): FileProblem {
  const names = group.map((field) => `"${[chosen[field] ?? COLUMN_NAMES[field]].flat()[0]}"`).join(" or ");
  const field = group.map((name) => FIELD_NAMES[name]).join(" or ");
  return receiptProblem(header(table, ""), "noColumn", { field, names, columns: table.columns.join(", ") });
}

function header(table: Table, column: string): FileCell {
  return { row: table.headerRow, column, value: "" };
}
