// SPDX-License-Identifier: Apache-2.0

import { Hono } from "hono";
import { z } from "zod/mini";
import { fromHex } from "#sdk/merkle/index.ts";
import {
  type NewRequest,
  newRequestSchema,
  requestChangeSchema,
  requestStateSchema,
} from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import type { Caller } from "../session/caller.ts";
import {
  changeRequest,
  createRequest,
  listRequests,
  type RequestToMake,
  readCommitments,
  readRequest,
} from "../store/requests.ts";
import { versioned } from "./answer.ts";
import { FILE_LIMIT, JSON_LIMIT, jsonOf, pathOf, queryOf, versionOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { idPath } from "./paths.ts";
import { officers } from "./rights.ts";

const query = z.object({ state: z.optional(requestStateSchema) });

/** Accounts to open: preparers ask, custodians answer. */
export function requestsApi(parts: OfficeParts): Hono<OfficeEnv> {
  const { store, now } = parts;
  const { db } = store;
  const api = new Hono<OfficeEnv>();

  api.get("/requests", officers(), async (c) => {
    const { state } = queryOf(c, query);
    return c.json({ items: await listRequests(db, state) });
  });

  api.post("/requests", officers("Preparer", "Custodian"), FILE_LIMIT, async (c) => {
    const caller = c.get("caller");
    const request = await requestOf(parts, caller, await jsonOf(c, newRequestSchema));
    return versioned(c, await createRequest(store, request, { address: caller.address, now: now() }));
  });

  api.get("/requests/:id", officers(), async (c) =>
    versioned(c, await readRequest(db, pathOf(c, idPath).id)),
  );

  api.get("/requests/:id/commitments", officers(), async (c) =>
    c.json({ commitments: await readCommitments(db, pathOf(c, idPath).id) }),
  );

  api.patch("/requests/:id", officers("Custodian"), JSON_LIMIT, async (c) => {
    const change = await jsonOf(c, requestChangeSchema);
    return versioned(c, await changeRequest(store, pathOf(c, idPath).id, versionOf(c), change, now()));
  });
  return api;
}

/** @throws OfficeError OFFICE-201 when a preparer asks without a draft, or a custodian for one; OFFICE-204, OFFICE-210. */
async function requestOf(
  { chain }: OfficeParts,
  { roles }: Caller,
  { draft, programme, title, commitments }: NewRequest,
): Promise<RequestToMake> {
  const needed = draft === null ? "Custodian" : "Preparer";
  if (!roles.has(needed)) throw officeError("wrongRole", { roles: needed });
  if (new Set(commitments).size !== commitments.length) {
    throw officeError("invalid", { field: "commitments name a household twice" });
  }
  const own = programme === undefined ? "" : (await chain.programme(programme)).address;
  return { draft, programme: own, title: title ?? "", commitments: joined(commitments) };
}

function joined(commitments: readonly string[]): Uint8Array {
  return fromHex(`0x${commitments.map((commitment) => commitment.slice(2)).join("")}`);
}
