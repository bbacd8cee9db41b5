// SPDX-License-Identifier: Apache-2.0

import { type ActEvent, type ActState, IDLE, isBusy, isOut, nextState } from "./state.ts";

/**
 * The acts of this tab. They live outside the pages, so that an act goes on being watched while the officer looks at something else,
 * and stands where it was when they come back.
 */
interface Entry {
  readonly state: ActState;
  /** The attempt that this state belongs to. */
  readonly run: symbol;
}

/** An act that is not finished. */
export interface PendingAct {
  readonly key: string;
  readonly state: ActState;
}

const entries = new Map<string, Entry>();
const listeners = new Set<() => void>();
let pending: readonly PendingAct[] = [];

/** One attempt at an act. What it reports after a newer attempt has begun, or after it was put away, is not heard. */
export interface Run {
  readonly key: string;
  report(event: ActEvent): void;
  /** Whether this attempt still counts. */
  isCurrent(): boolean;
  /** Whether it still counts and its call may be on its way. */
  isOut(): boolean;
}

export function actState(key: string): ActState {
  return entries.get(key)?.state ?? IDLE;
}

/** Acts that are under way or wait for their next signature; the same list until one of them changes. */
export function pendingActs(): readonly PendingAct[] {
  return pending;
}

export function subscribeToActs(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Begin an attempt; undefined while another one is under way. */
export function beginRun(key: string, event: ActEvent): Run | undefined {
  const state = actState(key);
  if (isBusy(state)) return undefined;
  const id = Symbol(key);
  const isCurrent = () => entries.get(key)?.run === id;
  put(key, { run: id, state: nextState(state, event) });
  return {
    key,
    isCurrent,
    isOut: () => isCurrent() && isOut(actState(key)),
    report(happening) {
      if (isCurrent()) put(key, { run: id, state: nextState(actState(key), happening) });
    },
  };
}

/** Back to the beginning, whatever is under way; a signature that was given still counts on the ledger. */
export function putAway(key: string): void {
  if (entries.delete(key)) tell();
}

function put(key: string, entry: Entry): void {
  entries.set(key, entry);
  tell();
}

function tell(): void {
  pending = [...entries].flatMap(([key, { state }]) =>
    isBusy(state) || state.kind === "more" ? [{ key, state }] : [],
  );
  for (const listener of listeners) listener();
}
