// SPDX-License-Identifier: Apache-2.0

import { isError, type Log } from "ethers";
import type { TypedContractEvent, TypedDeferredTopicFilter, TypedEventLog } from "#bindings/common.ts";
import { readInHalves } from "#sdk/history/bisect.ts";
import type { Suite } from "./suite.ts";

/** A contract whose events are read; every contract of the bindings fits. */
interface EventSource {
  queryFilter<E extends TypedContractEvent>(
    filter: TypedDeferredTopicFilter<E>,
    fromBlock?: number,
    toBlock?: number,
  ): Promise<TypedEventLog<E>[]>;
}

/**
 * All events of a kind since the suite was deployed, in the order of the chain. A range that the node refuses is read in parts.
 * @param fromBlock First block; default: that of the deployment.
 */
export async function readEvents<E extends TypedContractEvent>(
  { provider, deployment }: Pick<Suite, "provider" | "deployment">,
  contract: EventSource,
  filter: TypedDeferredTopicFilter<E>,
  fromBlock: number = deployment.fromBlock,
): Promise<readonly TypedEventLog<E>[]> {
  const head = await provider.getBlockNumber();
  if (fromBlock > head) return [];
  return await readInHalves(
    (from, to) => contract.queryFilter(filter, from, to),
    fromBlock,
    head,
    mayBeTooMuch,
  );
}

/** Every log of one contract since the suite was deployed, in the order of the chain. */
export async function readLogs(
  { provider, deployment }: Pick<Suite, "provider" | "deployment">,
  address: string,
): Promise<readonly Log[]> {
  const head = await provider.getBlockNumber();
  const { fromBlock: first } = deployment;
  if (first > head) return [];
  return await readInHalves(
    (fromBlock, toBlock) => provider.getLogs({ address, fromBlock, toBlock }),
    first,
    head,
    mayBeTooMuch,
  );
}

/** Nodes refuse long ranges with errors of their own, by HTTP status, or by taking too long; a node that is gone is no such case. */
function mayBeTooMuch(error: unknown): boolean {
  return (
    isError(error, "UNKNOWN_ERROR") ||
    isError(error, "SERVER_ERROR") ||
    isError(error, "TIMEOUT") ||
    isError(error, "BAD_DATA")
  );
}

/** Times of blocks, Unix seconds. */
export async function blockTimes(
  { provider }: Pick<Suite, "provider">,
  blocks: Iterable<number>,
): Promise<ReadonlyMap<number, number>> {
  const times = [...new Set(blocks)].map(async (number) => {
    const block = await provider.getBlock(number);
    return [number, block?.timestamp ?? 0] as const;
  });
  return new Map(await Promise.all(times));
}
