// SPDX-License-Identifier: Apache-2.0

import { ImportError, importFault } from "./faults.ts";
import type { Operation, Operations, WorkAnswer, WorkProgress, WorkRequest } from "./ledgerProtocol.ts";

interface Waiting {
  readonly resolve: (output: never) => void;
  readonly reject: (error: ImportError) => void;
  readonly onProgress: ((progress: WorkProgress) => void) | undefined;
}

interface AskOptions {
  /** Buffers of the input that the page gives away. */
  readonly transfer?: Transferable[];
  readonly onProgress?: ((progress: WorkProgress) => void) | undefined;
}

/** The page's side of the import worker. The worker is started with the first question. */
export class ImportWorker {
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  /**
   * Ask the worker; questions are answered in their order.
   * @throws ImportError with the code that the worker failed with; LIST-708 for a fault of its own.
   */
  ask<Name extends Operation>(
    operation: Name,
    input: Operations[Name]["input"],
    { transfer = [], onProgress }: AskOptions = {},
  ): Promise<Operations[Name]["output"]> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      worker.postMessage({ id, operation, input } satisfies WorkRequest, { transfer });
    });
  }

  /** End the worker, and everything personal that it holds. What was asked stays without an answer. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#waiting.clear();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./import.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<WorkAnswer>) => this.#hear(data));
    worker.addEventListener("error", () => this.#giveUp());
    return worker;
  }

  #hear(answer: WorkAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    if ("progress" in answer) {
      waiting.onProgress?.(answer.progress);
      return;
    }
    this.#waiting.delete(answer.id);
    if ("output" in answer) waiting.resolve(answer.output as never);
    else waiting.reject(answer.failure ? new ImportError(answer.failure) : importFault("workerBroke"));
  }

  #giveUp(): void {
    for (const { reject } of this.#waiting.values()) reject(importFault("workerBroke"));
    this.#waiting.clear();
  }
}
