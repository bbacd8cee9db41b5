// SPDX-License-Identifier: Apache-2.0

import { stat } from "node:fs/promises";
import type { Command } from "commander";
import { mappingOf } from "#sdk/formats/presetsMapping.ts";
import {
  type ImportedList,
  type ImportOptions,
  importList,
  type Problem,
  refuseBySize,
  refusedFile,
} from "#sdk/list/index.ts";
import { type Currency, currencyOf, formatAmount, parseAmount } from "#sdk/money/index.ts";
import { wholeNumber, wordOption } from "../options.ts";
import { pathOf, readUserFile } from "../settings.ts";

/** Decimals where neither a currency nor --decimals says otherwise: what most currencies have. */
const USUAL_DECIMALS = 2;

type Options = Record<string, string | boolean | undefined>;

/** Options that say how to read an entitlement list. */
export function withListOptions(command: Command): Command {
  return command
    .option("--id <column>", "column that identifies the household")
    .option("--amount <column>", "column with the amount")
    .option("--value <number>", "value that every household gets, or that --times multiplies")
    .option("--times <column>", "column that the value is multiplied by, such as the household size")
    .option("--preset <name>", "columns of a known export: 121, sdp, hope")
    .option("--area <column>", "column with the area, for the control sheet")
    .option("--household-size <column>", "column with the household size, for the control sheet")
    .option("--group <column>", "column with the group, for the control sheet")
    .option("--delimiter <mark>", "separator of the columns; recognised when not given")
    .option("--encoding <name>", "windows-1252 for files of older spreadsheets")
    .option("--decimal-mark <mark>", ". or , where the column does not tell");
}

/** The currency that a list is in: of the options, or else of the programme. */
export function currencyOption(options: Options, programme?: Currency): Currency {
  const known = typeof options.currency === "string" ? currencyOf(options.currency) : programme;
  const decimals =
    typeof options.decimals === "string" ? wholeNumber("--decimals", options.decimals) : undefined;
  return { code: known?.code ?? "the currency", decimals: decimals ?? known?.decimals ?? USUAL_DECIMALS };
}

/** Import options from the command line. @throws CliError, or AnnonaError LIST-601 to LIST-603, MONEY-102. */
export function importOptions(options: Options, currency: Currency, step?: bigint): ImportOptions {
  const { id, amount, value, times, area, householdSize, group, preset } = options as Record<
    string,
    string | undefined
  >;
  const { delimiter, encoding, decimalMark } = options;
  return {
    mapping: mappingOf({ id, amount, value, times, area, householdSize, group }, preset),
    currency,
    ...(typeof options.step === "string"
      ? { step: parseAmount(options.step, currency) }
      : step
        ? { step }
        : {}),
    ...(typeof delimiter === "string"
      ? { delimiter: wordOption("--delimiter", delimiter, [",", ";", "\t", "|"] as const) }
      : {}),
    ...(typeof encoding === "string"
      ? { encoding: wordOption("--encoding", encoding, ["auto", "windows-1252"] as const) }
      : {}),
    ...(typeof decimalMark === "string"
      ? { decimalMark: wordOption("--decimal-mark", decimalMark, [".", ","] as const) }
      : {}),
  };
}

/** Read and check a list. A file that is too large is refused without being read. @throws CliError CLI-103. */
export async function readList(file: string, options: ImportOptions): Promise<ImportedList> {
  const path = pathOf(file);
  const size = await stat(path).then(
    (found) => found.size,
    () => undefined,
  );
  const tooLarge = size === undefined ? undefined : refuseBySize(size);
  return tooLarge === undefined ? importList(await readUserFile(file), options) : refusedFile(tooLarge);
}

/** What `list check` prints: counts, the total as a decimal string in the currency, and every problem by cell. */
export function checkReport(list: ImportedList, currency: Currency) {
  const { rows, accepted, households, total, problems } = list;
  return { rows, accepted, households, total: formatAmount(total, currency), problems };
}

/** A problem by cell, of a list or of another file. */
export interface ProblemByCell extends Omit<Problem, "code"> {
  readonly code: string;
}

/** Most problems that are shown to people at once; with --json all of them. */
const SHOWN = 20;

/** Problems of any file as lines for people. */
export function problemLines(problems: readonly ProblemByCell[]): string[] {
  const lines = problems.slice(0, SHOWN).map(({ row, column, value, code, message }) => {
    const place = row === 0 ? "file" : `row ${row}${column === "" ? "" : `, ${column}`}`;
    return `  ${place}${value === "" ? "" : ` "${value}"`}: ${code} ${message}`;
  });
  const rest = problems.length - lines.length;
  return rest > 0 ? [...lines, `  ... and ${rest} more (all of them with --json)`] : lines;
}
