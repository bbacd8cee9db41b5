// SPDX-License-Identifier: Apache-2.0

import { queryOptions } from "@tanstack/react-query";
import * as shapes from "#sdk/history/shapes/index.ts";
import { fetchJson } from "./fetchJson.ts";
import { LEDGER_KEY, listQuery, live } from "./queries.ts";

/** Everybody's money in one answer: states, whereabouts, costs, rates. */
export function overviewQuery() {
  return queryOptions({
    queryKey: [LEDGER_KEY, "/api/overview"],
    queryFn: ({ signal }) => fetchJson("/api/overview", shapes.one(shapes.overview), signal),
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
  return listQuery("/api/timeline", shapes.page(shapes.timelineEntry), { ...filter });
}

export function breakdownQuery() {
  return queryOptions({
    queryKey: [LEDGER_KEY, "/api/breakdown"],
    queryFn: ({ signal }) => fetchJson("/api/breakdown", shapes.one(shapes.breakdown), signal),
    ...live,
  });
}

export function fundsQuery() {
  return listQuery("/api/funds", shapes.page(shapes.fundSummary));
}

export function fundQuery(address: string) {
  const path = `/api/funds/${address}`;
  return queryOptions({
    queryKey: [LEDGER_KEY, path],
    queryFn: ({ signal }) => fetchJson(path, shapes.one(shapes.fund), signal),
    ...live,
  });
}

export function contributionsQuery(fund: string) {
  return listQuery(`/api/funds/${fund}/contributions`, shapes.page(shapes.contribution));
}

export function allocationsQuery(fund: string) {
  return listQuery(`/api/funds/${fund}/allocations`, shapes.page(shapes.allocation));
}

export function agreementsQuery() {
  return listQuery("/api/agreements", shapes.page(shapes.agreementSummary));
}

export function agreementQuery(address: string) {
  const path = `/api/agreements/${address}`;
  return queryOptions({
    queryKey: [LEDGER_KEY, path],
    queryFn: ({ signal }) => fetchJson(path, shapes.one(shapes.agreement), signal),
    ...live,
  });
}

/** Where a contribution is now. @param reference As text, or 32 bytes in hexadecimal. */
export function followQuery(fund: string, reference: string) {
  const path = `/api/follow/${fund}/${encodeURIComponent(reference)}`;
  return queryOptions({
    queryKey: [LEDGER_KEY, path],
    queryFn: ({ signal }) => fetchJson(path, shapes.one(shapes.follow), signal),
    ...live,
  });
}
