// SPDX-License-Identifier: Apache-2.0

import type { MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { SESSION_HEADER } from "#sdk/office/client/line.ts";
import { FILE_NAME_HEADER } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";

const HARMLESS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Only the office's own pages may ask, and what changes something has to say from which page it comes: a browser always does, and no
 * other site can pretend.
 * @throws OfficeError OFFICE-203.
 */
export function requireOrigin(origins: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const isAllowed = origin === undefined ? HARMLESS.has(c.req.method) : origins.includes(origin);
    if (!isAllowed) throw officeError("foreignOrigin");
    await next();
  };
}

/** Lets the office's own pages read the answers, with their session. */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: [...origins],
    credentials: true,
    allowMethods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowHeaders: ["Content-Type", "If-Match", SESSION_HEADER, FILE_NAME_HEADER],
    exposeHeaders: ["ETag", "Retry-After"],
    maxAge: 600,
  });
}
