// SPDX-License-Identifier: Apache-2.0

import type { Problem, ProblemCode } from "#sdk/list/problems.ts";

/** How often one kind of problem occurs. */
export interface ProblemKind {
  readonly code: ProblemCode;
  readonly count: number;
}

/** The kinds of problems, the most frequent first. */
export function kindsOf(problems: readonly Pick<Problem, "code">[]): ProblemKind[] {
  const counts = new Map<ProblemCode, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

/** Rows with at least one problem; a row may have several. */
export function rowsWithProblems(problems: readonly Pick<Problem, "row">[]): number {
  return new Set(problems.map(({ row }) => row)).size;
}
