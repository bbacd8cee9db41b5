// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type ProgrammeHandle, readPauseStory, readPauses } from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../../../shared/api/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import { useWallet } from "../../../shared/wallet/index.ts";

/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

/** What is paused in a programme, and whether it is closed; read from the node. */
export function usePauses(programme: ProgrammeHandle) {
  return useQuery({
    queryKey: [LEDGER_KEY, "pauses", programme.address],
    queryFn: () => readPauses(programme),
    refetchInterval: POLL_MS,
  });
}

/** What was paused and lifted, newest first. */
export function usePauseStory(programme: ProgrammeHandle) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "pause-story", programme.address],
    queryFn: () => readPauseStory(suite, programme),
  });
}

/** Whether whoever is connected could pause as a member of the council now; undefined while nobody knows. */
export function useMayPauseAsMember({ address, contract }: ProgrammeHandle) {
  const { address: reader } = useWallet();
  return useQuery({
    queryKey: [LEDGER_KEY, "pausing-member", address, reader],
    queryFn: () => contract.mayPauseAsMember(reader ?? ""),
    enabled: reader !== undefined,
  });
}
