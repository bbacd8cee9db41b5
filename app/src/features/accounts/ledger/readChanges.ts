// SPDX-License-Identifier: Apache-2.0

import { blockTimes, type ProgrammeHandle, readEvents, type Suite } from "#sdk/agency/index.ts";
import { CLOSING_REASONS, nameOf } from "#sdk/history/names.ts";
import type { AccountNumber } from "#sdk/list/index.ts";

type RegistryChange =
  | {
      readonly kind: "closed";
      /** One of the contract's closing reasons. */
      readonly reason: string;
      /** The account that the household goes on with, if any. */
      readonly successor: number | undefined;
    }
  | { readonly kind: "reopened" | "linked" | "rebound" };

interface InProgramme {
  readonly programmeName: string;
  /** Address of the custodian. */
  readonly officer: string;
}

type ProgrammeChange = InProgramme &
  (
    | { readonly kind: "released" }
    | {
        readonly kind: "held";
        /** Unix seconds. */
        readonly until: number;
      }
  );

type Change = (RegistryChange | ProgrammeChange) & { readonly block: number };

/** Something that officers did with an account. */
export type AccountChange = Change & {
  /** Unix seconds. */
  readonly at: number;
};

/** What was done with an account in the registry, and in programmes; newest first. */
export async function readChanges(
  suite: Suite,
  programmes: readonly ProgrammeHandle[],
  account: AccountNumber,
): Promise<AccountChange[]> {
  const found = await Promise.all([
    readRegistryChanges(suite, account),
    ...programmes.map((programme) => readHolds(suite, programme, account)),
  ]);
  const changes = found.flat();
  const times = await blockTimes(
    suite,
    changes.map(({ block }) => block),
  );
  return changes
    .map((change) => ({ ...change, at: times.get(change.block) ?? 0 }))
    .sort((a, b) => b.block - a.block);
}

async function readRegistryChanges(suite: Suite, account: AccountNumber): Promise<Change[]> {
  const { accounts } = suite;
  const { filters } = accounts;
  const [closed, reopened, linked, rebound] = await Promise.all([
    readEvents(suite, accounts, filters.AccountClosed(account)),
    readEvents(suite, accounts, filters.AccountReopened(account)),
    readEvents(suite, accounts, filters.AccountLinked(account)),
    readEvents(suite, accounts, filters.AccountRebound(account)),
  ]);
  return [
    ...closed.map(({ args, blockNumber }) => ({
      kind: "closed" as const,
      reason: nameOf(CLOSING_REASONS, args.reason),
      successor: Number(args.successor) || undefined,
      block: blockNumber,
    })),
    ...reopened.map(({ blockNumber }) => ({ kind: "reopened" as const, block: blockNumber })),
    ...linked.map(({ blockNumber }) => ({ kind: "linked" as const, block: blockNumber })),
    ...rebound.map(({ blockNumber }) => ({ kind: "rebound" as const, block: blockNumber })),
  ];
}

async function readHolds(
  suite: Suite,
  { contract, name }: ProgrammeHandle,
  account: AccountNumber,
): Promise<Change[]> {
  const [held, released] = await Promise.all([
    readEvents(suite, contract, contract.filters.AccountHeld(account)),
    readEvents(suite, contract, contract.filters.AccountReleased(account)),
  ]);
  return [
    ...held.map(({ args, blockNumber }) => ({
      kind: "held" as const,
      programmeName: name,
      until: Number(args.until),
      officer: args.officer,
      block: blockNumber,
    })),
    ...released.map(({ args, blockNumber }) => ({
      kind: "released" as const,
      programmeName: name,
      officer: args.officer,
      block: blockNumber,
    })),
  ];
}
