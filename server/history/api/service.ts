// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import type * as v from "valibot";
import { readReached } from "../store/sqlStore.ts";
import type { Metrics } from "./metrics.ts";
import type { ApiParts } from "./route.ts";
import type { readiness } from "./serviceShapes.ts";

export interface ServiceParts extends Pick<ApiParts, "store" | "follower"> {
  readonly metrics: Metrics;
  /** Blocks that the index may be behind the head and still count as ready. */
  readonly mostLag?: number;
}

const MOST_LAG = 50;

/** For whoever runs the server: whether it lives, whether it should be sent requests, and figures for Prometheus. */
export function serviceRoutes({ store, follower, metrics, mostLag = MOST_LAG }: ServiceParts): Hono {
  const routes = new Hono();
  routes.get("/health", (context) => context.json({ status: "ok" }));
  routes.get("/ready", async (context) => {
    const state = await readinessOf({ store, follower }, mostLag);
    context.header("Cache-Control", "no-store");
    return context.json(state, state.ready ? 200 : 503);
  });
  routes.get("/metrics", async (context) => {
    const { indexedBlock, headSeen } = await readinessOf({ store, follower }, mostLag);
    context.header("Content-Type", metrics.contentType);
    return context.body(await metrics.text({ indexedBlock, headSeen }));
  });
  return routes;
}

async function readinessOf(
  { store, follower: { headSeen, problem } }: Pick<ServiceParts, "store" | "follower">,
  mostLag: number,
): Promise<v.InferOutput<typeof readiness>> {
  const reached = await store.read(readReached).catch(() => undefined);
  const indexedBlock = reached?.block ?? null;
  const lag = indexedBlock === null || headSeen === null ? null : Math.max(0, headSeen - indexedBlock);
  return {
    ready: lag !== null && lag <= mostLag && problem === null,
    database: reached === undefined ? "unreachable" : "ok",
    indexedBlock,
    headSeen,
    lag,
    problem,
  };
}
