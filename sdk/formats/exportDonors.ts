// SPDX-License-Identifier: Apache-2.0

import type { AgreementBooks, DonorFundBooks } from "./donorBooks.ts";
import {
  activitiesText,
  type ExportedText,
  TABLE_FORMAT_NAMES,
  type TableFormat,
  tableText,
} from "./exportFile.ts";
import type { ExportProfile } from "./exportProfile.ts";
import { agreementActivity, fundActivity } from "./iati/index.ts";
import { AGREEMENT_TABLES, agreementTableOf, FUND_TABLES, fundTableOf } from "./tables/donorTables.ts";

type Table<T extends readonly string[]> = `${T[number]}.${TableFormat}`;

/** Files about a donor fund, and about an agreement with a partner. */
export type FundExportName = "iati.xml" | Table<typeof FUND_TABLES>;
export type AgreementExportName = "iati.xml" | Table<typeof AGREEMENT_TABLES>;

export const FUND_EXPORT_NAMES: readonly FundExportName[] = ["iati.xml", ...filesOf(FUND_TABLES)];
export const AGREEMENT_EXPORT_NAMES: readonly AgreementExportName[] = [
  "iati.xml",
  ...filesOf(AGREEMENT_TABLES),
];

/** @throws ExportError of an activities file: EXPORT-101 for an organisation without identifier, EXPORT-103 or EXPORT-104 for a currency. */
export function exportFund(
  name: FundExportName,
  books: DonorFundBooks,
  profile: ExportProfile,
): ExportedText {
  if (name === "iati.xml") return activitiesText([fundActivity(books, profile)], books.upTo, profile);
  const [table, format] = partsOf<(typeof FUND_TABLES)[number]>(name);
  return tableText(format, fundTableOf(table, books, profile));
}

/** @throws ExportError of an activities file: EXPORT-101 for an organisation without identifier, EXPORT-103 or EXPORT-104 for a currency. */
export function exportAgreement(
  name: AgreementExportName,
  books: AgreementBooks,
  profile: ExportProfile,
): ExportedText {
  if (name === "iati.xml") return activitiesText([agreementActivity(books, profile)], books.upTo, profile);
  const [table, format] = partsOf<(typeof AGREEMENT_TABLES)[number]>(name);
  return tableText(format, agreementTableOf(table, books));
}

function filesOf<const T extends readonly string[]>(tables: T): Table<T>[] {
  return tables.flatMap((table) =>
    TABLE_FORMAT_NAMES.map((format): Table<T> => `${table as T[number]}.${format}`),
  );
}

function partsOf<T extends string>(name: string): [T, TableFormat] {
  const dot = name.indexOf(".");
  return [name.slice(0, dot) as T, name.slice(dot + 1) as TableFormat];
}
