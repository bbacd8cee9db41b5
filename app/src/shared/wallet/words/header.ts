// SPDX-License-Identifier: Apache-2.0

import { shellWordsOf } from "../../words/index.ts";
import type { HeaderWords } from "./en.ts";

export const headerWords = await shellWordsOf<HeaderWords>({
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  ar: () => import("./ar.ts"),
});
