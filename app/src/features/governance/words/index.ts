// SPDX-License-Identifier: Apache-2.0

import { publicWordsOf } from "../../../shared/words/index.ts";
import type { Words } from "./en.ts";

export const words = await publicWordsOf<Words>({
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  ar: () => import("./ar.ts"),
});
