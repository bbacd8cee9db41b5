// SPDX-License-Identifier: Apache-2.0

import {
  buildOpening,
  CHUNK_SIZE,
  type Commitment,
  type Opening,
  readOpeningChunk,
} from "#sdk/list/index.ts";
import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import type { Call } from "./call.ts";
import { ACCOUNTS } from "./faces.ts";
import { readEvents } from "./logs.ts";
import { findAccounts } from "./registry.ts";
import type { Suite } from "./suite.ts";

/** An opening with the number that it has or will have. */
export interface NumberedOpening extends Opening {
  readonly openingId: number;
}

/** What has to be done so that every household has an account. */
export interface OpeningPlan {
  /** Households, each once. */
  readonly households: number;
  /** Those that have an account or get one from an opening that was announced before. */
  readonly known: number;
  /** Absent when every household has an account. */
  readonly opening?: NumberedOpening;
  /** Whether the opening was announced and cut off: only its chunks have to be pushed. */
  readonly isAnnounced: boolean;
}

/**
 * Work out the opening for the households that have no account. Nothing has to be remembered: an opening that was cut off is
 * recognised by its root, which comes out again from the same list and the chain.
 * @param commitments Of the list in its order.
 */
export async function planOpening(
  suite: Suite,
  organisation: number,
  commitments: readonly Commitment[],
): Promise<OpeningPlan> {
  const distinct = [...new Set(commitments)];
  const households = distinct.length;
  const { known } = await findAccounts(suite, distinct);
  const unfinished = await findUnfinished(suite, organisation, distinct, known);
  if (unfinished !== undefined) {
    return { households, known: households - unfinished.count, opening: unfinished, isAnnounced: true };
  }
  const missing = distinct.filter((commitment) => !known.has(commitment));
  if (missing.length === 0) return { households, known: households, isAnnounced: false };
  const opening = await buildOpening(missing, scopeOf(suite, organisation));
  const openingId = Number(await suite.accounts.nextOpeningId());
  return {
    households,
    known: households - opening.count,
    opening: { ...opening, openingId },
    isAnnounced: false,
  };
}

/** Sign an opening and reserve its numbers. @param custodian Address of the officer. */
export function announceOpeningCall(
  { deployment }: Pick<Suite, "deployment">,
  organisation: number,
  { openingId, root, count }: Pick<NumberedOpening, "openingId" | "root" | "count">,
  keyVersion: number,
  custodian: string,
): Call {
  const data = ACCOUNTS.encodeFunctionData("announceOpening", [
    openingId,
    organisation,
    root,
    count,
    keyVersion,
  ]);
  return {
    to: deployment.contracts.accounts,
    data,
    expects: { event: "OpeningAnnounced", where: { openingId, organisation, custodian, root } },
  };
}

/** The organisation's opening for exactly this list that was announced and not pushed to its end. */
async function findUnfinished(
  suite: Suite,
  organisation: number,
  commitments: readonly Commitment[],
  known: ReadonlySet<Commitment>,
): Promise<NumberedOpening | undefined> {
  const filter = suite.accounts.filters.OpeningAnnounced(undefined, organisation);
  const announced = await readEvents(suite, suite.accounts, filter);
  for (const { args } of announced.toReversed()) {
    const { root, pushedChunks } = await suite.accounts.openingOf(args.openingId);
    // An opening that was given up has no root any more.
    if (root !== args.root || Number(pushedChunks) === Math.ceil(Number(args.count) / CHUNK_SIZE)) continue;
    const pushed = await pushedCommitments(suite, args.openingId);
    const then = commitments.filter((commitment) => pushed.has(commitment) || !known.has(commitment));
    if (then.length !== Number(args.count)) continue;
    const opening = await buildOpening(then, scopeOf(suite, organisation));
    if (opening.root === args.root) return { ...opening, openingId: Number(args.openingId) };
  }
  return undefined;
}

async function pushedCommitments(suite: Suite, openingId: bigint): Promise<Set<Commitment>> {
  const events = await readEvents(suite, suite.accounts, suite.accounts.filters.AccountsOpened(openingId));
  return new Set(events.flatMap(({ args }) => readOpeningChunk(fromHex(args.commitments as Hex))));
}

function scopeOf({ chainId, deployment }: Suite, organisation: number) {
  return { chainId, registry: deployment.contracts.accounts, organisation };
}
