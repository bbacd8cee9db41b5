// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Deployment } from "#sdk/bindings/deployments.ts";
import type { Follower } from "../follower.ts";
import { listCycles, listDocuments, listSettlements, listShops } from "../queries/lists.ts";
import { checkTotals, findProgramme, listProgrammes } from "../queries/programmes.ts";
import { listReceipts } from "../queries/receipts.ts";
import { selectRows } from "../queries/select.ts";
import type { SqlStore } from "../store/sqlStore.ts";
import { answer } from "./answer.ts";
import { unknownDocument, unknownPath, unknownProgramme } from "./errors.ts";
import {
  documentPath,
  numberedPage,
  pathOf,
  programmePath,
  programmesPage,
  queryOf,
  receiptsQuery,
} from "./parameters.ts";

export interface ApiParts {
  readonly store: SqlStore;
  readonly follower: Pick<Follower, "headSeen" | "problem">;
  readonly deployment: Deployment;
}

/** The JSON API. Everything in it is public and read-only, so any page may read it. */
export function historyApi({ store, follower, deployment }: ApiParts): Hono {
  const api = new Hono();
  api.use(cors({ origin: "*", allowMethods: ["GET", "HEAD", "OPTIONS"], exposeHeaders: ["ETag"] }));

  api.get("/status", (c) => {
    const { headSeen, problem } = follower;
    const query: Parameters<typeof answer>[2] = async (db) => {
      const programmes = (await selectRows(db, "programmes")).length;
      return { chainId: deployment.chainId, headSeen, programmes, problem };
    };
    return answer(c, store, query, `-${headSeen ?? "none"}-${problem ?? "ok"}`);
  });

  api.get("/programmes", (c) => {
    const page = queryOf(programmesPage, c);
    return answer(c, store, (db) => listProgrammes(db, page));
  });

  api.get("/programmes/:address", (c) => {
    const { address } = pathOf(programmePath, c);
    return answer(c, store, async (db) => orThrow(await findProgramme(db, address), unknownProgramme));
  });

  api.get("/programmes/:address/check", (c) => {
    const { address } = pathOf(programmePath, c);
    return answer(c, store, async (db) => orThrow(await checkTotals(db, address), unknownProgramme));
  });

  for (const [name, list] of Object.entries({
    cycles: listCycles,
    shops: listShops,
    settlements: listSettlements,
  })) {
    api.get(`/programmes/:address/${name}`, (c) => {
      const { address } = pathOf(programmePath, c);
      const page = queryOf(numberedPage, c);
      return answer(c, store, async (db) => {
        orThrow(await findProgramme(db, address), unknownProgramme);
        return list(db, address, page);
      });
    });
  }

  api.get("/programmes/:address/receipts", (c) => {
    const { address } = pathOf(programmePath, c);
    const { limit, cursor, ...filter } = queryOf(receiptsQuery, c);
    return answer(c, store, async (db) => {
      orThrow(await findProgramme(db, address), unknownProgramme);
      return listReceipts(db, address, filter, { limit, cursor });
    });
  });

  api.get("/documents/:hash", (c) => {
    const { hash } = pathOf(documentPath, c);
    return answer(c, store, async (db) => {
      const records = await listDocuments(db, hash);
      return orThrow(records.items.length > 0 ? records : undefined, unknownDocument);
    });
  });

  api.all("*", () => {
    throw unknownPath();
  });
  return api;
}

function orThrow<T>(found: T | undefined, error: () => Error): T {
  if (found === undefined) throw error();
  return found;
}
