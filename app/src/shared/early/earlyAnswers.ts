// SPDX-License-Identifier: Apache-2.0

/** What the first script of the page has asked for, kept for the page itself, which comes later. */
interface EarlyAnswer {
  readonly answer: Promise<Response>;
  readonly askedAt: number;
}

declare global {
  var annonaEarly: Map<string, EarlyAnswer> | undefined;
}

/** An answer that nobody has come for is soon too old to be shown as the latest. */
const KEPT_MS = 15_000;
/** As long as the page itself would wait. */
const TIMEOUT_MS = 20_000;

/** Ask before the page is there. The same headers as the page's own, so that the browser's cache knows both as one question. */
export function keepEarly(url: string): Promise<Response> {
  const answer = fetch(url, {
    cache: "no-cache",
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  globalThis.annonaEarly ??= new Map();
  globalThis.annonaEarly.set(url, { answer, askedAt: performance.now() });
  return answer;
}

/** The answer to a question that was asked before the page was there; each is handed out once, and only while it is fresh. */
export function takeEarly(url: string): Promise<Response> | undefined {
  const kept = globalThis.annonaEarly?.get(url);
  globalThis.annonaEarly?.delete(url);
  return kept && performance.now() - kept.askedAt < KEPT_MS ? kept.answer : undefined;
}
