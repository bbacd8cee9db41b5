// SPDX-License-Identifier: Apache-2.0

import type { Plugin } from "vite";

/**
 * What the built pages may load: their own files and their own server, nothing inline and nothing from elsewhere.
 * WebAssembly is allowed because files are hashed with it.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Writes the policy into the built page, so that it holds wherever the files are hosted. Not while developing: the development
 * server injects inline code of its own.
 */
export function contentPolicy(): Plugin {
  return {
    name: "annona-content-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
        injectTo: "head-prepend",
      },
    ],
  };
}
