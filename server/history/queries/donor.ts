// SPDX-License-Identifier: Apache-2.0

import type { Kysely } from "kysely";
import {
  type AllocationView,
  allocationView,
  type ContributionView,
  contributionView,
  Directory,
  type EntryKind,
  entryView,
  kindsOf,
  type MoneyState,
  type ProposalView,
  proposalViews,
  type TimelineEntry,
} from "#sdk/history/index.ts";
import type { Schema } from "../store/schema.ts";
import { type Items, type PageRequest, pageOf } from "./page.ts";
import { rowsIn, selectRow } from "./select.ts";

export interface TimelineFilter {
  readonly kind?: EntryKind | undefined;
  /** Only entries whose amount counts in this state. */
  readonly state?: MoneyState | undefined;
  readonly asset?: string | undefined;
  readonly fund?: string | undefined;
  readonly programme?: string | undefined;
  readonly agreement?: string | undefined;
}

/** What happened, newest first. */
export async function listTimeline(
  db: Kysely<Schema>,
  { kind, state, ...places }: TimelineFilter,
  page: PageRequest,
): Promise<Items<TimelineEntry>> {
  const ofState = state === undefined ? undefined : kindsOf(state);
  const kinds = kind === undefined ? ofState : (ofState ?? [kind]).filter((one) => one === kind);
  const where = Object.fromEntries(Object.entries(places).filter(([, address]) => address !== undefined));
  const { rows, nextCursor } = await pageOf(db, "entries", page, {
    where,
    by: "id",
    descending: true,
    ...(kinds === undefined ? {} : { among: { column: "kind", values: kinds } }),
  });
  const directory = await Directory.read(rowsIn(db));
  return { items: rows.map((row) => entryView(row, directory)), nextCursor };
}

/** Newest first. @param fund Checksummed. */
export async function listContributions(
  db: Kysely<Schema>,
  fund: string,
  page: PageRequest,
): Promise<Items<ContributionView>> {
  const options = { where: { fund }, by: "id", descending: true } as const;
  const { rows, nextCursor } = await pageOf(db, "contributions", page, options);
  const directory = await Directory.read(rowsIn(db));
  return { items: rows.map((row) => contributionView(row, directory)), nextCursor };
}

/** Newest first. @param fund Checksummed. */
export async function listAllocations(
  db: Kysely<Schema>,
  fund: string,
  page: PageRequest,
): Promise<Items<AllocationView>> {
  const options = { where: { fund }, by: "id", descending: true } as const;
  const { rows, nextCursor } = await pageOf(db, "allocations", page, options);
  const directory = await Directory.read(rowsIn(db));
  return { items: rows.map((row) => allocationView(row, directory)), nextCursor };
}

/** Newest first. @param now Unix seconds of the block up to which the index is complete. */
export async function listProposals(
  db: Kysely<Schema>,
  page: PageRequest,
  now: number,
): Promise<Items<ProposalView>> {
  const council = await selectRow(db, "councils", {});
  if (council === undefined) return { items: [], nextCursor: null };
  const options = { where: { council: council.address }, by: "id", descending: true } as const;
  const { rows, nextCursor } = await pageOf(db, "proposals", page, options);
  return { items: await proposalViews(rowsIn(db), council, rows, now), nextCursor };
}
