// SPDX-License-Identifier: Apache-2.0

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ProgrammeHandle } from "#sdk/agency/index.ts";
import type { ProvenChunk } from "#sdk/list/index.ts";
import { loadCycle } from "#sdk/relay/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { isRejection } from "../../shared/wallet/index.ts";
import { officerSigner } from "../../shared/wallet/signer.ts";
import { PatientSigner } from "./PatientSigner.ts";

export type BrowserLoadState =
  | { readonly kind: "idle" }
  | { readonly kind: "running" }
  | { readonly kind: "stopped" }
  | { readonly kind: "declined" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly error: unknown };

/** One question of the wallet at a time: a queue of them confuses people. */
const IN_FLIGHT = 1;

/** Loads a list with the connected wallet. It skips what the ledger has, so it can be stopped and started at any time. */
export function useBrowserLoad(programme: ProgrammeHandle, cycle: number, address: string | undefined) {
  const suite = useSuite();
  const queryClient = useQueryClient();
  const [state, setState] = useState<BrowserLoadState>({ kind: "idle" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const showProgress = () =>
    void queryClient.invalidateQueries({ queryKey: [LEDGER_KEY, "loading", programme.address, cycle] });

  async function load(chunks: readonly ProvenChunk[], signal: AbortSignal): Promise<BrowserLoadState> {
    try {
      const signer = new PatientSigner(suite.provider, await officerSigner(address ?? ""));
      await loadCycle(signer, programme.address, cycle, chunks, {
        inFlight: IN_FLIGHT,
        signal,
        onProgress: showProgress,
      });
      return { kind: "done" };
    } catch (error) {
      if (signal.aborted) return { kind: "stopped" };
      return isRejection(error) ? { kind: "declined" } : { kind: "failed", error };
    }
  }

  return {
    state,
    start: (chunks: readonly ProvenChunk[]) => {
      const own = new AbortController();
      running.current = own;
      setState({ kind: "running" });
      void load(chunks, own.signal).then((ended) => {
        setState(ended);
        void queryClient.invalidateQueries({ queryKey: [LEDGER_KEY] });
      });
    },
    stop: () => running.current?.abort(),
  };
}
