// SPDX-License-Identifier: Apache-2.0

const COLUMNS = ["household_id", "amount", "area", "household_size", "group", "phone", "name"];
/** What each column is in the Humanitarian Exchange Language; the import leaves such a row out. */
const TAGS = [
  "#meta+id",
  "#value",
  "#adm3+name",
  "#affected+hh+size",
  "#affected+type",
  "#contact+phone",
  "#contact+name",
];

/** An empty list to fill in, with the byte order mark by which spreadsheets know UTF-8. */
export function templateCsv(delimiter: string): string {
  return `\ufeff${[COLUMNS, TAGS].map((cells) => cells.join(delimiter)).join("\r\n")}\r\n`;
}
