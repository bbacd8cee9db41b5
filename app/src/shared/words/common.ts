// SPDX-License-Identifier: Apache-2.0

import type { Words } from "./en.ts";
import { wordsOf } from "./wordsOf.ts";

/** Words that all pages share. */
export const words = await wordsOf<Words>({ en: () => import("./en.ts"), fr: () => import("./fr.ts") });
