// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readInHalves } from "#sdk/history/bisect.ts";

/** A node that gives at most so many blocks at once. */
function node(most: number, asked: [number, number][] = []) {
  return async (from: number, to: number): Promise<number[]> => {
    asked.push([from, to]);
    if (to - from + 1 > most) throw new RangeError("too much");
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  };
}
const isRange = (error: unknown) => error instanceof RangeError;

describe("a range that a node finds too long", () => {
  test("is read in parts, whole and in order", async () => {
    for (const most of [1, 3, 7, 100]) {
      const found = await readInHalves(node(most), 5, 41, isRange);
      assert.deepEqual(
        found,
        Array.from({ length: 37 }, (_, i) => 5 + i),
        `at most ${most}`,
      );
    }
  });

  test("is asked for once where the node has no objection", async () => {
    const asked: [number, number][] = [];
    await readInHalves(node(100, asked), 1, 64, isRange);
    assert.deepEqual(asked, [[1, 64]]);
  });

  test("ends in the error where one block is too much already, or something else is wrong", async () => {
    await assert.rejects(readInHalves(node(0), 1, 8, isRange), RangeError);
    await assert.rejects(
      readInHalves(node(1), 1, 8, () => false),
      RangeError,
    );
  });
});
