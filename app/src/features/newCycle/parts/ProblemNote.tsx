// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";
import type { Problem } from "#sdk/list/problems.ts";
import { ErrorNote } from "../../../shared/errors/index.ts";
import { problemText } from "./problemText.ts";

/** Why a whole file, or a whole column, was not taken. */
export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const { what, next } = problemText(problem);
  return <ErrorNote error={new AnnonaError({ code: problem.code, summary: what, next })} />;
}
