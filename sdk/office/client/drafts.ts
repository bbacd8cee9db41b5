// SPDX-License-Identifier: Apache-2.0

import { itemsOf } from "../schemas/common.ts";
import {
  type CustodianRequest,
  commitmentsSchema,
  type Draft,
  type DraftChange,
  draftSchema,
  type NewDraft,
  type NewRequest,
  type RequestChange,
  type RequestState,
  requestSchema,
} from "../schemas/drafts.ts";
import { bodyOf, type Line, orNull } from "./line.ts";

const drafts = itemsOf(draftSchema);
const requests = itemsOf(requestSchema);

/** Every write names the version that was seen; OFFICE-301 (`isStale`) when somebody else was faster. */
export function draftsClient(line: Line) {
  return {
    createDraft: (draft: NewDraft): Promise<Draft> =>
      line.json("/drafts", draftSchema, { method: "POST", json: draft }),

    /** Newest change first, discarded ones too. */
    listDrafts: async (programme?: string): Promise<Draft[]> =>
      (await line.json("/drafts", drafts, { query: { programme } })).items,

    readDraft: (id: string): Promise<Draft> => line.json(`/drafts/${id}`, draftSchema),

    changeDraft: (id: string, version: number, change: DraftChange): Promise<Draft> =>
      line.json(`/drafts/${id}`, draftSchema, { method: "PATCH", json: change, version }),

    /** Put it aside; {@link restoreDraft} undoes it. */
    discardDraft: (id: string, version: number): Promise<Draft> =>
      line.json(`/drafts/${id}`, draftSchema, { method: "DELETE", version }),

    /** Back to the state in which it was discarded. */
    restoreDraft: (id: string, version: number): Promise<Draft> =>
      line.json(`/drafts/${id}/restore`, draftSchema, { method: "POST", version }),

    /**
     * @param csv As `encodeDraftRows` of sdk/office/draftRows.ts writes it.
     * @throws OfficeError OFFICE-307 naming the line that is wrong.
     */
    writeDraftRows: (id: string, version: number, csv: string): Promise<Draft> =>
      line.json(`/drafts/${id}/rows`, draftSchema, { method: "PUT", body: bodyOf(csv, "text/csv"), version }),

    /** Null when no rows were stored yet. */
    readDraftRows: async (id: string): Promise<string | null> =>
      (await orNull(line.text(`/drafts/${id}/rows`)))?.value ?? null,

    /** @param sealed The file and the household ids, encrypted. The office cannot read them. */
    writeDraftSealed: (id: string, version: number, sealed: Uint8Array<ArrayBuffer>): Promise<Draft> =>
      line.json(`/drafts/${id}/sealed`, draftSchema, {
        method: "PUT",
        body: bodyOf(sealed, "application/octet-stream"),
        version,
      }),

    /** Null when nothing was stored yet. */
    readDraftSealed: async (id: string): Promise<Uint8Array<ArrayBuffer> | null> =>
      (await orNull(line.bytes(`/drafts/${id}/sealed`)))?.value ?? null,

    /** Ask the custodian to open accounts; the draft waits from then on. An open request of the draft is replaced. */
    createRequest: (request: NewRequest): Promise<CustodianRequest> =>
      line.json("/requests", requestSchema, { method: "POST", json: request }),

    /** Newest first. */
    listRequests: async (state?: RequestState): Promise<CustodianRequest[]> =>
      (await line.json("/requests", requests, { query: { state } })).items,

    readRequest: (id: string): Promise<CustodianRequest> => line.json(`/requests/${id}`, requestSchema),

    /** In the order in which they get their account numbers. */
    readRequestCommitments: async (id: string): Promise<string[]> =>
      (await line.json(`/requests/${id}/commitments`, commitmentsSchema)).commitments,

    /** When it is done its draft is ready; when it is declined the draft is a draft again. */
    changeRequest: (id: string, version: number, change: RequestChange): Promise<CustodianRequest> =>
      line.json(`/requests/${id}`, requestSchema, { method: "PATCH", json: change, version }),
  };
}
