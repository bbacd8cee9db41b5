// SPDX-License-Identifier: Apache-2.0
import type { Command } from "commander";
import { keccak256 } from "ethers";
import { DOCUMENT_KINDS, recordDocument } from "../actions/documents.ts";
import { EXIT } from "../CliError.ts";
import { onChain, onProgramme } from "../command.ts";
import { formatMoment, wordOption } from "../options.ts";
import { readUserFile } from "../settings.ts";

export function documentCommands(program: Command): void {
  const document = program.command("document").description("record documents and look up who recorded one");

  const record = document
    .command("record <file>")
    .description("record the hash of a file for the programme (any officer)")
    .option("--kind <kind>", DOCUMENT_KINDS.join(", "), "other")
    .option("--uri <uri>", "where the organisation keeps the file; nothing personal");
  onProgramme(record, async (desk, [file = ""], { kind, uri }) => {
    const hash = await recordDocument(desk.suite, await desk.sign("finance"), {
      organisation: desk.programme.organisation,
      bytes: await readUserFile(file),
      kind: wordOption("--kind", String(kind), DOCUMENT_KINDS),
      subject: desk.programme.address,
      ...(typeof uri === "string" ? { uri } : {}),
    });
    return { data: { hash }, lines: [`Recorded: ${hash}`] };
  });

  const check = document.command("check <file>").description("who recorded this file, and when");
  onChain(check, async ({ suite }, [file = ""]) => {
    const hash = keccak256(await readUserFile(file));
    const found = await suite.documents.recordsOf(hash);
    const records = found.map(({ organisation, officer, recordedAt, kind }) => ({
      organisation: Number(organisation),
      officer,
      recordedAt: Number(recordedAt),
      kind: DOCUMENT_KINDS[Number(kind)] ?? "other",
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
