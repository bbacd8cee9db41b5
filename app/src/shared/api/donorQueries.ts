// SPDX-License-Identifier: Apache-2.0

import { queryOptions } from "@tanstack/react-query";
import * as schemas from "./donorSchemas.ts";
import { fetchJson } from "./fetchJson.ts";
import { LEDGER_KEY, listQuery, live } from "./queries.ts";

/** Everybody's money in one answer: states, whereabouts, costs, rates. */
export function overviewQuery() {
  return queryOptions({
    queryKey: [LEDGER_KEY, "/api/overview"],
    queryFn: ({ signal }) => fetchJson("/api/overview", schemas.overview, signal),
    ...live,
  });
}

/** Entries of one kind of money, of one contract; all may be combined. */
export interface TimelineFilter {
  readonly state?: string | undefined;
  readonly asset?: string | undefined;
  readonly programme?: string | undefined;
  readonly agreement?: string | undefined;
  readonly fund?: string | undefined;
}

export function timelineQuery(filter: TimelineFilter = {}) {
  return listQuery("/api/timeline", schemas.timelinePage, { ...filter });
}

export function breakdownQuery() {
  return queryOptions({
    queryKey: [LEDGER_KEY, "/api/breakdown"],
    queryFn: ({ signal }) => fetchJson("/api/breakdown", schemas.breakdown, signal),
    ...live,
  });
}

export function fundsQuery() {
  return listQuery("/api/funds", schemas.fundPage);
}

export function fundQuery(address: string) {
  const path = `/api/funds/${address}`;
  return queryOptions({
    queryKey: [LEDGER_KEY, path],
    queryFn: ({ signal }) => fetchJson(path, schemas.fund, signal),
    ...live,
  });
}

export function contributionsQuery(fund: string) {
  return listQuery(`/api/funds/${fund}/contributions`, schemas.contributionPage);
}

export function allocationsQuery(fund: string) {
  return listQuery(`/api/funds/${fund}/allocations`, schemas.allocationPage);
}

export function agreementsQuery() {
  return listQuery("/api/agreements", schemas.agreementPage);
}

export function agreementQuery(address: string) {
  const path = `/api/agreements/${address}`;
  return queryOptions({
    queryKey: [LEDGER_KEY, path],
    queryFn: ({ signal }) => fetchJson(path, schemas.agreement, signal),
    ...live,
  });
}

/** Where a contribution is now. @param reference As text, or 32 bytes in hexadecimal. */
export function followQuery(fund: string, reference: string) {
  const path = `/api/follow/${fund}/${encodeURIComponent(reference)}`;
  return queryOptions({
    queryKey: [LEDGER_KEY, path],
    queryFn: ({ signal }) => fetchJson(path, schemas.follow, signal),
    ...live,
  });
}
