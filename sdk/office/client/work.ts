// SPDX-License-Identifier: Apache-2.0

import { itemsOf } from "../schemas/common.ts";
import {
  type Card,
  type CardCheck,
  cardSchema,
  type Exception,
  type ExceptionChange,
  type ExceptionState,
  exceptionSchema,
  type NewCards,
  type NewException,
} from "../schemas/work.ts";
import { bodyOf, type Line, orNull } from "./line.ts";

const exceptions = itemsOf(exceptionSchema);
const cards = itemsOf(cardSchema);

export interface ExceptionFilter {
  readonly programme?: string;
  readonly state?: ExceptionState;
}

export function workClient(line: Line) {
  return {
    /** Newest first. */
    listExceptions: async ({ programme, state }: ExceptionFilter = {}): Promise<Exception[]> =>
      (await line.json("/exceptions", exceptions, { query: { programme, state } })).items,

    /** An open exception about the same thing is answered instead of a second one. */
    createException: (exception: NewException): Promise<Exception> =>
      line.json("/exceptions", exceptionSchema, { method: "POST", json: exception }),

    /** @throws OfficeError OFFICE-301 (`isStale`) when somebody else was faster. */
    changeException: (id: string, version: number, change: ExceptionChange): Promise<Exception> =>
      line.json(`/exceptions/${id}`, exceptionSchema, { method: "PATCH", json: change, version }),

    /** Issue cards, at most 256 at once. A household's earlier card stops working. */
    createCards: async (issued: NewCards["cards"]): Promise<Card[]> =>
      (await line.json("/cards", cards, { method: "POST", json: { cards: issued } })).items,

    /** The cards of 256 neighbouring accounts. @param page Account number divided by 256. */
    listCards: async (page: number): Promise<Card[]> =>
      (await line.json("/cards", cards, { query: { page } })).items,

    /** Null for a household without a card. */
    readCard: (account: number): Promise<Card | null> => orNull(line.json(`/cards/${account}`, cardSchema)),

    /** For a card that was lost. It stays so; a new card is issued in its place. */
    blockCard: (account: number): Promise<Card> =>
      line.json(`/cards/${account}/block`, cardSchema, { method: "POST" }),

    /**
     * Whether card and PIN belong together and the card is good.
     * @throws OfficeError OFFICE-901 (wrong PIN), 902 (locked after five), 903 (blocked), 904 (replaced by another card), 406 (no card).
     */
    verifyCard: (check: CardCheck): Promise<Card> =>
      line.json("/cards/verify", cardSchema, { method: "POST", json: check }),

    /** Keep a private document under its keccak256. The same again changes nothing. @param hash As `documentHash` works it out. */
    putDocument: (hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> =>
      line.done(`/documents/${hash}`, { method: "PUT", body: bodyOf(bytes, "application/octet-stream") }),

    /** Null when the office does not have it. */
    readDocument: async (hash: string): Promise<Uint8Array<ArrayBuffer> | null> =>
      (await orNull(line.bytes(`/documents/${hash}`)))?.value ?? null,
  };
}
