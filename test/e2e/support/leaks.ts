// SPDX-License-Identifier: Apache-2.0

import { createHash } from "node:crypto";
import { type JsonRpcProvider, keccak256, toUtf8Bytes } from "ethers";

/** Everything that was written to the chain: inputs of all transactions, and topics and data of all logs, as hex without 0x. */
export async function everythingOnChain(provider: JsonRpcProvider): Promise<string[]> {
  const head = await provider.getBlockNumber();
  const texts: string[] = [];
  for (let number = 0; number <= head; number++) {
    const block = await provider.getBlock(number, true);
    for (const { data } of block?.prefetchedTransactions ?? []) texts.push(data.slice(2));
  }
  const logs = await provider.getLogs({ fromBlock: 0, toBlock: head });
  for (const { topics, data } of logs) texts.push(...topics.map((topic) => topic.slice(2)), data.slice(2));
  return texts;
}

/** How a personal value would look on chain if it got there: as text, as a number, or hashed without a key. */
export function tracesOf(value: string): string[] {
  const text = toUtf8Bytes(value);
  const numbers = /^[0-9]{1,18}$/.test(value) ? [BigInt(value).toString(16).padStart(64, "0")] : [];
  const hashes = [keccak256(text).slice(2), createHash("sha256").update(text).digest("hex")];
  return [Buffer.from(text).toString("hex"), ...hashes, ...numbers];
}

/** Traces that stand anywhere in the texts. Slides a window of each length over them: one pass for thousands of traces. */
export function findTraces(texts: readonly string[], traces: Iterable<string>): string[] {
  const byLength = Map.groupBy(new Set(traces), (trace) => trace.length);
  const found = new Set<string>();
  for (const [length, wanted] of byLength) {
    const set = new Set(wanted);
    for (const text of texts) {
      for (let at = 0; at + length <= text.length; at += 2) {
        const window = text.slice(at, at + length);
        if (set.has(window)) found.add(window);
      }
    }
  }
  return [...found];
}
