// SPDX-License-Identifier: Apache-2.0

import type { Problem } from "#sdk/list/problems.ts";
import { type ColumnsChoice, FIND_OUT, type FileReading, NO_COLUMNS } from "../list/choice.ts";
import type { Recognition } from "../list/recognise.ts";
import type { PlanChoice } from "../plan/plan.ts";
import type { AccountsFound, CheckedList } from "../worker/ledgerProtocol.ts";
import type { DifferenceCounts, FileResult, OpenedFile } from "../worker/protocol.ts";
import type { Step } from "./steps.ts";

/** What the worker is doing for the page. */
export type Busy = "opening" | "comparing" | undefined;

/** Where the preparer is, and everything decided so far. Nothing in it was signed. */
export interface FlowState {
  readonly step: Step;
  readonly busy: Busy;
  /** Name of the file; personal data may stand in it. */
  readonly fileName: string | undefined;
  readonly reading: FileReading;
  readonly opened: OpenedFile | undefined;
  /** Why the last file could not be taken. */
  readonly refused: Problem | undefined;
  readonly recognition: Recognition | undefined;
  readonly choice: ColumnsChoice;
  /** What the file comes to under exactly this choice. */
  readonly result: FileResult | undefined;
  /** What the last correction changed. */
  readonly difference: DifferenceCounts | undefined;
  /** Whether the rows with problems are left out, by the preparer's own word, for exactly this result. */
  readonly isLeftOut: boolean;
  readonly accounts: AccountsFound | undefined;
  /** Whether households without an account are left out, by the preparer's own word. */
  readonly isWithoutUnopened: boolean;
  readonly plan: PlanChoice | undefined;
  readonly isPlanFine: boolean;
  /** The control sheet, for exactly these accounts. */
  readonly checked: CheckedList | undefined;
  readonly preparedCycle: number | undefined;
  /** Decisions of a draft that wait until its file has been read again. */
  readonly restoring: KeptChoices | undefined;
}

export const START: FlowState = {
  step: "file",
  busy: undefined,
  fileName: undefined,
  reading: FIND_OUT,
  opened: undefined,
  refused: undefined,
  recognition: undefined,
  choice: NO_COLUMNS,
  result: undefined,
  difference: undefined,
  isLeftOut: false,
  accounts: undefined,
  isWithoutUnopened: false,
  plan: undefined,
  isPlanFine: false,
  checked: undefined,
  preparedCycle: undefined,
  restoring: undefined,
};

/** What a draft keeps of the flow beside its sealed file. Nothing in it is personal. */
export interface KeptChoices {
  readonly step: Step;
  readonly reading: FileReading;
  readonly choice: ColumnsChoice;
  readonly isLeftOut: boolean;
  readonly plan: PlanChoice | undefined;
}

export function choicesToKeep({ step, reading, choice, isLeftOut, plan }: KeptChoices): KeptChoices {
  return { step, reading, choice, isLeftOut, plan };
}
