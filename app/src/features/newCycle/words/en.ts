// SPDX-License-Identifier: Apache-2.0

import { PROBLEMS } from "#sdk/list/problems.ts";
import cycleWords from "./cycle.en.ts";
import listWords from "./list.en.ts";

type Sentences = Readonly<Record<string, readonly [what: string, next: string]>>;

const sentences: Sentences = Object.fromEntries(
  Object.values(PROBLEMS).map(([code, what, next]) => [code, [what, next]]),
);

/** What to do about accounts is done on this page. */
const here: Sentences = {
  "LIST-401": [
    "This household has no open account yet.",
    "Ask the custodian to open it; the list waits until then.",
  ],
};

const en = {
  ...listWords,
  ...cycleWords,
  title: "New cycle",
  intro:
    "From a list of households to a cycle that waits for approval. Nothing counts until you sign at the end.",
  steps: "Steps",
  stepOf: (number: number, of: number) => `Step ${number} of ${of}`,
  stepNames: {
    file: "File",
    columns: "Columns",
    problems: "Problems",
    accounts: "Accounts",
    plan: "Plan",
    check: "Check",
    sign: "Sign",
  },
  stepDone: "done",
  back: "Back",
  goOn: "Continue",
  working: "Working",
  rows: { one: "row", other: "rows" },
  households: { one: "household", other: "households" },
  problemsNoun: { one: "problem", other: "problems" },
  accountsNoun: { one: "account", other: "accounts" },
  cyclesNoun: { one: "cycle", other: "cycles" },
  approversNoun: { one: "approver", other: "approvers" },
  daysNoun: { one: "day", other: "days" },
  cycle: (id: number) => `Cycle ${id}`,
  sentences: { ...sentences, ...here },
};

export default en;
