// SPDX-License-Identifier: Apache-2.0

import { useQuery } from "@tanstack/react-query";
import {
  blockTimes,
  listProgrammes,
  type ProgrammeHandle,
  readEvents,
  readTasks,
  type Suite,
} from "#sdk/agency/index.ts";
import { LEDGER_KEY } from "../../shared/api/index.ts";
import { type Officer, useSuite } from "../../shared/ledger/index.ts";
import { cycleKey, type PreparedAt } from "./board.ts";

/** How often the node is asked when the history server, whose new blocks otherwise tell, is down. */
const POLL_MS = 15_000;

/** Programmes of the officer's organisation, read from the node. */
export function useOwnProgrammes(organisation: number) {
  const suite = useSuite();
  return useQuery({
    queryKey: [LEDGER_KEY, "programmes-of", organisation],
    queryFn: () => listProgrammes(suite, organisation),
  });
}

/** What waits for the officer by the ledger's word, and when the cycles among it were prepared. */
export function useLedgerTasks({ address, organisation, roles }: Officer) {
  const suite = useSuite();
  const { data: programmes } = useOwnProgrammes(organisation.id);
  return useQuery({
    queryKey: [LEDGER_KEY, "tasks", address, [...roles].join()],
    queryFn: async () => {
      const [tasks, preparedAt] = await Promise.all([
        readTasks(suite, programmes ?? [], address, roles),
        readPreparedAt(suite, programmes ?? []),
      ]);
      return { tasks, preparedAt };
    },
    enabled: programmes !== undefined,
    refetchInterval: POLL_MS,
  });
}

async function readPreparedAt(suite: Suite, programmes: readonly ProgrammeHandle[]): Promise<PreparedAt> {
  const found = await Promise.all(
    programmes.map(async ({ address, contract }) => {
      const events = await readEvents(suite, contract, contract.filters.CyclePrepared());
      return events.map(({ blockNumber, args }) => ({
        key: cycleKey(address, Number(args.cycle)),
        blockNumber,
      }));
    }),
  );
  const all = found.flat();
  const times = await blockTimes(
    suite,
    all.map(({ blockNumber }) => blockNumber),
  );
  return new Map(all.map(({ key, blockNumber }) => [key, times.get(blockNumber) ?? 0]));
}
