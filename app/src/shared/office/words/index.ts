// SPDX-License-Identifier: Apache-2.0

import { wordsOf } from "../../words/index.ts";
import type { Words } from "./en.ts";

export const words = await wordsOf<Words>({ en: () => import("./en.ts"), fr: () => import("./fr.ts") });
