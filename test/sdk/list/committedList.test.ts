// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { keccak256 } from "ethers";
import fc from "fast-check";
import {
  accountNumberOf,
  buildEntitlementList,
  buildOpening,
  type Commitment,
  decodeChunk,
  encodeChunk,
  type ProvenChunk,
  readChunk,
  readOpeningChunk,
} from "#sdk/list/index.ts";
import { toHex } from "#sdk/merkle/index.ts";
import { amountOf, MAX_ENTITLEMENT } from "#sdk/money/index.ts";

const CONTRACT = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const CYCLE = { chainId: 31337n, programme: CONTRACT, cycleId: 3 };
const REGISTRY = { chainId: 31337n, registry: CONTRACT, organisation: 2 };
const LEAF = ["uint256", "address", "uint32", "uint32", "bytes32"];

const amount = fc.bigInt({ min: 1n, max: MAX_ENTITLEMENT }).map(amountOf);
/** Plain objects, as the code makes them, so that they compare equal. */
const PLAIN = { noNullPrototype: true };
const entry = fc.record(
  { account: fc.oneof(fc.nat(3000), fc.integer({ min: 0, max: 0xffff_ffff })).map(accountNumberOf), amount },
  PLAIN,
);
const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 60, selector: ({ account }) => account });
const commitment = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => toHex(bytes) as Commitment);

/** The same list by OpenZeppelin's own library. */
function treeOf(scope: number, chunks: readonly ProvenChunk[]) {
  const leaves = chunks.map(({ chunk, payload }) => [31337n, CONTRACT, scope, chunk, keccak256(payload)]);
  return StandardMerkleTree.of(leaves, LEAF);
}

describe("a chunk", () => {
  const lanes = fc.uniqueArray(fc.record({ lane: fc.nat(255), amount }, PLAIN), {
    minLength: 1,
    selector: ({ lane }) => lane,
  });

  it("is read back as it was written, 8 bytes a household", () => {
    fc.assert(
      fc.property(lanes, (households) => {
        const sorted = households.toSorted((a, b) => a.lane - b.lane);
        const payload = encodeChunk(sorted);
        assert.equal(payload.length, 8 * sorted.length);
        assert.deepEqual(decodeChunk(payload), sorted);
      }),
    );
  });

  it("has the layout of the contract: lane, then seven bytes of amount", () => {
    const payload = encodeChunk([
      { lane: 0, amount: amountOf(1n) },
      { lane: 255, amount: amountOf(0x01020304050607n) },
    ]);
    assert.equal(toHex(payload), "0x0000000000000001ff01020304050607");
  });

  it("is read from the middle of a larger buffer", () => {
    const buffer = Uint8Array.from([9, 9, 9, 7, 0, 0, 0, 0, 0, 0, 5]);
    assert.deepEqual(decodeChunk(buffer.subarray(3)), [{ lane: 7, amount: 5n }]);
  });

  it("is refused when damaged", () => {
    const damaged = [
      "",
      "07",
      "0700000000000000",
      "07000000000000050700000000000005",
      "08000000000000050700000000000005",
    ];
    for (const hex of damaged)
      assert.throws(() => decodeChunk(Uint8Array.from(Buffer.from(hex, "hex"))), { code: "LIST-504" });
  });

  it("is not written with amounts or lanes that do not fit", () => {
    for (const bad of [0n, -1n, MAX_ENTITLEMENT + 1n]) {
      assert.throws(() => encodeChunk([{ lane: 0, amount: amountOf(bad) }]), { code: "LIST-503" });
    }
    for (const lane of [-1, 256, 1.5]) {
      assert.throws(() => encodeChunk([{ lane, amount: amountOf(1n) }]), { code: "LIST-504" });
    }
  });
});

