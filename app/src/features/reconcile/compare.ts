// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";
import type { ResolveIds } from "#sdk/formats/receiptsCsvRows.ts";
import type { StatementFile } from "#sdk/formats/statementCsv.ts";
import type { ReconcileInput, StatementRow } from "#sdk/reconcile/index.ts";
import { appError } from "../../shared/errors/index.ts";
import type { Compared, Question, ReadingOptions, Reply } from "./messages.ts";

export interface ComparisonInput {
  readonly file: File;
  readonly options: ReadingOptions;
  /** Given when the file names households by the office's id. */
  readonly resolveIds?: ResolveIds | undefined;
  readonly readBooks: (statement: readonly StatementRow[]) => Promise<ReconcileInput>;
  readonly signal: AbortSignal;
}

export type Comparison =
  | { readonly kind: "unreadable"; readonly file: StatementFile }
  | ({ readonly kind: "compared" } & Compared);

/**
 * Read a shop's statement, read the books, compare the two, beside the page.
 * @throws AnnonaError when the file or the books cannot be read.
 */
export async function compareStatement(input: ComparisonInput): Promise<Comparison> {
  const worker = new Worker(new URL("./reconcile.worker.ts", import.meta.url), { type: "module" });
  const stop = () => worker.terminate();
  input.signal.addEventListener("abort", stop);
  try {
    const bytes = await readBytes(input.file);
    const parsed = await ask(worker, parseQuestion(bytes, input), input.resolveIds);
    if (parsed.kind !== "parsed") throw appError("page-broke");
    if (parsed.file.problems.length > 0) return { kind: "unreadable", file: parsed.file };
    const books = await input.readBooks(parsed.file.statement);
    const reply = await ask(worker, { kind: "reconcile", input: books });
    if (reply.kind !== "reconciled") throw appError("page-broke");
    return { kind: "compared", ...reply.compared };
  } finally {
    input.signal.removeEventListener("abort", stop);
    stop();
  }
}

function parseQuestion(bytes: Uint8Array, { options, resolveIds }: ComparisonInput): Question {
  return { kind: "parse", bytes, options, hasIds: resolveIds !== undefined };
}

async function readBytes(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw appError("file-unreadable", { cause });
  }
}

/** Ask the worker and wait for its answer; it may ask back for accounts in between. */
function ask(worker: Worker, question: Question, resolveIds?: ResolveIds): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const onMessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === "resolve") {
        void resolveIds?.(data.written).then(
          (accounts) => worker.postMessage({ kind: "resolved", accounts } satisfies Question),
          reject,
        );
        return;
      }
      worker.removeEventListener("message", onMessage);
      if (data.kind !== "failed") resolve(data);
      else reject(data.error ? new AnnonaError(data.error) : appError("page-broke"));
    };
    worker.addEventListener("message", onMessage);
    worker.addEventListener("error", (cause) => reject(appError("page-broke", { cause })), { once: true });
    worker.postMessage(question);
  });
}
