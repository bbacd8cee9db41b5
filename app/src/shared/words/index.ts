// SPDX-License-Identifier: Apache-2.0

export { words } from "./common.ts";
export { labelOf } from "./labelOf.ts";
export {
  CONSOLE_LANGUAGE,
  chooseLanguage,
  isOtherLanguage,
  LANGUAGE,
  LANGUAGES,
  type Language,
  LOCALE,
  PAGE_DIRECTION,
  PAGE_LANGUAGE,
  SHELL_DIRECTION,
  SHELL_LOCALE,
} from "./locale.ts";
export { type PluralForms, plural } from "./plural.ts";
export { publicWordsOf, shellWordsOf, wordsOf } from "./wordsOf.ts";
