// SPDX-License-Identifier: Apache-2.0

import type { Actor, Step } from "#sdk/agreements/nextSteps.ts";
import { words } from "./words/index.ts";

/** A step in the reader's words: "Milestone 2: Verify the evidence". */
export function stepText({ step, milestone }: Pick<Step, "step" | "milestone">): string {
  const what = words.steps[step];
  return milestone === undefined ? what : `${words.milestone(milestone)}: ${what}`;
}

/** Who can take a step: "Finance of the agency or an approver of the agency". */
export function actorsText(actors: readonly Actor[]): string {
  return actors.map((actor) => words.actors[actor]).reduce((all, one) => words.or(all, one));
}
