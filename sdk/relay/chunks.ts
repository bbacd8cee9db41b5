// SPDX-License-Identifier: Apache-2.0

import { hexlify, type Signer } from "ethers";
import { IBeneficiaryAccounts__factory, type IProgramme, IProgramme__factory } from "#bindings/index.ts";
import type { ProvenChunk } from "../list/committedChunks.ts";
import { chunksNotSet } from "./bitmap.ts";
import { gasLimit, gasOfChunk, gasOfOpening, PLANNED_GAS } from "./gas.ts";
import {
  type Missing,
  type PlannedTransaction,
  type RelayOptions,
  type RelaySummary,
  relay,
} from "./rounds.ts";

/**
 * Push an opening's chunks, one a transaction, skipping what the chain has.
 * @param registry Address of the account registry.
 * @throws RelayError, ContractRefusal: see {@link relay}.
 */
export async function pushOpening(
  signer: Signer,
  registry: string,
  openingId: number,
  chunks: readonly ProvenChunk[],
  options?: RelayOptions,
): Promise<RelaySummary> {
  const accounts = IBeneficiaryAccounts__factory.connect(registry, signer);
  const byNumber = new Map(chunks.map((chunk) => [chunk.chunk, chunk]));
  return await relay<number>(
    signer,
    {
      name: `opening ${openingId}`,
      total: chunks.length,
      weigh: () => 1,
      missing: () => missingChunks(byNumber, (word) => accounts.pushedChunks(openingId, word)),
      plan: (numbers, gasScale) =>
        chosen(byNumber, numbers).map(({ chunk, payload, proof }) => ({
          items: [chunk],
          transaction: {
            to: registry,
            data: accounts.interface.encodeFunctionData("openAccounts", [
              openingId,
              chunk,
              hexlify(payload),
              [...proof],
            ]),
            gasLimit: gasLimit(gasOfOpening(payload) * gasScale),
          },
        })),
      isHarmless: (refusal) => refusal.error === "BeneficiaryAccounts_ChunkAlreadyPushed",
    },
    options,
  );
}

/**
 * Load a cycle's list, several chunks a transaction, skipping what the chain has.
 * @throws RelayError, ContractRefusal: see {@link relay}.
 */
export async function loadCycle(
  signer: Signer,
  programme: string,
  cycle: number,
  chunks: readonly ProvenChunk[],
  options?: RelayOptions,
): Promise<RelaySummary> {
  const contract = IProgramme__factory.connect(programme, signer);
  const byNumber = new Map(chunks.map((chunk) => [chunk.chunk, chunk]));
  return await relay<number>(
    signer,
    {
      name: `cycle ${cycle}`,
      total: chunks.length,
      weigh: () => 1,
      missing: () => missingChunks(byNumber, (word) => contract.loadedChunks(cycle, word)),
      plan: (numbers, gasScale) => planLoads(contract, programme, cycle, chosen(byNumber, numbers), gasScale),
      isHarmless: (refusal) => refusal.error === "Cycles_ChunkAlreadyLoaded",
    },
    options,
  );
}

/** Fill transactions with chunks up to the planned gas. */
function planLoads(
  contract: IProgramme,
  programme: string,
  cycle: number,
  chunks: readonly ProvenChunk[],
  gasScale: bigint,
): PlannedTransaction<number>[] {
  const groups: { chunks: ProvenChunk[]; gas: bigint }[] = [];
  for (const chunk of chunks) {
    const gas = gasOfChunk(chunk.payload) * gasScale;
    const last = groups.at(-1);
    if (last !== undefined && last.gas + gas <= PLANNED_GAS) {
      last.chunks.push(chunk);
      last.gas += gas;
    } else {
      groups.push({ chunks: [chunk], gas: 60_000n + gas });
    }
  }
  return groups.map((group) => ({
    items: group.chunks.map(({ chunk }) => chunk),
    transaction: {
      to: programme,
      data: contract.interface.encodeFunctionData("loadMany", [
        cycle,
        group.chunks.map(({ chunk, payload, proof }) => ({
          chunk,
          payload: hexlify(payload),
          proof: [...proof],
        })),
      ]),
      gasLimit: gasLimit(group.gas),
    },
  }));
}

async function missingChunks(
  byNumber: ReadonlyMap<number, ProvenChunk>,
  readWord: (word: number) => Promise<bigint>,
): Promise<Missing<number>> {
  const now = await chunksNotSet([...byNumber.keys()], readWord);
  return { now, remaining: now.length };
}

function chosen(byNumber: ReadonlyMap<number, ProvenChunk>, numbers: readonly number[]): ProvenChunk[] {
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
