// SPDX-License-Identifier: Apache-2.0

import type { Call } from "#sdk/agency/call.ts";
import type { Suite } from "#sdk/agency/suite.ts";
import { TRANSACTION_GAS_CAP } from "#sdk/relay/gas.ts";

/** A sixth more than estimated: other people's transactions can come in between. */
const SLACK = 6n;

/**
 * Try a call on our own node as the officer would send it. Nothing is signed that did not get through here.
 * @returns The gas to send it with.
 * @throws Whatever the contract refuses with, as ethers reports it.
 */
export async function simulate(
  { provider }: Suite,
  { to, data, value = 0n }: Call,
  from: string,
): Promise<bigint> {
  await provider.call({ to, data, from, value });
  const estimate = await provider.estimateGas({ to, data, from, value });
  const limit = estimate + estimate / SLACK;
  return limit < TRANSACTION_GAS_CAP ? limit : TRANSACTION_GAS_CAP;
}
