// SPDX-License-Identifier: Apache-2.0

import { z } from "zod";
import type { CommitmentFacts } from "./commitment.ts";

const hash = z.string().regex(/^0x[0-9a-f]{64}$/);
const decimal = z
  .string()
  .regex(/^[0-9]+$/)
  .transform(BigInt);

/** {@link CommitmentFacts} as JSON carries them: big numbers as decimal strings. */
export const commitmentFactsSchema = z.object({
  chainId: z.int().positive(),
  programme: z.string().regex(/^0x[0-9a-fA-F]{40}$/),
  cycle: z.int().positive(),
  root: hash,
  chunks: z.int().positive(),
  households: z.int().positive(),
  total: decimal,
  checkpoint: decimal,
  registryDigest: hash,
  controlSheet: hash,
});

/** What {@link commitmentFactsSchema} reads. */
export type CommitmentFactsJson = z.input<typeof commitmentFactsSchema>;

export function commitmentFactsJson(facts: CommitmentFacts): CommitmentFactsJson {
  return { ...facts, total: facts.total.toString(), checkpoint: facts.checkpoint.toString() };
}
