// SPDX-License-Identifier: Apache-2.0

import { shellWordsOf } from "../../words/index.ts";
import type { Words } from "./en.ts";

/** What is said in the header, which is in Arabic as well. */
export type HeaderWords = Omit<
  Words,
  "needsSession" | "needsWallet" | "noOffice" | "signInHere" | "statement"
>;

export const headerWords = await shellWordsOf<HeaderWords>({
  en: () => import("./en.ts"),
  fr: () => import("./fr.ts"),
  ar: () => import("./ar.ts"),
});
