// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { type ExportProfile, parseExportProfile } from "#sdk/formats/exportProfile.ts";
import { HistoryError } from "#sdk/history/index.ts";
import { commonSettings, portSetting, readDeployment, readSettings } from "#server/shared/settings.ts";
import type { HistoryServerOptions } from "./server.ts";

export const USAGE = `Usage: node server/history/main.ts [options]

Each option can also be given as the environment variable in brackets.

  --deployment FILE    deployments/<chain id>.json of the chain [DEPLOYMENT]; required
  --rpc-url URL        JSON-RPC address of a node of the chain [RPC_URL]; default http://127.0.0.1:8545
  --port N             port to listen on [PORT]; default 8787
  --host ADDRESS       address to listen on [HOST]; default 127.0.0.1, this machine only
  --sqlite-file FILE   file of the index [SQLITE_FILE]; default .annona/history.sqlite
  --database-url URL   PostgreSQL for the index instead of a file [DATABASE_URL]
  --static-dir FOLDER  built app to serve beside the API [STATIC_DIR]
  --export-profile FILE  what exported files say and no ledger knows, JSON [EXPORT_PROFILE]
  --snapshot-dir FOLDER write all public data as files for static hosting every night [SNAPSHOT_DIR]
  --snapshot-at HH:MM  when, in UTC [SNAPSHOT_AT]; default 01:00
  --help               show this text
`;

const SETTINGS = {
  ...commonSettings,
  port: portSetting(8787),
  "sqlite-file": z.string().min(1).default(".annona/history.sqlite"),
  "static-dir": z.string().min(1).optional(),
  "export-profile": z.string().min(1).optional(),
  "snapshot-dir": z.string().min(1).optional(),
  "snapshot-at": z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "is not a time of day as HH:MM")
    .default("01:00")
    .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))),
};

/**
 * Read the server's settings from flags, else from the environment, else defaults.
 * @returns undefined when help was asked for.
 * @throws HistoryError HIST-804 naming the setting that is missing or wrong; AnnonaError DEPLOY-101 for a wrong deployment file, EXPORT-102
 * for a wrong export profile.
 */
export function readConfig(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): HistoryServerOptions | undefined {
  const config = readSettings(SETTINGS, { args, env, refuse: wrongSetting });
  if (config === undefined) return undefined;
  const postgresUrl = config["database-url"];
  const staticFolder = config["static-dir"];
  if (staticFolder !== undefined && !existsSync(staticFolder))
    throw wrongSetting("--static-dir names no folder");
  return {
    port: config.port,
    host: config.host,
    rpcUrl: config["rpc-url"],
    deployment: readDeployment(config.deployment, wrongSetting),
    database: postgresUrl === undefined ? { sqliteFile: config["sqlite-file"] } : { postgresUrl },
    staticFolder,
    ...(config["export-profile"] === undefined ? {} : { profile: readProfile(config["export-profile"]) }),
    ...(config["snapshot-dir"] === undefined
      ? {}
      : { snapshot: { folder: config["snapshot-dir"], atMinute: config["snapshot-at"] } }),
  };
}

/** @throws ExportError EXPORT-102 for JSON that is no profile. */
function readProfile(file: string): ExportProfile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw wrongSetting("--export-profile names no readable JSON file", error);
  }
  return parseExportProfile(json);
}

function wrongSetting(what: string, cause?: unknown): HistoryError {
  return new HistoryError({
    code: "HIST-804",
    summary: `The history server cannot start: ${what}.`,
    next: "Correct the setting; --help lists them all.",
    cause,
  });
}
