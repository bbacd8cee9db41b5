// SPDX-License-Identifier: Apache-2.0

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Deployment, parseDeployment } from "#sdk/bindings/deployments.ts";

/** How a server refuses a setting: what is wrong, as the end of a sentence. */
export type RefuseSetting = (problem: string, cause?: unknown) => Error;

/** Settings that every server has, by the names of their flags. */
export const commonSettings = {
  deployment: z.string({ error: "is missing" }).min(1, "is missing"),
  "rpc-url": z
    .url({ protocol: /^https?$/, error: "is not an http address" })
    .default("http://127.0.0.1:8545"),
  host: z.string().min(1).default("127.0.0.1"),
  "database-url": z
    .string()
    .regex(/^postgres(ql)?:\/\//, "is not a PostgreSQL address")
    .optional(),
};

/** A port, with the one that is usual for the server. */
export const portSetting = (usual: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, "is not a port")
    .transform(Number)
    .pipe(z.int().max(65_535, "is not a port"))
    .default(usual);

export interface SettingsSource {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly refuse: RefuseSetting;
}

/**
 * Read settings from flags, else from the environment (RPC_URL for --rpc-url), else defaults.
 * @returns undefined when help was asked for.
 * @throws what `refuse` makes, naming the setting that is missing or wrong.
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  { args, env, refuse }: SettingsSource,
): z.output<z.ZodObject<Shape>> | undefined {
  const names = Object.keys(shape);
  const flags = readFlags(args, names, refuse);
  if (flags.help === true) return undefined;
  const fromEnvironment = names.map((name) => [
    name,
    env[name.toUpperCase().replaceAll("-", "_")] || undefined,
  ]);
  const result = z.object(shape).safeParse({ ...Object.fromEntries(fromEnvironment), ...flags });
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw refuse(`--${String(issue?.path[0])} ${issue?.message}`);
}

function readFlags(args: readonly string[], names: readonly string[], refuse: RefuseSetting) {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  try {
    return parseArgs({
      args: [...args],
      options: { ...options, help: { type: "boolean" as const } },
      strict: true,
    }).values;
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : "a flag is not known", error);
  }
}

/** @throws what `refuse` makes for a file that is not JSON; AnnonaError DEPLOY-101 for JSON that is no deployment. */
export function readDeployment(file: string, refuse: RefuseSetting): Deployment {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw refuse("--deployment names no readable JSON file", error);
  }
  return parseDeployment(json);
}
