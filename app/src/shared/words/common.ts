// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";
import { publicWordsOf } from "./wordsOf.ts";

/** Words that all pages share. */
export const words = await publicWordsOf<Words>({
  en: async () => (await import("./frame.en.ts")).common,
  fr: async () => (await import("./frame.fr.ts")).common,
  ar: async () => (await import("./frame.ar.ts")).common,
});
