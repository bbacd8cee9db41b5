// SPDX-License-Identifier: Apache-2.0

import {
  type CycleDetail,
  type ProgrammeHandle,
  readCycles,
  readEvents,
  type Suite,
} from "#sdk/agency/index.ts";
import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import { comparable } from "./earlierCycles.ts";
import type { EarlierSource } from "./messages.ts";

/** Where the office's copy of an earlier list comes from; undefined where the office is out of reach. */
export type ReadOfficeList = ((cycle: number) => Promise<string | null>) | undefined;

/** Lists that one control sheet may be tried against. */
const MOST_TRIED = 3;

/** Earlier lists that the control sheet may compare with: the office's copy, or what the chain has where that is the whole list. */
export async function readEarlier(
  suite: Suite,
  programme: ProgrammeHandle,
  { cycle: current }: Pick<CycleDetail, "cycle">,
  sheet: string | undefined,
  readOfficeList: ReadOfficeList,
): Promise<readonly EarlierSource[]> {
  const [cycles, households] = await Promise.all([
    readCycles(suite, programme),
    householdsOf(suite, programme),
  ]);
  const earlier = cycles.filter(({ cycle }) => cycle < current);
  const candidates = comparable(
    sheet,
    earlier.map(({ cycle, total }) => ({ cycle, total, households: households.get(cycle) ?? 0 })),
  ).slice(0, MOST_TRIED);
  const whole = new Set(earlier.filter(isLoaded).map(({ cycle }) => cycle));
  const sources = await Promise.all(
    candidates.map(async ({ cycle }): Promise<readonly EarlierSource[]> => {
      const file = await readOfficeList?.(cycle);
      if (file != null) return [{ cycle, file: new TextEncoder().encode(file) }];
      return whole.has(cycle) ? [await loadedChunks(suite, programme, cycle)] : [];
    }),
  );
  return sources.flat();
}

function isLoaded({
  chunks,
  chunksLoaded,
}: {
  readonly chunks: number;
  readonly chunksLoaded: number;
}): boolean {
  return chunks > 0 && chunks === chunksLoaded;
}

async function householdsOf(
  suite: Suite,
  { contract }: ProgrammeHandle,
): Promise<ReadonlyMap<number, number>> {
  const events = await readEvents(suite, contract, contract.filters.CyclePrepared());
  return new Map(events.map(({ args }) => [Number(args.cycle), Number(args.terms.households)]));
}

async function loadedChunks(
  suite: Suite,
  { contract }: ProgrammeHandle,
  cycle: number,
): Promise<EarlierSource> {
  const events = await readEvents(suite, contract, contract.filters.ChunkLoaded(cycle));
  const chunks = events.map(({ args }) => ({
    chunk: Number(args.chunk),
    payload: fromHex(args.payload as Hex),
  }));
  return { cycle, chunks };
}
