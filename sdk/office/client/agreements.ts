// SPDX-License-Identifier: Apache-2.0

import {
  type AgreementDraft,
  type AgreementDraftChange,
  type AgreementFile,
  agreementDraftSchema,
  agreementFileSchema,
  FILE_NAME_HEADER,
  MOST_FILE_MEGABYTES,
  type NewAgreementDraft,
  type NewStatement,
  type Statement,
  statementSchema,
} from "../schemas/agreements.ts";
import { itemsOf } from "../schemas/common.ts";
import { type Line, orNull } from "./line.ts";

const files = itemsOf(agreementFileSchema);
const statements = itemsOf(statementSchema);
const drafts = itemsOf(agreementDraftSchema);

/** A file on its way to the office. */
export interface FileToKeep {
  /** keccak256 of its bytes. */
  readonly hash: string;
  readonly name: string;
  readonly content: Blob;
}

export function agreementsClient(line: Line) {
  return {
    /** Files of an agreement that the caller is a party to, oldest first. @param agreement Its address. */
    listAgreementFiles: async (agreement: string): Promise<AgreementFile[]> =>
      (await line.json(`/agreements/${agreement}/files`, files)).items,

    /** Keep a file with an agreement. The same again changes nothing. @throws OfficeError OFFICE-205 above 25 MB. */
    putAgreementFile: (agreement: string, { hash, name, content }: FileToKeep): Promise<void> =>
      line.done(`/agreements/${agreement}/files/${hash}`, {
        method: "PUT",
        body: new Blob([content], { type: "application/octet-stream" }),
        headers: { [FILE_NAME_HEADER]: encodeURIComponent(name) },
        mostMegabytes: MOST_FILE_MEGABYTES,
      }),

    /** Its bytes; null when the office does not have it. What comes is not checked here: compare its hash. */
    readAgreementFile: async (agreement: string, hash: string): Promise<Uint8Array<ArrayBuffer> | null> =>
      (await orNull(line.bytes(`/agreements/${agreement}/files/${hash}`)))?.value ?? null,

    /** What monitors signed and nobody has sent yet, as far as the office knows; the ledger says what still counts. */
    listStatements: async (agreement: string): Promise<Statement[]> =>
      (await line.json(`/agreements/${agreement}/statements`, statements)).items,

    /** Keep one's own signed verification, in the place of an earlier one. @throws OfficeError OFFICE-311 when the ledger would not take it. */
    putStatement: (agreement: string, milestone: number, statement: NewStatement): Promise<void> =>
      line.done(`/agreements/${agreement}/statements/${milestone}`, { method: "PUT", json: statement }),

    /** Newest change first. */
    listAgreementDrafts: async (): Promise<AgreementDraft[]> =>
      (await line.json("/agreement-drafts", drafts)).items,

    createAgreementDraft: (draft: NewAgreementDraft): Promise<AgreementDraft> =>
      line.json("/agreement-drafts", agreementDraftSchema, { method: "POST", json: draft }),

    readAgreementDraft: (id: string): Promise<AgreementDraft> =>
      line.json(`/agreement-drafts/${id}`, agreementDraftSchema),

    /** @throws OfficeError OFFICE-301 (`isStale`) when somebody else was faster. */
    changeAgreementDraft: (
      id: string,
      version: number,
      change: AgreementDraftChange,
    ): Promise<AgreementDraft> =>
      line.json(`/agreement-drafts/${id}`, agreementDraftSchema, { method: "PATCH", json: change, version }),
  };
}

/** Where the office keeps a file: what goes on the ledger as its address. Only parties of the agreement can read it there. */
export function agreementFileAddress(officeUrl: string, agreement: string, hash: string): string {
  return `${officeUrl.replace(/\/+$/, "")}/office/agreements/${agreement.toLowerCase()}/files/${hash}`;
}
