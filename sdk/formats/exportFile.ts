// SPDX-License-Identifier: Apache-2.0

import { type Day, formatDay } from "#sdk/receipts/day.ts";
import type { ExportProfile } from "./exportProfile.ts";
import { programmeActivity, writeActivities } from "./iati/index.ts";
import type { ProgrammeBooks } from "./programmeBooks.ts";
import { TABLE_NAMES, type TableName, tableOf, writeCsv, writeHxl, writeJson } from "./tables/index.ts";

/** Ways to write a table, by the ending of the file. */
const TABLE_FORMATS = {
  csv: { write: writeCsv, mediaType: "text/csv; charset=utf-8" },
  "hxl.csv": { write: writeHxl, mediaType: "text/csv; charset=utf-8" },
  json: { write: writeJson, mediaType: "application/json" },
} as const;

export type TableFormat = keyof typeof TABLE_FORMATS;

/** Every file that can be exported: `iati.xml`, `cycles.csv`, `cycles.hxl.csv`, `cycles.json`, ... */
export type ExportName = "iati.xml" | `${TableName}.${TableFormat}`;

const FORMATS = Object.keys(TABLE_FORMATS) as TableFormat[];

export const EXPORT_NAMES: readonly ExportName[] = [
  "iati.xml",
  ...TABLE_NAMES.flatMap((table) => FORMATS.map((format) => `${table}.${format}` as const)),
];

export interface ExportedFile {
  readonly name: ExportName;
  readonly mediaType: string;
  readonly text: string;
}

const SECONDS_A_DAY = 86_400;

/**
 * Write a file about some programmes. The same books give the same file, byte by byte, whoever writes it and when.
 * @throws ExportError EXPORT-101 for an activities file of an organisation without identifier.
 */
export function exportFile(
  name: ExportName,
  books: readonly ProgrammeBooks[],
  profile: ExportProfile,
): ExportedFile {
  return { name, mediaType: mediaTypeOf(name), text: textOf(name, books, profile) };
}

export function mediaTypeOf(name: ExportName): string {
  return name === "iati.xml"
    ? "application/xml; charset=utf-8"
    : TABLE_FORMATS[splitName(name).format].mediaType;
}

function textOf(name: ExportName, books: readonly ProgrammeBooks[], profile: ExportProfile): string {
  if (name === "iati.xml") {
    const upTo = books.reduce((last, one) => Math.max(last, one.upTo), 0);
    const activities = books.map((one) => programmeActivity(one, profile));
    return writeActivities(activities, formatDay(Math.floor(upTo / SECONDS_A_DAY) as Day));
  }
  const { table, format } = splitName(name);
  return TABLE_FORMATS[format].write(tableOf(table, books, profile));
}

function splitName(name: Exclude<ExportName, "iati.xml">): { table: TableName; format: TableFormat } {
  const dot = name.indexOf(".");
  return { table: name.slice(0, dot) as TableName, format: name.slice(dot + 1) as TableFormat };
}
