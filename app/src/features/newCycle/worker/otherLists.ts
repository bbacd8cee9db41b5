// SPDX-License-Identifier: Apache-2.0

import {
  listProgrammes,
  loadedEntries,
  openProvider,
  type ProgrammeHandle,
  readCycles,
  type Suite,
  suiteOn,
} from "#sdk/agency/index.ts";
import type { LedgerPlace } from "./ledgerProtocol.ts";
import type { OtherList } from "./overlaps.ts";

export function suiteAt({ rpcUrl, chainId, deployment }: LedgerPlace): Suite {
  return suiteOn(openProvider(rpcUrl, chainId), deployment);
}

/** What all other programmes are paying now, of any agency, from the ledger. @param own Address of the programme to leave out. */
export async function otherProgrammes(suite: Suite, own: string): Promise<OtherList[]> {
  const programmes = await listProgrammes(suite);
  const others = programmes.filter(({ address }) => address.toLowerCase() !== own.toLowerCase());
  return (await Promise.all(others.map((programme) => payingLists(suite, programme)))).flat();
}

async function payingLists(suite: Suite, programme: ProgrammeHandle): Promise<OtherList[]> {
  const cycles = await readCycles(suite, programme);
  const now = Date.now() / 1000;
  const paying = cycles.filter(({ state, expiresAt }) => state === "Approved" && expiresAt > now);
  return await Promise.all(
    paying.map(async ({ cycle }) => ({
      programme: programme.name,
      cycle,
      currency: programme.currency,
      entries: await loadedEntries(suite, programme, cycle),
    })),
  );
}
