// SPDX-License-Identifier: Apache-2.0

import type { AccountNumber } from "#sdk/list/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import { loadedOf } from "./accountEvents.ts";
import { type Cycle, readCycles } from "./cycles.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** What an account may still spend in a cycle, ledger units. */
export interface EntitlementLeft {
  readonly cycle: number;
  readonly stage: Cycle["stage"];
  /** Last moment of sales, Unix seconds. */
  readonly expiresAt: number;
  readonly listed: Amount;
  readonly left: Amount;
}

/** How an account stands in one programme. */
export interface AccountStanding {
  /** Unix seconds; absent when it is not held now. */
  readonly heldUntil?: number;
  /** In the approved cycles that are not closed and whose list it stands in, oldest first. */
  readonly entitlements: readonly EntitlementLeft[];
}

/** Hold and entitlements of an account in a programme now. */
export async function readStanding(
  suite: Suite,
  programme: ProgrammeHandle,
  account: AccountNumber,
): Promise<AccountStanding> {
  const { contract } = programme;
  const [heldUntil, cycles, loaded] = await Promise.all([
    contract.heldUntil(account),
    readCycles(suite, programme),
    loadedOf(suite, programme, account),
  ]);
  const listed = new Map(loaded.map(([, { cycle, amount }]) => [cycle, amount]));
  const running = cycles.filter(({ cycle, state }) => state === "Approved" && listed.has(cycle));
  const entitlements = await Promise.all(
    running.map(async ({ cycle, stage, expiresAt }) => ({
      cycle,
      stage,
      expiresAt,
      listed: listed.get(cycle) ?? amountOf(0n),
      left: amountOf(await contract.entitlementLeft(cycle, account)),
    })),
  );
  return { ...(heldUntil === 0n ? {} : { heldUntil: Number(heldUntil) }), entitlements };
}
