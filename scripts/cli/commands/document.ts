// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { documentHash, readDocumentRecords } from "#sdk/agency/index.ts";
import { DOCUMENT_KINDS } from "#sdk/history/names.ts";
import { recordDocument } from "../actions/documents.ts";
import { EXIT } from "../CliError.ts";
import { onChain, onProgramme } from "../command.ts";
import { formatMoment, wordOption } from "../options.ts";
import { readUserFile } from "../settings.ts";

/** Words of the option for the kinds of document, in the contract's order. */
const KINDS = [
  "control-sheet",
  "statement",
  "bank-statement",
  "evidence",
  "assessment",
  "funding",
  "rationale",
  "other",
] as const;

export function documentCommands(document: Command): void {
  const record = document
    .command("record <file>")
    .description("record the hash of a file for the programme (any officer)")
    .option("--kind <kind>", KINDS.join(", "), "other")
    .option("--uri <uri>", "where the organisation keeps the file; nothing personal");
  onProgramme(record, async (desk, [file = ""], { kind, uri }) => {
    const hash = await recordDocument(desk.suite, await desk.sign("finance"), {
      organisation: desk.programme.organisation,
      bytes: await readUserFile(file),
      kind: DOCUMENT_KINDS[KINDS.indexOf(wordOption("--kind", String(kind), KINDS))] ?? "Other",
      subject: desk.programme.address,
      ...(typeof uri === "string" ? { uri } : {}),
    });
    return { data: { hash }, lines: [`Recorded: ${hash}`] };
  });

  const check = document.command("check <file>").description("who recorded this file, and when");
  onChain(check, async ({ suite }, [file = ""]) => {
    const hash = documentHash(await readUserFile(file));
    const records = (await readDocumentRecords(suite, hash)).map(({ kind, ...record }) => ({
      ...record,
      kind: KINDS[DOCUMENT_KINDS.indexOf(kind)] ?? "other",
    }));
    const lines = records.map(
      (entry) =>
        `${entry.kind}, recorded by organisation ${entry.organisation} (${entry.officer}) on ${formatMoment(entry.recordedAt)}`,
    );
    return {
      data: { hash, records },
      lines: [hash, ...(lines.length === 0 ? ["Nobody has recorded this file."] : lines)],
      exitCode: records.length === 0 ? EXIT.refused : EXIT.done,
    };
  });
}
