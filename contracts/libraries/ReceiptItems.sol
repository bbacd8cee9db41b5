// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IRedemptions} from "../interfaces/IRedemptions.sol";

/// @notice One receipt, packed into 16 bytes:
///
/// | bytes   | field                                                                                  |
/// | ------- | -------------------------------------------------------------------------------------- |
/// | 0 - 3   | account number                                                                         |
/// | 4 - 10  | amount, ledger units                                                                   |
/// | 11 - 14 | reference: of a sale its day since 1970-01-01, of a refund the sale's receipt number   |
/// | 15      | flags: bit 0 refund, bits 1 - 3 how the household was recognised, others zero          |
type ReceiptItem is uint256;

using ReceiptItems for ReceiptItem global;

/// @title Reading receipts, and writing the list of rejected ones
library ReceiptItems {
    uint256 internal constant ITEM_BYTES = 16;
    uint256 internal constant MAX_ITEMS = 500;
    /// @dev uint16 index, uint8 code
    uint256 internal constant REJECTION_BYTES = 3;

    /// @notice Number of items; reverts when the length cannot be right.
    function countItems(bytes calldata items) internal pure returns (uint256 number) {
        number = items.length / ITEM_BYTES;
        if (items.length % ITEM_BYTES != 0 || number == 0 || number > MAX_ITEMS) {
            revert IRedemptions.Redemptions_BatchSize(items.length, MAX_ITEMS);
        }
    }

    /// @notice Where the items lie in calldata: the place of the first, and the place after the last.
    function places(bytes calldata items) internal pure returns (uint256 first, uint256 end) {
        assembly ("memory-safe") {
            first := items.offset
            end := add(first, items.length)
        }
    }

    /// @notice The item at a place in calldata. Requires a place of {places}.
    function itemAt(uint256 place) internal pure returns (ReceiptItem item) {
        assembly ("memory-safe") {
            item := shr(128, calldataload(place))
        }
    }

    function account(ReceiptItem item) internal pure returns (uint256) {
        return ReceiptItem.unwrap(item) >> 96;
    }

    function amount(ReceiptItem item) internal pure returns (uint256) {
        return (ReceiptItem.unwrap(item) >> 40) & type(uint56).max;
    }

    function refersTo(ReceiptItem item) internal pure returns (uint256) {
        return (ReceiptItem.unwrap(item) >> 8) & type(uint32).max;
    }

    function isRefund(ReceiptItem item) internal pure returns (bool) {
        return ReceiptItem.unwrap(item) & 1 != 0;
    }

    /// @notice Whether the amount is above zero, the recognition is a known one (1 to 4) and the unused flag bits are zero.
    function isWellFormed(ReceiptItem item) internal pure returns (bool) {
        uint256 flags = ReceiptItem.unwrap(item) & 0xff;
        uint256 recognition = flags >> 1;
        return recognition > 0 && recognition < 5 && amount(item) > 0;
    }

    /// @notice Room for the rejections of items that take `itemBytes`, with length 0.
    function newRejections(uint256 itemBytes) internal pure returns (bytes memory rejections) {
        rejections = new bytes((itemBytes / ITEM_BYTES) * REJECTION_BYTES);
        assembly ("memory-safe") {
            mstore(rejections, 0)
        }
    }

    /// @notice Append a rejection. Requires room, see {newRejections}.
    function push(bytes memory rejections, uint256 index, uint256 code) internal pure {
        assembly ("memory-safe") {
            let length := mload(rejections)
            let place := add(add(rejections, 32), length)
            mstore8(place, shr(8, index))
            mstore8(add(place, 1), index)
            mstore8(add(place, 2), code)
            mstore(rejections, add(length, 3))
        }
    }
}
