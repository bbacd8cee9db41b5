// SPDX-License-Identifier: Apache-2.0

import { LOCALE } from "./locale.ts";

const rules = new Intl.PluralRules(LOCALE);

/** Forms of a word or sentence by number. English and French need no others than these two; Arabic has up to six. */
export interface PluralForms<Form = string> {
  readonly zero?: Form;
  readonly one: Form;
  readonly two?: Form;
  readonly few?: Form;
  readonly many?: Form;
  readonly other: Form;
}

/** The form that goes with a number in the language of the pages: `plural(n, { one: "1 list", other: `${n} lists` })`. */
export function plural<Form>(count: number | bigint, forms: PluralForms<Form>): Form {
  // Only whole numbers are counted; beyond the safe ones the form is the same.
  return forms[rules.select(Number(count))] ?? forms.other;
}
