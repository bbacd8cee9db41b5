// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { accountNumberOf } from "#sdk/list/index.ts";
import type { Hex } from "#sdk/merkle/index.ts";
import { batchOf, extractsFor, extractsOfAccount } from "#sdk/receipts/index.ts";
import { refund, sale } from "./arbitraries.ts";

const chunks = [4, 1, 2, 3].map((chunk) => ({
  chunk,
  payload: new Uint8Array([chunk, 255]),
  proof: [`0x0${chunk}`.padEnd(66, `0${chunk}`) as Hex],
}));

describe("list extracts", () => {
  it("are one for each block of refunded accounts, ascending, as hexadecimal", () => {
    const at = (chunk: number, lane: number) => ({ account: accountNumberOf(256 * chunk + lane) });
    const batch = batchOf([
      sale(1, at(2, 0)),
      refund(2, 1, at(3, 0)),
      refund(3, 1, at(1, 255)),
      refund(4, 1, at(3, 9)),
      refund(5, 1, at(9, 0)),
    ]);
    const extracts = extractsFor(batch, chunks);
    assert.deepEqual(
      extracts.map(({ chunk }) => chunk),
      [1, 3],
    );
    assert.deepEqual(extracts[0], { chunk: 1, payload: "0x01ff", proof: [`0x${"01".repeat(32)}`] });
  });

  it("are not needed for sales", () => {
    assert.deepEqual(extractsFor(batchOf([sale(1)]), chunks), []);
    assert.deepEqual(
      extractsOfAccount(accountNumberOf(4 * 256 + 7), chunks).map(({ chunk }) => chunk),
      [4],
    );
  });
});
