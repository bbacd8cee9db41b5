// SPDX-License-Identifier: Apache-2.0

import {
  type Household,
  householdError,
  mergePage,
  openPage,
  pageOf,
  sealPage,
} from "#sdk/households/index.ts";
import { currentSession, type HouseholdSession, pagesChanged } from "./session.ts";

export interface SaveOptions {
  /** Counts households that the office has. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
  readonly signal?: AbortSignal;
}

/** Pages on their way at the same time. */
const IN_FLIGHT = 4;
/** Times that somebody else may change the same page at the same moment. */
const TRIES = 5;

/**
 * Add households to the office's map, sealed in this page. Phones and names that are not given stay as they are. Saving again is
 * harmless, also after an interruption.
 * @throws HouseholdError HOUSE-301 while locked, HOUSE-303 when others keep changing the same page.
 */
export async function saveHouseholds(
  entries: readonly Household[],
  options: SaveOptions = {},
): Promise<void> {
  const open = currentSession();
  if (open === undefined) throw householdError("locked");
  const groups = [...Map.groupBy(entries, ({ account }) => pageOf(account))];
  const index = await open.office.readIndex();
  let next = 0;
  let done = 0;
  async function saveSome(session: HouseholdSession): Promise<void> {
    for (let group = groups[next++]; group !== undefined; group = groups[next++]) {
      options.signal?.throwIfAborted();
      const [page, added] = group;
      await savePage(session, page, added, index.has(page));
      done += added.length;
      options.onProgress?.({ done, total: entries.length });
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(IN_FLIGHT, groups.length) }, () => saveSome(open)));
  } finally {
    pagesChanged();
  }
}

async function savePage(
  { key, office, pages }: HouseholdSession,
  page: number,
  added: readonly Household[],
  mayExist: boolean,
): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const kept = mayExist || tries > 0 ? await office.readPage(page) : undefined;
    const before =
      kept === undefined
        ? { page, entries: [] }
        : await openPage(key.officeKey, key.organisation, page, kept.value);
    const sealed = await sealPage(key.officeKey, key.organisation, mergePage(before, added));
    if ((await office.writePage(page, sealed, kept?.version)) === "written") {
      pages.delete(page);
      return;
    }
  }
  throw householdError("changedMeanwhile");
}
