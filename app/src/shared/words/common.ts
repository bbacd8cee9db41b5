// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";
import { publicWordsOf } from "./wordsOf.ts";

/** Words that all pages share. */
export const words = await publicWordsOf<Words>({
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  ar: () => import("./ar.ts"),
});
