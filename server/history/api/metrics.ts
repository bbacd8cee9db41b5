// SPDX-License-Identifier: Apache-2.0

import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

export interface Standing {
  readonly indexedBlock: number | null;
  readonly headSeen: number | null;
}

export interface Metrics {
  readonly contentType: string;
  readonly middleware: MiddlewareHandler;
  /** Count an error by its code. */
  countError(code: string): void;
  /** Everything in Prometheus' text format. */
  text(standing: Standing): Promise<string>;
}

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];

/**
 * Figures about the server. Labels are routes as they are declared, methods, statuses and codes: never an address, a number or a
 * query that somebody asked for, since what people look at is nobody's business.
 */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const indexed = new Gauge({
    name: "annona_history_indexed_block",
    help: "Block up to which the chain is indexed; -1 before the first.",
    registers,
  });
  const head = new Gauge({
    name: "annona_history_head_block",
    help: "Newest block that the node told of; -1 when it never answered.",
    registers,
  });
  const lag = new Gauge({
    name: "annona_history_lag_blocks",
    help: "Blocks between the head and the index.",
    registers,
  });
  const requests = new Histogram({
    name: "annona_history_request_seconds",
    help: "Requests by route, method and status, with the time they took.",
    labelNames: ["route", "method", "status"],
    buckets: SECONDS,
    registers,
  });
  const errors = new Counter({
    name: "annona_history_errors_total",
    help: "Errors by code: refused requests and defects alike.",
    labelNames: ["code"],
    registers,
  });
  return {
    contentType: registry.contentType,
    middleware: async (context, next) => {
      const end = requests.startTimer();
      await next();
      const method = METHODS.has(context.req.method) ? context.req.method : "other";
      end({ route: routeOf(matchedRoutes(context)), method, status: context.res.status });
    },
    countError: (code) => errors.inc({ code }),
    text: ({ indexedBlock, headSeen }) => {
      indexed.set(indexedBlock ?? -1);
      head.set(headSeen ?? -1);
      lag.set(Math.max(0, (headSeen ?? -1) - (indexedBlock ?? -1)));
      return registry.metrics();
    },
  };
}

/** Any other word that somebody sends as a method would make a label of its own. */
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "POST"]);

/** The last route that is no catch-all. */
function routeOf(matched: readonly { readonly path: string }[]): string {
  return matched.findLast(({ path }) => !path.endsWith("*"))?.path ?? "other";
}
