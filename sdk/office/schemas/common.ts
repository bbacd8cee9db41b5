// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import { accountNumberOf } from "../../list/accountNumber.ts";
import { amountOf } from "../../money/amount.ts";

const MAX_UINT32 = 0xffff_ffff;

/** Any case; the server answers with the checksummed form. */
export const addressSchema = z.string().check(z.regex(/^0x[0-9a-fA-F]{40}$/, "is not an address"));

/** 32 bytes, lower case. */
export const hashSchema = z.string().check(z.regex(/^0x[0-9a-f]{64}$/, "is not a hash of 32 bytes"));

/** Bytes of any length as text. */
export const hexSchema = z.string().check(z.regex(/^0x(?:[0-9a-fA-F]{2})*$/, "is not hexadecimal"));

/** Number of a cycle, shop, receipt: a uint32 from 1. */
export const numberSchema = z.int().check(z.minimum(1), z.maximum(MAX_UINT32));

/** How many there are of something. */
export const countSchema = z.int().check(z.minimum(0));

/** Number of a household account. */
export const accountSchema = z.pipe(
  z.int().check(z.minimum(0), z.maximum(MAX_UINT32)),
  z.transform((value: number) => accountNumberOf(value)),
);

/** Money in ledger units; a decimal string on the way. */
export const amountSchema = z.pipe(
  z.string().check(z.regex(/^[0-9]{1,39}$/, "is not a number of ledger units")),
  z.transform((digits: string) => amountOf(BigInt(digits))),
);

/** What the office gave the thing as its name: never derived from what is in it. */
export const idSchema = z.string().check(z.regex(/^[0-9a-f-]{36}$/, "is not an id of the office"));

/** Unix seconds. */
export const timeSchema = z.int().check(z.minimum(0));

/** Counts the changes of a thing, from 1. Who changes it names the version that they saw. */
export const versionSchema = z.int().check(z.minimum(1));

/** One line that somebody typed. */
export const lineSchema = (longest: number) =>
  z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "is empty"),
      z.maxLength(longest, `has more than ${longest} characters`),
      z.regex(/^[^\p{Cc}]*$/u, "holds control characters"),
    );

/** Text of several lines that somebody typed; may be empty. */
export const noteSchema = z
  .string()
  .check(
    z.maxLength(2_000, "has more than 2000 characters"),
    z.regex(/^[^\p{Cc}\n\t]*(?:[\n\t][^\p{Cc}]*)*$/u, "holds control characters"),
  );

/** JSON that the office keeps and does not look into. */
export const opaqueSchema = (mostBytes: number) =>
  z.json().check(
    z.refine((value) => new TextEncoder().encode(JSON.stringify(value)).length <= mostBytes, {
      error: `has more than ${mostBytes} bytes`,
    }),
  );

/** Error as the server tells it. */
export const errorSchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), next: z.string() }),
});

/** List of things that are few enough for one answer. */
export const itemsOf = <T extends z.core.SomeType>(item: T) => z.object({ items: z.array(item) });
