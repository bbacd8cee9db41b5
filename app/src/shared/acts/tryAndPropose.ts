// SPDX-License-Identifier: Apache-2.0

import { type Call, proposeCall, type Suite } from "#sdk/agency/index.ts";

/**
 * Propose an act after trying the act itself on our own node, as the contract would run it for the second officer: what the ledger
 * would refuse then is refused now, before anybody signs.
 * @param contract Whose act it is.
 * @param act Calldata, from one of the builders `acts` of sdk/agency.
 * @throws Whatever the contract refuses with, as ethers reports it; acting turns it into a numbered error.
 */
export async function tryAndPropose(
  { provider }: Pick<Suite, "provider">,
  contract: string,
  act: string,
  proposer: string,
): Promise<Call> {
  await provider.call({ to: contract, data: act, from: contract });
  return proposeCall(contract, act, proposer);
}
