// SPDX-License-Identifier: Apache-2.0

import { AppError } from "../../shared/errors/index.ts";
import { words } from "./words/index.ts";

const CODES = { noStorage: "TERM-101" } as const;

/** An error of this page, in the reader's language. */
export function terminalError(name: keyof typeof CODES, cause: unknown): AppError {
  return new AppError({ code: CODES[name], ...words.errors[name], cause });
}
