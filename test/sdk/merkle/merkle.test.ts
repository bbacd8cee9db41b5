// SPDX-License-Identifier: Apache-2.0

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SimpleMerkleTree, StandardMerkleTree } from "@openzeppelin/merkle-tree";
import { AbiCoder, keccak256 as ethersKeccak } from "ethers";
import fc from "fast-check";
import {
  buildTree,
  encodeWords,
  fromHex,
  loadKeccak,
  standardLeaf,
  toHex,
  verifyProof,
} from "#sdk/merkle/index.ts";

const keccak256 = await loadKeccak();
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
const hashes = fc.array(hash, { minLength: 1, maxLength: 70 });

describe("Merkle tree", () => {
  it("has root and proofs of OpenZeppelin's simple tree", () => {
    fc.assert(
      fc.property(hashes, (leaves) => {
        const ours = buildTree(leaves, keccak256);
        const theirs = SimpleMerkleTree.of(leaves.map(toHex));
        assert.equal(toHex(ours.root), theirs.root);
        leaves.forEach((leaf, i) => {
          const proof = ours.proof(i);
          assert.ok(verifyProof(ours.root, leaf, proof, keccak256));
          assert.ok(SimpleMerkleTree.verify(theirs.root, toHex(leaf), proof.map(toHex)));
        });
      }),
    );
  });

  it("has the very proofs of OpenZeppelin when leaves differ", () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash, { minLength: 1, maxLength: 40, selector: toHex }), (leaves) => {
        const ours = buildTree(leaves, keccak256);
        const theirs = SimpleMerkleTree.of(leaves.map(toHex));
        leaves.forEach((leaf, i) => {
          assert.deepEqual(ours.proof(i).map(toHex), theirs.getProof(toHex(leaf)));
        });
      }),
    );
  });

  it("has root and proofs of OpenZeppelin's standard tree over encoded leaves", () => {
    const row = fc.tuple(fc.nat(), fc.uint8Array({ minLength: 20, maxLength: 20 }), hash);
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 30, selector: ([id]) => id }), (rows) => {
        const values = rows.map(([id, address, payload]) => [String(id), toHex(address), toHex(payload)]);
        const theirs = StandardMerkleTree.of(values, ["uint256", "address", "bytes32"]);
        const leaves = rows.map(([uint, address, bytes32]) =>
          standardLeaf([{ uint }, { address: toHex(address) }, { bytes32 }], keccak256),
        );
        const ours = buildTree(leaves, keccak256);
        assert.equal(toHex(ours.root), theirs.root);
        values.forEach((value, i) => {
          assert.deepEqual(ours.proof(i).map(toHex), theirs.getProof(value));
        });
      }),
    );
  });

  it("does not verify a leaf of another list, a shortened proof or a changed one", () => {
    fc.assert(
      fc.property(fc.uniqueArray(hash, { minLength: 3, maxLength: 40, selector: toHex }), (leaves) => {
        const [stranger, ...members] = leaves as [Uint8Array, ...Uint8Array[]];
        const tree = buildTree(members, keccak256);
        const proof = tree.proof(0);
        const [first] = members as [Uint8Array];
        assert.equal(verifyProof(tree.root, stranger, proof, keccak256), false);
        assert.equal(verifyProof(tree.root, first, proof.slice(1), keccak256), false);
        assert.equal(verifyProof(tree.root, first, [stranger, ...proof.slice(1)], keccak256), false);
      }),
    );
  });

  it("refuses no leaves, short leaves and unknown indexes", () => {
    assert.throws(() => buildTree([], keccak256), RangeError);
    assert.throws(() => buildTree([new Uint8Array(31)], keccak256), RangeError);
    assert.throws(() => buildTree([new Uint8Array(32)], keccak256).proof(1), RangeError);
  });
});

describe("encoding and hashing", () => {
  it("encodes words as abi.encode and hashes as Solidity", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: (1n << 256n) - 1n }),
        fc.uint8Array({ minLength: 20, maxLength: 20 }),
        hash,
        (uint, address, bytes32) => {
          const ours = encodeWords([{ uint }, { address: toHex(address) }, { bytes32 }]);
          const values = [uint, toHex(address), toHex(bytes32)];
          const theirs = AbiCoder.defaultAbiCoder().encode(["uint256", "address", "bytes32"], values);
          assert.equal(toHex(ours), theirs);
          assert.equal(toHex(keccak256(ours)), ethersKeccak(theirs));
        },
      ),
    );
  });

  it("refuses values that do not fit", () => {
    for (const word of [
      { uint: -1 },
      { uint: 1n << 256n },
      { address: "0x12" },
      { bytes32: new Uint8Array(31) },
    ]) {
      assert.throws(() => encodeWords([word]), RangeError);
    }
    for (const hex of ["", "12", "0x1", "0xzz"]) assert.throws(() => fromHex(hex), RangeError);
  });

  it("reads hexadecimal that it wrote", () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => assert.deepEqual(fromHex(toHex(bytes)), bytes)));
  });
});
