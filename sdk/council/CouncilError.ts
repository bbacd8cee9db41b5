// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";

/** Errors of the council's work. A number is never reused for something else; words in braces are filled in. */
const COUNCIL_ERRORS = {
  noCouncil: [
    "COUNCIL-101",
    "This consortium is governed by an address that is no council, so there is nothing to vote on.",
    "Ask whoever holds that address; a council takes over when it is named in its place.",
  ],
  noSuchProposal: [
    "COUNCIL-102",
    "The council has no proposal {proposal}.",
    "Choose one of the proposals in the council room.",
  ],
  notASignature: [
    "COUNCIL-201",
    "This is not a signed approval: {field} is missing or wrong.",
    "Paste the whole text, or choose the file, that the member's page gave.",
  ],
  otherSignature: [
    "COUNCIL-202",
    "This approval was signed for something else: {field} differs.",
    "Ask the member to open this very proposal and to sign it anew.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

export type CouncilErrorName = keyof typeof COUNCIL_ERRORS;

/** Something that a member asked for is not there or does not fit. */
export class CouncilError extends AnnonaError {
  override readonly name: string = "CouncilError";

  constructor(name: CouncilErrorName, facts: Readonly<Record<string, string | number>> = {}) {
    const [code, summary, next] = COUNCIL_ERRORS[name];
    super({ code, summary: fill(summary, facts), next });
  }
}

function fill(template: string, facts: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ""));
}
