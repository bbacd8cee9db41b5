// SPDX-License-Identifier: Apache-2.0

import type { ProvenChunk } from "#sdk/list/index.ts";
import { AppError } from "../../../shared/errors/index.ts";
import { loadError } from "../errors.ts";
import type { CutAnswer, CutQuestion } from "./messages.ts";

/**
 * Have a worker of its own cut a list into its parts, and make sure that it is the approved one.
 * @param listRoot The root that was approved.
 * @throws AppError with the code of the list's fault; APP-421 when it is another list, APP-422 when the browser cannot.
 */
export async function cutInWorker(question: CutQuestion, listRoot: string): Promise<readonly ProvenChunk[]> {
  const worker = new Worker(new URL("./cut.worker.ts", import.meta.url), { type: "module" });
  try {
    const answer = await new Promise<CutAnswer>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<CutAnswer>) => resolve(data));
      worker.addEventListener("error", (cause) => reject(loadError("cannotRead", cause)));
      worker.postMessage(question);
    });
    if (answer.kind === "failed") throw new AppError(answer);
    if (answer.kind === "broken") throw loadError("cannotRead", new Error(answer.reason));
    if (answer.root.toLowerCase() !== listRoot.toLowerCase()) throw loadError("otherList");
    return answer.chunks;
  } finally {
    worker.terminate();
  }
}
