// SPDX-License-Identifier: Apache-2.0

import type { AnnonaError } from "#sdk/errors/index.ts";
import { type ErrorView, HistoryError } from "#sdk/history/index.ts";

/** An error that the caller of the API gets to see, with its HTTP status. */
export class ApiError extends HistoryError {
  override readonly name = "ApiError";
  readonly status: 400 | 404 | 500;

  constructor(status: ApiError["status"], code: string, summary: string, next: string) {
    super({ code, summary, next });
    this.status = status;
  }
}

export function unknownProgramme(): ApiError {
  return new ApiError(
    404,
    "HIST-401",
    "No programme with this address is known.",
    "Check the address, or wait until the block in which the programme was made is indexed.",
  );
}

export function unknownDocument(): ApiError {
  return new ApiError(
    404,
    "HIST-402",
    "Nobody has recorded this document.",
    "Check that the file is exactly the one that was recorded, byte by byte, and that recent blocks are indexed.",
  );
}

export function unknownFund(): ApiError {
  return new ApiError(
    404,
    "HIST-403",
    "No donor fund with this address is known.",
    "Check the address, or wait until the block in which the fund was made is indexed.",
  );
}

export function unknownAgreement(): ApiError {
  return new ApiError(
    404,
    "HIST-405",
    "No agreement with this address is known.",
    "Check the address, or wait until the block in which the agreement was made is indexed.",
  );
}

export function unknownReference(): ApiError {
  return new ApiError(
    404,
    "HIST-406",
    "Nothing was given to this fund under this reference.",
    "Check the reference letter by letter, capitals included, and that it is the right fund.",
  );
}

export function unknownPath(): ApiError {
  return new ApiError(404, "HIST-404", "There is nothing at this address.", "Start at /api/programmes.");
}

export function invalidRequest(field: string): ApiError {
  return new ApiError(
    400,
    "HIST-400",
    `The request is not valid: ${field}.`,
    "Correct that part of the address and ask again.",
  );
}

export function internalError(): ApiError {
  return new ApiError(
    500,
    "HIST-500",
    "The answer could not be made.",
    "Try again; if it stays, tell whoever runs the server.",
  );
}

export function errorView({ code, summary, next }: AnnonaError): ErrorView {
  return { error: { code, message: summary, next } };
}
