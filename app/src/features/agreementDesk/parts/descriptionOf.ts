// SPDX-License-Identifier: Apache-2.0

import type { Milestone, TermsHistory } from "#sdk/agreements/index.ts";

/**
 * Hash of the text that says what a milestone asks for. The contract forgets it when something is submitted; the signed terms of that
 * version have it for ever.
 */
export function descriptionOf(
  { signed }: TermsHistory,
  { milestone, description, termsVersion }: Pick<Milestone, "milestone" | "description" | "termsVersion">,
): string | undefined {
  if (description !== undefined) return description;
  const version = signed.find(({ terms }) => terms.version === termsVersion) ?? signed.at(-1);
  return version?.terms.milestones[milestone - 1]?.description;
}
