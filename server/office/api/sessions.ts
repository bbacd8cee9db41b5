// SPDX-License-Identifier: Apache-2.0

import { Hono, type MiddlewareHandler } from "hono";
import type { z } from "zod/mini";
import { type meSchema, type OfficeStatus, signInSchema, type statusSchema } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { Caller } from "../session/caller.ts";
import { giveToken, kindOf, takeToken, tokenOf } from "../session/cookie.ts";
import type { Nonces } from "../session/nonces.ts";
import type { Sessions } from "../session/sessions.ts";
import { readSignIn, type SignInRules } from "../session/signature.ts";
import { JSON_LIMIT, jsonOf } from "./input.ts";
import { limitSignIns } from "./limits.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { codeOf } from "./requestLog.ts";

export interface SessionParts extends OfficeParts {
  readonly nonces: Nonces;
  readonly sessions: Sessions;
  readonly isSigned: SignInRules["isSigned"];
  readonly isBehindProxy: boolean;
  /** How the relayer is; null for an office without one. */
  readonly relayerStatus: () => Promise<z.input<typeof statusSchema>["relayer"]>;
}

/** What works without a session: how the office is, and beginning and ending a session. */
export function sessionsApi(parts: SessionParts): Hono<OfficeEnv> {
  const { nonces, sessions, organisation, chain, now } = parts;
  const api = new Hono<OfficeEnv>();
  const signInLimit = limitSignIns(parts.isBehindProxy);

  api.get("/status", async (c) => c.json(await statusOf(parts)));

  api.get("/challenge", signInLimit, (c) => c.json(nonces.give()));

  api.post("/session", signInLimit, JSON_LIMIT, async (c) => {
    const signIn = await jsonOf(c, signInSchema);
    const { chainId } = chain.suite;
    const origin = c.req.header("origin") ?? "";
    const address = await readSignIn(signIn, origin, { chainId, nonces, now, isSigned: parts.isSigned });
    const { token, caller } = await sessions.begin(
      address,
      kindOf(c) === "terminal" ? ["terminal"] : ["officer", "party", "terminal"],
    );
    const former = tokenOf(c, organisation);
    if (former !== undefined) await sessions.end(former);
    giveToken(c, organisation, token);
    return c.json(await meOf(parts, caller));
  });

  api.delete("/session", async (c) => {
    const token = tokenOf(c, organisation);
    if (token !== undefined) await sessions.end(token);
    takeToken(c, organisation);
    return c.body(null, 204);
  });
  return api;
}

/** Who is signed in. Behind the session check. */
export function meApi(parts: OfficeParts): Hono<OfficeEnv> {
  return new Hono<OfficeEnv>().get("/me", async (c) => c.json(await meOf(parts, c.get("caller"))));
}

/** Lets through who is signed in. @throws OfficeError OFFICE-101, OFFICE-102, OFFICE-502. */
export function requireSession({ sessions, organisation }: SessionParts): MiddlewareHandler<OfficeEnv> {
  return async (c, next) => {
    const token = tokenOf(c, organisation);
    if (token === undefined) throw officeError("notSignedIn");
    c.set("caller", await sessions.resume(token));
    await next();
  };
}

async function statusOf({ chain, organisation, relayerStatus }: SessionParts) {
  const described = await chain.describe().catch((error: unknown) => ({ name: "", problem: codeOf(error) }));
  return {
    chainId: chain.suite.chainId,
    organisation: { id: organisation, name: described.name },
    relayer: await relayerStatus(),
    problem: "problem" in described ? described.problem : null,
  } satisfies Omit<OfficeStatus, "relayer"> & { relayer: unknown };
}

async function meOf({ chain, organisation }: OfficeParts, caller: Caller): Promise<z.input<typeof meSchema>> {
  const { kind, address, roles, terminals, agreements, expiresAt } = caller;
  const { name } = await chain.describe();
  return {
    kind,
    address,
    organisation: { id: organisation, name },
    roles: [...roles],
    terminals: [...terminals],
    agreements: agreements.map(({ agreement, as }) => ({ agreement, as: [...as] })),
    expiresAt,
  };
}
