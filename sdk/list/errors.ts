// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "../errors/index.ts";

/**
 * Why a list, a payload or a key cannot be used. Problems by cell of an import are data, not errors; these
 * are raised. A code is never reused for something else.
 */
export const LIST_ERRORS = {
  emptyList: [
    "LIST-501",
    "The list has no households.",
    "Import a list in which at least one row is accepted.",
  ],
  accountRepeated: [
    "LIST-502",
    "An account stands in the list twice.",
    "Remove one of the two entries; each account can have one entitlement in a cycle.",
  ],
  amountOutOfRange: [
    "LIST-503",
    "An amount of the list is zero, negative or larger than an entitlement can be.",
    "Correct the list and commit it again.",
  ],
  malformedPayload: [
    "LIST-504",
    "A chunk of the list is damaged: its entries are not whole, not ascending or without an amount.",
    "Build the chunks again from the list, or read them again from the chain.",
  ],
  malformedNamelessList: [
    "LIST-505",
    "The nameless list cannot be read.",
    "Export it again where the list was committed; it must not be edited.",
  ],
  badKey: [
    "LIST-506",
    "The consortium key does not have 32 bytes.",
    "Load the key file that the consortium handed out, complete and unchanged.",
  ],
  wrongKey: [
    "LIST-507",
    "The consortium key is not the one that the accounts were opened with.",
    "Load the key of the version that is in force; with another key every household would get a second account.",
  ],
  badNamespace: [
    "LIST-508",
    "The namespace of the identifiers is not valid.",
    'Use the name that the consortium agreed on, in lower-case letters, digits and dashes, such as "national-id".',
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export class ListError extends AnnonaError {
  override readonly name = "ListError";
}

/** @param details For the developer; no personal data. */
export function listError(name: keyof typeof LIST_ERRORS, details?: string): ListError {
  const [code, summary, next] = LIST_ERRORS[name];
  return new ListError({ code, summary, next, ...(details === undefined ? {} : { details }) });
}
