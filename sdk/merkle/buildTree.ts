// SPDX-License-Identifier: Apache-2.0

import { compareBytes } from "./bytes.ts";
import { hashPair } from "./hashPair.ts";
import type { Keccak256 } from "./keccak.ts";

export interface MerkleTree {
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Proof of the leaf at `index` in the order that the leaves were given, deepest sibling first. */
  proof(index: number): Uint8Array[];
}

/**
 * Merkle tree in the format of OpenZeppelin's `SimpleMerkleTree` and, over leaves made by `standardLeaf`,
 * `StandardMerkleTree`: leaves sorted, pairs sorted, a complete binary tree kept in one array with the root
 * first and the smallest leaf last.
 * @param leaves Leaf hashes, 32 bytes each, at least one.
 * @throws RangeError for no leaves, a leaf of another length, or a proof of an index that does not exist.
 */
export function buildTree(leaves: readonly Uint8Array[], keccak256: Keccak256): MerkleTree {
  if (leaves.length === 0) throw new RangeError("a Merkle tree needs at least one leaf");
  if (leaves.some((leaf) => leaf.length !== 32)) throw new RangeError("a Merkle leaf is 32 bytes");
  const order = leaves.map((_, index) => index).sort((a, b) => compareBytes(at(leaves, a), at(leaves, b)));
  const nodes = new Array<Uint8Array>(2 * leaves.length - 1);
  const placeOf = new Uint32Array(leaves.length);
  order.forEach((index, rank) => {
    const place = nodes.length - 1 - rank;
    nodes[place] = at(leaves, index);
    placeOf[index] = place;
  });
  for (let i = leaves.length - 2; i >= 0; i--) {
    nodes[i] = hashPair(at(nodes, 2 * i + 1), at(nodes, 2 * i + 2), keccak256);
  }
  return { root: at(nodes, 0), proof: (index) => siblings(nodes, placeOf[index]) };
}

function siblings(nodes: readonly Uint8Array[], place: number | undefined): Uint8Array[] {
  if (place === undefined) throw new RangeError("no such leaf");
  const proof: Uint8Array[] = [];
  for (let i = place; i > 0; i = (i - 1) >> 1) proof.push(at(nodes, i % 2 === 0 ? i - 1 : i + 1));
  return proof;
}

function at(nodes: readonly Uint8Array[], index: number): Uint8Array {
  return nodes[index] as Uint8Array;
}
