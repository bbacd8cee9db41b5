// SPDX-License-Identifier: Apache-2.0

import type { ProvenChunk } from "#sdk/list/index.ts";
import {
  type BatchPlan,
  extractsFor,
  type ListExtract,
  planBatches,
  type Receipt,
  type ReceiptBatch,
  type TerminalAddress,
} from "#sdk/receipts/index.ts";
import { AgencyError } from "./AgencyError.ts";
import { loadedList } from "./loadedList.ts";
import type { ProgrammeHandle, Suite } from "./suite.ts";

/** Committed lists by cycle, for refunds from cycles whose list the chain does not have whole. */
export type ListsByCycle = ReadonlyMap<number, readonly ProvenChunk[]>;

/** A batch that its terminal has to sign, with what it needs beside the signature. */
export interface UnsignedBatch {
  readonly batch: ReceiptBatch;
  readonly extracts: readonly ListExtract[];
}

export interface RedemptionPlan {
  readonly plan: BatchPlan;
  /** What can be signed and sent now, in this order. */
  readonly batches: readonly UnsignedBatch[];
}

/** The receipt number that the chain expects next of each terminal. */
export async function nextNumbers(
  { contract }: Pick<ProgrammeHandle, "contract">,
  terminals: readonly TerminalAddress[],
): Promise<Map<TerminalAddress, number>> {
  const numbers = terminals.map(async (address) => {
    const { nextNumber } = await contract.terminalOf(address);
    return [address, Math.max(1, Number(nextNumber))] as const;
  });
  return new Map(await Promise.all(numbers));
}

/**
 * Ask the chain which number each terminal is at and put the receipts that it does not have into batches.
 * @throws AgencyError AGENCY-202 when a refund lacks its list.
 */
export async function planRedemption(
  suite: Suite,
  programme: Pick<ProgrammeHandle, "address" | "contract">,
  receipts: readonly Receipt[],
  lists?: ListsByCycle,
): Promise<RedemptionPlan> {
  const terminals = [...new Set(receipts.map(({ terminal }) => terminal))];
  const plan = planBatches(receipts, { nextNumbers: await nextNumbers(programme, terminals) });
  const sendable = plan.batches.filter(({ waitsFor }) => waitsFor === undefined);
  const refunded = sendable.flatMap((planned) =>
    planned.receipts.flatMap(({ kind, cycle }) => (kind === "refund" ? [cycle] : [])),
  );
  const known = await listsForRefunds(suite, programme, new Set(refunded), lists);
  const batches = sendable.map(({ batch }) => ({
    batch,
    extracts: extractsFor(batch, known.get(batch.cycle) ?? []),
  }));
  return { plan, batches };
}

async function listsForRefunds(
  suite: Suite,
  programme: Pick<ProgrammeHandle, "address" | "contract">,
  cycles: ReadonlySet<number>,
  given: ListsByCycle | undefined,
): Promise<ListsByCycle> {
  const lists = new Map<number, readonly ProvenChunk[]>();
  for (const cycle of cycles) {
    const list = given?.get(cycle) ?? (await loadedList(suite, programme, cycle));
    if (list === undefined) throw new AgencyError("listNotLoaded", { cycle });
    lists.set(cycle, list);
  }
  return lists;
}
