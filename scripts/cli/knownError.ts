// SPDX-License-Identifier: Apache-2.0
import { contractRefusal } from "#sdk/errors/contractErrors.ts";
import { AnnonaError } from "#sdk/errors/index.ts";
import { isTransient } from "#sdk/relay/connection.ts";
import { CliError } from "./CliError.ts";

/** The error in the project's own words: a refusal of a contract, a lost connection, or one that has them already. */
export function knownError(error: unknown): AnnonaError | undefined {
  const refusal = contractRefusal(error);
  if (refusal !== undefined) return refusal;
  if (error instanceof AnnonaError) return error;
  return isTransient(error) ? new CliError("noConnection", { url: "the given address" }, error) : undefined;
}
