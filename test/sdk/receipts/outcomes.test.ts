// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import fc from "fast-check";
import { AnnonaError } from "#sdk/errors/index.ts";
import { toHex } from "#sdk/merkle/index.ts";
import {
  decodeOutcomes,
  encodeReceipts,
  packItems,
  REJECTIONS,
  type RejectionName,
  STOPS,
} from "#sdk/receipts/index.ts";
import { anyBatchOfReceipts, sale, TERMINALS } from "./arbitraries.ts";

const NAMES = Object.keys(REJECTIONS) as RejectionName[];
const event = {
  terminal: TERMINALS[0] as string,
  cycle: 1n,
  firstNumber: 7n,
  items: "0x",
  rejections: "0x",
  stop: 0n,
};
const unreadable = (error: unknown) => error instanceof AnnonaError && error.code === "RCPT-404";

describe("outcomes of a batch", () => {
  it("go to the receipts that they belong to", () => {
    const withRejections = anyBatchOfReceipts.chain((receipts) =>
      fc.tuple(
        fc.constant(receipts),
        fc.tuple(...receipts.map(() => fc.option(fc.constantFrom(...NAMES), { nil: undefined }))),
      ),
    );
    fc.assert(
      fc.property(withRejections, ([receipts, rejected]) => {
        const bytes = rejected.flatMap((name, i) => (name ? [i >> 8, i & 255, NAMES.indexOf(name) + 1] : []));
        const [first] = receipts;
        assert.ok(first);
        const outcome = decodeOutcomes({
          terminal: first.terminal,
          cycle: first.cycle,
          firstNumber: first.number,
          items: toHex(encodeReceipts(receipts)),
          rejections: toHex(Uint8Array.from(bytes)),
          stop: 0,
        });
        assert.deepEqual(
          outcome.receipts.map(({ receipt }) => receipt),
          receipts,
        );
        assert.deepEqual(
          outcome.receipts.map(({ rejection }) => rejection),
          rejected,
        );
        assert.ok(
          outcome.receipts.every(
            ({ outcome: is, rejection }) => (is === "rejected") === (rejection !== undefined),
          ),
        );
      }),
    );
  });

  it("name what stopped the batch, also before its first receipt", () => {
    const stops = [1, 2, 3, 4, 5, 6, 7].map((stop) => decodeOutcomes({ ...event, stop }));
    assert.deepEqual(
      stops.map(({ stop }) => stop),
      Object.keys(STOPS),
    );
    assert.deepEqual(
      stops.flatMap(({ receipts }) => receipts),
      [],
    );
    assert.equal("stop" in decodeOutcomes(event), false);
  });

  it("show a malformed receipt as it is", () => {
    const item = { account: 300 as never, amount: 0n as never, reference: 0, flags: 255 };
    const { receipts } = decodeOutcomes({
      ...event,
      items: toHex(packItems([item])),
      rejections: "0x000001",
    });
    assert.deepEqual(receipts, [{ number: 7, item, outcome: "rejected", rejection: "Malformed" }]);
  });

  it("are not guessed when the event makes no sense", () => {
    const items = toHex(encodeReceipts([sale(7), sale(8)]));
    const nonsense = [
      { rejections: "0x0000" },
      { rejections: "0x000200" + "01" },
      { rejections: "0x000201" },
      { rejections: "0x000100" },
      { rejections: "0x00000d" },
      { rejections: "0x000101000001" },
      { rejections: "0x000101000102" },
      { stop: 8 },
      { items: toHex(packItems([{ account: 1 as never, amount: 0n as never, reference: 0, flags: 0 }])) },
    ];
    for (const over of nonsense)
      assert.throws(() => decodeOutcomes({ ...event, items, ...over }), unreadable, JSON.stringify(over));
  });

  it("have the names and the order of the contract", async () => {
    const source = await readFile(
      new URL("../../../contracts/interfaces/IRedemptions.sol", import.meta.url),
      "utf8",
    );
    const members = (name: string) =>
      new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(source)?.[1]?.match(/\w+/g);
    assert.deepEqual(["None", ...NAMES], members("Rejection"));
    assert.deepEqual(["None", ...Object.keys(STOPS)], members("Stop"));
  });

  it("have numbered codes, one sentence what happened and one what to do", () => {
    const numbered = (from: number, catalogue: object) =>
      Object.values(catalogue).forEach(({ code, summary, next }, i) => {
        assert.equal(code, `RCPT-${from + i}`);
        for (const sentence of [summary, next]) assert.match(sentence, /^[A-Z][^.]*\.$/);
      });
    numbered(101, REJECTIONS);
    numbered(201, STOPS);
  });
});
