// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";
import type { Command } from "commander";
import type { BackupFacts } from "#server/office/backup/index.ts";
import type { DatabaseAddress } from "#server/shared/dialects.ts";
import { CliError } from "../CliError.ts";
import { offline } from "../command.ts";
import type { Answer } from "../output.ts";
import { homeFolder, pathOf } from "../settings.ts";

export function officeCommands(program: Command): void {
  const office = program.command("office").description("what the office server keeps");

  const backup = withDatabase(office.command("backup").argument("<file>", "file to write")).description(
    "everything that an office keeps, as one file; the server may go on meanwhile",
  );
  offline(backup, async (_, [file = ""], options) => {
    const { backUpOffice } = await import("../actions/officeBackup.ts");
    const facts = await backUpOffice(databaseOf(options), pathOf(file));
    return answer("Backed up", facts, file);
  });

  const restore = withDatabase(office.command("restore").argument("<file>", "file that backup wrote"))
    .description("bring a backup into an empty database of either kind")
    .requiredOption(
      "--organisation <number>",
      "whose office it is, so that no other's is restored by mistake",
    );
  offline(restore, async ({ deployments }, [file = ""], options) => {
    const { restoreOffice } = await import("../actions/officeBackup.ts");
    const organisation = organisationOf(String(options.organisation));
    const into = { database: databaseOf(options), deployments, organisation };
    return answer("Restored", await restoreOffice(into, pathOf(file)), file);
  });
}

function withDatabase(command: Command): Command {
  return command
    .option("--sqlite-file <file>", "file of the office's data (default: the one of npm start)")
    .option("--database-url <url>", "PostgreSQL of the office's data instead [OFFICE_DATABASE_URL]");
}

function databaseOf(options: Readonly<Record<string, unknown>>): DatabaseAddress {
  const { sqliteFile, databaseUrl = process.env.OFFICE_DATABASE_URL } = options;
  if (typeof sqliteFile === "string") return { sqliteFile: pathOf(sqliteFile) };
  if (typeof databaseUrl === "string") return { postgresUrl: databaseUrl };
  return { sqliteFile: join(homeFolder(), "office.sqlite") };
}

function organisationOf(value: string): number {
  if (/^[1-9][0-9]{0,8}$/.test(value)) return Number(value);
  throw new CliError("badOption", {
    option: "--organisation",
    value,
    wanted: "the organisation's number in the consortium",
  });
}

function answer(done: string, { organisation, chainId, rows }: BackupFacts, file: string): Answer {
  return {
    data: { file: pathOf(file), organisation, chainId, rows },
    lines: [
      `${done} the office of organisation ${organisation} on chain ${chainId}: ${rows} entries, ${file}.`,
    ],
  };
}
