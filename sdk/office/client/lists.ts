// SPDX-License-Identifier: Apache-2.0

import { itemsOf } from "../schemas/common.ts";
import {
  envelopeSchema,
  type KeptEnvelope,
  listSchema,
  type Mapping,
  mappingSchema,
  type NewList,
  type NewMapping,
  type PageVersion,
  pageVersionSchema,
  type StoredList,
  writtenSchema,
} from "../schemas/lists.ts";
import { bodyOf, type Kept, type Line, orNull } from "./line.ts";

const mappings = itemsOf(mappingSchema);
const pages = itemsOf(pageVersionSchema);

export function listsClient(line: Line) {
  return {
    /**
     * Keep a committed list for the officers who approve it. The office works root, totals and sheet out again. The same list again
     * changes nothing; another one for the cycle takes its place until the ledger has the cycle.
     * @throws OfficeError OFFICE-305 naming what differs, OFFICE-306 when the ledger has another list for the cycle.
     */
    createList: ({ facts, list, sheet }: NewList): Promise<StoredList> =>
      line.json("/lists", listSchema, {
        method: "POST",
        json: {
          facts: { ...facts, total: facts.total.toString(), checkpoint: facts.checkpoint.toString() },
          list,
          sheet,
        },
      }),

    /** Null when the office does not have it. */
    readList: (programme: string, cycle: number): Promise<StoredList | null> =>
      orNull(line.json(`/lists/${programme}/${cycle}`, listSchema)),

    /** The nameless list as CSV; null when the office does not have it. */
    readListText: async (programme: string, cycle: number): Promise<string | null> =>
      (await orNull(line.text(`/lists/${programme}/${cycle}/list`)))?.value ?? null,

    /** The control sheet; null when the office does not have it. */
    readSheetText: async (programme: string, cycle: number): Promise<string | null> =>
      (await orNull(line.text(`/lists/${programme}/${cycle}/sheet`)))?.value ?? null,

    listMappings: async (): Promise<Mapping[]> => (await line.json("/mappings", mappings)).items,

    readMapping: (name: string): Promise<Mapping | null> =>
      orNull(line.json(`/mappings/${encodeURIComponent(name)}`, mappingSchema)),

    /** @param version Of the mapping that is replaced; 0 for a new name. */
    writeMapping: (name: string, version: number, mapping: NewMapping): Promise<Mapping> =>
      line.json(`/mappings/${encodeURIComponent(name)}`, mappingSchema, {
        method: "PUT",
        json: mapping,
        version,
      }),

    /** To undo it, write it again. */
    deleteMapping: (name: string, version: number): Promise<void> =>
      line.done(`/mappings/${encodeURIComponent(name)}`, { method: "DELETE", version }),

    /** All pages of the household map, ascending. */
    listHouseholdPages: async (): Promise<PageVersion[]> => (await line.json("/households", pages)).items,

    /** @param page Account number divided by 256. @returns Null when there is none yet. */
    readHouseholdPage: (page: number): Promise<Kept<Uint8Array<ArrayBuffer>> | null> =>
      orNull(line.bytes(`/households/${page}`)),

    /** @param version Of the page that is replaced; 0 for a new one. @returns The page's version now. */
    writeHouseholdPage: async (
      page: number,
      version: number,
      sealed: Uint8Array<ArrayBuffer>,
    ): Promise<number> => {
      const question = {
        method: "PUT",
        body: bodyOf(sealed, "application/octet-stream"),
        version,
      } as const;
      return (await line.json(`/households/${page}`, writtenSchema, question)).version;
    },

    /** Null when the office was not set up yet. */
    readEnvelope: (): Promise<KeptEnvelope | null> => orNull(line.json("/envelope", envelopeSchema)),

    /** @param version Of the envelope that is replaced; 0 for the first. @returns Its version now. */
    writeEnvelope: async (version: number, envelope: unknown): Promise<number> =>
      (await line.json("/envelope", writtenSchema, { method: "PUT", json: { envelope }, version })).version,
  };
}
