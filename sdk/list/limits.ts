// SPDX-License-Identifier: Apache-2.0

const MB = 1_000_000;

/** Largest file that is read. A million households with twenty columns have about as much. */
export const MAX_FILE_BYTES = 150 * MB;

/**
 * Largest factor of a value, and largest household: a telephone number in the wrong column must not become
 * money.
 */
export const MAX_TIMES = 1_000;
export const MAX_HOUSEHOLD_SIZE = 1_000;

/** Letters and digits of a normalised identifier. */
export const MAX_IDENTIFIER_LENGTH = 64;
