// SPDX-License-Identifier: Apache-2.0

import type { Check } from "./types.ts";

export const regex =
  (pattern: RegExp, message = `is not of the form ${pattern.source}`): Check<string> =>
  (text) =>
    pattern.test(text) ? undefined : message;

export const minLength =
  (least: number): Check<string> =>
  ({ length }) =>
    length >= least ? undefined : `is shorter than ${least}`;

export const maxLength =
  (most: number): Check<string> =>
  ({ length }) =>
    length <= most ? undefined : `is longer than ${most}`;

export const positive = (): Check<number> => (value) => (value > 0 ? undefined : "is not above zero");
export const nonnegative = (): Check<number> => (value) => (value >= 0 ? undefined : "is below zero");
