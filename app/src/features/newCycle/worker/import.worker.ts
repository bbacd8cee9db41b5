// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";
import { ImportSession } from "./ImportSession.ts";
import type { LedgerSession } from "./LedgerSession.ts";
import type { LedgerOperations, Operation, WorkAnswer, WorkProgress, WorkRequest } from "./ledgerProtocol.ts";
import type { FileOperations } from "./protocol.ts";

type Handler = (input: never, onProgress: (progress: WorkProgress) => void) => unknown;

const files = new ImportSession();

/** What talks to the ledger is large, and only wanted once the file is fine. */
async function openLedger(): Promise<LedgerSession> {
  const { LedgerSession: Session } = await import("./LedgerSession.ts");
  return new Session(files);
}

let ledger: Promise<LedgerSession> | undefined;

async function handlerOf(operation: Operation): Promise<Handler> {
  if (operation in files) {
    const handlers: Readonly<Record<keyof FileOperations, Handler>> = files;
    return handlers[operation as keyof FileOperations].bind(files);
  }
  ledger ??= openLedger();
  const session = await ledger;
  const handlers: Readonly<Record<keyof LedgerOperations, Handler>> = session;
  return handlers[operation as keyof LedgerOperations].bind(session);
}

async function work({ id, operation, input }: WorkRequest): Promise<void> {
  try {
    const handle = await handlerOf(operation);
    const output = await handle(input as never, (progress) => answer({ id, progress }));
    answer({ id, output }, bytesIn(output));
  } catch (error) {
    // Only what was raised on purpose may be said: any other message could quote the file.
    const failure =
      error instanceof AnnonaError
        ? { code: error.code, summary: error.summary, next: error.next }
        : undefined;
    answer({ id, failure });
  }
}

function answer(message: WorkAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

/** Bytes move to the page instead of being copied. */
function bytesIn(output: unknown): Transferable[] {
  const bytes = typeof output === "object" && output !== null && "bytes" in output ? output.bytes : undefined;
  return bytes instanceof Uint8Array ? [bytes.buffer as ArrayBuffer] : [];
}

/** One after the other: a question rests on what the ones before it have left. */
let queue = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<WorkRequest>) => {
  queue = queue.then(() => work(data));
});
