// SPDX-License-Identifier: Apache-2.0

import { isError } from "ethers";
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import { AppError, toAppError } from "../errors/AppError.ts";
import { walletError } from "../wallet/errors.ts";
import { redactHex } from "../wallet/redact.ts";
import { type ActErrorName, actErrors } from "./codes.ts";
import { words } from "./words/index.ts";

/** An error of acting, in the reader's language. */
export function actError(name: ActErrorName, cause?: unknown): AppError {
  const details = cause instanceof Error ? redactHex(cause.message) : undefined;
  return new AppError({
    code: actErrors[name].code,
    ...words.errors[name],
    cause,
    ...(details ? { details } : {}),
  });
}

/** Whatever was thrown while an act was built or simulated on our own node. */
export function groundError(caught: unknown): AppError {
  const told = toldError(caught);
  if (told !== undefined) return told;
  return isOfNode(caught) ? actError("nodeSilent", caught) : toAppError(caught);
}

/** Whatever the wallet answered with, except that the officer declined. */
export function answerError(caught: unknown): AppError {
  const told = toldError(caught);
  if (told !== undefined) return told;
  return walletError(isError(caught, "INSUFFICIENT_FUNDS") ? "noFees" : "walletFailed", caught);
}

/** An error that has its number and words already: one of ours, or a contract's refusal. */
function toldError(caught: unknown): AppError | undefined {
  if (caught instanceof AnnonaError) return toAppError(caught);
  const refusal = contractRefusal(caught);
  return refusal === undefined ? undefined : toAppError(refusal);
}

/** How the browsers say that a request did not get through; other TypeErrors are faults of the page. */
const NO_CONNECTION = /fetch|network|load failed/i;

function isOfNode(caught: unknown): boolean {
  const codes = ["NETWORK_ERROR", "SERVER_ERROR", "TIMEOUT", "BAD_DATA"] as const;
  const isCutOff = caught instanceof TypeError && NO_CONNECTION.test(caught.message);
  return isCutOff || codes.some((code) => isError(caught, code));
}
