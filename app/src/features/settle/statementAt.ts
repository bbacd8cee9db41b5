// SPDX-License-Identifier: Apache-2.0

import { documentHash, readStatement, type SettlementInput } from "#sdk/agency/index.ts";

/** A statement document that a settlement rests on. */
export interface ReadStatement extends Required<Pick<SettlementInput, "amount" | "lastReceipts">> {
  readonly hash: string;
}

/** Whose statement. */
export interface StatementPlace {
  readonly programme: string;
  readonly shop: number;
  readonly cycle: number;
}

/** The statement in these bytes; undefined when they are no statement of this programme, shop and cycle. */
export function statementIn(bytes: Uint8Array, place: StatementPlace): ReadStatement | undefined {
  const text = new TextDecoder().decode(bytes);
  const read = readStatement(text);
  if (read === undefined) return undefined;
  const { programme, shop, cycle } = JSON.parse(text) as Record<string, unknown>;
  const isOfPlace =
    programme === place.programme.toLowerCase() && shop === place.shop && cycle === place.cycle;
  return isOfPlace ? { ...read, hash: documentHash(bytes) } : undefined;
}
