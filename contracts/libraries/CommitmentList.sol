// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Reading the payload of an opening's chunk
/// @notice A chunk covers 256 consecutive numbers. Its payload is one commitment of 32 bytes for each, nothing between them; only the
/// last chunk of an opening may hold fewer.
library CommitmentList {
    uint256 internal constant COMMITMENT_BYTES = 32;
    uint256 internal constant CHUNK_ACCOUNTS = 256;

    /// @notice How many chunks a list of so many commitments has.
    function chunksFor(uint256 commitments) internal pure returns (uint256) {
        return (commitments + CHUNK_ACCOUNTS - 1) / CHUNK_ACCOUNTS;
    }

    /// @notice How many commitments a chunk holds in a list of `count`. Requires chunk < chunksFor(count).
    function commitmentsIn(uint256 chunk, uint256 count) internal pure returns (uint256) {
        uint256 left = count - chunk * CHUNK_ACCOUNTS;
        return left < CHUNK_ACCOUNTS ? left : CHUNK_ACCOUNTS;
    }

    /// @notice The commitment at an index. Requires (index + 1) * 32 <= payload.length.
    function commitmentAt(bytes calldata payload, uint256 index) internal pure returns (bytes32 commitment) {
        assembly ("memory-safe") {
            commitment := calldataload(add(payload.offset, mul(index, 32)))
        }
    }
}
