// SPDX-License-Identifier: Apache-2.0

import * as v from "valibot";
import { count, text } from "#sdk/history/shapes/scalars.ts";

/** What the server answers to whoever runs it. */

export const health = v.object({ status: v.literal("ok") });

export const readiness = v.object({
  ready: v.boolean(),
  database: v.picklist(["ok", "unreachable"]),
  indexedBlock: v.nullable(count),
  headSeen: v.nullable(count),
  lag: v.nullable(count),
  problem: v.nullable(text),
});
