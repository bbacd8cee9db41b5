// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {MerkleTree} from "./MerkleTree.sol";

/// @notice Builds entitlement lists as an agency's machine does: chunks, payloads, leaves, root, proofs. Written from the interface's
/// words, not with the contracts' own libraries, so that a mistake there shows.
library ListBuilder {
    /// @param accounts Ascending account numbers.
    /// @param amounts Ledger units, one for each account.
    struct List {
        uint32[] accounts;
        uint56[] amounts;
    }

    /// @notice A list cut into chunks for one cycle of one programme on this chain. The i-th chunk has number `chunks[i]`.
    struct Tree {
        uint32[] chunks;
        bytes[] payloads;
        bytes32[] leaves;
        bytes32[] nodes;
        uint32 households;
        uint128 total;
    }

    /// @notice The same amount for `count` neighbours from `first` on.
    function even(uint32 first, uint32 count, uint56 amount) internal pure returns (List memory list) {
        list = List(new uint32[](count), new uint56[](count));
        for (uint32 i = 0; i < count; ++i) {
            list.accounts[i] = first + i;
            list.amounts[i] = amount;
        }
    }

    /// @notice Add one household with a higher account number than all before.
    function and(List memory list, uint32 account, uint56 amount) internal pure returns (List memory longer) {
        uint256 count = list.accounts.length;
        longer = List(new uint32[](count + 1), new uint56[](count + 1));
        for (uint256 i = 0; i < count; ++i) {
            longer.accounts[i] = list.accounts[i];
            longer.amounts[i] = list.amounts[i];
        }
        longer.accounts[count] = account;
        longer.amounts[count] = amount;
    }

    /// @notice Cut the list into chunks and build its tree.
    function tree(List memory list, address programme, CycleId id) internal view returns (Tree memory t) {
        uint256 count = _countChunks(list);
        uint32[] memory chunks = new uint32[](count);
        bytes[] memory payloads = new bytes[](count);
        uint256 next = 0;
        for (uint256 i = 0; i < count; ++i) {
            chunks[i] = list.accounts[next] >> 8;
            while (next < list.accounts.length && list.accounts[next] >> 8 == chunks[i]) {
                payloads[i] = bytes.concat(
                    payloads[i],
                    entry(uint8(list.accounts[next]), list.amounts[next])
                );
                t.total += list.amounts[next++];
            }
        }
        t.households = uint32(list.accounts.length);
        plant(t, programme, id, chunks, payloads);
    }

    /// @notice Fill the tree from ready payloads, which may be wrong on purpose.
    function plant(
        Tree memory t,
        address programme,
        CycleId id,
        uint32[] memory chunks,
        bytes[] memory payloads
    ) internal view {
        t.chunks = chunks;
        t.payloads = payloads;
        t.leaves = new bytes32[](chunks.length);
        bytes32[] memory sorted = new bytes32[](chunks.length);
        for (uint256 i = 0; i < chunks.length; ++i) {
            t.leaves[i] = leaf(programme, id, chunks[i], payloads[i]);
            sorted[i] = t.leaves[i];
        }
        t.nodes = MerkleTree.build(sorted);
    }

    function leaf(
        address programme,
        CycleId id,
        uint32 chunk,
        bytes memory payload
    ) internal view returns (bytes32) {
        bytes32 inner = keccak256(abi.encode(block.chainid, programme, id, chunk, keccak256(payload)));
        return keccak256(abi.encode(inner));
    }

    /// @notice One household of a chunk: 8 bytes.
    function entry(uint8 lane, uint56 amount) internal pure returns (bytes memory) {
        return abi.encodePacked(lane, amount);
    }

    function root(Tree memory t) internal pure returns (bytes32) {
        return t.nodes[0];
    }

    function proof(Tree memory t, uint256 i) internal pure returns (bytes32[] memory) {
        return MerkleTree.proofOf(t.nodes, t.leaves[i]);
    }

    /// @notice All chunks as {ICycles-loadMany} takes them.
    function loads(Tree memory t) internal pure returns (ICycles.ChunkLoad[] memory all) {
        all = new ICycles.ChunkLoad[](t.chunks.length);
        for (uint256 i = 0; i < all.length; ++i)
            all[i] = ICycles.ChunkLoad(t.chunks[i], t.payloads[i], proof(t, i));
    }

    /// @notice All chunks as {IRedemptions-redeem} takes them.
    function extracts(Tree memory t) internal pure returns (IRedemptions.ListExtract[] memory all) {
        all = new IRedemptions.ListExtract[](t.chunks.length);
        for (uint256 i = 0; i < all.length; ++i) {
            all[i] = IRedemptions.ListExtract(t.chunks[i], t.payloads[i], proof(t, i));
        }
    }

    function _countChunks(List memory list) private pure returns (uint256 count) {
        for (uint256 i = 0; i < list.accounts.length; ++i) {
            if (i == 0 || list.accounts[i] >> 8 != list.accounts[i - 1] >> 8) ++count;
        }
    }
}
