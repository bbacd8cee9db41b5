// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "#sdk/errors/index.ts";
import { walletError } from "../wallet/errors.ts";
import { isRejection } from "../wallet/rejection.ts";

/** What came of an attempt to sign in: nothing wrong, the officer's "no", or an error with a number. */
export function signInProblem(error: unknown): Error | "declined" | undefined {
  if (error === null || error === undefined) return undefined;
  if (isRejection(error)) return "declined";
  return error instanceof AnnonaError ? error : walletError("walletFailed", error);
}
