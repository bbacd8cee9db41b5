// SPDX-License-Identifier: Apache-2.0

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { isFinal } from "./progress.ts";
import type { StoredReceipt } from "./receiptStore.ts";
import { sendReceipts } from "./sendReceipts.ts";
import type { Till } from "./till.ts";

/** Tabs tell each other here that receipts have changed. */
const CHANNEL = "annona-terminal";

/** How often it is tried while something waits. */
const ROUND_MS = 15_000;

/** The receipts of this device, and how sending them goes. */
export interface Receipts {
  /** By number. */
  readonly all: readonly StoredReceipt[];
  readonly isSending: boolean;
  /** Why the last round failed, while something still waits. */
  readonly error: Error | null;
  /** Try now. */
  readonly send: () => void;
}

/** Have the receipts read again in every tab. @param terminal Its address. */
export function useReceiptNews(terminal: string): () => void {
  const client = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => void client.invalidateQueries({ queryKey: receiptsKey(terminal) });
    return () => channel.close();
  }, [client, terminal]);
  return useCallback(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage("receipts");
    channel.close();
    void client.invalidateQueries({ queryKey: receiptsKey(terminal) });
  }, [client, terminal]);
}

function receiptsKey(terminal: string) {
  return ["terminal-receipts", terminal] as const;
}

/** What this device sold. Receipts that wait are sent by themselves, again and again, also when the line comes back. */
export function useReceipts(till: Till): Receipts {
  const terminal = till.wallet.address;
  const { data: all = [] } = useQuery({
    queryKey: receiptsKey(terminal),
    queryFn: () => till.store.list(terminal),
    networkMode: "always",
  });
  const {
    mutate,
    isPending: isSending,
    error,
  } = useMutation({
    mutationFn: () => sendReceipts(till),
    networkMode: "always",
    onSettled: till.onNews,
  });
  const waiting = all.filter(({ progress }) => !isFinal(progress)).length;
  useEffect(() => {
    if (waiting === 0) return;
    const send = () => mutate();
    send();
    const rounds = setInterval(send, ROUND_MS);
    window.addEventListener("online", send);
    return () => {
      clearInterval(rounds);
      window.removeEventListener("online", send);
    };
  }, [waiting, mutate]);
  return { all, isSending, error: waiting > 0 ? error : null, send: () => mutate() };
}
