// SPDX-License-Identifier: Apache-2.0

import { z } from "zod/mini";
import { CONTROL_SHEET_FORMAT } from "#sdk/list/index.ts";

/** An earlier cycle of the programme, as its terms say. */
export interface EarlierCycle {
  readonly cycle: number;
  readonly households: number;
  readonly total: bigint;
}

const sheetSchema = z.object({
  format: z.literal(CONTROL_SHEET_FORMAT),
  comparison: z.nullable(
    z.object({
      previous: z.object({ households: z.int(), total: z.string().check(z.regex(/^\d{1,39}$/)) }),
    }),
  ),
});

/**
 * Which earlier lists a control sheet may compare with, newest first. The sheet itself says how many households the list before had and
 * what they got; where it is not at hand, the newest one is tried.
 * @param sheet Text of the control sheet; not trusted, only used to know which lists to read.
 */
export function comparable(
  sheet: string | undefined,
  earlier: readonly EarlierCycle[],
): readonly EarlierCycle[] {
  const newestFirst = [...earlier].sort((a, b) => b.cycle - a.cycle);
  const said = sheet === undefined ? undefined : readSheet(sheet);
  if (said === undefined) return newestFirst.slice(0, 1);
  if (said.comparison === null) return [];
  const { households, total } = said.comparison.previous;
  return newestFirst.filter((cycle) => cycle.households === households && cycle.total === BigInt(total));
}

function readSheet(text: string): z.infer<typeof sheetSchema> | undefined {
  try {
    const parsed = sheetSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
