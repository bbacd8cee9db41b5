// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice A Merkle tree in the format of OpenZeppelin's standard tree (sorted leaves, sorted pairs), for tests.
/// @dev Node i of 2n-1 has the children 2i+1 and 2i+2; the leaves stand at the end, in descending order.
library MerkleTree {
    /// @notice All nodes; the root is the first. Requires at least one leaf; `leaves` is sorted in place.
    function build(bytes32[] memory leaves) internal pure returns (bytes32[] memory nodes) {
        uint256 count = leaves.length;
        sort(leaves);
        nodes = new bytes32[](2 * count - 1);
        for (uint256 i = 0; i < count; ++i) nodes[nodes.length - 1 - i] = leaves[i];
        for (uint256 i = count - 1; i > 0; --i) nodes[i - 1] = hashPair(nodes[2 * i - 1], nodes[2 * i]);
    }

    /// @notice The proof of a leaf. Requires that it stands in the tree.
    function proofOf(bytes32[] memory nodes, bytes32 leaf) internal pure returns (bytes32[] memory proof) {
        uint256 index = nodes.length / 2;
        while (nodes[index] != leaf) ++index;

        bytes32[] memory path = new bytes32[](256);
        uint256 length = 0;
        for (; index > 0; index = (index - 1) / 2)
            path[length++] = nodes[index % 2 == 0 ? index - 1 : index + 1];
        proof = new bytes32[](length);
        for (uint256 i = 0; i < length; ++i) proof[i] = path[i];
    }

    function hashPair(bytes32 a, bytes32 b) internal pure returns (bytes32) {
        return a < b ? keccak256(bytes.concat(a, b)) : keccak256(bytes.concat(b, a));
    }

    /// @notice Insertion sort: test trees are small.
    function sort(bytes32[] memory values) internal pure {
        for (uint256 i = 1; i < values.length; ++i) {
            bytes32 value = values[i];
            uint256 place = i;
            for (; place > 0 && values[place - 1] > value; --place) values[place] = values[place - 1];
            values[place] = value;
        }
    }
}
