// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {CycleId, ShopId} from "../types/Ids.sol";
import {IRedemptions} from "./IRedemptions.sol";

/// @title Corrections of receipts: entries by two officers, never deletions
/// @notice A sale on which the books and the counter disagree is honoured, reversed or re-entered, once. A refund is not corrected: the
/// sale that it refunded is.
interface ICorrections {
    enum CorrectionKind {
        Honour,
        Reverse,
        ReEnter
    }

    /// @notice A correction of one receipt, where the books and the counter disagree.
    /// @param account, amount Honour: what is credited now. Reverse: what had been credited. ReEnter: what had been credited, or zero
    /// both when the receipt never reached the chain (a lost or revoked terminal).
    /// @param newAccount, newAmount ReEnter: the right entry. Otherwise zero.
    /// @param reason Code of the reason, ASCII, e.g. "WRONG-AMOUNT".
    struct Correction {
        address terminal;
        uint32 number;
        CycleId cycle;
        CorrectionKind kind;
        uint32 account;
        uint56 amount;
        uint32 newAccount;
        uint56 newAmount;
        bytes32 reason;
    }

    event ReceiptCorrected(
        address indexed terminal,
        uint32 indexed number,
        CycleId indexed cycle,
        ShopId shop,
        Correction correction
    );

    error Corrections_CorrectedAlready(address terminal, uint32 number);
    error Corrections_NotEnoughLeft(CycleId cycle, uint32 account, uint256 left, uint256 amount);
    error Corrections_AboveList(CycleId cycle, uint32 account, uint256 listed, uint256 amount);
    error Corrections_AboveOwed(ShopId shop, CycleId cycle, uint256 owed, uint256 amount);
    error Corrections_AboveSales(address terminal, CycleId cycle, uint256 sold, uint256 amount);
    /// @notice The receipt is not in the state that this kind of correction needs.
    error Corrections_Unfit(address terminal, uint32 number, CorrectionKind kind);

    /// @notice Act (Finance, Approver): correct a receipt, once. Not while redemptions are paused. Emits {ReceiptCorrected}.
    /// @param extracts List chunk of the account that gets entitlement back; empty for Honour.
    function correct(Correction calldata correction, IRedemptions.ListExtract[] calldata extracts) external;
}
