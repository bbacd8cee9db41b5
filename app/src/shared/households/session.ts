// SPDX-License-Identifier: Apache-2.0

import { useSyncExternalStore } from "react";
import { type HouseholdPage, type OfficeKey, openPage } from "#sdk/households/index.ts";
import type { Committer } from "#sdk/list/index.ts";
import { whenIdle } from "./idle.ts";
import type { HouseholdOffice, Kept } from "./port.ts";

/** The keys of this office, while they are unlocked. They stand in this page's memory and nowhere else. */
export interface HouseholdKey {
  readonly organisation: number;
  /** The consortium's secret, 32 bytes; workers that commit whole lists get it by message. */
  readonly consortiumKey: Uint8Array;
  readonly keyVersion: number;
  readonly namespace: string;
  /** For `seal` and `open` of sdk/households; can be sent to a worker. */
  readonly officeKey: OfficeKey;
  /** Commits one normalised identifier. */
  readonly commit: Committer;
}

/** An unlocked office: the keys and what was read with them. All of it is gone when it is locked. */
export interface HouseholdSession {
  readonly id: number;
  readonly key: HouseholdKey;
  readonly office: HouseholdOffice;
  /** Grows with each save of this page, so that what is on the screen is read again. */
  readonly revision: number;
  /** Pages that were opened, by page number. */
  readonly pages: Map<number, Kept<Promise<HouseholdPage>>>;
}

let session: HouseholdSession | undefined;
let sessions = 0;
let stopWatching: readonly (() => void)[] = [];
const listeners = new Set<() => void>();

export function currentSession(): HouseholdSession | undefined {
  return session;
}

export function useSession(): HouseholdSession | undefined {
  return useSyncExternalStore(subscribe, currentSession);
}

/**
 * Begin a session; one that is open ends. It ends by itself after half an hour without a hand on the page and when the officer leaves.
 */
export function beginSession(key: HouseholdKey, office: HouseholdOffice): void {
  lockHouseholds();
  sessions += 1;
  stopWatching = [whenIdle(lockHouseholds), office.onLeave(lockHouseholds)];
  change({ id: sessions, key, office, revision: 0, pages: new Map() });
}

/** Forget the keys and every household that was shown. Does nothing when locked. */
export function lockHouseholds(): void {
  for (const stop of stopWatching) stop();
  stopWatching = [];
  if (session !== undefined) change(undefined);
}

/** Tell the screen that pages have changed. */
export function pagesChanged(): void {
  if (session !== undefined) change({ ...session, revision: session.revision + 1 });
}

/** One page of the household map, opened once for each version of it. */
export async function readHouseholdPage(
  { key, office, pages }: HouseholdSession,
  page: number,
  version: number,
): Promise<HouseholdPage> {
  const known = pages.get(page);
  if (known !== undefined && known.version >= version) return await known.value;
  const value = office
    .readPage(page)
    .then((kept) =>
      kept === undefined
        ? { page, entries: [] }
        : openPage(key.officeKey, key.organisation, page, kept.value),
    );
  pages.set(page, { value, version });
  // A failure is told to whoever asked, and asked for anew by the next.
  value.catch(() => pages.delete(page));
  return await value;
}

function change(next: HouseholdSession | undefined): void {
  session = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
