// SPDX-License-Identifier: Apache-2.0

/** ISO 4217 for "no currency": no contract says what a token stands for. */
export const NO_CURRENCY = "XXX";
