// SPDX-License-Identifier: Apache-2.0

/**
 * A French error text: what happened, what to do next. `{name}` stands for a value of the error, `{name:time}` for a moment. Errors of
 * contracts bring their values along; of others the third element finds them in the English sentences.
 */
export type FrenchSentence = readonly [summary: string, next: string, values?: RegExp];

export type FrenchSentences = Readonly<Record<string, FrenchSentence>>;
