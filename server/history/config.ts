// SPDX-License-Identifier: Apache-2.0

import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Deployment, parseDeployment } from "#sdk/bindings/deployments.ts";
import { HistoryError } from "#sdk/history/index.ts";
import type { HistoryServerOptions } from "./server.ts";

export const USAGE = `Usage: node --import tsx server/history/main.ts [options]

Each option can also be given as the environment variable in brackets.

  --deployment FILE    deployments/<chain id>.json of the chain [DEPLOYMENT]; required
  --rpc-url URL        JSON-RPC address of a node of the chain [RPC_URL]; default http://127.0.0.1:8545
  --port N             port to listen on [PORT]; default 8787
  --host ADDRESS       address to listen on [HOST]; default 127.0.0.1, this machine only
  --sqlite-file FILE   file of the index [SQLITE_FILE]; default .annona/history.sqlite
  --database-url URL   PostgreSQL for the index instead of a file [DATABASE_URL]
  --static-dir FOLDER  built app to serve beside the API [STATIC_DIR]
  --help               show this text
`;

const OPTIONS = {
  deployment: { type: "string" },
  "rpc-url": { type: "string" },
  port: { type: "string" },
  host: { type: "string" },
  "sqlite-file": { type: "string" },
  "database-url": { type: "string" },
  "static-dir": { type: "string" },
  help: { type: "boolean" },
} as const;

const settings = z.object({
  deployment: z.string({ error: "is missing" }).min(1, "is missing"),
  "rpc-url": z
    .url({ protocol: /^https?$/, error: "is not an http address" })
    .default("http://127.0.0.1:8545"),
  port: z
    .string()
    .regex(/^\d{1,5}$/, "is not a port")
    .transform(Number)
    .pipe(z.int().max(65_535, "is not a port"))
    .default(8787),
  host: z.string().min(1).default("127.0.0.1"),
  "sqlite-file": z.string().min(1).default(".annona/history.sqlite"),
  "database-url": z
    .string()
    .regex(/^postgres(ql)?:\/\//, "is not a PostgreSQL address")
    .optional(),
  "static-dir": z.string().min(1).optional(),
});

/**
 * Read the server's settings from flags, else from the environment, else defaults.
 * @returns undefined when help was asked for.
 * @throws HistoryError HIST-804 naming the setting that is missing or wrong; AnnonaError DEPLOY-101 for a wrong deployment file.
 */
export function readConfig(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): HistoryServerOptions | undefined {
  const flags = readFlags(args);
  if (flags.help === true) return undefined;
  const fromEnvironment = Object.keys(OPTIONS).map((name) => [
    name,
    env[name.toUpperCase().replaceAll("-", "_")] || undefined,
  ]);
  const result = settings.safeParse({ ...Object.fromEntries(fromEnvironment), ...flags });
  if (!result.success) {
    const issue = result.error.issues[0];
    throw wrongSetting(`--${issue?.path.join(".")} ${issue?.message}`);
  }
  const config = result.data;
  const postgresUrl = config["database-url"];
  const staticFolder = config["static-dir"];
  if (staticFolder !== undefined && !existsSync(staticFolder))
    throw wrongSetting("--static-dir names no folder");
  return {
    port: config.port,
    host: config.host,
    rpcUrl: config["rpc-url"],
    deployment: readDeployment(config.deployment),
    database: postgresUrl === undefined ? { sqliteFile: config["sqlite-file"] } : { postgresUrl },
    staticFolder,
  };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw wrongSetting(error instanceof Error ? error.message : "a flag is not known", error);
  }
}

function readDeployment(file: string): Deployment {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw wrongSetting("--deployment names no readable JSON file", error);
  }
  return parseDeployment(json);
}

function wrongSetting(what: string, cause?: unknown): HistoryError {
  return new HistoryError({
    code: "HIST-804",
    summary: `The history server cannot start: ${what}.`,
    next: "Correct the setting; --help lists them all.",
    cause,
  });
}
