// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import type { Context } from "hono";
import { z } from "zod";
import { ENTRY_KIND_NAMES, MONEY_STATES, referenceBytes } from "#sdk/history/index.ts";
import { invalidRequest } from "./errors.ts";

const MOST_ITEMS = 500;
const ITEMS = 50;
const MAX_UINT32 = 0xffff_ffff;

const digits = z.string().regex(/^\d{1,15}$/, "not a whole number");
const count = digits.transform(Number);

/** Any case is taken; a wrong checksum is not, since it means a typing error. */
const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "not an address")
  .transform((text, context) => {
    try {
      return getAddress(text);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      context.addIssue({ code: "custom", message: "wrong checksum" });
      return z.NEVER;
    }
  });

const limit = count.pipe(z.int().min(1).max(MOST_ITEMS)).default(ITEMS);

export const programmePath = z.object({ address });
export const documentPath = z.object({
  hash: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/, "not a hash of 32 bytes")
    .transform((text) => text.toLowerCase()),
});
export const numberedPage = z.object({ limit, cursor: count.optional() });
export const programmesPage = z.object({ limit, cursor: address.optional() });
export const receiptsQuery = numberedPage.extend({
  number: count.pipe(z.int().max(MAX_UINT32)).optional(),
  account: count.pipe(z.int().max(MAX_UINT32)).optional(),
  shop: count.pipe(z.int().min(1).max(MAX_UINT32)).optional(),
  terminal: address.optional(),
});

/** A fund, and what a donor calls a contribution: text, or 32 bytes in hexadecimal. */
export const followPath = z.object({
  fund: address,
  reference: z.string().transform((text, context) => {
    const bytes = referenceBytes(text);
    if (bytes !== null) return bytes;
    context.addIssue({ code: "custom", message: "not a text of 1 to 32 bytes" });
    return z.NEVER;
  }),
});
export const timelineQuery = numberedPage.extend({
  kind: z.enum(ENTRY_KIND_NAMES).optional(),
  state: z.enum(MONEY_STATES).optional(),
  asset: address.optional(),
  fund: address.optional(),
  programme: address.optional(),
  agreement: address.optional(),
});

/**
 * Path and query parameters of a request, checked.
 * @throws ApiError HIST-400 naming the first that is wrong.
 */
export function parametersOf<T>(schema: z.ZodType<T>, values: Record<string, string>): T {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw invalidRequest(`${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim());
}

export function queryOf<T>(schema: z.ZodType<T>, context: Context): T {
  return parametersOf(schema, context.req.query());
}

export function pathOf<T>(schema: z.ZodType<T>, context: Context): T {
  return parametersOf(schema, context.req.param() as Record<string, string>);
}
