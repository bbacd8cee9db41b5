// SPDX-License-Identifier: Apache-2.0

import { HouseholdError } from "#sdk/households/index.ts";
import { appError } from "../errors/index.ts";
import type { EnvelopeAnswer, EnvelopeRequest } from "./envelopeMessages.ts";

type Answered = Exclude<EnvelopeAnswer, { kind: "failed" }>;

/**
 * Have a worker of its own open or make an envelope; it ends afterwards, and its memory with it.
 * @throws HouseholdError as the function of sdk/households does.
 */
export async function askEnvelopeWorker(request: EnvelopeRequest): Promise<Answered> {
  const worker = new Worker(new URL("./envelope.worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<Answered>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<EnvelopeAnswer>) =>
        data.kind === "failed" ? reject(new HouseholdError(data)) : resolve(data),
      );
      worker.addEventListener("error", (cause) => reject(appError("page-broke", { cause })));
      worker.postMessage(request);
    });
  } finally {
    worker.terminate();
  }
}
