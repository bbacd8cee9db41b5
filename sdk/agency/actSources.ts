// SPDX-License-Identifier: Apache-2.0

import { isError } from "ethers";
import { ICurrencyUnit__factory } from "#bindings/index.ts";
import type { ActSource } from "./openActs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** Every contract whose acts the officers of these programmes propose: the programmes, their currency units, the account registry. */
export async function actSources(
  suite: Suite,
  programmes: readonly ProgrammeHandle[],
): Promise<readonly ActSource[]> {
  const assets = [...new Set(programmes.map(({ asset }) => asset))];
  const units = await Promise.all(assets.map((asset) => unitOf(suite, asset)));
  return [
    ...programmes.map(({ address, organisation }) => ({ address, organisation })),
    ...units.flat(),
    { address: suite.deployment.contracts.accounts },
  ];
}

/** A programme's asset as a source of acts, when it is a currency unit and no token of somebody else. */
async function unitOf({ provider }: Suite, asset: string): Promise<readonly ActSource[]> {
  const unit = ICurrencyUnit__factory.connect(asset, provider);
  try {
    return [{ address: asset, organisation: Number(await unit.organisation()) }];
  } catch (error) {
    // An ordinary token has no organisation: it reverts or answers with nothing.
    if (isError(error, "CALL_EXCEPTION") || isError(error, "BAD_DATA")) return [];
    throw error;
  }
}
