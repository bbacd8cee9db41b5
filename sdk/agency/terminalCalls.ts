// SPDX-License-Identifier: Apache-2.0

import type { Call } from "./call.ts";
import { PROGRAMME } from "./faces.ts";
import type { ProgrammeHandle } from "./suite.ts";

/** A terminal key for a shop. */
export interface TerminalToAuthorise {
  readonly terminal: string;
  readonly shop: number;
  /** Ledger units a cycle, at most the shop's terminal limit. */
  readonly limit: bigint;
}

/** Authorise a terminal at once. @param custodian Address of the officer. */
export function authoriseTerminalCall(
  { address }: Pick<ProgrammeHandle, "address">,
  { terminal, shop, limit }: TerminalToAuthorise,
  custodian: string,
): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("authoriseTerminal", [terminal, shop, limit]),
    expects: { event: "TerminalAuthorised", where: { terminal, shop, limitPerCycle: limit, custodian } },
  };
}

/** Revoke a terminal at once; a Custodian or Guardian. */
export function revokeTerminalCall({ address }: Pick<ProgrammeHandle, "address">, terminal: string): Call {
  return {
    to: address,
    data: PROGRAMME.encodeFunctionData("revokeTerminal", [terminal]),
    expects: { event: "TerminalRevoked", where: { terminal } },
  };
}
