// SPDX-License-Identifier: Apache-2.0

import { AnnonaError } from "../errors/index.ts";

/** The relayer could not finish; the chain has whatever got through, and the same call goes on from there. */
export class RelayError extends AnnonaError {
  override readonly name: string = "RelayError";
}

/** The chain was not reachable for too long. */
export function outOfPatience(done: number, total: number, cause: unknown): RelayError {
  return new RelayError({
    code: "RELAY-101",
    summary: `The chain stopped answering after ${done} of ${total}.`,
    next: "Check the connection and run the same command again; it goes on where it stopped.",
    cause,
  });
}

/** A transaction does not fit under the gas cap however it is cut. */
export function aboveGasCap(what: string): RelayError {
  return new RelayError({
    code: "RELAY-102",
    summary: `${what} ran out of gas at the highest limit that a transaction may have.`,
    next: "This chain charges more than expected; use a chain with ordinary gas prices for storage, or report it.",
  });
}

/** The caller asked to stop. */
export function stoppedByCaller(done: number, total: number): RelayError {
  return new RelayError({
    code: "RELAY-103",
    summary: `Stopped after ${done} of ${total}.`,
    next: "Run the same command again; it goes on where it stopped.",
  });
}
