// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import {
  type ArbiterPanel,
  type CouncilCall,
  type CouncilDispute,
  type Proposal,
  readArbiters,
  readDisputes,
  readProposal,
  type Simulation,
  simulateCalls,
} from "#sdk/council/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import type { CouncilGround } from "../../shared/councilRoom/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";

export { type CouncilGround, type Names, useCouncil, useProposals } from "../../shared/councilRoom/index.ts";

export function useProposal({ council }: CouncilGround, id: number) {
  const suite = useSuite();
  return useQuery<Proposal>({
    queryKey: [LEDGER_KEY, "council-proposal", council.address, council.epoch, council.time, id],
    queryFn: () => readProposal(suite, council, id),
    placeholderData: (before) => before,
  });
}

/** Whom the council named an arbiter. */
export function useArbiters({ council }: CouncilGround) {
  const suite = useSuite();
  return useQuery<ArbiterPanel>({
    queryKey: [LEDGER_KEY, "council-arbiters", council.address],
    queryFn: () => readArbiters(suite, council),
  });
}

/** What the council has to decide as an arbiter. */
export function useDisputes({ book }: CouncilGround) {
  const suite = useSuite();
  return useQuery<CouncilDispute[]>({
    queryKey: [LEDGER_KEY, "council-disputes", book.council],
    queryFn: () => readDisputes(suite, book),
  });
}

/** What calls would change now; asked anew with every block. */
export function useSimulation({ council, book }: CouncilGround, calls: readonly CouncilCall[]) {
  const suite = useSuite();
  return useQuery<Simulation>({
    queryKey: [LEDGER_KEY, "council-trial", council.address, calls],
    queryFn: () => simulateCalls(suite, book, calls),
    enabled: calls.length > 0,
    placeholderData: (before) => before,
  });
}
