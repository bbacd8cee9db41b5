// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import { amountOf } from "#sdk/money/index.ts";

/** What the shapes of answers are made of. Each is a schema of its own, so that a description can say what it means. */

/** Type of an answer as it travels and as the server makes it: amounts are decimal strings, nothing is changed once it is made. */
export type Sent<Schema extends v.GenericSchema> = ReadOnly<v.InferInput<Schema>>;

export type ReadOnly<T> = T extends readonly (infer Item)[]
  ? readonly ReadOnly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadOnly<T[Key]> }
    : T;

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
export const day = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const time = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const address = v.pipe(v.string(), v.regex(/^0x[0-9a-fA-F]{40}$/));
export const hash = v.pipe(v.string(), v.regex(/^0x[0-9a-f]{64}$/));
export const text = v.string();

/** Households that a list is for; null below the smallest public group. */
export const households = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(10)));
/** Households that were reached: at least so many, a full ten; null below the smallest public group. */
export const reached = v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(10), v.multipleOf(10)));

/**
 * A code of the contracts. Who makes the answer keeps to the words; who reads it takes any, since a later version of a contract may add
 * some, which are then shown as they are. That also keeps the lists of words out of the pages.
 */
export function code<Word extends string>() {
  return v.string() as unknown as v.GenericSchema<Word, string>;
}

/** Up to which block an answer holds; null until the first was read. */
export const indexedTo = v.nullable(v.object({ number: count, hash, timestamp: time }));
export const organisation = v.object({ id: count, name: text });
/** An ISO 4217 code, and how many digits of a ledger unit stand after the decimal mark. */
export const currency = v.object({ code: text, decimals: count });

/** Asks for the following page of a list; null at the end. */
export const nextCursor = v.nullable(text);

/** A single thing, with the block that it holds for. */
export function one<Entries extends v.ObjectEntries>(thing: v.ObjectSchema<Entries, undefined>) {
  return v.object({ ...thing.entries, indexedTo });
}

/** A list, page by page. */
export function page<Item extends v.GenericSchema>(item: Item) {
  return v.object({ items: v.array(item), nextCursor, indexedTo });
}
