// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { actSources, openActs, type ProgrammeHandle, type Suite } from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../api/index.ts";
import { useSuite } from "../ledger/index.ts";

/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

/** Proposals on a programme that wait for a second officer, oldest first; read from the node. */
export function useOpenActs({ address, organisation }: Pick<ProgrammeHandle, "address" | "organisation">) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "acts", address],
    queryFn: () => openActs(suite, { address, organisation }),
    refetchInterval: POLL_MS,
  });
}

/** Proposals of the organisation that belong to no programme: on the account registry and on currency units. */
export function useOtherActs(organisation: number, programmes: readonly ProgrammeHandle[]) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "other-acts", organisation, programmes.length],
    queryFn: () => readOtherActs(suite, organisation, programmes),
    refetchInterval: POLL_MS,
  });
}

async function readOtherActs(suite: Suite, organisation: number, programmes: readonly ProgrammeHandle[]) {
  const sources = await actSources(suite, programmes);
  const others = sources.filter(({ address }) =>
    programmes.every((programme) => programme.address !== address),
  );
  const acts = await Promise.all(others.map((source) => openActs(suite, source)));
  return acts.flat().filter((act) => act.organisation === organisation);
}
