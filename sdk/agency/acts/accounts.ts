// SPDX-License-Identifier: Apache-2.0

import { ZeroHash } from "ethers";
import { CLOSING_REASONS } from "#sdk/history/names.ts";
import type { Commitment } from "#sdk/list/index.ts";
import { AgencyError } from "../AgencyError.ts";
import { ACCOUNTS } from "../faces.ts";

export type ClosingReason = (typeof CLOSING_REASONS)[number];

/** An account that is closed, and the one that its household goes on with, if any. */
export interface Closing {
  readonly commitment: Commitment;
  readonly reason: ClosingReason;
  readonly successor?: Commitment;
}

/** A household's known commitment and another one for it. */
export interface AccountLink {
  readonly known: Commitment;
  readonly added: Commitment;
}

/** Close accounts. @throws AgencyError AGENCY-302 for none. */
export function closeAccounts(organisation: number, closings: readonly Closing[]): string {
  requireAny(closings);
  const structs = closings.map(({ commitment, reason, successor }) => ({
    commitment,
    reason: CLOSING_REASONS.indexOf(reason),
    successor: successor ?? ZeroHash,
  }));
  return ACCOUNTS.encodeFunctionData("closeAccounts", [organisation, structs]);
}

/** Undo closings. @throws AgencyError AGENCY-302 for none. */
export function reopenAccounts(organisation: number, commitments: readonly Commitment[]): string {
  requireAny(commitments);
  return ACCOUNTS.encodeFunctionData("reopenAccounts", [organisation, [...commitments]]);
}

/** Give households second commitments. @throws AgencyError AGENCY-302 for none. */
export function linkAccounts(organisation: number, links: readonly AccountLink[]): string {
  requireAny(links);
  return ACCOUNTS.encodeFunctionData("linkAccounts", [organisation, [...links]]);
}

/** Move accounts to commitments under a newer consortium key. @throws AgencyError AGENCY-302 for none. */
export function rebindAccounts(
  organisation: number,
  links: readonly AccountLink[],
  keyVersion: number,
): string {
  requireAny(links);
  return ACCOUNTS.encodeFunctionData("rebindAccounts", [organisation, [...links], keyVersion]);
}

/** Give up the chunks of an opening that were not pushed; their numbers stay unused. */
export function abandonOpening(organisation: number, opening: number): string {
  return ACCOUNTS.encodeFunctionData("abandonOpening", [organisation, opening]);
}

function requireAny(items: readonly unknown[]): void {
  if (items.length === 0) throw new AgencyError("nothingChosen");
}
