// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import {
  type Council,
  type CouncilBook,
  type CouncilCall,
  type CouncilDispute,
  type Proposal,
  readBook,
  readCouncil,
  readDisputes,
  readProposal,
  readProposals,
  type Simulation,
  simulateCalls,
} from "#sdk/council/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { useSuite } from "../../shared/ledger/index.ts";
import { type Names, readNames } from "./names.ts";

/** New blocks have everything read again; this is for the time when the history server, which tells of them, is away. */
const REREAD_MS = 15_000;

/** What every page of the council stands on, from the node itself. */
export interface CouncilGround {
  readonly council: Council;
  readonly book: CouncilBook;
  readonly names: Names;
}

export function useCouncil() {
  const suite = useSuite();
  return useQuery<CouncilGround>({
    queryKey: [LEDGER_KEY, "council"],
    queryFn: async () => {
      const council = await readCouncil(suite);
      const book = await readBook(suite, council.address);
      return { council, book, names: await readNames(suite, council, book) };
    },
    refetchInterval: REREAD_MS,
  });
}

export function useProposals({ council }: CouncilGround) {
  const suite = useSuite();
  return useQuery<Proposal[]>({
    queryKey: [LEDGER_KEY, "council-proposals", council.address, council.epoch, council.time],
    queryFn: () => readProposals(suite, council),
    placeholderData: (before) => before,
  });
}

export function useProposal({ council }: CouncilGround, id: number) {
  const suite = useSuite();
  return useQuery<Proposal>({
    queryKey: [LEDGER_KEY, "council-proposal", council.address, council.epoch, council.time, id],
    queryFn: () => readProposal(suite, council, id),
    placeholderData: (before) => before,
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
