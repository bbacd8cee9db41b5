// SPDX-License-Identifier: Apache-2.0

import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { ExportError } from "#sdk/formats/ExportError.ts";
import { codeOf } from "../follower.ts";
import { historyApi } from "./api.ts";
import { ApiError, errorView, internalError, unknownPath } from "./errors.ts";
import { createMetrics } from "./metrics.ts";
import type { ApiParts } from "./route.ts";
import { serviceRoutes } from "./service.ts";

export interface AppParts extends ApiParts {
  /** Folder of the built app; without it only the API is served. */
  readonly staticFolder?: string | undefined;
  readonly log: (line: string) => void;
}

const SECURITY = secureHeaders({
  // What the app may load stands in its own page, made by its build. This adds what a page cannot say of itself.
  contentSecurityPolicy: { frameAncestors: ["'none'"], baseUri: ["'none'"], objectSrc: ["'none'"] },
  crossOriginResourcePolicy: "cross-origin",
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
});

/**
 * The whole server: the API under /api (and, for addresses that are written down elsewhere, under /api/v1), what its operator asks
 * for, and the app, if given, everywhere else.
 */
export function historyApp(parts: AppParts): Hono {
  const app = new Hono();
  const metrics = createMetrics();
  app.use(metrics.middleware);
  app.use(SECURITY);
  app.route("/", serviceRoutes({ ...parts, metrics }));
  const api = historyApi(parts);
  app.route("/api/v1", api);
  app.route("/api", api);
  if (parts.staticFolder !== undefined) serveApp(app, parts.staticFolder);
  app.notFound((c) => c.json(errorView(unknownPath()), 404));
  app.onError((error, c) => {
    metrics.countError(codeOf(error));
    if (error instanceof ApiError) return c.json(errorView(error), error.status);
    // The ledger lacks what the file must say; asking again later may help, asking otherwise does not.
    if (error instanceof ExportError) return c.json(errorView(error), 409);
    parts.log(`history: a request failed, ${codeOf(error)}`);
    return c.json(errorView(internalError()), 500);
  });
  return app;
}

/** Files as they are; every other path without a file extension is a page of the app, which routes by itself. */
function serveApp(app: Hono, folder: string): void {
  app.use(
    "*",
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (path, c) => {
        const isNamedByContent = /[\\/]assets[\\/]/.test(path);
        c.header("Cache-Control", isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  const page = serveStatic({
    root: folder,
    path: "index.html",
    precompressed: true,
    onFound: (_, c) => c.header("Cache-Control", "no-cache"),
  });
  app.get("*", (c, next) => (/\.[a-z0-9]+$/i.test(c.req.path) ? next() : page(c, next)));
}
