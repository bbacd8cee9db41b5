// SPDX-License-Identifier: Apache-2.0

import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { type ConsoleConfig, contentPolicy, originsOf } from "#sdk/console/index.ts";
import { publishError } from "./PublishError.ts";

export interface PublishOptions {
  /** Folder of the built app. */
  readonly app: string;
  readonly config: ConsoleConfig;
  /** Folder for a web server; what is in it is replaced. */
  readonly out: string;
  /** Further files beside config.json, by name; their content becomes JSON. */
  readonly files?: Readonly<Record<string, unknown>>;
}

/** What the build writes into every page; replaced by the policy of one console. */
const POLICY_TAG = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/;

/**
 * Make the folder that a web server hands out: the built app, the configuration of one console, and a content policy that names its servers
 * and no others.
 * @throws PublishError CONFIG-201 when the app is not built, CONFIG-202 for an output folder that holds something else.
 */
export async function publishApp({ app, config, out, files = {} }: PublishOptions): Promise<void> {
  const page = join(app, "index.html");
  if (!existsSync(page)) throw publishError("notBuilt", { folder: app });
  await requireReplaceable(out);
  const html = await readFile(page, "utf8");
  if (!POLICY_TAG.test(html)) throw publishError("notBuilt", { folder: app });

  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await cp(app, out, { recursive: true });
  const policy = contentPolicy(originsOf(config));
  await writeCompressed(
    join(out, "index.html"),
    html.replace(POLICY_TAG, (_, before: string, after: string) => before + policy + after),
  );
  for (const [name, content] of Object.entries({ ...files, "config.json": config })) {
    await writeFile(join(out, name), `${JSON.stringify(content, undefined, 2)}\n`);
  }
}

/** Only what was published here before is thrown away. */
async function requireReplaceable(out: string): Promise<void> {
  const holdsOtherThings = existsSync(out) && !existsSync(join(out, "config.json"));
  if (holdsOtherThings) throw publishError("notOurs", { folder: resolve(out) });
}

/** A page and its compressed copies: a server prefers those, so that they must say the same. */
async function writeCompressed(file: string, text: string): Promise<void> {
  await writeFile(file, text);
  await writeFile(`${file}.br`, brotliCompressSync(text));
  await writeFile(`${file}.gz`, gzipSync(text, { level: 9 }));
}
