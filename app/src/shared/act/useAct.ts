// SPDX-License-Identifier: Apache-2.0

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useActor } from "../ledger/useOfficer.ts";
import { walletError } from "../wallet/errors.ts";
import { forgetAct, keptActs } from "./kept.ts";
import { goOn, perform, type Surroundings } from "./perform.ts";
import { restoreActs } from "./restore.ts";
import { type ActKind, type ActState, isBusy } from "./state.ts";
import { actState, beginRun, putAway, subscribeToActs } from "./store.ts";
import type { ActBuild, ActSettings } from "./types.ts";

/** One thing that an officer does on a page. */
export interface Act {
  readonly state: ActState;
  /** Whether it is under way, so that it cannot be started again. */
  readonly isBusy: boolean;
  /**
   * Build, simulate, have signed, and watch until the ledger shows it. Does nothing while the act is under way.
   * @returns How it ended, once it has: usually done, declined or failed. For a page that was not reloaded in between.
   */
  run(build: ActBuild): Promise<ActKind>;
  /** Sign the next step, when the page was reloaded in the middle of several. */
  goOn(): void;
  /** Stop waiting, or clear what is shown. A signature that was given still counts. */
  putAway(): void;
}

const ENDED: ReadonlySet<ActKind> = new Set(["done", "declined", "failed"]);

/**
 * An act of this page. Everything on the way from the click to the ledger is in its state; show it with `<ActStatus>` and start it with
 * `<ActButton>`. An act that is in the wallet or on its way goes on being watched when the officer leaves the page, and after a reload.
 */
export function useAct({ name = "act", onDone }: ActSettings = {}): Act {
  const key = `${window.location.pathname}#${name}`;
  const state = useSyncExternalStore(subscribeToActs, () => actState(key));
  const queryClient = useQueryClient();
  const officer = useActor();
  const around = useMemo<Surroundings>(() => ({ queryClient }), [queryClient]);

  useEffect(() => {
    restoreActs(around);
    // What has ended is told once: whoever comes back sees the ledger itself.
    return () => {
      if (ENDED.has(actState(key).kind)) putAway(key);
    };
  }, [around, key]);
  useOnDone(state.kind, onDone);

  return {
    state,
    isBusy: isBusy(state),
    async run(build) {
      if (officer === undefined) beginRun(key, { type: "started" })?.report(notConnected());
      else await perform(around, key, officer, build);
      return actState(key).kind;
    },
    goOn() {
      const kept = keptActs().find((candidate) => candidate.key === key);
      if (kept !== undefined) void goOn(around, kept);
    },
    putAway() {
      forgetAct(key);
      putAway(key);
    },
  };
}

function notConnected() {
  return { type: "failed", error: walletError("notConnected") } as const;
}

/** Call back when the act is done while the page is open; what was done before it opened is no news. */
function useOnDone(kind: ActKind, onDone: (() => void) | undefined): void {
  const before = useRef(kind);
  const latest = useRef(onDone);
  useEffect(() => {
    latest.current = onDone;
  });
  useEffect(() => {
    const isNews = kind === "done" && before.current !== "done";
    before.current = kind;
    if (isNews) latest.current?.();
  }, [kind]);
}
