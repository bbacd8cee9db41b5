// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { newListSchema } from "#sdk/office/index.ts";
import { readList, readListPart, storeList } from "../store/lists.ts";
import { stored } from "./answer.ts";
import { checkedList } from "./checkList.ts";
import { FILE_LIMIT, jsonOf, pathOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { cyclePath } from "./paths.ts";
import { officers } from "./rights.ts";

/** Committed lists: preparers store them, every officer reads them to approve what the ledger has only the root of. */
export function listsApi({ store, chain, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();

  api.post("/lists", officers("Preparer"), FILE_LIMIT, async (c) => {
    const list = await checkedList(chain, await jsonOf(c, newListSchema));
    return c.json(await storeList(db, list, { address: c.get("caller").address, now: now() }));
  });

  api.get("/lists/:programme/:cycle", officers(), async (c) => {
    const { programme, cycle } = pathOf(c, cyclePath);
    return c.json(await readList(db, programme, cycle));
  });

  api.get("/lists/:programme/:cycle/list", officers(), async (c) => {
    const { programme, cycle } = pathOf(c, cyclePath);
    const content = await readListPart(db, programme, cycle, "list");
    return stored(c, content, { type: "text/csv; charset=utf-8" });
  });

  api.get("/lists/:programme/:cycle/sheet", officers(), async (c) => {
    const { programme, cycle } = pathOf(c, cyclePath);
    const content = await readListPart(db, programme, cycle, "sheet");
    return stored(c, content, { type: "application/json" });
  });
  return api;
}
