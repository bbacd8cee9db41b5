// SPDX-License-Identifier: Apache-2.0

import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const APP = fileURLToPath(new URL("../../../../app/src/", import.meta.url));
/** Stands for whatever a sentence is filled in with. */
const FILLED = "\u00a7";
const MOST_GAPS = 8;
/** Two words at least: a single one may be the same in both languages. */
const TELLING = /\p{L}{2,}[ ,.:;]+\p{L}{2,}/u;

/** The texts of a language: what stands whole, and the telling parts of sentences that are filled in. */
interface Texts {
  readonly whole: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
}

/**
 * Tells English texts of the app: a text that stands in the English words and not in the other language's, or that holds a part of an
 * English sentence.
 */
export async function englishLeftIn(language: "fr"): Promise<(text: string) => boolean> {
  const english = await textsOf("en");
  const other = await textsOf(language);
  const parts = [...english.parts].filter((part) => !other.parts.has(part) && !other.whole.has(part));
  return (text) =>
    (english.whole.has(text) && !other.whole.has(text)) || parts.some((part) => text.includes(part));
}

async function textsOf(language: string): Promise<Texts> {
  const found = { whole: new Set<string>(), parts: new Set<string>() };
  for (const file of globSync("**/words/en.ts", { cwd: APP })) {
    collect(await defaultOf(join(APP, dirname(file), `${language}.ts`)), found);
  }
  return found;
}

async function defaultOf(file: string): Promise<unknown> {
  const module = (await import(pathToFileURL(file).href)) as { default: unknown };
  return module.default;
}

type Fill = (...given: readonly string[]) => unknown;

function collect(words: unknown, found: { whole: Set<string>; parts: Set<string> }): void {
  if (typeof words === "string") found.whole.add(words);
  else if (typeof words === "function") {
    const sentence = (words as Fill)(...Array.from({ length: MOST_GAPS }, () => FILLED));
    for (const part of String(sentence).split(FILLED)) if (TELLING.test(part)) found.parts.add(part.trim());
  } else if (typeof words === "object" && words !== null) {
    for (const part of Object.values(words)) collect(part, found);
  }
}
