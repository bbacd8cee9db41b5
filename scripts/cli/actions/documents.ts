// SPDX-License-Identifier: Apache-2.0
import type { Signer } from "ethers";
import {
  type DocumentToRecord,
  documentHash,
  isDocumentRecorded,
  recordDocumentCall,
  type Suite,
} from "#sdk/agency/index.ts";
import { signAndSend } from "../send.ts";

/** A file whose hash is recorded. */
export interface FileToRecord extends Omit<DocumentToRecord, "hash"> {
  readonly bytes: Uint8Array;
}

/** Record a document's hash unless the organisation has done so. @returns its keccak256. @throws ContractRefusal. */
export async function recordDocument(
  suite: Suite,
  signer: Signer,
  { bytes, ...document }: FileToRecord,
): Promise<string> {
  const hash = documentHash(bytes);
  if (await isDocumentRecorded(suite, hash, document.organisation)) return hash;
  await signAndSend(signer, recordDocumentCall(suite, { ...document, hash }));
  return hash;
}
