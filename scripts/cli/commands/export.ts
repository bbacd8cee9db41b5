// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { type ExportName, exportFile } from "#sdk/formats/exportFile.ts";
import { type ExportProfile, NO_PROFILE, parseExportProfile } from "#sdk/formats/exportProfile.ts";
import { readBooks } from "#sdk/formats/programmeBooks.ts";
import { TABLE_NAMES } from "#sdk/formats/tables/index.ts";
import { readChain, rowsOf, rpcChain } from "#sdk/history/index.ts";
import { CliError } from "../CliError.ts";
import { type Desk, onChain } from "../command.ts";
import { wordOption } from "../options.ts";
import type { Answer } from "../output.ts";
import { readUserFile } from "../settings.ts";
import { openProgramme } from "../suite.ts";

const NOTES = `
The whole history is read from the chain itself; no history server is needed.
A profile (JSON) says what the ledger does not know: country, sector, kinds of organisations, who a source is.`;

const DESCRIPTIONS = {
  iati: "IATI 2.03 activities (XML)",
  hxl: "CSV with a row of hashtags (Humanitarian Exchange Language)",
  csv: "plain CSV",
  json: "JSON",
} as const;

export function exportCommands(program: Command): void {
  const command = program
    .command("export")
    .description("write public data to standard output")
    .addHelpText("after", NOTES);
  for (const format of ["iati", "hxl", "csv", "json"] as const) {
    const one = command
      .command(format)
      .description(DESCRIPTIONS[format])
      .option("--all", "every programme of the chain, not one")
      .option("--profile <file>", "what the ledger does not know, as JSON")
      .option("--country <code>", "recipient country, two letters, where the profile names none");
    if (format !== "iati") one.option("--table <name>", TABLE_NAMES.join(", "), "cycles");
    onChain(one, (desk, _, options) => run(desk, nameOf(format, options.table), options));
  }
}

type Options = Record<string, string | boolean | undefined>;

function nameOf(format: keyof typeof DESCRIPTIONS, table: string | boolean | undefined): ExportName {
  if (format === "iati") return "iati.xml";
  const known = wordOption("--table", String(table), TABLE_NAMES);
  return format === "hxl" ? `${known}.hxl.csv` : `${known}.${format}`;
}

async function run(desk: Desk, name: ExportName, options: Options): Promise<Answer> {
  const { suite, settings } = desk;
  const profile = await profileOf(options);
  const only = options.all === true ? undefined : (await openProgramme(suite, settings.programme)).address;
  const store = await readChain({ chain: rpcChain(settings.rpc), deployment: suite.deployment });
  const upTo = (await store.reached())?.timestamp ?? 0;
  const books = await readBooks(rowsOf(store), { chainId: suite.chainId, upTo }, only);
  const { text } = exportFile(name, books, profile);
  return { data: text, lines: [text.trimEnd()] };
}

async function profileOf({ profile, country }: Options): Promise<ExportProfile> {
  const told = await readExportProfile(profile);
  if (typeof country !== "string" || told.country !== undefined) return told;
  if (!/^[A-Z]{2}$/.test(country)) {
    const wanted = "a country code of two capital letters, such as NE";
    throw new CliError("badOption", { option: "--country", value: country, wanted });
  }
  return { ...told, country };
}

/**
 * The profile of the option --profile, if it was given.
 * @throws CliError CLI-103, ExportError EXPORT-102.
 */
export async function readExportProfile(file: string | boolean | undefined): Promise<ExportProfile> {
  if (typeof file !== "string") return NO_PROFILE;
  const text = new TextDecoder().decode(await readUserFile(file));
  return parseExportProfile(parsedJson(text));
}

/** What is no JSON is no profile either: the profile's own error says so. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
