// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import { documentHash } from "#sdk/agency/index.ts";
import { allTables } from "../store/schema.ts";
import type { TableDefinition } from "../store/table.ts";
import { backupError } from "./errors.ts";

/*
 * A backup is gzip of lines of JSON in UTF-8, each ended by a line feed:
 *
 *   header   {"format":"annona-office-backup","version":1,"identity":...,"chainId":...,"organisation":...,"createdAt":...,
 *             "steps":[...],"tables":{table:[column,...],...}}
 *   rows     [table, value, ...] in the order of the header's columns; bytes in base64
 *   files    ["files", agreement, hash, content in base64], for each row of agreementFiles whose content the storage has; from version 2
 *   end      {"rows":{table:count,...},"files":count,"sha256":...}: hash of all bytes before this line
 *
 * Sessions are not in it: after a restore everybody signs in again. It is no more secret than the database: household data in it is
 * sealed, PINs are hashes. Evidence of agreements is in it as it is, and evidence can hold names: keep a backup as that is kept.
 */

export const FORMAT = "annona-office-backup";
export const VERSION = 2;
/** What a line with a file begins with, where a row has the name of its table. */
const FILES = "files";

/** Tables that are kept: all but the sessions. */
export const keptTables: readonly TableDefinition[] = allTables.filter(({ name }) => name !== "sessions");

const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.int().positive(),
  /** What the data is of, as the database says: chain, consortium, organisation. */
  identity: z.string(),
  chainId: z.int().positive(),
  organisation: z.int().positive(),
  /** Unix seconds. */
  createdAt: z.int(),
  /** Steps that the database's tables had gone through. */
  steps: z.array(z.string()),
  tables: z.record(z.string(), z.array(z.string())),
});

const endSchema = z.object({
  rows: z.record(z.string(), z.int()),
  /** Version 1 had none. */
  files: z.int().nonnegative().default(0),
  sha256: z.string(),
});
const fileSchema = z.tuple([z.literal(FILES), z.string(), z.string(), z.string()]);

export type Header = z.infer<typeof headerSchema>;
export type End = z.infer<typeof endSchema>;

/** A value as a database has it. */
export type Value = string | number | Uint8Array | null;

/** @throws OfficeError OFFICE-702 when it is no header, OFFICE-704 for a later version of the format. */
export function readHeader(line: string): Header {
  const parsed = headerSchema.safeParse(jsonOf(line));
  if (!parsed.success) throw backupError("noBackup");
  if (parsed.data.version > VERSION) throw backupError("newer");
  return parsed.data;
}

/** The last line, or undefined when it is a row. */
export function readEnd(line: string): End | undefined {
  if (line.startsWith("[")) return undefined;
  const parsed = endSchema.safeParse(jsonOf(line));
  if (!parsed.success) throw backupError("damaged");
  return parsed.data;
}

export function encodeRow({ name, columns }: TableDefinition, row: Readonly<Record<string, Value>>): string {
  const values = Object.keys(columns).map((column) => {
    const value = row[column] ?? null;
    return value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value;
  });
  return JSON.stringify([name, ...values]);
}

/** A file of an agreement. */
export interface KeptFile {
  readonly agreement: string;
  /** keccak256 of its content. */
  readonly hash: string;
  readonly content: Uint8Array;
}

export function encodeFile({ agreement, hash, content }: KeptFile): string {
  return JSON.stringify([FILES, agreement, hash, Buffer.from(content).toString("base64")]);
}

/** A line with a file, or undefined when it is another one. @throws OfficeError OFFICE-701 when the content is not the one of its hash. */
export function decodeFile(line: string): KeptFile | undefined {
  if (!line.startsWith(`["${FILES}",`)) return undefined;
  const parsed = fileSchema.safeParse(jsonOf(line));
  if (!parsed.success) throw backupError("damaged");
  const [, agreement, hash, base64] = parsed.data;
  const content = new Uint8Array(Buffer.from(base64, "base64"));
  if (documentHash(content) !== hash) throw backupError("damaged");
  return { agreement, hash, content };
}

/** A row by the columns that the backup names. @throws OfficeError OFFICE-701 when it does not fit its table. */
export function decodeRow(
  header: Header,
  line: string,
): { table: TableDefinition; row: Record<string, Value> } {
  const parsed = z.tuple([z.string()], z.union([z.string(), z.number(), z.null()])).safeParse(jsonOf(line));
  if (!parsed.success) throw backupError("damaged");
  const [name, ...values] = parsed.data;
  const table = keptTables.find((one) => one.name === name);
  const columns = header.tables[name];
  if (table === undefined || columns?.length !== values.length) throw backupError("damaged");
  const entries = columns.map((column, i) => [column, storedValue(table.columns[column], values[i] ?? null)]);
  return { table, row: Object.fromEntries(entries) };
}

function storedValue(declared: string | undefined, value: string | number | null): Value {
  if (value === null && declared?.endsWith("?")) return null;
  const kind = declared?.replace("?", "");
  if (kind === "integer" && typeof value === "number") return value;
  if (kind === "text" && typeof value === "string") return value;
  if (kind === "bytes" && typeof value === "string") return Buffer.from(value, "base64");
  throw backupError("damaged");
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The cause would quote the line.
    return undefined;
  }
}
