// SPDX-License-Identifier: Apache-2.0

import { buildEntitlementList, type NamelessEntry, type ProvenChunk, readChunk } from "#sdk/list/index.ts";
import { fromHex, type Hex } from "#sdk/merkle/index.ts";
import { type Correction, extractsOfAccount, type ListExtract } from "#sdk/receipts/index.ts";
import { AgencyError } from "./AgencyError.ts";
import { readEvents } from "./logs.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** What is loaded of a cycle's list, from the chain alone. */
export async function loadedEntries(
  suite: Suite,
  { contract }: Pick<ProgrammeHandle, "contract">,
  cycle: number,
): Promise<Pick<NamelessEntry, "account" | "amount">[]> {
  const events = await readEvents(suite, contract, contract.filters.ChunkLoaded(cycle));
  return events.flatMap(({ args }) => readChunk(Number(args.chunk), fromHex(args.payload as Hex)));
}

/** A cycle's list with proofs from the chain alone; undefined while a part of it is not loaded. */
export async function loadedList(
  suite: Suite,
  programme: Pick<ProgrammeHandle, "address" | "contract">,
  cycle: number,
): Promise<readonly ProvenChunk[] | undefined> {
  const { address, contract } = programme;
  const [entries, { listRoot }] = await Promise.all([
    loadedEntries(suite, programme, cycle),
    contract.cycleOf(cycle),
  ]);
  if (entries.length === 0) return undefined;
  const scope = { chainId: suite.chainId, programme: address, cycleId: cycle };
  const list = await buildEntitlementList(entries, scope);
  return list.root === listRoot ? list.chunks : undefined;
}

/**
 * The list chunk that a correction needs beside it: the one of the account that gets entitlement back.
 * @param chunks The committed list, where the chain does not have it whole.
 * @throws AgencyError AGENCY-202 when the list is neither given nor loaded in full.
 */
export async function extractsForCorrection(
  suite: Suite,
  programme: Pick<ProgrammeHandle, "address" | "contract">,
  { kind, old, cycle }: Correction,
  chunks?: readonly ProvenChunk[],
): Promise<ListExtract[]> {
  if (kind === "honour" || old === undefined) return [];
  const list = chunks ?? (await loadedList(suite, programme, cycle));
  if (list === undefined) throw new AgencyError("listNotLoaded", { cycle });
  return extractsOfAccount(old.account, list);
}
