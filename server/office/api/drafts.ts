// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { z } from "zod/mini";
import { sumAmounts } from "#sdk/money/index.ts";
import { decodeDraftRows } from "#sdk/office/draftRows.ts";
import { draftChangeSchema, newDraftSchema } from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import {
  changeDraft,
  createDraft,
  discardDraft,
  listDrafts,
  readDraft,
  readPart,
  restoreDraft,
  writePart,
} from "../store/drafts.ts";
import { stored, versioned } from "./answer.ts";
import { bytesOf, FILE_LIMIT, JSON_LIMIT, jsonOf, pathOf, queryOf, versionOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { checksummed, idPath } from "./paths.ts";
import { officers } from "./rights.ts";

const query = z.object({ programme: z.optional(checksummed) });

/** Lists that are being made: preparers write, every officer reads. */
export function draftsApi({ store, chain, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();
  const preparers = officers("Preparer");

  api.get("/drafts", officers(), async (c) => {
    const { programme } = queryOf(c, query);
    return c.json({ items: await listDrafts(db, programme) });
  });

  api.post("/drafts", preparers, JSON_LIMIT, async (c) => {
    const draft = await jsonOf(c, newDraftSchema);
    const { address: programme } = await chain.programme(draft.programme);
    const hand = { address: c.get("caller").address, now: now() };
    return versioned(c, await createDraft(db, { ...draft, programme }, hand));
  });

  api.get("/drafts/:id", officers(), async (c) => versioned(c, await readDraft(db, pathOf(c, idPath).id)));

  api.patch("/drafts/:id", preparers, JSON_LIMIT, async (c) => {
    const change = await jsonOf(c, draftChangeSchema);
    return versioned(c, await changeDraft(db, pathOf(c, idPath).id, versionOf(c), change, now()));
  });

  api.delete("/drafts/:id", preparers, async (c) =>
    versioned(c, await discardDraft(db, pathOf(c, idPath).id, versionOf(c), now())),
  );

  api.post("/drafts/:id/restore", preparers, async (c) =>
    versioned(c, await restoreDraft(db, pathOf(c, idPath).id, versionOf(c), now())),
  );

  api.put("/drafts/:id/rows", preparers, FILE_LIMIT, async (c) => {
    const version = versionOf(c);
    const content = await bytesOf(c);
    const counts = countRows(content);
    const part = { part: "rows", content, counts } as const;
    return versioned(c, await writePart(store, pathOf(c, idPath).id, version, part, now()));
  });

  api.get("/drafts/:id/rows", officers(), async (c) => {
    const { content, version } = await readPart(db, pathOf(c, idPath).id, "rows");
    return stored(c, content, { type: "text/csv; charset=utf-8", version });
  });

  api.put("/drafts/:id/sealed", preparers, FILE_LIMIT, async (c) => {
    const part = { part: "sealed", content: await bytesOf(c) } as const;
    return versioned(c, await writePart(store, pathOf(c, idPath).id, versionOf(c), part, now()));
  });

  api.get("/drafts/:id/sealed", officers(), async (c) => {
    const { content, version } = await readPart(db, pathOf(c, idPath).id, "sealed");
    return stored(c, content, { version });
  });
  return api;
}

/** @throws OfficeError OFFICE-307 naming the line that is wrong, never what it holds. */
function countRows(content: Uint8Array): { readonly households: number; readonly total: bigint } {
  const rows = decodeDraftRows(new TextDecoder().decode(content));
  if ("fault" in rows) throw officeError("badRows", { line: rows.line, fault: rows.fault });
  return { households: rows.length, total: sumAmounts(rows.map(({ amount }) => amount)) };
}
