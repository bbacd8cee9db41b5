// SPDX-License-Identifier: Apache-2.0

import type { Draft, RowKey } from "../draft.ts";
import { row } from "./handler.ts";

/** Accounts in a row of the table. */
const ACCOUNTS_A_ROW = 256;
const NONE = "0".repeat(ACCOUNTS_A_ROW / 4);

/** All households of all programmes; those of a programme; those of a cycle. */
function scopesOf(programme: string, cycle: number): string[] {
  return ["", programme, scopeOfCycle(programme, cycle)];
}

export function scopeOfCycle(programme: string, cycle: number): string {
  return `${programme} ${cycle}`;
}

/** The rows that {@link noteReached} replaces. */
export function readReached(programme: string, cycle: number, accounts: Iterable<number>): RowKey[] {
  const blocks = new Set<number>();
  for (const account of accounts) blocks.add(blockOf(account));
  return scopesOf(programme, cycle).flatMap((scope) => [
    row("reached", scope),
    ...Array.from(blocks, (block) => row("reach", scope, block)),
  ]);
}

/** These accounts had a sale in the cycle. Noted once and for all: a later refund does not undo that the household was reached. */
export function noteReached(
  draft: Draft,
  programme: string,
  cycle: number,
  accounts: readonly number[],
): void {
  if (accounts.length === 0) return;
  const byBlock = Map.groupBy(accounts, blockOf);
  for (const scope of scopesOf(programme, cycle)) {
    let fresh = 0;
    for (const [block, ofBlock] of byBlock) fresh += mark(draft, scope, block, ofBlock);
    if (fresh === 0) continue;
    const known = draft.find("reached", [scope]);
    if (known === null) draft.insert("reached", { scope, households: fresh });
    else draft.update("reached", known, { households: known.households + fresh });
  }
}

/** @returns How many of the accounts were not marked before. */
function mark(draft: Draft, scope: string, block: number, accounts: readonly number[]): number {
  const known = draft.find("reach", [scope, block]);
  const nibbles = [...(known?.accounts ?? NONE)];
  let fresh = 0;
  for (const account of accounts) {
    const place = account % ACCOUNTS_A_ROW;
    const at = place >> 2;
    const bit = 1 << (place & 3);
    const before = Number.parseInt(nibbles[at] ?? "0", 16);
    if ((before & bit) !== 0) continue;
    nibbles[at] = (before | bit).toString(16);
    fresh++;
  }
  if (fresh === 0) return 0;
  const marked = nibbles.join("");
  if (known === null) draft.insert("reach", { scope, block, accounts: marked });
  else draft.update("reach", known, { accounts: marked });
  return fresh;
}

function blockOf(account: number): number {
  return Math.floor(account / ACCOUNTS_A_ROW);
}
