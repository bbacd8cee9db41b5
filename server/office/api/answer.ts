// SPDX-License-Identifier: Apache-2.0

import type { Context } from "hono";

/** Answer with something that has versions. */
export function versioned(c: Context, view: { readonly version: number }): Response {
  c.header("ETag", tagOf(view.version));
  return c.json(view);
}

/** Answer with what was stored, as it is. A browser that meets it by accident saves it and never shows it. */
export function stored(
  c: Context,
  content: Uint8Array,
  { type = "application/octet-stream", version }: { readonly type?: string; readonly version?: number } = {},
): Response {
  if (version !== undefined) c.header("ETag", tagOf(version));
  c.header("Content-Type", type);
  c.header("Content-Disposition", "attachment");
  return c.body(new Uint8Array(content));
}

function tagOf(version: number): string {
  return `"${version}"`;
}
