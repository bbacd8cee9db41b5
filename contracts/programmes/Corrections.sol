// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ICorrections} from "../interfaces/ICorrections.sol";
import {ICycles} from "../interfaces/ICycles.sol";
import {IRedemptions} from "../interfaces/IRedemptions.sol";
import {ISettlements} from "../interfaces/ISettlements.sol";
import {IShops} from "../interfaces/IShops.sol";
import {ShopId} from "../types/Ids.sol";
import {ProgrammeModule} from "./ProgrammeModule.sol";
import {
    Cycle,
    ProgrammeStorage,
    listedAmount,
    netSales,
    programmeStorage,
    setNetSales
} from "./ProgrammeState.sol";

/// @title Corrections of receipts by two officers: entries, never deletions
abstract contract Corrections is ProgrammeModule, ICorrections {
    /// @inheritdoc ICorrections
    function correct(Correction calldata c, IRedemptions.ListExtract[] calldata extracts) external onlyAct {
        // check
        _requireRedemptions();
        ProgrammeStorage storage s = programmeStorage();
        Cycle storage cycle = _requireState(c.cycle, ICycles.CycleState.Approved);
        IShops.Terminal memory terminal = s.terminals[c.terminal];
        if (_bit(s.correctedReceipts[c.terminal], c.number)) {
            revert Corrections_CorrectedAlready(c.terminal, c.number);
        }
        bool isRefund = _bit(s.refundReceipts[c.terminal], c.number);
        if (isRefund || !_fits(c, terminal, _bit(s.rejectedReceipts[c.terminal], c.number))) {
            revert Corrections_Unfit(c.terminal, c.number, c.kind);
        }

        // effect
        _setBit(s.correctedReceipts[c.terminal], c.number);
        if (c.kind == CorrectionKind.Honour) {
            _enter(cycle, c, terminal.shop, c.account, c.amount);
        } else {
            if (c.amount > 0) _takeBack(cycle, c, terminal.shop, extracts);
            if (c.kind == CorrectionKind.ReEnter) _enter(cycle, c, terminal.shop, c.newAccount, c.newAmount);
        }
        emit ReceiptCorrected(c.terminal, c.number, c.cycle, terminal.shop, c);
    }

    /// @dev Whether the receipt is in the state that the correction needs, and the fields are those of its kind.
    function _fits(
        Correction calldata c,
        IShops.Terminal memory terminal,
        bool isRejected
    ) private pure returns (bool) {
        bool isOnChain = c.number > 0 && c.number < terminal.nextNumber;
        bool hasOld = c.amount > 0;
        bool hasNew = c.newAmount > 0;
        if (c.kind == CorrectionKind.Honour) return isOnChain && isRejected && hasOld && !hasNew;
        bool isCredited = isOnChain && !isRejected && hasOld;
        if (c.kind == CorrectionKind.Reverse) return isCredited && !hasNew;
        // A receipt that never reached the chain counts only when its terminal cannot send it any more.
        bool isLost =
            c.number >= terminal.nextNumber && terminal.status == IShops.TerminalStatus.Revoked && !hasOld;
        return (isCredited || isLost) && hasNew;
    }

    /// @dev Debit the account and owe the shop, as a sale would.
    function _enter(
        Cycle storage cycle,
        Correction calldata c,
        ShopId shop,
        uint32 account,
        uint128 amount
    ) private {
        ProgrammeStorage storage s = programmeStorage();
        uint256 left = _left(c.cycle, cycle, account);
        if (amount > left) revert Corrections_NotEnoughLeft(c.cycle, account, left, amount);
        _debit(cycle, account, amount);
        cycle.head.redeemed += uint80(amount);
        s.ledgers[shop][c.cycle].gross += amount;
        IShops.Terminal memory terminal = s.terminals[c.terminal];
        setNetSales(
            s.terminals[c.terminal],
            c.terminal,
            c.cycle,
            netSales(c.terminal, terminal, c.cycle) + amount
        );
    }

    /// @dev Give the account back what had been credited, as a refund would, up to what it was listed with.
    function _takeBack(
        Cycle storage cycle,
        Correction calldata c,
        ShopId shop,
        IRedemptions.ListExtract[] calldata extracts
    ) private {
        // check
        ProgrammeStorage storage s = programmeStorage();
        ISettlements.ShopLedger storage ledger = s.ledgers[shop][c.cycle];
        IShops.Terminal memory terminal = s.terminals[c.terminal];
        uint256 owed = _owed(ledger);
        if (c.amount > owed) revert Corrections_AboveOwed(shop, c.cycle, owed, c.amount);
        uint256 sold = netSales(c.terminal, terminal, c.cycle);
        if (c.amount > sold) revert Corrections_AboveSales(c.terminal, c.cycle, sold, c.amount);
        (, uint256 listed) = listedAmount(c.cycle, extracts, c.account);
        if (_left(c.cycle, cycle, c.account) + c.amount > listed || !_isLoaded(cycle, c.account >> 8)) {
            revert Corrections_AboveList(c.cycle, c.account, listed, c.amount);
        }

        // effect
        _credit(cycle, c.account, c.amount);
        cycle.refunded += c.amount;
        ledger.refunds += c.amount;
        setNetSales(s.terminals[c.terminal], c.terminal, c.cycle, sold - c.amount);
    }
}
