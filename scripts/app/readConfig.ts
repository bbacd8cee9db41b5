// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";
import { type ConsoleConfig, parseConsoleConfig } from "#sdk/console/index.ts";
import { publishError } from "./PublishError.ts";

/**
 * Read the configuration of a console that is to be published.
 * @throws AnnonaError CONFIG-203 when it cannot be read, CONFIG-103 or CONFIG-104 when it does not fit.
 */
export async function readConsoleConfig(file: string): Promise<ConsoleConfig> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw publishError("unreadable", { file }, error);
  }
  return parseConsoleConfig(json);
}
