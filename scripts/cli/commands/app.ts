// SPDX-License-Identifier: Apache-2.0
import { join } from "node:path";
import type { Command } from "commander";
import { publishApp } from "#scripts/app/publish.ts";
import { readConsoleConfig } from "#scripts/app/readConfig.ts";
import { originsOf } from "#sdk/console/index.ts";
import { offline } from "../command.ts";
import { PROJECT, pathOf } from "../settings.ts";

export function appCommands(app: Command): void {
  const publish = app
    .command("publish")
    .description("copy the built app, with the configuration of one console")
    .requiredOption("--config <file>", "chain, servers, organisation and contracts of the console, as JSON")
    .requiredOption("--out <folder>", "what the web server hands out; replaced")
    .option("--app <folder>", "built app (default: app/dist)");
  offline(publish, async (_, __, { config: file, out, app: built }) => {
    const config = await readConsoleConfig(pathOf(String(file)));
    const folder = pathOf(String(out));
    const from = built === undefined ? join(PROJECT, "app", "dist") : pathOf(String(built));
    await publishApp({ app: from, config, out: folder });
    const servers = originsOf(config);
    return {
      data: { folder, servers },
      lines: [`Published to ${folder}. Its pages talk to their own origin and to: ${servers.join(", ")}.`],
    };
  });
}
