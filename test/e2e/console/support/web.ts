// SPDX-License-Identifier: Apache-2.0

import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { type Listening, listen } from "#server/shared/listen.ts";

/** A plain web server for a published console, as an office has one: files as they are, and the page for every other path. */
export function serveFolder(folder: string, port: number): Promise<Listening> {
  const web = new Hono();
  web.use("*", serveStatic({ root: folder, precompressed: true }));
  web.get("*", serveStatic({ root: folder, path: "index.html", precompressed: true }));
  return listen({
    fetch: web.fetch,
    port,
    host: "127.0.0.1",
    refuse: ({ cause }) => new Error(`The pages cannot be served on port ${port}.`, { cause }),
  });
}
