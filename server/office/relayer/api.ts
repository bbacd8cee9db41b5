// SPDX-License-Identifier: Apache-2.0

import { type Context, Hono } from "hono";
import { z } from "zod/mini";
import { addressSchema, numberSchema } from "#sdk/office/schemas/common.ts";
import { jobStateSchema, newJobSchema } from "#sdk/office/schemas/jobs.ts";
import { jobError } from "./errors.ts";
import type { JobView } from "./jobStore.ts";
import type { Relayer } from "./relayer.ts";
import type { JobRequest } from "./workplace.ts";

/** What the office decides about jobs: who may do what, and how a request that is not valid is refused. */
export interface JobsDesk {
  /** Check what came with a request. @throws the office's own refusal. */
  check<T extends z.ZodMiniType>(schema: T, given: unknown): z.output<T>;
  /** The JSON of a request's body. @throws the office's own refusal. */
  json(context: Context): Promise<unknown>;
  /** Who starts this job. @returns their address. @throws the office's own refusal when they may not. */
  mayStart(context: Context, job: JobRequest): Promise<string>;
  /** @throws the office's own refusal when the caller may not see all jobs. */
  mayList(context: Context): Promise<void>;
  /** @throws the office's own refusal when the caller may not see this job. */
  maySee(context: Context, job: JobView): Promise<void>;
  /** @throws the office's own refusal when the caller may not pause or resume this job. */
  mayChange(context: Context, job: JobView): Promise<void>;
}

const filterSchema = z.object({
  programme: z.optional(addressSchema),
  cycle: z.optional(
    z.pipe(
      z.string().check(z.regex(/^[0-9]{1,10}$/, "is not a number")),
      z.pipe(z.transform(Number), numberSchema),
    ),
  ),
  state: z.optional(jobStateSchema),
});

/**
 * Routes of the relayer's jobs, to be mounted under /office.
 * @param relayer Undefined for an office without one: reading answers with nothing then, everything else with OFFICE-601.
 */
export function jobsApi(relayer: Relayer | undefined, desk: JobsDesk): Hono {
  const app = new Hono();
  const needed = (): Relayer => {
    if (relayer === undefined) throw jobError("noRelayer");
    return relayer;
  };

  app.post("/jobs", async (c) => {
    const request = desk.check(newJobSchema, await desk.json(c));
    const caller = await desk.mayStart(c, request);
    return c.json(await needed().submit(request, caller), 202);
  });

  app.get("/jobs", async (c) => {
    await desk.mayList(c);
    const filter = desk.check(filterSchema, c.req.query());
    return c.json({ items: relayer === undefined ? [] : await relayer.list(filter) });
  });

  app.get("/jobs/:id", async (c) => {
    const job = await needed().get(c.req.param("id"));
    await desk.maySee(c, job);
    return c.json(job);
  });

  app.post("/jobs/:id/pause", async (c) => {
    await desk.mayChange(c, await needed().get(c.req.param("id")));
    return c.json(await needed().pause(c.req.param("id")));
  });

  app.post("/jobs/:id/resume", async (c) => {
    await desk.mayChange(c, await needed().get(c.req.param("id")));
    return c.json(await needed().resume(c.req.param("id")));
  });
  return app;
}
