// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";
import type { Command } from "commander";
import type { BackupFacts } from "#server/office/backup/index.ts";
import type { DatabaseAddress } from "#server/shared/dialects.ts";
import type { OfficePlaces } from "../actions/officeBackup.ts";
import { CliError } from "../CliError.ts";
import { offline } from "../command.ts";
import type { Answer } from "../output.ts";
import { homeFolder, pathOf } from "../settings.ts";

export function officeCommands(office: Command): void {
  const backup = withDatabase(office.command("backup").argument("<file>", "file to write")).description(
    "everything that an office keeps, as one file; the server may go on meanwhile",
  );
  offline(backup, async (_, [file = ""], options) => {
    const { backUpOffice } = await import("../actions/officeBackup.ts");
    const facts = await backUpOffice(await placesOf(options), pathOf(file));
    return answer("Backed up", facts, file);
  });

  const restore = withDatabase(office.command("restore").argument("<file>", "file that backup wrote"))
    .description("bring a backup into an empty database of either kind, and its files to where they are kept")
    .requiredOption(
      "--organisation <number>",
      "whose office it is, so that no other's is restored by mistake",
    );
  offline(restore, async ({ deployments }, [file = ""], options) => {
    const { restoreOffice } = await import("../actions/officeBackup.ts");
    const organisation = organisationOf(String(options.organisation));
    const into = { ...(await placesOf(options)), deployments, organisation };
    return answer("Restored", await restoreOffice(into, pathOf(file)), file);
  });
}

function withDatabase(command: Command): Command {
  return command
    .option("--sqlite-file <file>", "file of the office's data (default: the one of npm start)")
    .option("--database-url <url>", "PostgreSQL of the office's data instead [OFFICE_DATABASE_URL]")
    .option("--files-folder <folder>", "where files of agreements are kept (default: the server's own)")
    .option("--s3-endpoint <url>", "S3-compatible storage of those files instead")
    .option("--s3-bucket <name>", "its bucket")
    .option("--s3-region <name>", "its region")
    .option("--s3-key-file <file>", "file with two lines, access key id and secret access key");
}

type Options = Readonly<Record<string, unknown>>;

/** @throws OfficeError OFFICE-801 naming the option that does not fit. */
async function placesOf(options: Options): Promise<OfficePlaces> {
  const { parseFilePlace, usualFilePlace } = await import("#server/office/files/index.ts");
  const { filesFolder, s3Endpoint, s3Bucket, s3Region, s3KeyFile } = options;
  const given = parseFilePlace({
    "files-folder": typeof filesFolder === "string" ? pathOf(filesFolder) : undefined,
    "s3-endpoint": s3Endpoint,
    "s3-bucket": s3Bucket,
    "s3-region": s3Region,
    "s3-key-file": typeof s3KeyFile === "string" ? pathOf(s3KeyFile) : undefined,
  });
  const database = databaseOf(options);
  return { database, files: given ?? usualFilePlace(database) };
}

function databaseOf(options: Options): DatabaseAddress {
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

function answer(done: string, facts: BackupFacts, file: string): Answer {
  const { organisation, chainId, rows, files, filesMissing } = facts;
  const office = `${done} the office of organisation ${organisation} on chain ${chainId}`;
  const lines = [`${office}: ${rows} entries and ${files} files of agreements, ${file}.`];
  if (filesMissing > 0) {
    lines.push(
      `${filesMissing} more files are known, but the storage has lost them: ask whoever handed them in.`,
    );
  }
  return { data: { file: pathOf(file), ...facts }, lines };
}
