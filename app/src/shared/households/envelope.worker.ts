// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";
import { createEnvelope, openEnvelope } from "#sdk/households/index.ts";
import type { EnvelopeAnswer, EnvelopeRequest } from "./envelopeMessages.ts";

async function answer(request: EnvelopeRequest): Promise<EnvelopeAnswer> {
  const { passphrase, organisation } = request;
  if (request.kind === "open")
    return { kind: "opened", content: await openEnvelope(passphrase, organisation, request.envelope) };
  return { kind: "created", envelope: await createEnvelope(passphrase, organisation, request.content) };
}

async function work(request: EnvelopeRequest): Promise<void> {
  try {
    self.postMessage(await answer(request));
  } catch (error) {
    if (!(error instanceof AnnonaError)) throw error;
    const { code, summary, next } = error;
    self.postMessage({ kind: "failed", code, summary, next } satisfies EnvelopeAnswer);
  }
}

self.addEventListener("message", (event: MessageEvent<EnvelopeRequest>) => void work(event.data));
