// SPDX-License-Identifier: Apache-2.0

import { infiniteQueryOptions, type Query, queryOptions } from "@tanstack/react-query";
import type * as v from "valibot";
import * as shapes from "#sdk/history/shapes/index.ts";
import { AppError } from "../errors/index.ts";
import { fetchJson } from "./fetchJson.ts";
import { type DocumentRecord, status } from "./shapes.ts";

/** How often the page asks whether the ledger has grown. Only this small question is repeated; see `useLedger`. */
export const POLL_MS = 4_000;
/** A question whose last answer was an error is asked again at the pace of the poll, others only now and then. */
const HEAL_MS = 30_000;
/** First element of the keys of everything that a new block can change. */
export const LEDGER_KEY = "ledger";

const PAGE_SIZE = 25;
/** Shops are also looked up by their number from every receipt, so that nearly all programmes' shops should be one page. */
const SHOPS_PAGE_SIZE = 200;

// Queries differ in what they hold; how often they are asked depends on their state alone.
type AnyQuery = Pick<Query, "state">;
/** How questions about the ledger stay up to date. */
export const live = {
  staleTime: HEAL_MS,
  refetchInterval: (query: AnyQuery) => (query.state.status === "error" ? POLL_MS : HEAL_MS),
} as const;

export function statusQuery() {
  return queryOptions({
    queryKey: ["status"],
    queryFn: ({ signal }) => fetchJson("/api/status", status, signal),
    refetchInterval: POLL_MS,
    // Each part of a page that wants to know reads the same answer.
    staleTime: POLL_MS / 2,
    retry: false,
  });
}

type Filter = Readonly<Record<string, string | number | undefined>>;

function withQuery(path: string, values: Filter): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** A list that is read page by page. */
export function listQuery<Answer extends { nextCursor: string | null }>(
  path: string,
  schema: v.GenericSchema<unknown, Answer>,
  { limit = PAGE_SIZE, ...filter }: Filter & { readonly limit?: number } = {},
) {
  return infiniteQueryOptions({
    queryKey: [LEDGER_KEY, path, filter],
    queryFn: ({ pageParam, signal }) =>
      fetchJson(withQuery(path, { ...filter, limit, cursor: pageParam }), schema, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    ...live,
  });
}

const programmePath = (address: string) => `/api/programmes/${address}`;

export function programmesQuery() {
  return listQuery("/api/programmes", shapes.page(shapes.programmeSummary));
}

export function programmeQuery(address: string) {
  return queryOptions({
    queryKey: [LEDGER_KEY, programmePath(address)],
    queryFn: ({ signal }) => fetchJson(programmePath(address), shapes.one(shapes.programme), signal),
    ...live,
  });
}

/** Whether the programme's totals add up, and which do not. */
export function checkQuery(address: string) {
  const path = `${programmePath(address)}/check`;
  return queryOptions({
    queryKey: [LEDGER_KEY, path],
    queryFn: ({ signal }) => fetchJson(path, shapes.one(shapes.check), signal),
    ...live,
  });
}

export function cyclesQuery(address: string) {
  return listQuery(`${programmePath(address)}/cycles`, shapes.page(shapes.cycle));
}

export function shopsQuery(address: string) {
  return listQuery(`${programmePath(address)}/shops`, shapes.page(shapes.shop), { limit: SHOPS_PAGE_SIZE });
}

/** Exact matches; all may be combined. */
export interface ReceiptFilter {
  readonly number?: number | undefined;
  readonly account?: number | undefined;
  readonly shop?: number | undefined;
}

export function receiptsQuery(address: string, filter: ReceiptFilter) {
  return listQuery(`${programmePath(address)}/receipts`, shapes.page(shapes.receipt), { ...filter });
}

export function settlementsQuery(address: string) {
  return listQuery(`${programmePath(address)}/settlements`, shapes.page(shapes.settlement));
}

/** The history server's word for it, and the snapshot's. */
const UNKNOWN_DOCUMENT = /^HIST-|^APP-105$/;

/** Who recorded a document; an empty list when nobody did. */
export function documentQuery(hash: string) {
  return queryOptions({
    queryKey: [LEDGER_KEY, "document", hash],
    queryFn: ({ signal }) => fetchRecords(hash, signal),
    ...live,
  });
}

async function fetchRecords(hash: string, signal: AbortSignal): Promise<readonly DocumentRecord[]> {
  try {
    return (await fetchJson(`/api/documents/${hash}`, shapes.page(shapes.document), signal)).items;
  } catch (error) {
    // Only the history's own word counts: a proxy's 404 says nothing about the document.
    if (error instanceof AppError && error.status === 404 && UNKNOWN_DOCUMENT.test(error.code)) return [];
    throw error;
  }
}
