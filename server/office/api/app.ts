// SPDX-License-Identifier: Apache-2.0

import { type Context, Hono, type MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { OfficeError } from "#sdk/office/index.ts";
import { backupApi } from "../backup/index.ts";
import { officeError } from "../errors.ts";
import type { Relayer } from "../relayer/index.ts";
import { agreementDraftsApi, agreementFilesApi } from "./agreements.ts";
import { cardsApi } from "./cards.ts";
import { documentsApi } from "./documents.ts";
import { draftsApi } from "./drafts.ts";
import { exceptionsApi } from "./exceptions.ts";
import { householdsApi } from "./households.ts";
import { jobsDeskApi } from "./jobs.ts";
import { limitAddresses, limitSessions } from "./limits.ts";
import { listsApi } from "./lists.ts";
import { mappingsApi } from "./mappings.ts";
import { allowOrigins, requireOrigin } from "./origins.ts";
import type { OfficeEnv } from "./parts.ts";
import { requestLog } from "./requestLog.ts";
import { requestsApi } from "./requests.ts";
import { refuseParties } from "./rights.ts";
import { meApi, requireSession, type SessionParts, sessionsApi } from "./sessions.ts";
import { statementsApi } from "./statements.ts";

export interface AppParts extends SessionParts {
  /** Origins of the office's own pages, such as "https://console.example.org". */
  readonly origins: readonly string[];
  readonly relayer: Relayer | undefined;
}

/** Nothing of the office is ever shown as a page, framed, or kept by a browser. */
const SECURITY = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
  crossOriginResourcePolicy: "same-site",
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
});

const TOO_LARGE = 413;

const NEVER_STORED: MiddlewareHandler = async (c, next) => {
  c.header("Cache-Control", "no-store");
  await next();
};

/** The whole server: everything under /office, private but for its status. */
export function officeApp(parts: AppParts): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.use(requestLog(parts.log));
  app.use(SECURITY, NEVER_STORED);
  app.use(allowOrigins(parts.origins), requireOrigin(parts.origins));
  app.use(limitAddresses(parts.isBehindProxy));
  app.route("/office", sessionsApi(parts));
  app.route("/office", privateApi(parts));
  app.notFound((c) => answerOf(c, officeError("unknownPath")));
  app.onError((error, c) => answerOf(c, error instanceof OfficeError ? error : officeError("unforeseen")));
  return app;
}

/** Everything that takes a session. */
function privateApi(parts: AppParts): Hono<OfficeEnv> {
  const api = new Hono<OfficeEnv>();
  api.use(requireSession(parts), limitSessions());
  api.route("/", meApi(parts));
  api.route("/", agreementFilesApi(parts));
  api.route("/", statementsApi(parts));
  // Parties to agreements get no further: what comes after this is for the organisation's own people and machines.
  api.use(refuseParties);
  for (const resource of [
    draftsApi,
    agreementDraftsApi,
    requestsApi,
    listsApi,
    householdsApi,
    mappingsApi,
    exceptionsApi,
    cardsApi,
    documentsApi,
    backupApi,
  ]) {
    api.route("/", resource(parts));
  }
  api.route("/", jobsDeskApi(parts.relayer));
  return api;
}

function answerOf(c: Context<OfficeEnv>, { code, summary, next, status, retryAfter }: OfficeError): Response {
  if (retryAfter !== undefined) c.header("Retry-After", String(retryAfter));
  // What is still on its way of a body that is too large is not waited for, so the line cannot be used again.
  if (status === TOO_LARGE) c.header("Connection", "close");
  return c.json({ error: { code, message: summary, next } }, status as ContentfulStatusCode);
}
