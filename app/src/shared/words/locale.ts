// SPDX-License-Identifier: Apache-2.0

/** Languages of the shell. In Arabic the frame of the page is Arabic and the pages themselves are English. */
export const LANGUAGES = ["en", "fr", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];
export type PageLanguage = Exclude<Language, "ar">;

const STORED_AS = "annona.language";
/** British English: days before months, as in the field's other papers. */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", fr: "fr-FR", ar: "ar" };

/** The language of header, navigation and footer: the reader's own choice or else the first of the browser's that is known. */
export const LANGUAGE: Language = chosenLanguage() ?? browserLanguage() ?? "en";
/** The language of the pages. */
export const PAGE_LANGUAGE: PageLanguage = LANGUAGE === "ar" ? "en" : LANGUAGE;
/** For numbers, dates and lists of the pages. */
export const LOCALE = LOCALES[PAGE_LANGUAGE];
/** For numbers and dates in the shell. */
export const SHELL_LOCALE = LOCALES[LANGUAGE];
export const SHELL_DIRECTION = LANGUAGE === "ar" ? "rtl" : "ltr";

/** Remember another language and read the page anew in it: words are loaded once, before anything is drawn. */
export function chooseLanguage(language: Language): void {
  window.localStorage.setItem(STORED_AS, language);
  window.location.reload();
}

function known(tag: string | null | undefined): Language | undefined {
  const [base] = tag?.toLowerCase().split("-") ?? [];
  return LANGUAGES.find((language) => language === base);
}

/** Undefined outside of a page (workers, tests) and in windows where storage is forbidden. */
function chosenLanguage(): Language | undefined {
  if (typeof window === "undefined") return undefined;
  try {
    return known(window.localStorage.getItem(STORED_AS));
  } catch {
    // Storage is forbidden in some private windows: the browser's languages decide.
    return undefined;
  }
}

function browserLanguage(): Language | undefined {
  if (typeof window === "undefined") return undefined;
  return window.navigator.languages.map(known).find((language) => language !== undefined);
}
