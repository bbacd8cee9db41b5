// SPDX-License-Identifier: Apache-2.0

/**
 * Which of these chunks are not set in a bitmap on chain.
 * @param chunks Chunk numbers; any order.
 * @param readWord Reads the bitmap of chunks `256 * word` to `256 * word + 255`.
 */
export async function chunksNotSet(
  chunks: readonly number[],
  readWord: (word: number) => Promise<bigint>,
): Promise<number[]> {
  const needed = [...new Set(chunks.map((chunk) => chunk >> 8))];
  const words = new Map(await Promise.all(needed.map(async (word) => [word, await readWord(word)] as const)));
  return chunks.filter((chunk) => (((words.get(chunk >> 8) ?? 0n) >> BigInt(chunk & 255)) & 1n) === 0n);
}
