// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import { Hono } from "hono";
import { z } from "zod/mini";
import { exceptionChangeSchema, exceptionStateSchema, newExceptionSchema } from "#sdk/office/index.ts";
import { changeException, createException, listExceptions } from "../store/exceptions.ts";
import { versioned } from "./answer.ts";
import { JSON_LIMIT, jsonOf, pathOf, queryOf, versionOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { checksummed, idPath } from "./paths.ts";
import { officers } from "./rights.ts";

const query = z.object({ programme: z.optional(checksummed), state: z.optional(exceptionStateSchema) });

/** What somebody has to look into: for those who do the month's work, read by every officer. */
export function exceptionsApi({ store, chain, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();
  const writers = officers("Preparer", "Approver", "Finance", "Custodian");

  api.get("/exceptions", officers(), async (c) =>
    c.json({ items: await listExceptions(db, queryOf(c, query)) }),
  );

  api.post("/exceptions", writers, JSON_LIMIT, async (c) => {
    const exception = await jsonOf(c, newExceptionSchema);
    const { address: programme } = await chain.programme(exception.programme);
    const terminal = exception.terminal && getAddress(exception.terminal.toLowerCase());
    const hand = { address: c.get("caller").address, now: now() };
    return versioned(c, await createException(store, { ...exception, programme, terminal }, hand));
  });

  api.patch("/exceptions/:id", writers, JSON_LIMIT, async (c) => {
    const change = await jsonOf(c, exceptionChangeSchema);
    return versioned(c, await changeException(db, pathOf(c, idPath).id, versionOf(c), change, now()));
  });
  return api;
}
