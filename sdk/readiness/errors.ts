// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";

/** Errors of opening an assessment; {field} is filled in. */
const READINESS_ERRORS = {
  notJson: [
    "READY-101",
    "The file is not an assessment: it holds no JSON.",
    "Choose the .json file that this page saved; a print or a text copied from it cannot be opened.",
  ],
  notAssessment: [
    "READY-102",
    "The file is not an assessment of this page: {field}.",
    "Choose a file that this page saved and that nobody has edited since.",
  ],
  otherResult: [
    "READY-103",
    "The result that stands in the file does not follow from the answers in it.",
    "Do not rely on the file: it was edited, or made by another version. Ask its author for the original.",
  ],
} as const satisfies Record<string, readonly [code: string, summary: string, next: string]>;

/** An assessment cannot be opened. */
export class ReadinessError extends AnnonaError {
  override readonly name = "ReadinessError";
  readonly values: Readonly<Record<string, string>>;

  constructor(
    name: keyof typeof READINESS_ERRORS,
    values: Readonly<Record<string, string>> = {},
    cause?: unknown,
  ) {
    const [code, summary, next] = READINESS_ERRORS[name];
    super({ code, summary: summary.replace("{field}", values.field ?? ""), next, cause });
    this.values = values;
  }
}
