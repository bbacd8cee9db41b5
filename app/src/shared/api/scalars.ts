// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import { amountOf } from "#sdk/money/index.ts";

/** Ledger units travel as decimal strings, because JSON numbers lose their last digits. */
export const amount = v.pipe(
  v.string(),
  v.regex(/^\d{1,39}$/),
  v.transform((digits: string) => amountOf(BigInt(digits))),
);
/** As {@link amount}, below zero where something is undone, or does not add up. */
export const signedAmount = v.pipe(
  v.string(),
  v.regex(/^-?\d{1,39}$/),
  v.transform((digits: string) => amountOf(BigInt(digits))),
);
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const address = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{40}$/));
export const hash = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{64}$/));
/** A code of the contracts. Kept open: a newer contract may add values, and the page then shows them as they are. */
export const code = v.string();

/** Up to which block an answer holds; null until the server has read its first block. */
export const indexedTo = v.nullable(v.object({ number: count, hash, timestamp: count }));
export const organisation = v.object({ id: count, name: v.string() });
export const currency = v.object({ code: v.string(), decimals: count });

/** A page of a list; `nextCursor` asks for the following one, null at the end. */
export function pageOf<Item extends v.GenericSchema>(item: Item) {
  return v.object({ indexedTo, items: v.array(item), nextCursor: v.nullable(v.string()) });
}
