// SPDX-License-Identifier: Apache-2.0

import { type Day, formatDay } from "#sdk/receipts/day.ts";
import type { ExportProfile } from "./exportProfile.ts";
import { type IatiActivity, inPublishedCurrency, programmeActivity, writeActivities } from "./iati/index.ts";
import type { ProgrammeBooks } from "./programmeBooks.ts";
import {
  type ExportTable,
  TABLE_NAMES,
  type TableName,
  tableOf,
  writeCsv,
  writeHxl,
  writeJson,
} from "./tables/index.ts";

/** Ways to write a table, by the ending of the file. */
const TABLE_FORMATS = {
  csv: { write: writeCsv, mediaType: "text/csv; charset=utf-8" },
  "hxl.csv": { write: writeHxl, mediaType: "text/csv; charset=utf-8" },
  json: { write: writeJson, mediaType: "application/json" },
} as const;

export type TableFormat = keyof typeof TABLE_FORMATS;

/** Every file that can be exported: `iati.xml`, `cycles.csv`, `cycles.hxl.csv`, `cycles.json`, ... */
export type ExportName = "iati.xml" | `${TableName}.${TableFormat}`;

export const TABLE_FORMAT_NAMES = Object.keys(TABLE_FORMATS) as TableFormat[];

export const EXPORT_NAMES: readonly ExportName[] = [
  "iati.xml",
  ...TABLE_NAMES.flatMap((table) => TABLE_FORMAT_NAMES.map((format) => `${table}.${format}` as const)),
];

export interface ExportedText {
  readonly mediaType: string;
  readonly text: string;
}

export interface ExportedFile extends ExportedText {
  readonly name: ExportName;
}

const XML = "application/xml; charset=utf-8";

const SECONDS_A_DAY = 86_400;

/**
 * Write a file about some programmes. The same books give the same file, byte by byte, whoever writes it and when.
 * @throws ExportError of an activities file: EXPORT-101 for an organisation without identifier, EXPORT-103 or EXPORT-104 for a currency.
 */
export function exportFile(
  name: ExportName,
  books: readonly ProgrammeBooks[],
  profile: ExportProfile,
): ExportedFile {
  if (name === "iati.xml") {
    const upTo = books.reduce((last, one) => Math.max(last, one.upTo), 0);
    const activities = books.map((one) => programmeActivity(one, profile));
    return { name, ...activitiesText(activities, upTo, profile) };
  }
  const { table, format } = splitName(name);
  return { name, ...tableText(format, tableOf(table, books, profile)) };
}

/**
 * @param upTo Unix seconds of the block that the activities hold for.
 * @throws ExportError EXPORT-103 or EXPORT-104 for money in a currency that IATI does not know.
 */
export function activitiesText(
  activities: readonly IatiActivity[],
  upTo: number,
  profile: ExportProfile,
): ExportedText {
  const day = formatDay(Math.floor(upTo / SECONDS_A_DAY) as Day);
  const published = activities.map((activity) => inPublishedCurrency(activity, profile));
  return { mediaType: XML, text: writeActivities(published, day) };
}

export function tableText(format: TableFormat, table: ExportTable): ExportedText {
  const { mediaType, write } = TABLE_FORMATS[format];
  return { mediaType, text: write(table) };
}

export function mediaTypeOf(name: ExportName): string {
  return name === "iati.xml" ? XML : TABLE_FORMATS[splitName(name).format].mediaType;
}

function splitName(name: Exclude<ExportName, "iati.xml">): { table: TableName; format: TableFormat } {
  const dot = name.indexOf(".");
  return { table: name.slice(0, dot) as TableName, format: name.slice(dot + 1) as TableFormat };
}
