// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { documentHash } from "#sdk/agency/index.ts";
import { officeError } from "../errors.ts";
import { readDocument, storeDocument } from "../store/documents.ts";
import { stored } from "./answer.ts";
import { bytesOf, FILE_LIMIT, pathOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { hashPath } from "./paths.ts";
import { officers } from "./rights.ts";

/** The files behind the hashes that the ledger has: statements, control sheets, evidence. */
export function documentsApi({ store, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();

  api.put(
    "/documents/:hash",
    officers("Preparer", "Approver", "Finance", "Custodian"),
    FILE_LIMIT,
    async (c) => {
      const { hash } = pathOf(c, hashPath);
      const content = await bytesOf(c);
      if (documentHash(content) !== hash) throw officeError("otherDocument");
      await storeDocument(db, { hash, content }, { address: c.get("caller").address, now: now() });
      return c.body(null, 204);
    },
  );

  api.get("/documents/:hash", officers(), async (c) =>
    stored(c, await readDocument(db, pathOf(c, hashPath).hash)),
  );
  return api;
}
