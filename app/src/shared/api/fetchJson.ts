// SPDX-License-Identifier: Apache-2.0

import { z } from "#sdk/shape/index.ts";
import { config } from "../config/index.ts";
import { AppError, appError } from "../errors/AppError.ts";

/** A slow line gets this long for one answer; then the reader is told, and the next attempt starts. */
const TIMEOUT_MS = 20_000;

const serverError = z.object({
  error: z.object({ code: z.string(), message: z.string(), next: z.string() }),
});

/**
 * Ask the history server and check the shape of its answer. `no-cache` makes the browser send the ETag of the answer that it keeps,
 * so that an unchanged one costs a few bytes.
 * @param path Starts with "/api/".
 * @throws AppError with the server's own code and words, or APP-101 (no answer), APP-102 (too slow), APP-103 (not understood),
 * APP-104 (failed without words).
 */
export async function fetchJson<Out>(
  path: string,
  schema: z.Shape<Out, unknown>,
  signal?: AbortSignal,
): Promise<Out> {
  const response = await request(path, signal);
  const body = await readBody(response);
  if (!response.ok) throw refusal(response.status, body);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw appError("answer-not-understood", { cause: parsed.error, details: z.prettifyError(parsed.error) });
}

async function request(path: string, signal: AbortSignal | undefined): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await fetch(config().historyUrl + path, {
      cache: "no-cache",
      headers: { accept: "application/json" },
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
  } catch (cause) {
    // The page itself gave up on the question (the reader moved on): not a fault, and nobody is told.
    if (signal?.aborted) throw cause;
    throw appError(timeout.aborted ? "server-slow" : "server-unreachable", { cause });
  }
}

/** Undefined when the body is not JSON, as when a proxy answers with a page of its own. */
async function readBody(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (response.ok) throw appError("answer-not-understood", { cause });
    return undefined;
  }
}

function refusal(status: number, body: unknown): AppError {
  const told = serverError.safeParse(body);
  if (!told.success) return appError("server-failed", { status, details: `HTTP ${status}` });
  const { code, message, next } = told.data.error;
  return new AppError({ code, summary: message, next }, status);
}
