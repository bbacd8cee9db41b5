// SPDX-License-Identifier: Apache-2.0

import { type Context, Hono } from "hono";
import { z } from "zod/mini";
import { documentHash, type Role } from "#sdk/agency/index.ts";
import {
  agreementDraftChangeSchema,
  FILE_NAME_HEADER,
  fileNameSchema,
  MOST_FILE_MEGABYTES,
  newAgreementDraftSchema,
} from "#sdk/office/index.ts";
import { officeError } from "../errors.ts";
import { keyOf } from "../files/index.ts";
import type { Caller } from "../session/caller.ts";
import {
  changeAgreementDraft,
  createAgreementDraft,
  listAgreementDrafts,
  readAgreementDraft,
} from "../store/agreementDrafts.ts";
import { hasFile, listFiles, noteFile, requireRoom } from "../store/agreementFiles.ts";
import { stored, versioned } from "./answer.ts";
import { bytesOf, checked, JSON_LIMIT, jsonOf, pathOf, upTo, versionOf } from "./input.ts";
import type { OfficeEnv, OfficeParts } from "./parts.ts";
import { checksummed, hashPath, idPath } from "./paths.ts";
import { officers } from "./rights.ts";

export const agreementPath = z.object({ agreement: checksummed });
const filePath = z.object({ ...agreementPath.shape, ...hashPath.shape });

/** Officers of the agency who add files to its agreements. */
const ADDING: readonly Role[] = ["Administrator", "Preparer", "Finance", "Approver"];
const DRAFTING: readonly Role[] = ["Administrator", "Preparer", "Finance"];

/**
 * Files of agreements: evidence, descriptions of milestones, reports. Officers of the agency read all, a party only those of its own
 * agreements. What is in a file is never looked at, and it leaves as a download.
 */
export function agreementFilesApi({ store, chain, files, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();

  api.get("/agreements/:agreement/files", async (c) => {
    const { agreement } = pathOf(c, agreementPath);
    requirePart(c.get("caller"), await placeOf(agreement));
    return c.json({ items: await listFiles(db, agreement) });
  });

  api.put("/agreements/:agreement/files/:hash", upTo(MOST_FILE_MEGABYTES), async (c) => {
    const { agreement, hash } = pathOf(c, filePath);
    const caller = c.get("caller");
    requireAdding(caller, await placeOf(agreement));
    const name = fileNameOf(c);
    const content = await bytesOf(c);
    if (documentHash(content) !== hash) throw officeError("otherDocument");
    if (await hasFile(db, agreement, hash)) return c.body(null, 204);
    await requireRoom(db, agreement, content.length);
    // The storage first: what the office lists is always there.
    await files.put(keyOf(agreement, hash), content);
    const file = { agreement, hash, name, size: content.length };
    await noteFile(db, file, { address: caller.address, now: now() });
    return c.body(null, 204);
  });

  api.get("/agreements/:agreement/files/:hash", async (c) => {
    const { agreement, hash } = pathOf(c, filePath);
    requirePart(c.get("caller"), await placeOf(agreement));
    if (!(await hasFile(db, agreement, hash))) throw officeError("noFile");
    const content = await files.get(keyOf(agreement, hash));
    if (content === undefined) throw officeError("noFile");
    // A disk that rots, or storage that somebody else writes to, is found here and not by a monitor.
    if (documentHash(content) !== hash) throw officeError("fileDamaged");
    return stored(c, content);
  });
  return api;

  async function placeOf(address: string): Promise<string> {
    return (await chain.agreements.agreement(address)).address;
  }
}

/** Terms that are being written: the agency's own, until they are offered. */
export function agreementDraftsApi({ store, chain, now }: OfficeParts): Hono<OfficeEnv> {
  const { db } = store;
  const api = new Hono<OfficeEnv>();
  const drafters = officers(...DRAFTING);

  api.get("/agreement-drafts", officers(), async (c) => c.json({ items: await listAgreementDrafts(db) }));

  api.post("/agreement-drafts", drafters, JSON_LIMIT, async (c) => {
    const draft = await jsonOf(c, newAgreementDraftSchema);
    const hand = { address: c.get("caller").address, now: now() };
    return versioned(c, await createAgreementDraft(db, { ...draft, ...(await own(draft)) }, hand));
  });

  api.get("/agreement-drafts/:id", officers(), async (c) =>
    versioned(c, await readAgreementDraft(db, pathOf(c, idPath).id)),
  );

  api.patch("/agreement-drafts/:id", drafters, JSON_LIMIT, async (c) => {
    const change = await jsonOf(c, agreementDraftChangeSchema);
    const full = { ...change, ...(await own(change)) };
    return versioned(c, await changeAgreementDraft(db, pathOf(c, idPath).id, versionOf(c), full, now()));
  });
  return api;

  /** The agreement that a draft names, which must be the organisation's own. */
  async function own({ agreement }: { readonly agreement?: string | undefined }) {
    if (agreement === undefined) return {};
    return { agreement: (await chain.agreements.agreement(agreement)).address };
  }
}

/** Somebody else's agreement is as if it were none. @throws OfficeError OFFICE-202, OFFICE-212. */
export function requirePart({ kind, agreements }: Caller, agreement: string): void {
  if (kind === "terminal") throw officeError("notForTerminals");
  if (kind === "officer") return;
  if (!agreements.some((place) => place.agreement === agreement)) throw officeError("otherAgreement");
}

/** @throws OfficeError OFFICE-201, OFFICE-202, OFFICE-212, OFFICE-213. */
function requireAdding(caller: Caller, agreement: string): void {
  requirePart(caller, agreement);
  if (caller.kind === "officer") {
    if (!ADDING.some((role) => caller.roles.has(role))) {
      throw officeError("wrongRole", { roles: ADDING.join(" or ") });
    }
    return;
  }
  const place = caller.agreements.find((one) => one.agreement === agreement);
  if (place?.mayAdd !== true) throw officeError("notForReaders");
}

/** @throws OfficeError OFFICE-204. */
function fileNameOf(c: Context): string {
  const name = decoded(c.req.header(FILE_NAME_HEADER) ?? "");
  return checked(z.object({ name: fileNameSchema }), { name }).name;
}

/** Empty when it cannot be decoded, and refused as that: the name itself is never repeated. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
