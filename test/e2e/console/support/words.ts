// SPDX-License-Identifier: Apache-2.0

import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const APP = fileURLToPath(new URL("../../../../app/src/", import.meta.url));

/** Every English sentence or word of the app that another language says differently, and that it does not also use. */
export async function foreignWords(language: "fr"): Promise<ReadonlySet<string>> {
  const english = new Set<string>();
  const other = new Set<string>();
  for (const file of globSync("**/words/en.ts", { cwd: APP })) {
    const folder = join(APP, dirname(file));
    for (const text of textsOf(await defaultOf(join(folder, "en.ts")))) english.add(text);
    for (const text of textsOf(await defaultOf(join(folder, `${language}.ts`)))) other.add(text);
  }
  return english.difference(other);
}

async function defaultOf(file: string): Promise<unknown> {
  const module = (await import(pathToFileURL(file).href)) as { default: unknown };
  return module.default;
}

/** All texts in an object; sentences with something to fill in are left out. */
function* textsOf(words: unknown): Generator<string> {
  if (typeof words === "string") yield words;
  else if (typeof words === "object" && words !== null) for (const part of Object.values(words)) yield* textsOf(part);
}
