// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import {
  awaitsVote,
  type Council,
  type CouncilBook,
  type Proposal,
  readBook,
  readCouncil,
  readProposals,
  seatOf,
} from "#sdk/council/index.ts";
import { LEDGER_KEY } from "../api/index.ts";
import { useSuite } from "../ledger/index.ts";
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

/** What waits for a member: the votes that they have not given, and what can be carried out by anybody. */
export interface CouncilTasks {
  readonly ground: CouncilGround;
  readonly votes: readonly Proposal[];
  readonly ready: readonly Proposal[];
}

/** What waits for whoever acts by this address; nothing, and next to nothing read, for somebody without a seat. */
export function useCouncilTasks(address: string | undefined) {
  const suite = useSuite();
  return useQuery<CouncilTasks | null>({
    queryKey: [LEDGER_KEY, "council-tasks", address],
    queryFn: async () => {
      if (address === undefined) return null;
      // Governed by a plain address, there is no council and nothing to vote on.
      if ((await suite.provider.getCode(await suite.consortium.council())) === "0x") return null;
      const council = await readCouncil(suite);
      if (seatOf(council, address) === undefined) return null;
      const book = await readBook(suite, council.address);
      const [names, proposals] = await Promise.all([
        readNames(suite, council, book),
        readProposals(suite, council),
      ]);
      return {
        ground: { council, book, names },
        votes: proposals.filter((proposal) => awaitsVote(proposal, address)),
        ready: proposals.filter(({ state }) => state === "Ready"),
      };
    },
    enabled: address !== undefined,
    refetchInterval: REREAD_MS,
  });
}
