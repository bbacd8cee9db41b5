// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { newEnvelopeSchema } from "#sdk/office/index.ts";
import { listPages, readEnvelope, readPage, writeEnvelope, writePage } from "../store/households.ts";
import { stored, versioned } from "./answer.ts";
import { bytesOf, FILE_LIMIT, JSON_LIMIT, jsonOf, pathOf, versionOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { pagePath } from "./paths.ts";
import { officers } from "./rights.ts";

/** The household map and the keys to it, both sealed in browsers: the office keeps bytes that it cannot read. */
export function householdsApi({ store, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();

  api.get("/households", officers(), async (c) => c.json({ items: await listPages(db) }));

  api.get("/households/:page", officers(), async (c) => {
    const { sealed, version } = await readPage(db, pathOf(c, pagePath).page);
    return stored(c, sealed, { version });
  });

  api.put("/households/:page", officers("Custodian", "Preparer"), FILE_LIMIT, async (c) => {
    const { page } = pathOf(c, pagePath);
    const hand = { address: c.get("caller").address, now: now() };
    const sealed = await bytesOf(c);
    return versioned(c, { version: await writePage(db, { page, sealed, version: versionOf(c) }, hand) });
  });

  api.get("/envelope", officers(), async (c) => {
    const { envelope, version } = await readEnvelope(db);
    return versioned(c, { envelope: JSON.parse(envelope) as unknown, version } as { version: number });
  });

  api.put("/envelope", officers("Administrator", "Custodian"), JSON_LIMIT, async (c) => {
    const envelope = JSON.stringify((await jsonOf(c, newEnvelopeSchema)).envelope);
    const hand = { address: c.get("caller").address, now: now() };
    return versioned(c, { version: await writeEnvelope(db, { envelope, version: versionOf(c) }, hand) });
  });
  return api;
}
