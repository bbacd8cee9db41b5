// SPDX-License-Identifier: Apache-2.0

import { publicWordsOf } from "../../words/index.ts";
import type { Words } from "./en.ts";

export const words = await publicWordsOf<Words>({
  en: async () => (await import("../../words/frame.en.ts")).exports,
  fr: async () => (await import("../../words/frame.fr.ts")).exports,
  ar: async () => (await import("../../words/frame.ar.ts")).exports,
});
