// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { syntheticList } from "#sdk/list/synthetic.ts";

/** A list of another system's making, which is not part of the project; where it is absent, a made-up one of the same shape serves. */
const SHARED = fileURLToPath(new URL("../../../../../shared/data/lists/121-excel-999.csv", import.meta.url));
const HOUSEHOLDS = 999;

/** A household of an input file, as far as the tests look. */
export interface Person {
  readonly id: string;
  readonly phone: string;
  readonly name: string;
  readonly size: number;
}

/** A file that an officer drops. */
export interface ListFile {
  readonly fileName: string;
  readonly csv: string;
  readonly people: readonly Person[];
  /** Households of an amount for each member. @returns the total, smallest units. */
  total(perMember: bigint): bigint;
}

/** The list of the story. */
export function storyList(): ListFile {
  const csv = existsSync(SHARED)
    ? readFileSync(SHARED, "utf8")
    : syntheticList({ households: HOUSEHOLDS }).csv;
  return listOf("households.csv", csv);
}

/** A made-up list, for tests that need a few households only. */
export function smallList(households: number, seed: number): ListFile {
  return listOf(`list-${seed}.csv`, syntheticList({ households, seed }).csv);
}

function listOf(fileName: string, csv: string): ListFile {
  const { header, rows } = cellsOf(csv);
  const column = (name: string) => header.indexOf(name);
  const people = rows.map((row) => ({
    id: row[column("nationalId")] ?? "",
    phone: row[column("phoneNumber")] ?? "",
    name: row[column("fullName")] ?? "",
    size: Number(row[column("totalHHSize")]),
  }));
  return {
    fileName,
    csv,
    people,
    total: (perMember) => people.reduce((sum, { size }) => sum + perMember * BigInt(size), 0n),
  };
}

function cellsOf(csv: string): { readonly header: string[]; readonly rows: string[][] } {
  const [first = "", ...lines] = csv.trim().split(/\r?\n/);
  return { header: first.split(";"), rows: lines.map((line) => line.split(";")) };
}

/** Rows of the spreadsheet in which {@link withMistakes} puts a mistake. */
export const MISTAKES = { noId: 4, wordForSize: 7, twice: 12, mangledId: 20 } as const;

/** The same list as it comes from the field: an id missing, a word for a number, a household twice, an id that a spreadsheet mangled. */
export function withMistakes({ csv }: ListFile): string {
  const { header, rows } = cellsOf(csv);
  const [id, size] = [header.indexOf("nationalId"), header.indexOf("totalHHSize")];
  const set = (row: number, column: number, value: string) => {
    // The header is row 1 of the spreadsheet.
    const cells = rows[row - 2];
    if (cells !== undefined) cells[column] = value;
  };
  set(MISTAKES.noId, id, "");
  set(MISTAKES.wordForSize, size, "five");
  set(MISTAKES.twice, id, rows[MISTAKES.twice - 3]?.[id] ?? "");
  set(MISTAKES.mangledId, id, "2,54708E+07");
  return [header, ...rows].map((cells) => cells.join(";")).join("\r\n");
}
