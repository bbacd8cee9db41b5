// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AbiCoder, type Interface } from "ethers";
import fc from "fast-check";
import { CALLS, type Callee } from "#sdk/council/callTable.ts";
import * as faces from "#sdk/council/faces.ts";
import { decodeCall } from "#sdk/council/index.ts";
import { type AbiType, type AbiValue, decodeWords, encodeWords } from "#sdk/council/wordCodec.ts";

const FACES: Readonly<Record<Callee, Interface>> = {
  consortium: faces.CONSORTIUM,
  council: faces.COUNCIL,
  accounts: faces.ACCOUNTS,
  programme: faces.PROGRAMME,
  agreement: faces.AGREEMENT,
  beacon: faces.BEACON,
};

/** As Solidity writes it. */
function nameOf(type: AbiType): string {
  if (typeof type !== "object") return type;
  return "list" in type ? `${nameOf(type.list)}[]` : `(${type.tuple.map(nameOf).join(",")})`;
}

const hexOf = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((value) => `0x${Buffer.from(value).toString("hex")}`);

/** Any value of a type. */
function anyOf(type: AbiType): fc.Arbitrary<AbiValue> {
  if (typeof type === "object") {
    if ("list" in type) return fc.array(anyOf(type.list), { maxLength: 4 });
    return fc.tuple(...type.tuple.map(anyOf));
  }
  switch (type) {
    case "address":
      return hexOf(20);
    case "bytes32":
      return hexOf(32);
    case "bool":
      return fc.boolean();
    case "string":
      return fc.string({ unit: "grapheme", maxLength: 80 });
    default:
      return fc.bigInt({ min: 0n, max: (1n << BigInt(type.slice(4))) - 1n });
  }
}

describe("calls read without the ledger's library", () => {
  const all = Object.entries(CALLS).flatMap(([callee, shapes]) =>
    Object.entries(shapes).map(([name, shape]) => ({ callee: callee as Callee, name, shape })),
  );

  for (const { callee, name, shape } of all) {
    const types: readonly AbiType[] = shape.takes;

    test(`${callee}.${name} is the contract's function`, () => {
      const fragment = FACES[callee].getFunction(shape.selector);
      assert.equal(fragment?.format("sighash"), `${name}(${types.map(nameOf).join(",")})`);
    });

    test(`${callee}.${name} has the same bytes as with the library, and reads back`, () => {
      fc.assert(
        fc.property(fc.tuple(...types.map(anyOf)), (values) => {
          const hex = encodeWords(types, values);
          assert.equal(`0x${hex}`, AbiCoder.defaultAbiCoder().encode(types.map(nameOf), values));
          assert.deepEqual(decodeWords(types, hex), values);
        }),
        { numRuns: 100 },
      );
    });
  }

  test("any bytes at all are read or refused, never mistaken and never an error", () => {
    const at = (n: number) => `0x${n.toString(16).padStart(40, "0")}`;
    const book = {
      council: at(1),
      consortium: at(2),
      accounts: at(3),
      beacons: { programmes: at(4) },
      programmes: new Set([at(6)]),
      agreements: new Set([at(7)]),
    };
    const selectors = all.map(({ shape }) => shape.selector);
    const words = fc.array(
      fc.oneof(
        hexOf(32),
        fc.nat(700).map((n) => `0x${n.toString(16).padStart(64, "0")}`),
      ),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...selectors),
        fc.integer({ min: 1, max: 7 }),
        words,
        (selector, n, rest) => {
          const data = selector + rest.map((word) => word.slice(2)).join("");
          const act = decodeCall(book, { target: at(n), data });
          assert.ok(act.kind !== "unknown" || act.data === data);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("a number wider than its type is not read as a smaller one", () => {
    assert.throws(() => decodeWords(["uint32"], encodeWords(["uint128"], [1n << 32n])), RangeError);
  });
});
