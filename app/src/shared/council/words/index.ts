// SPDX-License-Identifier: Apache-2.0

import { publicWordsOf } from "../../words/index.ts";
import type { Words } from "./en.ts";

/** What the council does and how its proposals stand, for everybody. */
export const words = await publicWordsOf<Words>({
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  ar: () => import("./ar.ts"),
});
