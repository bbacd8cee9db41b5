// SPDX-License-Identifier: Apache-2.0

import { shellWordsOf } from "../../words/index.ts";
import type { Words } from "./en.ts";

export const shellWords = await shellWordsOf<Words>({
  en: async () => (await import("../../words/frame.en.ts")).shell,
  fr: async () => (await import("../../words/frame.fr.ts")).shell,
  ar: async () => (await import("../../words/frame.ar.ts")).shell,
});
