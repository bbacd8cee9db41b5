// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

/// @title Leaves of signed lists that are pushed chunk by chunk
/// @notice Openings of accounts and entitlement lists of cycles share one shape: the leaf of a chunk is
/// `keccak256(keccak256(abi.encode(chain id, contract, scope, chunk, keccak256(payload))))`, in the format of OpenZeppelin's standard
/// Merkle tree (hashed twice, sorted pairs). The scope is the organisation of an opening, or the cycle of a list. Chain id and contract
/// keep a list that was signed for one place from counting at another.
library ChunkLeaf {
    /// @notice Leaf of a chunk for the calling contract on this chain.
    function leaf(uint32 scope, uint32 chunk, bytes32 payloadHash) internal view returns (bytes32) {
        bytes32 inner = keccak256(abi.encode(block.chainid, address(this), scope, chunk, payloadHash));
        return keccak256(bytes.concat(inner));
    }

    /// @notice Whether the chunk with this payload hash stands in the list with this root.
    function isInList(
        bytes32 root,
        bytes32[] calldata proof,
        uint32 scope,
        uint32 chunk,
        bytes32 payloadHash
    ) internal view returns (bool) {
        return MerkleProof.verifyCalldata(proof, root, leaf(scope, chunk, payloadHash));
    }
}
