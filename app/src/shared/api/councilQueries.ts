// SPDX-License-Identifier: Apache-2.0

import { queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import * as shapes from "#sdk/history/shapes/index.ts";
import { fetchJson } from "./fetchJson.ts";
import { LEDGER_KEY, listQuery, live } from "./queries.ts";

/** Who governs, by which rules, and the latest proposals. */
export function councilQuery() {
  return queryOptions({
    queryKey: [LEDGER_KEY, "/api/council"],
    queryFn: ({ signal }) => fetchJson("/api/council", shapes.one(shapes.council), signal),
    ...live,
  });
}

/** Proposals, newest first. */
export function proposalsQuery() {
  return listQuery("/api/council/proposals", shapes.page(shapes.proposal));
}

/** All programmes and agreements: whether an address is one of them is only known from all. */
export function contractsQuery() {
  return queryOptions({
    queryKey: [LEDGER_KEY, "all contracts"],
    queryFn: async ({ signal }) => {
      const [programmes, agreements] = await Promise.all([
        everyItem("/api/programmes", shapes.page(shapes.programmeSummary), signal),
        everyItem("/api/agreements", shapes.page(shapes.agreementSummary), signal),
      ]);
      return { programmes, agreements };
    },
    ...live,
  });
}

/** The longest page that the API gives. */
const PAGE = 500;

async function everyItem<Item>(
  path: string,
  schema: v.GenericSchema<unknown, { readonly items: readonly Item[]; readonly nextCursor: string | null }>,
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const from: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await fetchJson(`${path}?limit=${PAGE}${from}`, schema, signal);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}