describe("an entitlement list", () => {
  it("has the root and proofs of OpenZeppelin's standard tree", async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (households) => {
        const list = await buildEntitlementList(households, CYCLE);
        const tree = treeOf(3, list.chunks);
        assert.equal(list.root, tree.root);
        list.chunks.forEach(({ proof }, i) => {
          assert.deepEqual(proof, tree.getProof(i));
        });
      }),
    );
  });

  it("is read back from its chunks, complete and by account", async () => {
    await fc.assert(
      fc.asyncProperty(entries, async (households) => {
        const list = await buildEntitlementList(households, CYCLE);
        const back = list.chunks.flatMap(({ chunk, payload }) => readChunk(chunk, payload));
        assert.deepEqual(
          back,
          households.toSorted((a, b) => a.account - b.account),
        );
        assert.equal(list.households, households.length);
        assert.equal(
          list.total,
          back.reduce((sum, each) => sum + each.amount, 0n),
        );
      }),
    );
  });

  it("has one root whatever the order of its households", async () => {
    const shuffled = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([list, other]) => {
        const [a, b] = [await buildEntitlementList(list, CYCLE), await buildEntitlementList(other, CYCLE)];
        assert.deepEqual(a, b);
      }),
    );
  });

  it("has another root for another amount, household, cycle, programme or chain", async () => {
    const list = [
      { account: accountNumberOf(256), amount: amountOf(5n) },
      { account: accountNumberOf(700), amount: amountOf(6n) },
    ] as const;
    const changed = { account: list[0].account, amount: amountOf(6n) };
    const moved = { account: accountNumberOf(257), amount: amountOf(5n) };
    const other = "0x0000000000000000000000000000000000000001";
    const built = await Promise.all([
      buildEntitlementList(list, CYCLE),
      buildEntitlementList([changed, list[1]], CYCLE),
      buildEntitlementList([moved, list[1]], CYCLE),
      buildEntitlementList(list, { ...CYCLE, cycleId: 4 }),
      buildEntitlementList(list, { ...CYCLE, programme: other }),
      buildEntitlementList(list, { ...CYCLE, chainId: 1 }),
    ]);
    assert.equal(new Set(built.map(({ root }) => root)).size, built.length);
    assert.deepEqual(
      built[0]?.chunks.map(({ chunk }) => chunk),
      [1, 2],
    );
  });

  it("is refused when empty or when an account stands in it twice", async () => {
    const entry = { account: accountNumberOf(1), amount: amountOf(5n) };
    await assert.rejects(buildEntitlementList([], CYCLE), { code: "LIST-501" });
    await assert.rejects(buildEntitlementList([entry, entry], CYCLE), { code: "LIST-502" });
    await assert.rejects(buildEntitlementList([{ ...entry, amount: amountOf(0n) }], CYCLE), {
      code: "LIST-503",
    });
    for (const number of [-1, 2 ** 32, 0.5]) assert.throws(() => accountNumberOf(number), RangeError);
  });
});

describe("an opening", () => {
  const commitments = fc.array(commitment, { minLength: 1, maxLength: 600 });

  it("holds every commitment once, in order, 256 a chunk, under OpenZeppelin's root", async () => {
    await fc.assert(
      fc.asyncProperty(commitments, async (given) => {
        const opening = await buildOpening([...given, ...given.slice(0, 3)], REGISTRY);
        const back = opening.chunks.map(({ payload }) => readOpeningChunk(payload));
        assert.deepEqual(back.flat(), [...new Set(given)]);
        assert.equal(opening.count, new Set(given).size);
        assert.ok(back.slice(0, -1).every((chunk) => chunk.length === 256));
        const tree = treeOf(2, opening.chunks);
        assert.equal(opening.root, tree.root);
        opening.chunks.forEach(({ chunk, proof }, i) => {
          assert.equal(chunk, i);
          assert.deepEqual(proof, tree.getProof(i));
        });
      }),
      { numRuns: 30 },
    );
  });

  it("is refused when empty, and its chunks when damaged", async () => {
    await assert.rejects(buildOpening([], REGISTRY), { code: "LIST-501" });
    for (const length of [0, 31, 33, 257 * 32]) {
      assert.throws(() => readOpeningChunk(new Uint8Array(length)), { code: "LIST-504" });
    }
  });
});
