// SPDX-License-Identifier: Apache-2.0

import { councilWords } from "../../../shared/council/index.ts";
import { wordsOf } from "../../../shared/words/index.ts";
import type { Words } from "./en.ts";

/** Words of the room, and those that it shares with the page for everybody. */
export const words = {
  ...councilWords,
  ...(await wordsOf<Words>({ en: () => import("./en.ts"), fr: () => import("./fr.ts") })),
};
