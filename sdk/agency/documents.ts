// SPDX-License-Identifier: Apache-2.0

import { keccak256, zeroPadValue } from "ethers";
import { DOCUMENT_KINDS } from "#sdk/history/names.ts";
import type { Call } from "./call.ts";
import { DOCUMENTS } from "./faces.ts";
import type { Suite } from "./suite.ts";

/** Kinds of document; what the registry's enumeration is called in the history too. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentToRecord {
  readonly organisation: number;
  /** keccak256 of its bytes, see {@link documentHash}. */
  readonly hash: string;
  readonly kind: DocumentKind;
  /** Address of the contract that the document is about. */
  readonly subject: string;
  /** Where the organisation keeps the file; nothing personal; may be empty. */
  readonly uri?: string;
}

/** Hash under which a file is recorded. */
export function documentHash(bytes: Uint8Array): string {
  return keccak256(bytes);
}

/** Whether the organisation has recorded this document: recording it again is refused. */
export async function isDocumentRecorded(
  { documents }: Pick<Suite, "documents">,
  hash: string,
  organisation: number,
): Promise<boolean> {
  return await documents.isRecordedBy(hash, organisation);
}

/** Record a document's hash; any officer of the organisation. */
export function recordDocumentCall(
  { deployment }: Pick<Suite, "deployment">,
  { organisation, hash, kind, subject, uri = "" }: DocumentToRecord,
): Call {
  const data = DOCUMENTS.encodeFunctionData("record", [
    organisation,
    hash,
    DOCUMENT_KINDS.indexOf(kind),
    zeroPadValue(subject, 32),
    uri,
  ]);
  return {
    to: deployment.contracts.documents,
    data,
    expects: { event: "DocumentRecorded", where: { hash, organisation } },
  };
}

/** Who recorded a document, and when. */
export interface DocumentRecord {
  readonly organisation: number;
  readonly officer: string;
  /** Unix seconds. */
  readonly recordedAt: number;
  readonly kind: DocumentKind;
}

/** All records of a document, oldest first. */
export async function readDocumentRecords(
  { documents }: Pick<Suite, "documents">,
  hash: string,
): Promise<DocumentRecord[]> {
  const records = await documents.recordsOf(hash);
  return records.map(({ organisation, officer, recordedAt, kind }) => ({
    organisation: Number(organisation),
    officer,
    recordedAt: Number(recordedAt),
    kind: DOCUMENT_KINDS[Number(kind)] ?? "Other",
  }));
}
