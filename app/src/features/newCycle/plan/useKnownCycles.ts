// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import { type Cycle, type ProgrammeHandle, readCycles, readEvents, type Suite } from "#sdk/agency/index.ts";
import { CYCLE_KINDS, nameOf } from "#sdk/history/names.ts";
import { LEDGER_KEY } from "../../../shared/api/index.ts";
import { useSuite } from "../../../shared/ledger/index.ts";
import type { KnownCycle } from "./plan.ts";

/** A cycle as the steps look at it. */
export interface DeskCycle extends KnownCycle, Pick<Cycle, "stage" | "total"> {}

/** All cycles of the programme with what was planned for them, oldest first, from the node. */
export function useKnownCycles(programme: ProgrammeHandle) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "known-cycles", programme.address],
    queryFn: () => readKnownCycles(suite, programme),
  });
}

async function readKnownCycles(suite: Suite, programme: ProgrammeHandle): Promise<DeskCycle[]> {
  const { contract } = programme;
  const [cycles, prepared] = await Promise.all([
    readCycles(suite, programme),
    readEvents(suite, contract, contract.filters.CyclePrepared()),
  ]);
  const termsOf = new Map(prepared.map(({ args }) => [Number(args.cycle), args.terms]));
  return cycles.flatMap((cycle) => {
    const terms = termsOf.get(cycle.cycle);
    if (terms === undefined) return [];
    return [
      {
        id: cycle.cycle,
        kind: nameOf(CYCLE_KINDS, terms.kind),
        state: cycle.state,
        stage: cycle.stage,
        total: cycle.total,
        periodFirstDay: Number(terms.periodFirstDay),
        periodLastDay: Number(terms.periodLastDay),
        expiresAt: cycle.expiresAt,
      },
    ];
  });
}
