// SPDX-License-Identifier: Apache-2.0

import { getAddress } from "ethers";
import { z } from "zod";
import { amountOf } from "#sdk/money/index.ts";
import { STATEMENT_FORMAT } from "#sdk/reconcile/index.ts";
import type { SettlementInput } from "./settlementTerms.ts";

const statementSchema = z.object({
  format: z.literal(STATEMENT_FORMAT),
  total: z.object({
    counted: z
      .string()
      .regex(/^[0-9]+$/)
      .transform(BigInt),
  }),
  lastReceipts: z.array(
    z.object({
      terminal: z
        .string()
        .regex(/^0x[0-9a-f]{40}$/)
        .transform((text) => getAddress(text)),
      number: z.int().positive(),
    }),
  ),
});

/** What a statement document settles: the amount that the chain counts, and how far; undefined when it is another kind of file. */
export function readStatement(
  text: string,
): Required<Pick<SettlementInput, "amount" | "lastReceipts">> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const parsed = statementSchema.safeParse(json);
  return parsed.success
    ? { amount: amountOf(parsed.data.total.counted), lastReceipts: parsed.data.lastReceipts }
    : undefined;
}
