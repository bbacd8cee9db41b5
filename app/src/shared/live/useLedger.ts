// SPDX-License-Identifier: Apache-2.0

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { LEDGER_KEY, statusQuery } from "../api/index.ts";
import type { Polled } from "./freshness.ts";

/** The latest answer about how far the history server has read the ledger. */
export function useLedger(): Polled {
  const { data, dataUpdatedAt, isError, isFetching } = useQuery(statusQuery());
  return { status: data, answeredAt: dataUpdatedAt, isFailing: isError, isAsking: isFetching };
}

/** Ask for everything on the screen again when the ledger has grown, and only then. Used once, by the frame of the pages. */
export function useRefreshOnNewBlock(): void {
  const queryClient = useQueryClient();
  const { data } = useQuery(statusQuery());
  const latest = data?.indexedTo?.hash;
  const seen = useRef<string>(undefined);
  useEffect(() => {
    if (latest === undefined || latest === seen.current) return;
    const isFirst = seen.current === undefined;
    seen.current = latest;
    if (!isFirst) void queryClient.invalidateQueries({ queryKey: [LEDGER_KEY] });
  }, [latest, queryClient]);
}

/**
 * The time by which cycles open and expire, in Unix seconds: the clock's, or the ledger's where that is ahead. A quiet chain makes no
 * blocks, so that the time of its last one alone may be long past.
 */
export function useLedgerTime(): number {
  const { data } = useQuery(statusQuery());
  return Math.max(data?.indexedTo?.timestamp ?? 0, Math.floor(Date.now() / 1000));
}
