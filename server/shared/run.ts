// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";

/** A server as a program of its own. */
interface Program<Options> {
  /** Begins every line that it prints. */
  readonly name: string;
  /** Code of the error that nobody foresaw. */
  readonly unexpected: string;
  readonly usage: string;
  /** Undefined where only the usage was asked for. */
  readonly readConfig: (args: string[], env: NodeJS.ProcessEnv) => Options | undefined;
  readonly start: (
    options: Options & { readonly log: (line: string) => void },
  ) => Promise<{ readonly url: string; stop(): Promise<void> }>;
}

/** Run until the process is asked to stop. */
export async function runServer<Options extends object>(program: Program<Options>): Promise<void> {
  const { name, unexpected } = program;
  const fail = (error: unknown): void => {
    // Messages of libraries may hold addresses with keys; only our own are fit to be shown.
    const text =
      error instanceof AnnonaError ? `${error.code}: ${error.message}` : `${unexpected}: unexpected error`;
    process.stderr.write(`${name}: ${text}\n`);
    process.exitCode = 1;
  };
  await serve(program, fail).catch(fail);
}

async function serve<Options extends object>(
  { name, usage, readConfig, start }: Program<Options>,
  fail: (error: unknown) => void,
): Promise<void> {
  const log = (line: string): void => void process.stdout.write(`${line}\n`);
  const options = readConfig(process.argv.slice(2), process.env);
  if (options === undefined) return log(usage);
  const server = await start({ ...options, log });
  log(`${name}: serving ${server.url}`);
  const stop = (): void => {
    process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
    server.stop().catch(fail);
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
}
