// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";
import { readConfig, USAGE } from "./config.ts";
import { startOfficeServer } from "./server.ts";

const log = (line: string): void => void process.stdout.write(`${line}\n`);

/** Run until the process is asked to stop. */
async function main(): Promise<void> {
  const options = readConfig(process.argv.slice(2), process.env);
  if (options === undefined) return log(USAGE);
  const server = await startOfficeServer({ ...options, log });
  log(`office: serving ${server.url}`);
  const stop = (): void => {
    process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
    server.stop().catch(fail);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

function fail(error: unknown): void {
  // Messages of libraries may hold addresses with keys; only our own are fit to be shown.
  const text =
    error instanceof AnnonaError ? `${error.code}: ${error.message}` : "OFFICE-501: unexpected error";
  process.stderr.write(`office: ${text}\n`);
  process.exitCode = 1;
}

main().catch(fail);
