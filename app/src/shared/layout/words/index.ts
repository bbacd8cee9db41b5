// SPDX-License-Identifier: Apache-2.0

import { shellWordsOf } from "../../words/index.ts";
import type { Words } from "./en.ts";

export const shellWords = await shellWordsOf<Words>({
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  ar: () => import("./ar.ts"),
});
