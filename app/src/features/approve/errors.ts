// SPDX-License-Identifier: Apache-2.0

import { AppError } from "../../shared/errors/index.ts";
import { type ApproveErrorName, approveErrors } from "./codes.ts";
import { words } from "./words/index.ts";

/** An error of this page, in the reader's language. */
export function approveError(name: ApproveErrorName, cause?: unknown): AppError {
  const { summary, next } = words.errors[name];
  return new AppError({ code: approveErrors[name].code, summary, next, cause });
}
