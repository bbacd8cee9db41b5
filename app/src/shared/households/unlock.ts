// SPDX-License-Identifier: Apache-2.0

import {
  type EnvelopeContent,
  householdError,
  importOfficeKey,
  randomOfficeKey,
} from "#sdk/households/index.ts";
import { createCommitter } from "#sdk/list/index.ts";
import { askEnvelopeWorker } from "./askEnvelopeWorker.ts";
import type { HouseholdOffice } from "./port.ts";
import { beginSession } from "./session.ts";

/**
 * Fetch the office's envelope, open it and begin a session.
 * @throws HouseholdError HOUSE-102 for a wrong passphrase, HOUSE-302 when there is no envelope yet.
 */
export async function unlockOffice(office: HouseholdOffice, passphrase: string): Promise<void> {
  const content = await openContent(office, passphrase);
  await begin(office, content);
}

/** Keys to lock away; the office key is made on the spot. */
export type NewEnvelope = Pick<EnvelopeContent, "consortiumKey" | "keyVersion" | "namespace">;

/**
 * Make the office's first envelope, store it and begin a session.
 * @throws HouseholdError HOUSE-101 for a short passphrase; ListError for a wrong key or namespace. The office refuses when there is one.
 */
export async function setUpOffice(
  office: HouseholdOffice,
  passphrase: string,
  keys: NewEnvelope,
): Promise<void> {
  const content = { ...keys, officeKey: randomOfficeKey() };
  // Before anything is stored: a committer that cannot be made means keys that cannot be used.
  await createCommitter({ key: content.consortiumKey, namespace: content.namespace });
  await store(office, passphrase, content, undefined);
  await begin(office, content);
}

/**
 * Put the keys under another passphrase, or a new version of the consortium's key beside the same office key.
 * @throws HouseholdError HOUSE-101, HOUSE-102, HOUSE-302.
 */
export async function changeEnvelope(
  office: HouseholdOffice,
  known: string,
  change: { readonly passphrase?: string; readonly keys?: NewEnvelope },
): Promise<void> {
  const kept = await office.readEnvelope();
  const content = { ...(await openContent(office, known)), ...change.keys };
  await createCommitter({ key: content.consortiumKey, namespace: content.namespace });
  await store(office, change.passphrase ?? known, content, kept?.version);
  await begin(office, content);
}

async function openContent(office: HouseholdOffice, passphrase: string): Promise<EnvelopeContent> {
  const kept = await office.readEnvelope();
  if (kept === undefined) throw householdError("noEnvelope");
  const { organisation } = office;
  const opened = await askEnvelopeWorker({ kind: "open", passphrase, organisation, envelope: kept.value });
  if (opened.kind !== "opened") throw householdError("damagedEnvelope");
  return opened.content;
}

async function store(
  office: HouseholdOffice,
  passphrase: string,
  content: EnvelopeContent,
  version: number | undefined,
): Promise<void> {
  const { organisation } = office;
  const created = await askEnvelopeWorker({ kind: "create", passphrase, organisation, content });
  if (created.kind !== "created") throw householdError("damagedEnvelope");
  await office.writeEnvelope(created.envelope, version);
}

async function begin(office: HouseholdOffice, content: EnvelopeContent): Promise<void> {
  const { consortiumKey, keyVersion, namespace } = content;
  const [officeKey, commit] = await Promise.all([
    importOfficeKey(content.officeKey),
    createCommitter({ key: consortiumKey, namespace }),
  ]);
  const { organisation } = office;
  beginSession({ organisation, consortiumKey, keyVersion, namespace, officeKey, commit }, office);
}
