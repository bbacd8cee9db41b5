// SPDX-License-Identifier: Apache-2.0

import { pageKind } from "./pageKind.ts";

/** Pages for everybody and the frame are in all of them; of the console, in Arabic, only the frame is. */
export const LANGUAGES = ["en", "fr", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];
export type ConsoleLanguage = Exclude<Language, "ar">;

const STORED_AS = "annona.language";
/** British English: days before months, as in the field's other papers. */
const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", fr: "fr-FR", ar: "ar" };

/** The reader's language: of header, navigation, footer and the pages for everybody. Their own choice or else the browser's. */
export const LANGUAGE: Language = chosenLanguage() ?? browserLanguage() ?? "en";
/** The language of the console's pages. */
export const CONSOLE_LANGUAGE: ConsoleLanguage = LANGUAGE === "ar" ? "en" : LANGUAGE;
/** Which kind of page this document began with; words are loaded once, so that it stays with that kind (see the router). */
export const STARTED_AS = typeof window === "undefined" ? "console" : pageKind(window.location.pathname);
/** The language of the pages of this document. */
export const PAGE_LANGUAGE: Language = STARTED_AS === "console" ? CONSOLE_LANGUAGE : LANGUAGE;
export const PAGE_DIRECTION = directionOf(PAGE_LANGUAGE);
/** For numbers, dates and lists of the pages. */
export const LOCALE = LOCALES[PAGE_LANGUAGE];
/** For numbers and dates in the shell. */
export const SHELL_LOCALE = LOCALES[LANGUAGE];
export const SHELL_DIRECTION = directionOf(LANGUAGE);

/** Remember another language and read the page anew in it: words are loaded once, before anything is drawn. */
export function chooseLanguage(language: Language): void {
  window.localStorage.setItem(STORED_AS, language);
  window.location.reload();
}

/** Whether a page is in another language than this document: it has to be opened as a document of its own then. */
export function isOtherLanguage(pathname: string): boolean {
  return CONSOLE_LANGUAGE !== LANGUAGE && pageKind(pathname) !== STARTED_AS;
}

function directionOf(language: Language): "rtl" | "ltr" {
  return language === "ar" ? "rtl" : "ltr";
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
