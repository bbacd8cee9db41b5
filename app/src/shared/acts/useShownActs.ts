// SPDX-License-Identifier: Apache-2.0

import { useCallback, useState } from "react";
import type { OpenAct } from "#sdk/agency/index.ts";

/** A proposal on the page. */
export interface ShownAct {
  readonly act: OpenAct;
  /** Whether it still waits. One that does not stays for as long as its card says how the officer's own part in it ended. */
  readonly isOpen: boolean;
}

export interface ShownActs {
  /** Oldest first; undefined while they are being read. */
  readonly shown: readonly ShownAct[] | undefined;
  /** Told by a card whether this officer has just approved or ended its act, or is about to. */
  readonly noteActed: (act: OpenAct, isActed: boolean) => void;
}

/** Proposals that wait, and those that this officer has just decided: the ledger often shows the end before the page has said it. */
export function useShownActs(open: readonly OpenAct[] | undefined): ShownActs {
  const [acted, setActed] = useState<readonly OpenAct[]>([]);
  const noteActed = useCallback((act: OpenAct, isActed: boolean) => {
    setActed((before) => noted(before, act, isActed));
  }, []);
  return { shown: open === undefined ? undefined : shownActs(open, acted), noteActed };
}

/** Tells acts of different contracts apart. */
export function actKey({ contract, actId }: Pick<OpenAct, "contract" | "actId">): string {
  return `${contract} ${actId}`;
}

/**
 * The acts that this officer decides here, with one more or less among them.
 * @returns the same list where nothing changes, so that nothing is drawn anew.
 */
export function noted(before: readonly OpenAct[], act: OpenAct, isActed: boolean): readonly OpenAct[] {
  const isKnown = before.some((other) => actKey(other) === actKey(act));
  if (isActed === isKnown) return before;
  return isActed ? [...before, act] : before.filter((other) => actKey(other) !== actKey(act));
}

/** What the page shows, oldest first: every act that waits, and those of `acted` that wait no longer. */
export function shownActs(open: readonly OpenAct[], acted: readonly OpenAct[]): readonly ShownAct[] {
  const waiting = new Set(open.map(actKey));
  const gone = acted.filter((act) => !waiting.has(actKey(act)));
  return [...open.map((act) => ({ act, isOpen: true })), ...gone.map((act) => ({ act, isOpen: false }))].sort(
    (a, b) => a.act.proposedAt - b.act.proposedAt,
  );
}
