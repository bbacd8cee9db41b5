// SPDX-License-Identifier: Apache-2.0

import { amountOf } from "#sdk/money/index.ts";
import { z } from "#sdk/shape/index.ts";

/** Ledger units travel as decimal strings, because JSON numbers lose their last digits. */
export const amount = z.pipe(
  z.string().check(z.regex(/^\d{1,39}$/)),
  z.transform((digits: string) => amountOf(BigInt(digits))),
);
/** As {@link amount}, below zero where something is undone, or does not add up. */
export const signedAmount = z.pipe(
  z.string().check(z.regex(/^-?\d{1,39}$/)),
  z.transform((digits: string) => amountOf(BigInt(digits))),
);
export const count = z.int().check(z.nonnegative());
export const address = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/));
export const hash = z.string().check(z.regex(/^0x[0-9a-fA-F]{64}$/));
/** A code of the contracts. Kept open: a newer contract may add values, and the page then shows them as they are. */
export const code = z.string();

/** Up to which block an answer holds; null until the server has read its first block. */
export const indexedTo = z.nullable(z.object({ number: count, hash, timestamp: count }));
export const organisation = z.object({ id: count, name: z.string() });
export const currency = z.object({ code: z.string(), decimals: count });

/** A page of a list; `nextCursor` asks for the following one, null at the end. */
export function pageOf<Item extends z.Shape>(item: Item) {
  return z.object({ indexedTo, items: z.array(item), nextCursor: z.nullable(z.string()) });
}
