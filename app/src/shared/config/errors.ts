// SPDX-License-Identifier: Apache-2.0

import { AppError } from "../errors/AppError.ts";

const configErrors = {
  missing: {
    code: "CONFIG-101",
    summary: "This console could not read its configuration.",
    next: "Reload the page; if that does not help, tell whoever runs the console that config.json is missing.",
  },
  notJson: {
    code: "CONFIG-102",
    summary: "The configuration of this console is not a JSON file.",
    next: "Tell whoever runs the console to publish it again with npm run annona -- app publish.",
  },
} as const;

export function configError(name: keyof typeof configErrors, cause?: unknown): AppError {
  return new AppError({ ...configErrors[name], cause });
}
