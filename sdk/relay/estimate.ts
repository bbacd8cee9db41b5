// SPDX-License-Identifier: Apache-2.0

import type { ContractRunner } from "ethers";
import { IBeneficiaryAccounts__factory, IProgramme__factory } from "#bindings/index.ts";
import type { ProvenChunk } from "../list/committedChunks.ts";
import { ITEM_BYTES } from "../receipts/items.ts";
import { chunksNotSet } from "./bitmap.ts";
import { gasOfBatch, gasOfChunk, gasOfOpening } from "./gas.ts";
import type { BatchToSend } from "./sendBatches.ts";

/** What is not on the chain yet, and the most gas that it may take to bring it there. */
export interface Rest {
  /** Chunks, or receipts. */
  readonly remaining: number;
  readonly gas: bigint;
}

/** What is left of an opening. @param registry Address of the account registry. */
export async function restOfOpening(
  runner: ContractRunner,
  registry: string,
  openingId: number,
  chunks: readonly ProvenChunk[],
): Promise<Rest> {
  const accounts = IBeneficiaryAccounts__factory.connect(registry, runner);
  return await restOf(chunks, (word) => accounts.pushedChunks(openingId, word), gasOfOpening);
}

/** What is left of a cycle's list. */
export async function restOfCycle(
  runner: ContractRunner,
  programme: string,
  cycle: number,
  chunks: readonly ProvenChunk[],
): Promise<Rest> {
  const contract = IProgramme__factory.connect(programme, runner);
  return await restOf(chunks, (word) => contract.loadedChunks(cycle, word), gasOfChunk);
}

/** What is left of batches of receipts. */
export async function restOfBatches(
  runner: ContractRunner,
  programme: string,
  batches: readonly BatchToSend[],
): Promise<Rest> {
  const contract = IProgramme__factory.connect(programme, runner);
  const next = new Map(
    await Promise.all(
      [...new Set(batches.map(({ batch }) => batch.terminal))].map(
        async (terminal) => [terminal, Number((await contract.terminalOf(terminal)).nextNumber)] as const,
      ),
    ),
  );
  let remaining = 0;
  let gas = 0n;
  for (const { batch, extracts } of batches) {
    const items = (batch.items.length - 2) / 2 / ITEM_BYTES;
    const known = Math.max(0, (next.get(batch.terminal) ?? 0) - batch.firstNumber);
    if (known >= items) continue;
    remaining += items - known;
    gas += gasOfBatch(items, extracts.length);
  }
  return { remaining, gas };
}

async function restOf(
  chunks: readonly ProvenChunk[],
  readWord: (word: number) => Promise<bigint>,
  gasOf: (payload: Uint8Array) => bigint,
): Promise<Rest> {
  const missing = new Set(
    await chunksNotSet(
      chunks.map(({ chunk }) => chunk),
      readWord,
    ),
  );
  const gas = chunks.reduce(
    (sum, { chunk, payload }) => sum + (missing.has(chunk) ? gasOf(payload) : 0n),
    0n,
  );
  return { remaining: missing.size, gas };
}
