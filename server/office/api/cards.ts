// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { z } from "zod/mini";
import { cardCheckSchema, newCardsSchema } from "#sdk/office/index.ts";
import { blockCard, issueCards, listCards, readCard, verifyCard } from "../store/cards.ts";
import { JSON_LIMIT, jsonOf, pathOf, queryOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { accountPath, pagePath } from "./paths.ts";
import { officers } from "./rights.ts";

const query = z.object({ page: pagePath.shape.page });

/** Households' cards: custodians issue and block them, terminals and officers check them. */
export function cardsApi({ store, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();
  const custodians = officers("Custodian");

  api.post("/cards", custodians, JSON_LIMIT, async (c) => {
    const { cards } = await jsonOf(c, newCardsSchema);
    const hand = { address: c.get("caller").address, now: now() };
    return c.json({ items: await issueCards(store, cards, hand) });
  });

  // The one thing that a terminal may do here beside handing in its receipts.
  api.post("/cards/verify", JSON_LIMIT, async (c) =>
    c.json(await verifyCard(db, await jsonOf(c, cardCheckSchema), now())),
  );

  api.get("/cards", officers(), async (c) => c.json({ items: await listCards(db, queryOf(c, query).page) }));

  api.get("/cards/:account", officers(), async (c) =>
    c.json(await readCard(db, pathOf(c, accountPath).account)),
  );

  api.post("/cards/:account/block", custodians, async (c) =>
    c.json(await blockCard(db, pathOf(c, accountPath).account, now())),
  );
  return api;
}
