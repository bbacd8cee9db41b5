// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import { appError } from "../errors/AppError.ts";
import { ask } from "./source.ts";

/**
 * Ask for something of the history, and check the shape of the answer.
 * @param path Starts with "/api/".
 * @throws AppError with the server's own code and words, or APP-101 (no answer), APP-102 (too slow), APP-103 (not understood),
 * APP-104 (failed without words), APP-105 (not in the snapshot), APP-106 (no snapshot).
 */
export async function fetchJson<Out>(
  path: string,
  schema: v.GenericSchema<unknown, Out>,
  signal?: AbortSignal,
): Promise<Out> {
  const parsed = v.safeParse(schema, await ask(path, { signal }));
  if (parsed.success) return parsed.output;
  throw appError("answer-not-understood", { details: v.summarize(parsed.issues) });
}
