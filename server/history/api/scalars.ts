// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";

/** What the schemas of the API are made of. */

export const amount = z
  .string()
  .regex(/^-?\d+$/)
  .describe("Money in ledger units of the programme: see currency.decimals.");
export const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .describe("Checksummed address.");
export const hash = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/)
  .describe("32 bytes.");
export const number = z.int().nonnegative();
export const day = number.describe("Days since 1970-01-01.");
export const time = number.describe("Unix seconds.");
export const households = number.min(10).nullable().describe("Null for fewer than 10 households.");
/** A later version of a contract may add members, which read "Unknown-7". */
export const word = <T extends string>(words: readonly T[]) =>
  z
    .string()
    .regex(new RegExp(`^(${words.join("|")}|Unknown-\\d+)$`))
    .transform((text) => text as T);

export const organisation = z.strictObject({ id: number, name: z.string() });
export const currency = z.strictObject({ code: z.string(), decimals: number });
export const indexedTo = z
  .strictObject({ number, hash, timestamp: time })
  .nullable()
  .describe("The block up to which the answer holds; null before the first was read.");

/** A single thing, with the block that it holds for. */
export function one<Shape extends z.core.$ZodShape>(thing: z.ZodObject<Shape>) {
  return thing.extend({ indexedTo });
}

/** A list, page by page. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    nextCursor: z.string().nullable().describe("What to ask for as cursor to get the items after these."),
    indexedTo,
  });
}
