// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {CycleId, ShopId} from "../types/Ids.sol";

/// @title Redemptions: receipts of terminals
/// @notice A terminal numbers its receipts from 1, signs batches of consecutive ones by EIP-712, and anyone relays them. Each number
/// counts once. A cause that can pass *stops* the batch before the item; a cause that cannot *rejects* the item with a code, and
/// its neighbours go on.
interface IRedemptions {
    /// @notice Why an item was rejected for good.
    enum Rejection {
        None,
        Malformed,
        CycleEnded,
        OutsidePeriod,
        NotEnoughLeft,
        AccountHeld,
        AccountClosed,
        OverTerminalLimit,
        OverCeiling,
        NoSuchSale,
        RefundAboveSales,
        RefundAboveOwed,
        RefundAboveList
    }

    /// @notice Why a batch stopped before its end, for now.
    enum Stop {
        None,
        CycleNotApproved,
        NotOpenYet,
        ChunkNotLoaded,
        CeilingUsedUp,
        ShopNotActive,
        ListExtractMissing,
        Paused
    }

    /// @notice Consecutive receipts of one terminal in one cycle.
    /// @param firstNumber Receipt number of the first item.
    /// @param items 16 bytes an item, at most 500: uint32 account, uint56 amount, uint32 reference, uint8 flags. Flags: bit 0 refund;
    /// bits 1-3 how the household was recognised (1 card and PIN, 2 biometric, 3 document, 4 override). Reference: of a sale, its
    /// day since 1970-01-01; of a refund, the number of the sale.
    struct ReceiptBatch {
        address terminal;
        CycleId cycle;
        uint32 firstNumber;
        bytes items;
    }

    /// @notice A chunk of the approved list with its proof: shows what an account was listed with, so that no refund exceeds it.
    struct ListExtract {
        uint32 chunk;
        bytes payload;
        bytes32[] proof;
    }

    /// @notice Receipts `firstNumber` to `firstNumber + items.length / 16 - 1` now count. `rejections` is (uint16 index into items,
    /// uint8 Rejection) for each rejected one, ascending; the others are credited. `stop` tells why later ones do not count yet.
    event ReceiptsRecorded(
        address indexed terminal,
        CycleId indexed cycle,
        ShopId indexed shop,
        uint32 firstNumber,
        bytes items,
        bytes rejections,
        Stop stop
    );
    event AccountHeld(uint32 indexed account, uint40 until, address indexed officer);
    event AccountReleased(uint32 indexed account, address indexed officer);

    /// @notice The batch holds no whole number of items between 1 and `mostItems`.
    error Redemptions_BatchSize(uint256 bytesGiven, uint256 mostItems);
    error Redemptions_TerminalNotActive(address terminal, uint8 status);
    /// @notice Receipts between the terminal's next number and this batch are missing; send them first.
    error Redemptions_Gap(address terminal, uint32 nextNumber, uint32 firstNumber);
    error Redemptions_SignatureInvalid(address terminal);
    error Redemptions_ExtractNotInList(CycleId cycle, uint32 chunk);
    error Redemptions_HoldTooLong(uint256 until, uint256 latest);

    /// @notice Count a batch of receipts. Anyone.
    /// @dev Requirements: 1 to 500 items; the terminal is active; no number is missing before the first; the terminal signed
    /// `ReceiptBatch(address terminal,uint32 cycle,uint32 firstNumber,bytes items)`. Numbers that count already are skipped; a batch
    /// of only such changes nothing and emits nothing. Otherwise emits {ReceiptsRecorded}, with no items when the batch stops at once.
    /// @param extracts The list chunks of refunded accounts; a refund without one stops the batch.
    /// @return nextNumber The terminal's next receipt number.
    function redeem(
        ReceiptBatch calldata batch,
        bytes calldata signature,
        ListExtract[] calldata extracts
    ) external returns (uint32 nextNumber);

    /// @notice Stop sales from accounts of this programme for a time. A Custodian. Emits {AccountHeld} for each.
    /// @param until Unix seconds, at most 90 days ahead.
    function holdAccounts(uint32[] calldata accounts, uint40 until) external;

    /// @notice End holds early. A Custodian. Emits {AccountReleased} for each.
    function releaseAccounts(uint32[] calldata accounts) external;

    /// @notice Until when the account is held (Unix seconds); 0 when not held now.
    function heldUntil(uint32 account) external view returns (uint40);

    /// @notice Whether this receipt number was rejected, and whether it was corrected since.
    function receiptStatus(
        address terminal,
        uint32 number
    ) external view returns (bool isRejected, bool isCorrected);

    /// @notice EIP-712 digest that the terminal signs.
    function hashBatch(ReceiptBatch calldata batch) external view returns (bytes32);
}
