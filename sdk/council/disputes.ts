// SPDX-License-Identifier: Apache-2.0

import type { Suite } from "#sdk/agency/suite.ts";
import { type AgreementHandle, listAgreements } from "#sdk/agreements/handle.ts";
import { MILESTONE_STATES } from "#sdk/agreements/names.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { CouncilBook } from "./book.ts";

/** A disputed milestone of which the council is the arbiter. */
export interface CouncilDispute {
  readonly agreement: AgreementHandle;
  readonly milestone: number;
  /** What is split between the two sides. */
  readonly disputed: Amount;
  /** Unix seconds; afterwards the default of the terms applies. */
  readonly decideBy: number;
}

/** What waits for the council as the arbiter that an agreement's own terms name. */
export async function readDisputes(suite: Suite, book: CouncilBook): Promise<CouncilDispute[]> {
  const agreements = await listAgreements(suite);
  const found = await Promise.all(agreements.map((agreement) => disputesIn(book, agreement)));
  return found.flat();
}

async function disputesIn(book: CouncilBook, agreement: AgreementHandle): Promise<CouncilDispute[]> {
  const ids = Array.from({ length: Number(await agreement.contract.milestones()) }, (_, i) => i + 1);
  const read = await Promise.all(ids.map((id) => disputeAt(book, agreement, id)));
  return read.flatMap((dispute) => (dispute === undefined ? [] : [dispute]));
}

async function disputeAt(
  { council }: CouncilBook,
  agreement: AgreementHandle,
  milestone: number,
): Promise<CouncilDispute | undefined> {
  const view = await agreement.contract.milestoneOf(milestone);
  if (MILESTONE_STATES[Number(view.state)] !== "Disputed") return undefined;
  // The arbiter is that of the terms under which the milestone was submitted.
  const { arbiter } = await agreement.contract.conductOf(view.termsVersion);
  if (arbiter.toLowerCase() !== council.toLowerCase()) return undefined;
  return {
    agreement,
    milestone,
    disputed: amountOf(view.claimed - view.authorised),
    decideBy: Number(view.periodEndsAt),
  };
}
