// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import * as shapes from "#sdk/history/shapes/index.ts";
import { takeEarly } from "../early/earlyAnswers.ts";
import { AppError, appError } from "../errors/AppError.ts";

/** A slow line gets this long for one answer; then the reader is told, and the next attempt starts. */
const TIMEOUT_MS = 20_000;

/** How a question is asked. */
export interface Asking {
  /** Cuts the question off. */
  readonly signal?: AbortSignal | undefined;
  /** "no-store" asks for the whole answer again, whatever the browser keeps. */
  readonly cache?: RequestCache | undefined;
}

/**
 * Ask the history server. `no-cache` makes the browser send the ETag of the answer that it keeps, so that an unchanged one costs a few
 * bytes.
 * @param origin Of the server; "" is the page's own.
 * @param path Starts with "/api/".
 * @throws AppError with the server's own code and words, or APP-101 (no answer), APP-102 (too slow), APP-103 (not understood),
 * APP-104 (failed without words).
 */
export async function askServer(origin: string, path: string, asking: Asking = {}): Promise<unknown> {
  const response = await request(origin + path, asking);
  const body = await readBody(response);
  if (!response.ok) throw refusal(response.status, body);
  return body;
}

/** One request with a limit of time, cut off when the reader moves on. @throws AppError APP-101, APP-102. */
export async function request(url: string, { signal, cache = "no-cache" }: Asking): Promise<Response> {
  const early = cache === "no-cache" ? await takeEarly(url)?.catch(() => undefined) : undefined;
  if (early !== undefined) return early;
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await fetch(url, {
      cache,
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
  const told = v.safeParse(shapes.error, body);
  if (!told.success) return appError("server-failed", { status, details: `HTTP ${status}` });
  const { code, message, next } = told.output.error;
  return new AppError({ code, summary: message, next }, status);
}
