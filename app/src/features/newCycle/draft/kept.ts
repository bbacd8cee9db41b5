// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import { CYCLE_KINDS } from "#sdk/history/names.ts";
import { type KeptChoices, START } from "../flow/state.ts";
import { STEPS } from "../flow/steps.ts";
import { columnsChoiceSchema } from "../list/choiceSchema.ts";

const planSchema = z.object({
  kind: z.enum(CYCLE_KINDS),
  parent: z.int(),
  periodFirst: z.string(),
  periodLast: z.string(),
  opens: z.string(),
  expires: z.string(),
  grace: z.string(),
});

const FORMAT = "annona-new-cycle-1";

const keptSchema = z.object({
  format: z.literal(FORMAT),
  step: z.enum(STEPS),
  reading: z.object({
    delimiter: z.enum([",", ";", "\t", "|", "auto"]),
    encoding: z.enum(["auto", "windows-1252"]),
  }),
  choice: columnsChoiceSchema,
  isLeftOut: z.boolean(),
  plan: z.optional(planSchema),
});

/** The choices as the office keeps them with a draft, in the open: nothing in them is personal. */
export function planOfChoices({ step, reading, choice, isLeftOut, plan }: KeptChoices) {
  return {
    format: FORMAT,
    step,
    reading: { ...reading },
    choice: { ...choice },
    isLeftOut,
    ...(plan === undefined ? {} : { plan: { ...plan } }),
  };
}

/** Read them back. What this version of the page does not know counts as nothing decided yet; the file is there all the same. */
export function choicesOfPlan(kept: unknown): KeptChoices {
  const parsed = keptSchema.safeParse(kept);
  if (parsed.success) return { ...parsed.data, plan: parsed.data.plan };
  const { step, reading, choice, isLeftOut, plan } = START;
  return { step, reading, choice, isLeftOut, plan };
}
