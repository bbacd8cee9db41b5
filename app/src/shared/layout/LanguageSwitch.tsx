// SPDX-License-Identifier: Apache-2.0

import { NativeSelect } from "@mantine/core";
import { chooseLanguage, LANGUAGE, LANGUAGES, type Language } from "../words/index.ts";
import classes from "./Shell.module.css";
import { shellWords } from "./words/index.ts";

/** Each language by its own name, so that whoever needs it can read it. */
const NAMES: Readonly<Record<Language, string>> = { en: "English", fr: "Français", ar: "العربية" };

export function LanguageSwitch() {
  return (
    <NativeSelect
      className={classes.language}
      size="xs"
      aria-label={shellWords.language}
      value={LANGUAGE}
      data={LANGUAGES.map((language) => ({ value: language, label: NAMES[language] }))}
      onChange={({ currentTarget: { value } }) => chooseLanguage(value as Language)}
    />
  );
}
