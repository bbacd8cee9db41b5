// SPDX-License-Identifier: Apache-2.0

import { type ConsoleConfig, parseConsoleConfig } from "#sdk/console/config.ts";
import { takeEarly } from "../early/earlyAnswers.ts";
import { configError } from "./errors.ts";

const FILE = "/config.json";

let loaded: ConsoleConfig | undefined;

/**
 * Read the file that tells this console its surroundings. Before the first render.
 * @throws AppError CONFIG-101 when there is no file, CONFIG-102 when it is no JSON; AnnonaError CONFIG-103, CONFIG-104.
 */
export async function loadConfig(): Promise<ConsoleConfig> {
  loaded = parseConsoleConfig(await readFile());
  return loaded;
}

/** The surroundings of this console: chain, servers, organisation, contracts. Only after {@link loadConfig}. */
export function config(): ConsoleConfig {
  if (loaded === undefined) throw new Error("config() was called before the configuration was loaded");
  return loaded;
}

async function readFile(): Promise<unknown> {
  const response = await (takeEarly(FILE) ?? fetch(FILE, { cache: "no-cache" })).catch((cause: unknown) => {
    throw configError("missing", cause);
  });
  if (!response.ok) throw configError("missing");
  try {
    return await response.json();
  } catch (cause) {
    throw configError("notJson", cause);
  }
}
