// SPDX-License-Identifier: Apache-2.0

import { chooseLanguage, LANGUAGE, LANGUAGES, type Language } from "../words/index.ts";
import classes from "./Shell.module.css";
import { shellWords } from "./words/index.ts";

/** Each language by its own name, so that whoever needs it can read it. */
const NAMES: Readonly<Record<Language, string>> = { en: "English", fr: "Français", ar: "العربية" };

/** A plain select: the library's fields would come to every page with it. */
export function LanguageSwitch() {
  return (
    <span className={classes.language}>
      <select
        aria-label={shellWords.language}
        value={LANGUAGE}
        onChange={({ currentTarget: { value } }) => chooseLanguage(value as Language)}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {NAMES[language]}
          </option>
        ))}
      </select>
    </span>
  );
}
