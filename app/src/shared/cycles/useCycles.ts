// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import {
  type ProgrammeHandle,
  readBalances,
  readBands,
  readCycleDetail,
  readCycles,
  readSources,
} from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../api/index.ts";
import { useSuite } from "../ledger/index.ts";

/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

/** A cycle with its terms and what officers did with it, from the node. */
export function useCycleDetail(programme: ProgrammeHandle, cycle: number) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "cycle", programme.address, cycle],
    queryFn: () => readCycleDetail(suite, programme, cycle),
    refetchInterval: POLL_MS,
  });
}

/** All cycles of a programme, oldest first, from the node. */
export function useCycles(programme: ProgrammeHandle) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "cycles", programme.address],
    queryFn: () => readCycles(suite, programme),
    refetchInterval: POLL_MS,
  });
}

/** Where the programme's money stands, from the node. */
export function useBalances(programme: ProgrammeHandle) {
  return useQuery({
    queryKey: [LEDGER_KEY, "balances", programme.address],
    queryFn: () => readBalances(programme),
    refetchInterval: POLL_MS,
  });
}

/** The amount bands by which approvals are counted. */
export function useBands(programme: ProgrammeHandle) {
  return useQuery({
    queryKey: [LEDGER_KEY, "bands", programme.address],
    queryFn: () => readBands(programme),
  });
}

/** Recorded addresses to which unspent money may go back. */
export function useSources(programme: ProgrammeHandle) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "sources", programme.address],
    queryFn: () => readSources(suite, programme),
  });
}
