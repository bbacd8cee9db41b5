// SPDX-License-Identifier: Apache-2.0

import { wordsOf } from "../../../shared/words/index.ts";
import type en from "./en.ts";

export const words = await wordsOf<typeof en>({ en: () => import("./en.ts"), fr: () => import("./fr.ts") });
