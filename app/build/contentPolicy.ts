// SPDX-License-Identifier: Apache-2.0

import type { Plugin } from "vite";
import { contentPolicy } from "../../sdk/console/contentPolicy.ts";

/**
 * Writes the content policy into the built page, so that it holds wherever the files are hosted. Publishing writes the servers of a
 * console into it. Not while developing: the development server injects inline code of its own.
 */
export function contentPolicyTag(): Plugin {
  return {
    name: "annona-content-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentPolicy() },
        injectTo: "head-prepend",
      },
    ],
  };
}
