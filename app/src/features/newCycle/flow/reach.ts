// SPDX-License-Identifier: Apache-2.0

import type { FlowState } from "./state.ts";
import { STEPS, type Step } from "./steps.ts";

const IS_DONE: Readonly<Record<Step, (state: FlowState) => boolean>> = {
  file: ({ opened }) => opened !== undefined,
  columns: ({ result }) => result !== undefined && result.refusals.length === 0,
  problems: ({ result, isLeftOut }) =>
    result !== undefined && result.households > 0 && (result.badRows === 0 || isLeftOut),
  accounts: ({ accounts, isWithoutUnopened }) =>
    accounts !== undefined &&
    accounts.open > 0 &&
    (accounts.open === accounts.households || isWithoutUnopened),
  plan: ({ plan, isPlanFine }) => plan !== undefined && isPlanFine,
  check: ({ checked }) => checked !== undefined,
  sign: ({ preparedCycle }) => preparedCycle !== undefined,
};

/** Whether nothing of a step is left to do. */
export function isDone(state: FlowState, step: Step): boolean {
  return IS_DONE[step](state);
}

/** Whether the preparer may go to a step: all before it are done. After signing there is no way back. */
export function isReachable(state: FlowState, step: Step): boolean {
  if (state.preparedCycle !== undefined) return step === "sign";
  return STEPS.slice(0, STEPS.indexOf(step)).every((before) => IS_DONE[before](state));
}

/** The step that was meant, or the last one before it that can be looked at. */
export function nearestStep(state: FlowState, step: Step): Step {
  return (
    STEPS.slice(0, STEPS.indexOf(step) + 1).findLast((candidate) => isReachable(state, candidate)) ?? "file"
  );
}
