// SPDX-License-Identifier: Apache-2.0

import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { AnnonaError } from "#sdk/errors/index.ts";

/** One line a request: method, pattern of the route, status, milliseconds, code of the error. Never an id, an address or a body. */
export function requestLog(log: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const pattern = matchedRoutes(c).findLast(({ path }) => !path.endsWith("*"))?.path ?? "(no route)";
    const milliseconds = Math.round(performance.now() - begun);
    const code = c.error === undefined ? "" : ` ${codeOf(c.error)}`;
    log(`office: ${c.req.method} ${pattern} ${c.res.status} ${milliseconds} ms${code}`);
  };
}

/** The code of an error. Messages of libraries may hold what was sent, so they are not logged; the name of their class is. */
export function codeOf(error: unknown): string {
  if (error instanceof AnnonaError) return error.code;
  return `OFFICE-501 (${error instanceof Error ? error.constructor.name : typeof error})`;
}
