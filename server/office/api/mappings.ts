// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { newMappingSchema } from "#sdk/office/index.ts";
import { deleteMapping, listMappings, readMapping, writeMapping } from "../store/mappings.ts";
import { versioned } from "./answer.ts";
import { JSON_LIMIT, jsonOf, pathOf, versionOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { namePath } from "./paths.ts";
import { officers } from "./rights.ts";

/** How the columns of partners' files are read: for those who drop files, read by every officer. */
export function mappingsApi({ store, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();
  const writers = officers("Preparer", "Finance", "Custodian");

  api.get("/mappings", officers(), async (c) => c.json({ items: await listMappings(db) }));

  api.get("/mappings/:name", officers(), async (c) =>
    versioned(c, await readMapping(db, pathOf(c, namePath).name)),
  );

  api.put("/mappings/:name", writers, JSON_LIMIT, async (c) => {
    const { name } = pathOf(c, namePath);
    const mapping = await jsonOf(c, newMappingSchema);
    const hand = { address: c.get("caller").address, now: now() };
    return versioned(c, await writeMapping(db, name, versionOf(c), mapping, hand));
  });

  api.delete("/mappings/:name", writers, async (c) => {
    await deleteMapping(db, pathOf(c, namePath).name, versionOf(c));
    return c.body(null, 204);
  });
  return api;
}
