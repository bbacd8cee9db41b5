// SPDX-License-Identifier: Apache-2.0
import { keccak256, type Signer, zeroPadValue } from "ethers";
import { signAndSend } from "../send.ts";
import type { Suite } from "../suite.ts";

/** Kinds of document in the order of the contract's enum. */
export const DOCUMENT_KINDS = [
  "control-sheet",
  "statement",
  "bank-statement",
  "evidence",
  "assessment",
  "funding",
  "rationale",
  "other",
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentToRecord {
  readonly organisation: number;
  readonly bytes: Uint8Array;
  readonly kind: DocumentKind;
  /** Address of the contract that the document is about. */
  readonly subject: string;
  /** Where the organisation keeps the file; may be empty. */
  readonly uri?: string;
}

/** Record a document's hash unless the organisation has done so. @returns its keccak256. @throws ContractRefusal. */
export async function recordDocument(
  suite: Suite,
  signer: Signer,
  document: DocumentToRecord,
): Promise<string> {
  const { organisation, bytes, kind, subject, uri = "" } = document;
  const hash = keccak256(bytes);
  if (await suite.documents.isRecordedBy(hash, organisation)) return hash;
  const data = suite.documents.interface.encodeFunctionData("record", [
    organisation,
    hash,
    DOCUMENT_KINDS.indexOf(kind),
    zeroPadValue(subject, 32),
    uri,
  ]);
  await signAndSend(signer, { to: suite.deployment.contracts.documents, data });
  return hash;
}
