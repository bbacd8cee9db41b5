// SPDX-License-Identifier: Apache-2.0

import { publicWordsOf } from "../../words/index.ts";
import type { Words } from "./en.ts";

/** Words that several pages for donors share. */
export const donorWords = await publicWordsOf<Words>({
  en: async () => (await import("../../words/frame.en.ts")).donor,
  fr: async () => (await import("../../words/frame.fr.ts")).donor,
  ar: async () => (await import("../../words/frame.ar.ts")).donor,
});
