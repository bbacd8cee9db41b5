// SPDX-License-Identifier: Apache-2.0

import { wordsOf } from "../../words/index.ts";
import type en from "./en.ts";

export type Words = typeof en;

export const words = await wordsOf<Words>({ en: () => import("./en.ts"), fr: () => import("./fr.ts") });
