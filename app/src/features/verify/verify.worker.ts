// SPDX-License-Identifier: Apache-2.0

import { ChainError, ChainMoved, HistoryError, readChain, rpcChain } from "#sdk/history/index.ts";
import type { VerifyErrorName } from "./codes.ts";
import type { VerifyMessage, VerifyOrder } from "./messages.ts";
import { recompute } from "./recompute.ts";

// A worker has a content policy of its own, so that it may ask the node of the visitor's choice, which the pages never do. It gets
// nothing but public facts, and hands back figures.

/** Parts in which the ledger is read, so that progress is seen; within limits that suit all nodes. */
const PARTS = 40;
const SMALLEST_SPAN = 25;
const LARGEST_SPAN = 5_000;

function tell(message: VerifyMessage): void {
  self.postMessage(message);
}

async function verify({ rpcUrl, deployment, block, paths }: VerifyOrder): Promise<void> {
  const chain = rpcChain(rpcUrl);
  if ((await chain.chainId()) !== deployment.chainId) return tell({ kind: "failed", reason: "otherChain" });
  if ((await chain.head()) < block) return tell({ kind: "failed", reason: "behind" });

  const blocks = block - deployment.fromBlock + 1;
  let entries = 0;
  const counting = {
    ...chain,
    logs: async (filter: Parameters<typeof chain.logs>[0]) => {
      const logs = await chain.logs(filter);
      entries += logs.length;
      return logs;
    },
  };
  tell({ kind: "progress", blocksDone: 0, blocks, entries });
  const store = await readChain({
    chain: counting,
    deployment,
    to: block,
    span: Math.min(LARGEST_SPAN, Math.max(SMALLEST_SPAN, Math.ceil(blocks / PARTS))),
    onProgress: (reached) =>
      tell({ kind: "progress", blocksDone: reached - deployment.fromBlock + 1, blocks, entries }),
  });
  // A deployment makes entries in its first blocks; where there are none, the node has thrown them away.
  if (entries === 0) return tell({ kind: "failed", reason: "incomplete" });
  const blockHash = (await store.reached())?.hash ?? "";
  tell({ kind: "done", answers: await recompute(store, paths), blockHash, entries });
}

function reasonOf(error: unknown): VerifyErrorName {
  if (error instanceof ChainMoved) return "moving";
  if (error instanceof ChainError) return CHAIN_REASONS[error.failure];
  // An entry that refers to one which the node did not give.
  if (error instanceof HistoryError && error.code === "HIST-902") return "incomplete";
  return "broke";
}

const CHAIN_REASONS = { "no-answer": "unreachable", refused: "refused", nonsense: "nonsense" } as const;

self.addEventListener("message", ({ data }: MessageEvent<VerifyOrder>) => {
  verify(data).catch((error: unknown) => tell({ kind: "failed", reason: reasonOf(error) }));
});
