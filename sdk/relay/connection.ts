// SPDX-License-Identifier: Apache-2.0

const TRANSIENT = new Set([
  "NETWORK_ERROR",
  "SERVER_ERROR",
  "TIMEOUT",
  "NONCE_EXPIRED",
  "REPLACEMENT_UNDERPRICED",
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_SOCKET",
]);

/**
 * Whether trying again later can help: the connection dropped, or the account's transaction number moved on because an earlier
 * attempt got through after all. A refusal by a contract or an empty wallet is final.
 */
export function isTransient(error: unknown): boolean {
  for (let current = error, depth = 0; isObject(current) && depth < 6; depth++) {
    if (typeof current.code === "string" && TRANSIENT.has(current.code)) return true;
    if (
      typeof current.message === "string" &&
      /already known|nonce too low|fetch failed/i.test(current.message)
    )
      return true;
    current = current.error ?? current.cause;
  }
  return false;
}

function isObject(
  value: unknown,
): value is { code?: unknown; message?: unknown; error?: unknown; cause?: unknown } {
  return typeof value === "object" && value !== null;
}

/** Resolve after so many milliseconds, or at once when the signal is given. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
  });
}
