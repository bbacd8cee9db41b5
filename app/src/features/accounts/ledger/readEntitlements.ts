// SPDX-License-Identifier: Apache-2.0

import { type Cycle, type ProgrammeHandle, readCycles, readEvents, type Suite } from "#sdk/agency/index.ts";
import { type AccountNumber, chunkOf, readChunk } from "#sdk/list/index.ts";
import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import { type Amount, amountOf } from "#sdk/money/index.ts";
import type { EntitlementFacts } from "../entitlement.ts";

/** What the office's copy of a list has for the household; undefined when the office does not have it or is not asked. */
export type ListedInOffice = (programme: string, cycle: number) => Promise<Amount | undefined>;

/** What the household spent in a cycle by its receipts; undefined while the history server does not tell. */
export type SpentByReceipts = (programme: string, cycle: number) => Amount | undefined;

/** What the cycles of a programme have for an account, newest first. Cycles whose list does not have it are left out. */
export async function readEntitlements(
  suite: Suite,
  programme: ProgrammeHandle,
  account: AccountNumber,
  inOffice: ListedInOffice,
  byReceipts: SpentByReceipts,
): Promise<EntitlementFacts[]> {
  const [cycles, loaded] = await Promise.all([
    readCycles(suite, programme),
    readLoaded(suite, programme, account),
  ]);
  const entitlements = await Promise.all(
    cycles.map(async (cycle): Promise<EntitlementFacts | undefined> => {
      const onLedger = loaded.get(cycle.cycle);
      const listed = onLedger ?? (await listedElsewhere(cycle, loaded, programme, inOffice));
      if (listed === undefined || listed === 0n) return undefined;
      return {
        programme: programme.address,
        programmeName: programme.name,
        cycle: cycle.cycle,
        cycleState: cycle.state,
        opensAt: cycle.opensAt,
        expiresAt: cycle.expiresAt,
        listed,
        isLoaded: onLedger !== undefined,
        spent: await spentIn(programme, cycle, account, onLedger, byReceipts),
      };
    }),
  );
  return entitlements.filter((entitlement) => entitlement !== undefined).sort((a, b) => b.cycle - a.cycle);
}

/** What loaded chunks have for the account, by cycle; 0 where the household's chunk does not have it. */
async function readLoaded(
  suite: Suite,
  { contract }: ProgrammeHandle,
  account: AccountNumber,
): Promise<ReadonlyMap<number, Amount>> {
  const chunk = chunkOf(account);
  const filter = contract.filters.ChunkLoaded(undefined, chunk);
  const events = await readEvents(suite, contract, filter);
  return new Map(
    events.map(({ args }) => {
      const entries = readChunk(chunk, fromHex(args.payload as Hex));
      const own = entries.find((entry) => entry.account === account);
      return [Number(args.cycle), own?.amount ?? amountOf(0n)];
    }),
  );
}

/** A list that is on the ledger in full has told already; of others the office knows. */
async function listedElsewhere(
  { cycle, chunks, chunksLoaded }: Cycle,
  loaded: ReadonlyMap<number, Amount>,
  { address }: ProgrammeHandle,
  inOffice: ListedInOffice,
): Promise<Amount | undefined> {
  if (chunksLoaded === chunks || loaded.has(cycle)) return undefined;
  return await inOffice(address, cycle);
}

/** The contract tells what is left only while the cycle goes on; later it is worked out from receipts. */
async function spentIn(
  { contract, address }: ProgrammeHandle,
  { cycle, state }: Cycle,
  account: AccountNumber,
  onLedger: Amount | undefined,
  byReceipts: SpentByReceipts,
): Promise<Amount | undefined> {
  if (onLedger === undefined) return amountOf(0n);
  if (state !== "Approved") return byReceipts(address, cycle);
  return amountOf(onLedger - (await contract.entitlementLeft(cycle, account)));
}
