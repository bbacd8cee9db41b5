// SPDX-License-Identifier: Apache-2.0

import { blockTimes, type ProgrammeHandle, readEvents, type Suite } from "#sdk/agency/index.ts";
import { textOfBytes32 } from "#sdk/errors/contractWords.ts";
import type { CycleEvent } from "./timeline.ts";

/** What happened to a cycle, from the ledger's events; in no particular order. */
export async function readCycleEvents(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  cycle: number,
): Promise<CycleEvent[]> {
  const { filters } = contract;
  const found = await Promise.all([
    readEvents(suite, contract, filters.CyclePrepared(cycle)).then((logs) =>
      logs.map(({ blockNumber, args }) => placed("prepared", blockNumber, args.preparer)),
    ),
    readEvents(suite, contract, filters.CycleApproved(cycle)).then((logs) =>
      logs.map(({ blockNumber, args }) => placed("approved", blockNumber, args.approver)),
    ),
    readEvents(suite, contract, filters.CycleReturned(cycle)).then((logs) =>
      logs.map(({ blockNumber, args }) => placed("returned", blockNumber, args.officer, args.reason)),
    ),
    readEvents(suite, contract, filters.CycleReleased(cycle)).then((logs) =>
      logs.map(({ blockNumber, args }) => placed("released", blockNumber, args.officer)),
    ),
    readEvents(suite, contract, filters.CycleActivated(cycle)).then((logs) =>
      logs.map(({ blockNumber }) => placed("activated", blockNumber)),
    ),
    readEvents(suite, contract, filters.CycleTimesChanged(cycle)).then((logs) =>
      logs.map(({ blockNumber, args }) => placed("timesChanged", blockNumber, undefined, args.reason)),
    ),
    readEvents(suite, contract, filters.CycleReduced(cycle)).then((logs) =>
      logs.map(({ blockNumber, args }) => placed("reduced", blockNumber, undefined, args.reason)),
    ),
    readEvents(suite, contract, filters.CycleCancelled(cycle)).then((logs) =>
      logs.map(({ blockNumber, args }) => placed("cancelled", blockNumber, undefined, args.reason)),
    ),
    readEvents(suite, contract, filters.CycleClosed(cycle)).then((logs) =>
      logs.map(({ blockNumber }) => placed("closed", blockNumber)),
    ),
  ]);
  const events = found.flat();
  const times = await blockTimes(
    suite,
    events.map(({ block }) => block),
  );
  return events.map(({ block, event }) => ({ ...event, at: times.get(block) ?? 0 }));
}

/** An event with the block that it stands in, whose time is asked for later. */
interface PlacedEvent {
  readonly block: number;
  readonly event: Omit<CycleEvent, "at">;
}

/** @param reason As the contracts keep a code, a bytes32. */
function placed(name: CycleEvent["name"], block: number, officer?: string, reason?: string): PlacedEvent {
  return {
    block,
    event: {
      name,
      ...(officer === undefined ? {} : { officer }),
      ...(reason === undefined ? {} : { reason: textOfBytes32(reason) }),
    },
  };
}
