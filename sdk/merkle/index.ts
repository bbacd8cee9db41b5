// SPDX-License-Identifier: Apache-2.0

export { type AbiWord, encodeWords } from "./abi.ts";
export { buildTree, type MerkleTree } from "./buildTree.ts";
export { compareBytes, fromHex, type Hex, toHex } from "./bytes.ts";
export { type Keccak256, loadKeccak } from "./keccak.ts";
export { standardLeaf } from "./standardLeaf.ts";
export { verifyProof } from "./verifyProof.ts";
