// SPDX-License-Identifier: Apache-2.0

import { AppError } from "../../shared/errors/index.ts";
import { type VerifyErrorName, verifyErrors } from "./codes.ts";
import { words } from "./words/index.ts";

/** An error of this page, in the reader's language. */
export function verifyError(name: VerifyErrorName, cause?: unknown): AppError {
  const { summary, next } = words.errors[name];
  return new AppError({ code: verifyErrors[name].code, summary, next, cause });
}
