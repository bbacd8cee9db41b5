// SPDX-License-Identifier: Apache-2.0

import { NO_CURRENCY } from "#sdk/money/noCurrency.ts";
import { isPublishedCurrency } from "../currencyCodes.ts";

/** What stands in a cell: money is a decimal string in the currency, a day YYYY-MM-DD; null for what is not there or not shown. */
export type Cell = string | number | null;

export interface Column<T> {
  /** Heading in CSV, name of the field in JSON. */
  readonly name: string;
  /** Hashtag and attributes of the Humanitarian Exchange Language. */
  readonly tag: string;
  readonly cell: (item: T) => Cell;
}

/** A table as it is exported, whatever the file format: its columns, and its cells row by row. */
export interface ExportTable {
  readonly columns: readonly { readonly name: string; readonly tag: string }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** HXL has one hashtag for currencies, by code of ISO 4217 or by name: what is no such code must not be read as one. */
export function currencyTag(codes: readonly string[]): string {
  return codes.every((code) => code === NO_CURRENCY || isPublishedCurrency(code))
    ? "#currency+code"
    : "#currency+name";
}

export function exportTable<T>(columns: readonly Column<T>[], items: readonly T[]): ExportTable {
  return {
    columns: columns.map(({ name, tag }) => ({ name, tag })),
    rows: items.map((item) => columns.map(({ cell }) => cell(item))),
  };
}
