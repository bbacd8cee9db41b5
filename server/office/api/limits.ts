// SPDX-License-Identifier: Apache-2.0

import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { officeError } from "../errors.ts";
import type { OfficeEnv } from "./parts.ts";

interface Allowance {
  /** Requests at once. */
  readonly burst: number;
  /** Requests a second after that. */
  readonly perSecond: number;
}

/** A console loads some dozens at once, and saves a household map of 100,000 accounts with 400. */
const PER_SESSION: Allowance = { burst: 600, perSecond: 20 };
/** Several officers may sit behind one address. */
const PER_ADDRESS: Allowance = { burst: 2_000, perSecond: 60 };
/** Signing in takes two requests and costs the node a few calls. */
const SIGN_INS: Allowance = { burst: 120, perSecond: 1 };

/** Callers that are remembered; the one that has been quiet for longest makes room. */
const MOST = 10_000;

/** A bucket of requests for each caller, which fills up again by itself. */
class Buckets {
  readonly #allowance: Allowance;
  readonly #known = new Map<string, { left: number; at: number }>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** @throws OfficeError OFFICE-206 when the caller's bucket is empty. */
  take(caller: string): void {
    const { burst, perSecond } = this.#allowance;
    const at = performance.now() / 1_000;
    const known = this.#known.get(caller) ?? { left: burst, at };
    const left = Math.min(burst, known.left + (at - known.at) * perSecond);
    this.#known.delete(caller);
    this.#known.set(caller, { left: Math.max(0, left - 1), at });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    if (left >= 1) return;
    const seconds = Math.ceil((1 - left) / perSecond);
    throw officeError("tooMany", { seconds }, { retryAfter: seconds });
  }
}

/** @param isBehindProxy Whether the machine in front writes the caller's address at the end of X-Forwarded-For. */
export function limitAddresses(isBehindProxy: boolean): MiddlewareHandler {
  const buckets = new Buckets(PER_ADDRESS);
  return async (c, next) => {
    buckets.take(addressOf(c, isBehindProxy));
    await next();
  };
}

export function limitSignIns(isBehindProxy: boolean): MiddlewareHandler {
  const buckets = new Buckets(SIGN_INS);
  return async (c, next) => {
    buckets.take(addressOf(c, isBehindProxy));
    await next();
  };
}

/** Behind the session check. */
export function limitSessions(): MiddlewareHandler<OfficeEnv> {
  const buckets = new Buckets(PER_SESSION);
  return async (c, next) => {
    buckets.take(c.get("caller").session);
    await next();
  };
}

function addressOf(c: Context, isBehindProxy: boolean): string {
  const forwarded = isBehindProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded ?? getConnInfo(c).remote.address ?? "";
}
