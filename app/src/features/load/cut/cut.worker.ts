// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/AnnonaError.ts";
import { buildEntitlementList, decodeNamelessList } from "#sdk/list/index.ts";
import type { CutAnswer, CutQuestion } from "./messages.ts";

async function cut({ scope, list }: CutQuestion): Promise<CutAnswer> {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(list);
  const { root, chunks } = await buildEntitlementList(decodeNamelessList(text), scope);
  return { kind: "done", root, chunks };
}

function refusal(error: unknown): CutAnswer {
  if (error instanceof AnnonaError) {
    const { code, summary, next } = error;
    return { kind: "failed", code, summary, next };
  }
  return { kind: "broken", reason: error instanceof Error ? error.message : "unknown" };
}

self.addEventListener("message", ({ data }: MessageEvent<CutQuestion>) => {
  void cut(data)
    .catch(refusal)
    .then((answer) => self.postMessage(answer));
});
