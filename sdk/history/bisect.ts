// SPDX-License-Identifier: Apache-2.0

/**
 * Read a range of blocks, which is halved as often as the node finds it too much.
 * @param read Reads one range, both ends included.
 * @param mayBeTooMuch Whether a smaller range may help against an error of `read`; other errors are passed on.
 * @returns What the parts gave, in the order of the chain.
 */
export async function readInHalves<T>(
  read: (from: number, to: number) => Promise<readonly T[]>,
  from: number,
  to: number,
  mayBeTooMuch: (error: unknown) => boolean,
): Promise<readonly T[]> {
  try {
    return await read(from, to);
  } catch (error) {
    if (!mayBeTooMuch(error) || from >= to) throw error;
  }
  const middle = Math.floor((from + to) / 2);
  const lower = await readInHalves(read, from, middle, mayBeTooMuch);
  return [...lower, ...(await readInHalves(read, middle + 1, to, mayBeTooMuch))];
}
