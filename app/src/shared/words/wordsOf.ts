// SPDX-License-Identifier: Apache-2.0

import { CONSOLE_LANGUAGE, type ConsoleLanguage, LANGUAGE, type Language, PAGE_LANGUAGE } from "./locale.ts";

type Load<Words> = () => Promise<{ readonly default: Words }>;

/**
 * The words of a feature of the console; only those of one language are loaded. To be awaited at the top of the feature's
 * words/index.ts, so that everything that imports the words finds them there.
 * A words file imports nothing that has words itself: it would wait for itself.
 */
export async function wordsOf<Words>(
  loaders: Readonly<Record<ConsoleLanguage, Load<Words>>>,
): Promise<Words> {
  return (await loaders[CONSOLE_LANGUAGE]()).default;
}

/** As {@link wordsOf}, for pages for everybody and for what all pages share: in Arabic as well, where the pages are. */
export async function publicWordsOf<Words>(loaders: Readonly<Record<Language, Load<Words>>>): Promise<Words> {
  return (await loaders[PAGE_LANGUAGE]()).default;
}

/** As {@link wordsOf}, for the frame around the pages, which is in Arabic everywhere. */
export async function shellWordsOf<Words>(loaders: Readonly<Record<Language, Load<Words>>>): Promise<Words> {
  return (await loaders[LANGUAGE]()).default;
}
