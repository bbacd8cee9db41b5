// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ICycles} from "../interfaces/ICycles.sol";

/// @title Reading the payload of a list chunk
/// @notice A chunk covers 256 consecutive account numbers. Its payload is 8 bytes a household, ascending by lane:
///
/// | bytes | field                                          |
/// | ----- | ---------------------------------------------- |
/// | 0     | lane: account number modulo 256                |
/// | 1 - 7 | amount, ledger units, big-endian, never zero   |
library EntitlementList {
    uint256 internal constant ENTRY_BYTES = 8;
    uint256 internal constant CHUNK_ACCOUNTS = 256;

    /// @notice Number of entries; reverts when the length cannot be right.
    function countEntries(bytes calldata payload) internal pure returns (uint256 entries) {
        entries = payload.length / ENTRY_BYTES;
        if (payload.length % ENTRY_BYTES != 0 || entries == 0 || entries > CHUNK_ACCOUNTS) {
            revert ICycles.Cycles_PayloadLength(payload.length);
        }
    }

    /// @notice Lane and amount of an entry. Requires index < count.
    function entryAt(
        bytes calldata payload,
        uint256 index
    ) internal pure returns (uint256 lane, uint256 amount) {
        uint256 entry;
        assembly ("memory-safe") {
            entry := shr(192, calldataload(add(payload.offset, mul(index, 8))))
        }
        lane = entry >> 56;
        amount = entry & type(uint56).max;
    }

    /// @notice What the payload lists for the lane; 0 when it is not listed.
    function amountOf(bytes calldata payload, uint256 lane) internal pure returns (uint256) {
        uint256 low = 0;
        uint256 high = countEntries(payload);
        while (low < high) {
            uint256 middle = (low + high) / 2;
            (uint256 found, uint256 amount) = entryAt(payload, middle);
            if (found == lane) return amount;
            if (found < lane) low = middle + 1;
            else high = middle;
        }
        return 0;
    }
}
