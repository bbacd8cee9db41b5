// SPDX-License-Identifier: Apache-2.0

import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { NO_PROFILE } from "#sdk/formats/exportProfile.ts";
import { answer, indexedTo } from "./answer.ts";
import { unknownPath } from "./errors.ts";
import { describeApi } from "./openApi.ts";
import { pathOf, queryOf } from "./parameters.ts";
import type { ApiParts, FileAnswer, Route, RouteRequest } from "./route.ts";
import { ROUTES } from "./routes.ts";

/** The API. Everything in it is public and read-only, so any page may read it. */
export function historyApi(given: ApiParts): Hono {
  const parts = { profile: NO_PROFILE, ...given };
  const api = new Hono();
  const exposeHeaders = ["ETag", "Content-Disposition"];
  api.use(cors({ origin: "*", allowMethods: ["GET", "HEAD", "OPTIONS"], exposeHeaders }));
  // A page of receipts is a sixth of its size on the way.
  api.use(compress());
  for (const route of ROUTES) api.get(honoPath(route.path), (context) => answerRoute(route, parts, context));
  const description = describeApi();
  api.get("/openapi.json", (context) => context.json(description));
  api.all("*", () => {
    throw unknownPath();
  });
  return api;
}

/** A path with its parameters as the router writes them. */
export function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

function answerRoute(route: Route, parts: Required<ApiParts>, context: Context): Promise<Response> {
  const request = {
    params: pathOf(route.params, context),
    query: queryOf(route.query, context),
  } as unknown as RouteRequest;
  return answer(context, parts.store, {
    query: (db, reached) => route.run({ db, reached, parts }, request),
    respond: (found, reached) =>
      route.answer === "file"
        ? respondFile(context, found as FileAnswer)
        : context.json({ ...found, indexedTo: indexedTo(reached) }),
    ...(route.tag === undefined ? {} : { tag: route.tag(parts) }),
  });
}

function respondFile(context: Context, { mediaType, fileName, text }: FileAnswer): Response {
  context.header("Content-Type", mediaType);
  context.header("Content-Disposition", `attachment; filename="${fileName}"`);
  return context.body(text);
}
