// SPDX-License-Identifier: Apache-2.0

import Papa from "papaparse";
import type { ExportTable } from "./exportTable.ts";

/** Comma, dot as decimal mark, UTF-8, one heading line. */
export function writeCsv({ columns, rows }: ExportTable): string {
  return csv([columns.map(({ name }) => name), ...rows]);
}

/** The same with a row of hashtags under the headings, as the Humanitarian Exchange Language has it. */
export function writeHxl({ columns, rows }: ExportTable): string {
  const tags = columns.map(({ tag }) => tag);
  return csv([columns.map(({ name }) => name), tags, ...rows]);
}

/** A list of objects; money stays text, so that no reader makes it a floating-point number. */
export function writeJson({ columns, rows }: ExportTable): string {
  const items = rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])),
  );
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** Names come from the chain, where anybody with a role can put anything: no cell may start a formula in a spreadsheet. */
const FORMULA = /^[=+@\t\r]|^-(?!\d)/;

function csv(rows: readonly (readonly unknown[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { newline: "\n", escapeFormulae: FORMULA },
  )}\n`;
}
