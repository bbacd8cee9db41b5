// SPDX-License-Identifier: Apache-2.0

import { AnnonaError, type ErrorText } from "#sdk/errors/index.ts";
import { type AppErrorName, appErrors } from "./codes.ts";
import { type ErrorValues, translated } from "./translate.ts";

/** An error of the page or of the history server, in words fit for the screen. */
export class AppError extends AnnonaError {
  override readonly name = "AppError";
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;

  /** @param values What stands inside the sentences, for those who write them in another language. */
  constructor(text: ErrorText, status?: number, values?: ErrorValues) {
    super(translated(text, values));
    this.status = status;
  }

  /** Whether asking the same again can help. */
  get isPassing(): boolean {
    return this.status === undefined
      ? this.code !== appErrors["answer-not-understood"].code
      : this.status >= 500;
  }
}

interface Circumstances {
  readonly cause?: unknown;
  readonly details?: string;
  readonly status?: number;
}

/** One of the page's own errors, by name. */
export function appError(name: AppErrorName, { status, ...rest }: Circumstances = {}): AppError {
  return new AppError({ ...appErrors[name], ...rest }, status);
}

/** Any caught value as an error with a number and a next step. */
export function toAppError(caught: unknown): AppError {
  if (caught instanceof AppError) return caught;
  if (caught instanceof AnnonaError) {
    const { code, summary, next } = caught;
    return new AppError({ code, summary, next, cause: caught }, undefined, valuesOf(caught));
  }
  return appError("page-broke", { cause: caught });
}

/** Refusals of contracts bring their values along. */
function valuesOf(error: AnnonaError): ErrorValues | undefined {
  return "values" in error ? (error.values as ErrorValues) : undefined;
}
