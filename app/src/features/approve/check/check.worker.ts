// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/AnnonaError.ts";
import { decodeNamelessList, readChunk } from "#sdk/list/index.ts";
import { checkList, type EarlierList } from "./checkList.ts";
import { transferable } from "./columns.ts";
import type { CheckAnswer, CheckQuestion, EarlierSource } from "./messages.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

async function answer(question: CheckQuestion): Promise<void> {
  const checked = await checkList({
    ...question,
    list: utf8.decode(question.list),
    earlier: question.earlier.map(readEarlier),
  });
  const done: CheckAnswer = { kind: "done", checked };
  self.postMessage(done, { transfer: transferable(checked.columns) });
}

function readEarlier(source: EarlierSource): EarlierList {
  const { cycle } = source;
  if ("file" in source) return { cycle, entries: decodeNamelessList(utf8.decode(source.file)) };
  return { cycle, entries: source.chunks.flatMap(({ chunk, payload }) => readChunk(chunk, payload)) };
}

function refusal(error: unknown): CheckAnswer {
  if (error instanceof AnnonaError) {
    const { code, summary, next } = error;
    return { kind: "failed", code, summary, next };
  }
  return { kind: "broken", reason: error instanceof Error ? error.message : "unknown" };
}

self.addEventListener("message", ({ data }: MessageEvent<CheckQuestion>) => {
  answer(data).catch((error: unknown) => self.postMessage(refusal(error)));
});
