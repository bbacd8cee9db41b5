// SPDX-License-Identifier: Apache-2.0

/** The steps of a new cycle, in their order. */
export const STEPS = ["file", "columns", "problems", "accounts", "plan", "check", "sign"] as const;

export type Step = (typeof STEPS)[number];

/** The last step is followed by itself. */
export function stepAfter(step: Step): Step {
  return STEPS[STEPS.indexOf(step) + 1] ?? step;
}

/** The first step is preceded by itself. */
export function stepBefore(step: Step): Step {
  return STEPS[STEPS.indexOf(step) - 1] ?? step;
}
