// SPDX-License-Identifier: Apache-2.0

import type { Problem } from "#sdk/list/problems.ts";
import type { ColumnsChoice, FileReading } from "../list/choice.ts";
import type { Recognition } from "../list/recognise.ts";
import type { PlanChoice } from "../plan/plan.ts";
import type { AccountsFound, CheckedList } from "../worker/ledgerProtocol.ts";
import type { DifferenceCounts, FileResult, OpenedFile } from "../worker/protocol.ts";
import { isReachable, nearestStep } from "./reach.ts";
import { type FlowState, type KeptChoices, START } from "./state.ts";
import type { Step } from "./steps.ts";

/** What happens to the flow: by the preparer's hand, or as an answer of the worker. */
export type FlowEvent =
  | { readonly type: "fileChosen"; readonly name: string }
  | { readonly type: "readDifferently"; readonly reading: FileReading }
  | { readonly type: "fileOpened"; readonly opened: OpenedFile; readonly recognition: Recognition }
  | { readonly type: "fileRefused"; readonly problem: Problem }
  | { readonly type: "columnsChosen"; readonly choice: ColumnsChoice }
  /** `choice` is the one that was read by; an answer to an older one is not heard. */
  | { readonly type: "read"; readonly choice: ColumnsChoice; readonly result: FileResult }
  | { readonly type: "correctionChosen" }
  | {
      readonly type: "corrected";
      readonly name: string;
      readonly opened: OpenedFile;
      readonly result: FileResult;
      readonly difference: DifferenceCounts;
    }
  | { readonly type: "correctionRefused"; readonly problem: Problem }
  | {
      readonly type: "correctionUndone";
      readonly before: FlowState;
      readonly opened: OpenedFile;
      readonly result: FileResult;
    }
  | { readonly type: "leftOut"; readonly isLeftOut: boolean }
  | { readonly type: "accountsFound"; readonly accounts: AccountsFound }
  | { readonly type: "wentWithoutUnopened"; readonly isWithout: boolean }
  | { readonly type: "planned"; readonly plan: PlanChoice; readonly isFine: boolean }
  | { readonly type: "checked"; readonly checked: CheckedList }
  | { readonly type: "cycleTaken" }
  | { readonly type: "prepared"; readonly cycle: number }
  | { readonly type: "went"; readonly step: Step }
  | {
      readonly type: "restored";
      readonly name: string;
      readonly kept: KeptChoices;
      readonly opened: OpenedFile;
      readonly recognition: Recognition;
    }
  | { readonly type: "workFailed" };

/** Everything that rests on the file and its columns, forgotten. */
const NOTHING_READ = {
  result: undefined,
  difference: undefined,
  isLeftOut: false,
  accounts: undefined,
  isWithoutUnopened: false,
  checked: undefined,
} as const;

/**
 * The next state. A decision to leave rows out holds for exactly the result that it was taken on: whatever changes the result takes it
 * back, so that rows are never left out unseen.
 */
export function reduce(state: FlowState, event: FlowEvent): FlowState {
  if (state.preparedCycle !== undefined) return state;
  return CHANGES[event.type](state, event as never);
}

type Change<Event extends FlowEvent> = (state: FlowState, event: Event) => FlowState;
type Changes = { readonly [Type in FlowEvent["type"]]: Change<Extract<FlowEvent, { type: Type }>> };

const CHANGES: Changes = {
  fileChosen: ({ plan, isPlanFine }, { name }) => ({
    ...START,
    plan,
    isPlanFine,
    fileName: name,
    busy: "opening",
  }),
  readDifferently: (state, { reading }) => ({ ...state, ...NOTHING_READ, reading, busy: "opening" }),
  fileOpened: (state, { opened, recognition }) => ({
    ...state,
    ...NOTHING_READ,
    busy: undefined,
    refused: undefined,
    opened,
    recognition,
    choice: recognition.choice,
    step: "columns",
  }),
  fileRefused: (state, { problem }) => ({
    ...state,
    ...NOTHING_READ,
    busy: undefined,
    opened: undefined,
    refused: problem,
    step: "file",
  }),
  columnsChosen: (state, { choice }) => ({ ...state, ...NOTHING_READ, choice, restoring: undefined }),
  read: (state, { choice, result }) => (choice === state.choice ? afterReading({ ...state, result }) : state),
  correctionChosen: (state) => ({ ...state, busy: "comparing", refused: undefined }),
  corrected: (state, { name, opened, result, difference }) => ({
    ...state,
    ...NOTHING_READ,
    busy: undefined,
    fileName: name,
    opened,
    result,
    difference,
    step: "problems",
  }),
  correctionRefused: (state, { problem }) => ({ ...state, busy: undefined, refused: problem }),
  correctionUndone: (_, { before, opened, result }) => ({ ...before, busy: undefined, opened, result }),
  leftOut: (state, { isLeftOut }) => ({
    ...state,
    isLeftOut,
    step: isLeftOut ? state.step : nearestStep({ ...state, isLeftOut }, state.step),
  }),
  accountsFound: (state, { accounts }) => ({
    ...state,
    accounts,
    checked: undefined,
    isWithoutUnopened: state.isWithoutUnopened && isSame(state.accounts, accounts),
  }),
  wentWithoutUnopened: (state, { isWithout }) => ({
    ...state,
    isWithoutUnopened: isWithout,
    checked: undefined,
  }),
  planned: (state, { plan, isFine }) => ({ ...state, plan, isPlanFine: isFine, checked: undefined }),
  checked: (state, { checked }) => ({ ...state, checked }),
  cycleTaken: (state) => ({ ...state, checked: undefined, step: "check" }),
  prepared: (state, { cycle }) => ({ ...state, preparedCycle: cycle, step: "sign" }),
  went: (state, { step }) => (isReachable(state, step) ? afterGoing(state, step) : state),
  restored: (state, { name, kept, opened, recognition }) => ({
    ...state,
    ...NOTHING_READ,
    busy: undefined,
    refused: undefined,
    fileName: name,
    opened,
    recognition,
    reading: kept.reading,
    choice: kept.choice,
    plan: kept.plan,
    // Whether it is still fine is for the plan's own step to say: days have passed.
    isPlanFine: false,
    step: "columns",
    restoring: kept,
  }),
  workFailed: (state) => ({ ...state, busy: undefined }),
};

/** Where the preparer goes while a draft is still being read is newer than where the draft was left. */
function afterGoing(state: FlowState, step: Step): FlowState {
  const { restoring } = state;
  return { ...state, step, refused: undefined, restoring: restoring && { ...restoring, step } };
}

/** The decisions of a draft hold again: its file and columns are the same. */
function afterReading(state: FlowState): FlowState {
  if (state.restoring === undefined) return state;
  const { isLeftOut, step } = state.restoring;
  const restored = { ...state, isLeftOut, restoring: undefined };
  return { ...restored, step: nearestStep(restored, step) };
}

function isSame(before: AccountsFound | undefined, after: AccountsFound): boolean {
  return before !== undefined && before.open === after.open && before.households === after.households;
}
