// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { CliError } from "./CliError.ts";

/** The project's folder. */
export const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Options that every command takes, and where their values come from otherwise. */
export interface GlobalOptions {
  readonly rpc?: string;
  readonly deployments?: string;
  readonly keys?: string;
  readonly consortiumKey?: string;
  readonly programme?: string;
  readonly as?: string;
  readonly json?: boolean;
}

export interface Settings {
  readonly rpc: string;
  readonly deployments: string;
  readonly keys: string;
  readonly consortiumKey: string;
  readonly programme: string | undefined;
  readonly as: string | undefined;
  readonly json: boolean;
}

/** Folder for what belongs to this machine alone: the local chain, its history, the demonstration's keys. */
export function homeFolder(): string {
  return process.env.ANNONA_HOME ?? join(PROJECT, ".annona");
}

/** Folder of the deployment files; beside everything else where another home was chosen. */
export function deploymentsFolder(): string {
  const { ANNONA_DEPLOYMENTS, ANNONA_HOME } = process.env;
  return ANNONA_DEPLOYMENTS ?? join(ANNONA_HOME ?? PROJECT, "deployments");
}

/** Address of the chain that npm start runs, on whichever port. */
function localChain(): string {
  const file = join(homeFolder(), "chain", "running.json");
  if (!existsSync(file)) return "http://127.0.0.1:8545";
  return runningSchema.parse(JSON.parse(readFileSync(file, "utf8"))).chainUrl;
}

/** What a start writes down about itself, as far as the command line asks. */
const runningSchema = z.object({ chainUrl: z.string() });

/** Options first, then the environment, then what the demonstration uses. */
export function settingsOf(options: GlobalOptions): Settings {
  const { env } = process;
  const demo = join(homeFolder(), "demo");
  return {
    rpc: options.rpc ?? env.ANNONA_RPC ?? localChain(),
    deployments: pathOf(options.deployments) ?? deploymentsFolder(),
    keys: pathOf(options.keys) ?? env.ANNONA_KEYS ?? join(demo, "keys.json"),
    consortiumKey: pathOf(options.consortiumKey) ?? env.ANNONA_CONSORTIUM_KEY ?? join(demo, "consortium.key"),
    programme: options.programme ?? env.ANNONA_PROGRAMME,
    as: options.as,
    json: options.json ?? false,
  };
}

/** A path as the user means it: from the folder the command was called in. */
export function pathOf<T extends string | undefined>(path: T): T {
  return (path === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), path)) as T;
}

/**
 * The bytes of a file that the user names.
 * @throws CliError CLI-103 when it cannot be read.
 */
export async function readUserFile(path: string): Promise<Uint8Array> {
  try {
    return await readFile(pathOf(path));
  } catch (error) {
    throw new CliError("fileMissing", { file: path }, error);
  }
}

/**
 * The consortium's secret, 32 bytes in hex in a file.
 * @throws CliError CLI-204 without a file, CLI-205 when it holds something else.
 */
export async function readConsortiumKey(file: string): Promise<Uint8Array> {
  if (!existsSync(file)) throw new CliError("noConsortiumKey");
  const text = (await readFile(file, "utf8")).trim().replace(/^0x/, "");
  if (!/^[0-9a-fA-F]{64}$/.test(text)) throw new CliError("badConsortiumKey");
  return Uint8Array.from(Buffer.from(text, "hex"));
}
