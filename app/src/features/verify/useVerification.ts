// SPDX-License-Identifier: Apache-2.0

import { useEffect, useRef, useState } from "react";
import { config } from "../../shared/config/index.ts";
import { verifyError } from "./errors.ts";
import { type ComparedAnswer, compareAnswers } from "./figures.ts";
import type { VerifyMessage, VerifyOrder } from "./messages.ts";
import { readSite, type SiteFigures } from "./readSite.ts";

/** What was found: every figure of the site beside the one that the ledger gives. */
export interface Verdict {
  readonly block: SiteFigures["block"];
  /** Hash of the same block by the visitor's node. */
  readonly blockHash: string;
  /** Entries of the ledger that the figures were computed from. */
  readonly entries: number;
  readonly answers: readonly ComparedAnswer[];
  /** The site's own answers, for names and currencies. */
  readonly site: SiteFigures["answers"];
}

export type Verification =
  | { readonly kind: "idle" }
  | { readonly kind: "site"; readonly answersRead: number }
  | {
      readonly kind: "ledger";
      readonly blocksDone: number;
      readonly blocks: number;
      readonly entries: number;
    }
  | { readonly kind: "done"; readonly verdict: Verdict }
  | { readonly kind: "failed"; readonly error: unknown };

interface Verifier {
  readonly state: Verification;
  readonly start: (rpcUrl: string) => void;
  readonly stop: () => void;
}

/** Reads what the site says, has a worker read the ledger, and compares. Stops without a trace when told, or when the page is left. */
export function useVerification(): Verifier {
  const [state, setState] = useState<Verification>({ kind: "idle" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = (rpcUrl: string) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    const show = (next: Verification) => {
      if (!own.signal.aborted) setState(next);
    };
    verifyWith(rpcUrl, own.signal, show).then(
      (verdict) => show({ kind: "done", verdict }),
      (error: unknown) => show({ kind: "failed", error }),
    );
  };
  const stop = () => {
    running.current?.abort();
    setState({ kind: "idle" });
  };
  return { state, start, stop };
}

async function verifyWith(
  rpcUrl: string,
  signal: AbortSignal,
  show: (state: Verification) => void,
): Promise<Verdict> {
  show({ kind: "site", answersRead: 0 });
  const site = await readSite(signal, (answersRead) => show({ kind: "site", answersRead }));
  const { deployment } = config();
  const order = { rpcUrl, deployment, block: site.block.number, paths: [...site.answers.keys()] };
  const { answers, blockHash, entries } = await recomputeInWorker(order, signal, show);
  return {
    block: site.block,
    blockHash,
    entries,
    answers: compareAnswers(site.answers, answers),
    site: site.answers,
  };
}

type Done = Extract<VerifyMessage, { readonly kind: "done" }>;

/** The worker ends with its work, with an error, or with the signal, and its questions to the node with it. */
async function recomputeInWorker(
  order: VerifyOrder,
  signal: AbortSignal,
  show: (state: Verification) => void,
): Promise<Done> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./verify.worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<Done>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      worker.addEventListener("error", (cause) => reject(verifyError("broke", cause)));
      worker.addEventListener("message", ({ data }: MessageEvent<VerifyMessage>) => {
        if (data.kind === "done") resolve(data);
        else if (data.kind === "failed") reject(verifyError(data.reason));
        else show({ ...data, kind: "ledger" });
      });
      worker.postMessage(order);
    });
  } finally {
    worker.terminate();
  }
}
