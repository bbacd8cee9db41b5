// SPDX-License-Identifier: Apache-2.0

/// <reference lib="webworker" />

import { AnnonaError } from "#sdk/errors/index.ts";
import type { ResolveIds } from "#sdk/formats/receiptsCsvRows.ts";
import { parseStatementCsv } from "#sdk/formats/statementCsv.ts";
import type { AccountNumber } from "#sdk/list/index.ts";
import { encodeResultCsv, reconcile, statementDocument } from "#sdk/reconcile/index.ts";
import type { Question, Reply } from "./messages.ts";

declare const self: DedicatedWorkerGlobalScope;

let onResolved: (accounts: ReadonlyMap<string, AccountNumber>) => void = () => undefined;

/** Only the page has the household key, so it is the page that resolves ids. */
const askPage: ResolveIds = (written) => {
  say({ kind: "resolve", written });
  return new Promise((resolve) => {
    onResolved = resolve;
  });
};

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  if (data.kind === "resolved") onResolved(data.accounts);
  else void answer(data).then(say, (error: unknown) => say({ kind: "failed", error: wordsOfError(error) }));
});

async function answer(question: Exclude<Question, { kind: "resolved" }>): Promise<Reply> {
  if (question.kind === "parse") {
    const { bytes, options, hasIds } = question;
    const file = await parseStatementCsv(bytes, { ...options, ...(hasIds ? { resolveIds: askPage } : {}) });
    return { kind: "parsed", file };
  }
  const result = reconcile(question.input);
  const document = await statementDocument(result);
  return { kind: "reconciled", compared: { result, document, csv: encodeResultCsv(result) } };
}

function wordsOfError(error: unknown) {
  if (!(error instanceof AnnonaError)) return null;
  const { code, summary, next } = error;
  return { code, summary, next };
}

function say(reply: Reply): void {
  self.postMessage(reply);
}
