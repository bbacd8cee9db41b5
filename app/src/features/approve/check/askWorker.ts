// SPDX-License-Identifier: Apache-2.0

import { AppError } from "../../../shared/errors/index.ts";
import { approveError } from "../errors.ts";
import type { CheckedList } from "./checkList.ts";
import type { CheckAnswer, CheckQuestion } from "./messages.ts";

/**
 * Have a worker of its own work the list out anew; it ends afterwards, and its memory with it.
 * @throws AppError with the code of the list's fault; APP-413 when the browser cannot.
 */
export async function checkInWorker(question: CheckQuestion, signal: AbortSignal): Promise<CheckedList> {
  const worker = new Worker(new URL("./check.worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<CheckedList>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      worker.addEventListener("error", (cause) => reject(approveError("cannotCheck", cause)));
      worker.addEventListener("message", ({ data }: MessageEvent<CheckAnswer>) => {
        if (data.kind === "done") resolve(data.checked);
        else if (data.kind === "failed") reject(new AppError(data));
        else reject(approveError("cannotCheck", new Error(data.reason)));
      });
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}
