// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { readAgreementBooks, readFundBooks } from "#sdk/formats/donorBooks.ts";
import { exportAgreement, exportFund } from "#sdk/formats/exportDonors.ts";
import { type ExportedText, exportFile, type TableFormat } from "#sdk/formats/exportFile.ts";
import { type ExportProfile, NO_PROFILE, parseExportProfile } from "#sdk/formats/exportProfile.ts";
import { readBooks } from "#sdk/formats/programmeBooks.ts";
import { AGREEMENT_TABLES, FUND_TABLES, TABLE_NAMES } from "#sdk/formats/tables/index.ts";
import { agreementsOf, fundsOf, type ReadRows, readChain, rowsOf, rpcChain } from "#sdk/history/index.ts";
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

/** Of a programme the cycles, unless told. */
const PROGRAMME_TABLES = ["cycles", ...TABLE_NAMES] as const;
const TABLES = `${TABLE_NAMES.join(", ")}; of a fund ${FUND_TABLES.join(", ")}; of an agreement ${AGREEMENT_TABLES.join(", ")}`;

export function exportCommands(command: Command): void {
  command.addHelpText("after", NOTES);
  for (const format of ["iati", "hxl", "csv", "json"] as const) {
    const one = command
      .command(format)
      .description(DESCRIPTIONS[format])
      .option("--all", "every programme of the chain, not one")
      .option("--profile <file>", "what the ledger does not know, as JSON")
      .option("--country <code>", "recipient country, two letters, where the profile names none");
    one
      .option("--fund <name>", "a donor fund instead of a programme, by name or address")
      .option(
        "--agreement <title>",
        "an agreement with a partner instead of a programme, by title or address",
      );
    if (format !== "iati") one.option("--table <name>", TABLES);
    onChain(one, (desk, _, options) => run(desk, format, options));
  }
}

type Options = Record<string, string | boolean | undefined>;

type Format = keyof typeof DESCRIPTIONS;

/** The name of the file, as the history server calls it. */
function nameOf<T extends string>(
  format: Format,
  table: string | boolean | undefined,
  tables: readonly [T, ...T[]],
): "iati.xml" | `${T}.${TableFormat}` {
  if (format === "iati") return "iati.xml";
  const known = table === undefined ? tables[0] : wordOption("--table", String(table), tables);
  return `${known}.${format === "hxl" ? "hxl.csv" : format}`;
}

async function run(desk: Desk, format: Format, options: Options): Promise<Answer> {
  const { suite, settings } = desk;
  const profile = await profileOf(options);
  const isDonors = typeof options.fund === "string" || typeof options.agreement === "string";
  const programme =
    isDonors || options.all === true ? undefined : await openProgramme(suite, settings.programme);
  const store = await readChain({ chain: rpcChain(settings.rpc), deployment: suite.deployment });
  const origin = { chainId: suite.chainId, upTo: (await store.reached())?.timestamp ?? 0 };
  const read = rowsOf(store);
  if (isDonors) return answered(await exportDonors(read, origin, { format, profile, options }));
  const name = nameOf(format, options.table, PROGRAMME_TABLES);
  return answered(exportFile(name, await readBooks(read, origin, programme?.address), profile));
}

async function exportDonors(
  read: ReadRows,
  origin: Parameters<typeof readFundBooks>[1],
  { format, profile, options }: { format: Format; profile: ExportProfile; options: Options },
): Promise<ExportedText> {
  if (typeof options.fund === "string") {
    const funds = (await fundsOf(read)).map(({ address, name }) => ({ address, name }));
    const books = await readFundBooks(read, origin, addressOf("--fund", options.fund, funds));
    if (books === undefined) throw noneOf("--fund", options.fund, funds);
    return exportFund(nameOf(format, options.table, FUND_TABLES), books, profile);
  }
  const wanted = String(options.agreement);
  const agreements = (await agreementsOf(read)).map(({ address, title }) => ({ address, name: title }));
  const books = await readAgreementBooks(read, origin, addressOf("--agreement", wanted, agreements));
  if (books === undefined) throw noneOf("--agreement", wanted, agreements);
  return exportAgreement(nameOf(format, options.table, AGREEMENT_TABLES), books, profile);
}

function answered({ text }: ExportedText): Answer {
  return { data: text, lines: [text.trimEnd()] };
}

interface Named {
  readonly address: string;
  readonly name: string;
}

/** @throws CliError CLI-101 naming those that there are. */
function addressOf(option: string, wanted: string, known: readonly Named[]): string {
  const low = wanted.toLowerCase();
  const found = known.find(
    ({ address, name }) => name.toLowerCase() === low || address.toLowerCase() === low,
  );
  if (found === undefined) throw noneOf(option, wanted, known);
  return found.address;
}

function noneOf(option: string, value: string, known: readonly Named[]): CliError {
  const names = known.map(({ name }) => name).join(", ") || "nothing, since there is none";
  return new CliError("badOption", { option, value, wanted: `one of: ${names}` });
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
