// SPDX-License-Identifier: Apache-2.0

import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Account } from "#sdk/agency/index.ts";
import { type AccountNumber, accountNumberOf } from "#sdk/list/index.ts";
import type { OfficeClient } from "#sdk/office/index.ts";
import { LEDGER_KEY, type Receipt, receiptsQuery } from "../../shared/api/index.ts";
import { AppError } from "../../shared/errors/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { OFFICE_KEY, useOffice } from "../../shared/office/index.ts";
import { findHousehold } from "./ledger/findHousehold.ts";
import { listedInText } from "./ledger/listedInText.ts";
import type { ListedInOffice } from "./ledger/readEntitlements.ts";
import { readHousehold } from "./ledger/readHousehold.ts";
import { spentOf } from "./spent.ts";

/** The account with a number; null when nobody has it. */
export function useAccount(number: number | undefined) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "account", number],
    queryFn: async () => (await findHousehold(suite, { number: accountNumberOf(number ?? 0) })) ?? null,
    enabled: number !== undefined,
  });
}

/** Everything about a household. Lists in preparation are in it while the officer is signed in to the office. */
export function useHouseholdRecord(account: Account) {
  const suite = useSuite();
  const queryClient = useQueryClient();
  const { client, state } = useOffice();
  const isSignedIn = state === "signedIn";
  return useQuery({
    queryKey: [LEDGER_KEY, "household", account.number, isSignedIn],
    queryFn: () =>
      readHousehold(suite, account, {
        inOffice: isSignedIn ? listedBy(queryClient, client, account.number) : async () => undefined,
        receiptsOf: async (programme) => {
          const receipts = await readReceipts(queryClient, programme, account.number);
          return (_, cycle) =>
            receipts === undefined ? undefined : spentOf(receipts, account.number, cycle);
        },
      }),
  });
}

/** Lists never change, so each is fetched once, however many households are looked at. */
function listedBy(queryClient: QueryClient, client: OfficeClient, account: AccountNumber): ListedInOffice {
  return async (programme, cycle) => {
    const text = await queryClient.fetchQuery({
      queryKey: [OFFICE_KEY, "list-text", programme, cycle],
      queryFn: () => client.readListText(programme, cycle),
      staleTime: Number.POSITIVE_INFINITY,
    });
    return text === null ? undefined : listedInText(text, account);
  };
}

/** Pages of receipts that are read at most: a thousand receipts of one household. */
const MOST_PAGES = 40;

/** All receipts of an account in a programme; undefined while the history server does not answer, and the page stands without it. */
async function readReceipts(
  queryClient: QueryClient,
  programme: string,
  account: number,
): Promise<readonly Receipt[] | undefined> {
  const { queryKey, queryFn, initialPageParam, getNextPageParam } = receiptsQuery(programme, { account });
  try {
    const { pages } = await queryClient.fetchInfiniteQuery({
      queryKey: [...queryKey, "all"],
      ...(queryFn === undefined ? {} : { queryFn }),
      initialPageParam,
      getNextPageParam,
      pages: MOST_PAGES,
    });
    return pages.flatMap(({ items }) => items);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
