// SPDX-License-Identifier: Apache-2.0

import type { ErrorText } from "#sdk/errors/index.ts";
import { LOCALE, PAGE_LANGUAGE } from "../words/locale.ts";
import type { FrenchSentences } from "./french/sentence.ts";

export type ErrorValues = Readonly<Record<string, string>>;

const NONE: FrenchSentences = {};
const sentences = await loadSentences();

async function loadSentences(): Promise<FrenchSentences> {
  if (PAGE_LANGUAGE === "fr") return (await import("./french/index.ts")).default;
  if (PAGE_LANGUAGE === "ar") return (await import("./arabic/index.ts")).default;
  return NONE;
}

/** Whether an error is shown in English on a page of another language, so that it has to say so. */
export function isEnglishOnly(code: string): boolean {
  return PAGE_LANGUAGE === "ar" && sentences[code] === undefined && !AMONG_THE_WORDS.test(code);
}

/** Their sentences stand among the words of their page. */
const AMONG_THE_WORDS = /^APP-4|^READY-/;

/** An error's words in the language of the pages, as far as there are any; otherwise the English ones that it came with. */
export function translated<Text extends ErrorText>(text: Text, values?: ErrorValues): Text {
  return translate(sentences, text, values);
}

/** As {@link translated}, with given sentences. A sentence of which a value is not known is not used. */
export function translate<Text extends ErrorText>(
  from: FrenchSentences,
  text: Text,
  values?: ErrorValues,
): Text {
  const [summary, next, pattern] = from[text.code] ?? [];
  if (summary === undefined || next === undefined) return text;
  const known = values ?? pattern?.exec(`${text.summary} ${text.next}`)?.groups ?? {};
  const filled = [fill(summary, known), fill(next, known)] as const;
  if (filled[0] === undefined || filled[1] === undefined) return text;
  return { ...text, summary: filled[0], next: filled[1] };
}

const moments = new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeStyle: "short" });

function fill(template: string, values: ErrorValues): string | undefined {
  let isWhole = true;
  const text = template.replace(/\{(\w+)(:time)?\}/g, (_, name: string, time: string | undefined) => {
    const value = values[name];
    if (value === undefined) isWhole = false;
    return value === undefined || time === undefined ? (value ?? "") : moments.format(Number(value) * 1000);
  });
  return isWhole ? text : undefined;
}
