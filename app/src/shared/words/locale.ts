// SPDX-License-Identifier: Apache-2.0

/** The language of the words in this folder, for numbers and dates to match. */
export const LOCALE = "en-GB";
