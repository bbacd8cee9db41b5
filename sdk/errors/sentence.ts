// SPDX-License-Identifier: Apache-2.0

/**
 * One entry for every custom error of the contracts: what happened, and what to do next. `{name}` stands for
 * the error's argument of that name, `{name:time}` for a moment, `{name:text}` for ASCII in a bytes32,
 * `{name:role}` and the like for the word of an enum. Amounts are in the programme's smallest units.
 */
export type ContractSentence = readonly [summary: string, next: string];
