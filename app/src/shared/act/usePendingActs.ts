// SPDX-License-Identifier: Apache-2.0

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { restoreActs } from "./restore.ts";
import type { ActState } from "./state.ts";
import { pendingActs, subscribeToActs } from "./store.ts";

/** An act of this tab that is under way, and the page on which it was started. */
export interface PendingActLink {
  readonly path: string;
  readonly state: ActState;
}

/** Everything that this tab has under way, wherever it was started. */
export function usePendingActs(): PendingActLink[] {
  const queryClient = useQueryClient();
  const acts = useSyncExternalStore(subscribeToActs, pendingActs);
  useEffect(() => restoreActs({ queryClient }), [queryClient]);
  return acts.map(({ key, state }) => ({ path: key.slice(0, key.indexOf("#")), state }));
}
