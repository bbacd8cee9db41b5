// SPDX-License-Identifier: Apache-2.0

import { LANGUAGE, type Language, PAGE_LANGUAGE, type PageLanguage } from "./locale.ts";

type Load<Words> = () => Promise<{ readonly default: Words }>;

/**
 * The words of a feature in the language of the pages; only that language is loaded. To be awaited at the top of the feature's
 * words/index.ts, so that everything that imports the words finds them there.
 * A words file imports nothing that has words itself: it would wait for itself.
 */
export async function wordsOf<Words>(loaders: Readonly<Record<PageLanguage, Load<Words>>>): Promise<Words> {
  return (await loaders[PAGE_LANGUAGE]()).default;
}

/** As {@link wordsOf}, for the frame around the pages, which is in Arabic as well. */
export async function shellWordsOf<Words>(loaders: Readonly<Record<Language, Load<Words>>>): Promise<Words> {
  return (await loaders[LANGUAGE]()).default;
}
