// SPDX-License-Identifier: Apache-2.0

import type { ConsoleConfig } from "./config.ts";

/**
 * What the pages may load: their own files and the servers that they are told of, nothing inline and nothing from elsewhere.
 * WebAssembly is allowed because files are hashed with it; pictures as data: because wallets announce theirs so.
 * @param connectTo Origins besides the pages' own that they may talk to.
 */
export function contentPolicy(connectTo: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connectTo].join(" ")}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** The servers that a configuration names, as origins, each once. */
export function originsOf({ chain, historyUrl, snapshotUrl, officeUrl }: ConsoleConfig): string[] {
  const urls = [chain.rpcUrl, historyUrl, snapshotUrl, officeUrl].filter((url) => url?.startsWith("http"));
  return [...new Set(urls.map((url) => new URL(url as string).origin))];
}
