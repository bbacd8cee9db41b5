// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type Household, pageOf } from "#sdk/households/index.ts";
import { type AccountNumber, accountNumberOf } from "#sdk/list/index.ts";
import { OFFICE_KEY } from "../office/index.ts";
import { currentSession, type HouseholdSession, readHouseholdPage, useSession } from "./session.ts";

/** What the office knows of some accounts. */
export interface HouseholdIds {
  readonly state: "locked" | "loading" | "ready" | "failed";
  /** By account; accounts that the map does not have are missing. Empty while locked. */
  readonly households: ReadonlyMap<AccountNumber, Household>;
  readonly error?: unknown;
}

const NONE: ReadonlyMap<AccountNumber, Household> = new Map();

/**
 * Ids, phones and names of accounts, opened in this page. Only the pages of the map that are needed are fetched, each once; ask for the
 * accounts that are on the screen.
 */
export function useHouseholdIds(accounts: readonly (AccountNumber | number)[]): HouseholdIds {
  const session = useSession();
  const wanted = [...new Set(accounts.map((account) => pageOf(accountNumberOf(account))))].sort(
    (a, b) => a - b,
  );
  const query = useQuery({
    // Accounts, not ids: nothing of a household stands in the key. With the session the answer is forgotten.
    queryKey: [OFFICE_KEY, "households", session?.id, session?.revision, wanted.join()],
    queryFn: () => readPages(wanted),
    enabled: session !== undefined,
    gcTime: 0,
    placeholderData: (before, previous) => (previous?.queryKey[2] === session?.id ? before : undefined),
  });
  if (session === undefined) return { state: "locked", households: NONE };
  if (query.data !== undefined)
    return { state: query.isPlaceholderData ? "loading" : "ready", households: query.data };
  return query.isError
    ? { state: "failed", households: NONE, error: query.error }
    : { state: "loading", households: NONE };
}

async function readPages(wanted: readonly number[]): Promise<ReadonlyMap<AccountNumber, Household>> {
  const session = currentSession();
  if (session === undefined || wanted.length === 0) return NONE;
  const index = await session.office.readIndex();
  const pages = await Promise.all(wanted.map((page) => readKnown(session, page, index.get(page))));
  return new Map(pages.flat().map((household) => [household.account, household]));
}

async function readKnown(
  session: HouseholdSession,
  page: number,
  version: number | undefined,
): Promise<readonly Household[]> {
  if (version === undefined) return [];
  return (await readHouseholdPage(session, page, version)).entries;
}
