// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {CycleId, ShopId} from "../types/Ids.sol";

/// @title Settlements: paying shops for reconciled receipts
/// @notice Per shop and cycle: gross less refunds, less withholding, plus commission from the fee reserve. Finance prepares, naming the
/// payout, the last receipt of each terminal and a recorded statement; an Approver approves. Token mode pays at once, and a refused
/// payment stays owed. Bank mode retires the units, is *instructed*, and becomes *paid* or *returned* by the bank's own statement. What is
/// withheld becomes free money when the settlement is paid, and stays owed until then.
interface ISettlements {
    enum SettlementState {
        None,
        Instructed,
        Paid,
        Returned,
        Refused
    }

    /// @param number Last receipt of this terminal that the statement covers.
    struct TerminalMark {
        address terminal;
        uint32 number;
    }

    /// @param expectedId Number that this settlement will have.
    /// @param amount Sales less refunds that are settled now, ledger units; at most what the shop is owed in the cycle.
    /// @param withholding Part of the amount that is kept back and becomes free money.
    /// @param commission Paid from the fee reserve on top: amount * commissionBps / 10,000, rounded down.
    /// @param payoutHash keccak256(abi.encode(payout)) of the shop's payout, so that a changed payout is not paid.
    /// @param statement keccak256 of the reconciliation statement, recorded by the organisation.
    /// @param endToEndId Reference that the bank carries, ASCII; empty in token mode.
    struct SettlementTerms {
        uint32 expectedId;
        ShopId shop;
        CycleId cycle;
        uint128 amount;
        uint128 withholding;
        uint128 commission;
        bytes32 payoutHash;
        bytes32 statement;
        bytes32 endToEndId;
        TerminalMark[] lastReceipts;
    }

    struct Settlement {
        ShopId shop;
        CycleId cycle;
        SettlementState state;
        uint128 amount;
        uint128 withholding;
        uint128 commission;
    }

    /// @notice What a shop sold, refunded and was settled in a cycle, ledger units; owed = gross - refunds - settled.
    struct ShopLedger {
        uint128 gross;
        uint128 refunds;
        uint128 settled;
    }

    /// @notice `payment` = amount - withholding + commission went to the shop (Paid) or was instructed (Instructed), or the token
    /// refused it and it stays owed (Refused).
    event SettlementMade(
        uint32 indexed settlementId,
        ShopId indexed shop,
        CycleId indexed cycle,
        SettlementState state,
        uint128 payment,
        SettlementTerms terms
    );
    event SettlementConfirmed(uint32 indexed settlementId, ShopId indexed shop, bytes32 bankStatement);
    event SettlementReturned(
        uint32 indexed settlementId,
        ShopId indexed shop,
        bytes32 reason,
        bytes32 bankStatement
    );

    error Settlements_OtherSettlementId(uint32 expected, uint32 next);
    error Settlements_NothingToPay();
    error Settlements_AboveOwed(ShopId shop, CycleId cycle, uint256 owed, uint256 amount);
    error Settlements_WithholdingAboveAmount(uint256 withholding, uint256 amount);
    error Settlements_CommissionDiffers(uint256 expected, uint256 given);
    error Settlements_PayoutDiffers(ShopId shop, bytes32 expected, bytes32 given);
    error Settlements_StatementNotRecorded(bytes32 statement);
    /// @notice The statement names a receipt that the chain does not have, or a terminal of another shop.
    error Settlements_MarkInvalid(address terminal, uint32 number);
    error Settlements_WrongState(uint32 settlementId, SettlementState state);
    error Settlements_EndToEndIdMissing();

    /// @notice Act (Finance, Approver): settle with a shop. Not while payouts are paused. Emits {SettlementMade}.
    function settle(SettlementTerms calldata terms) external returns (uint32 settlementId);

    /// @notice Act (Finance, Approver): the bank's statement shows an instructed settlement as paid. Emits {SettlementConfirmed}.
    function confirmSettlement(uint32 settlementId, bytes32 bankStatement) external;

    /// @notice Act (Finance, Approver): the bank's statement shows it as returned; the shop is owed again. Emits {SettlementReturned}.
    function returnSettlement(uint32 settlementId, bytes32 reason, bytes32 bankStatement) external;

    /// @notice A settlement and its state; all zero when it is not there.
    function settlementOf(uint32 settlementId) external view returns (Settlement memory);

    /// @notice Number of the next settlement.
    function nextSettlementId() external view returns (uint32);

    /// @notice What a shop sold, refunded and was settled in a cycle, in ledger units.
    function ledgerOf(ShopId shop, CycleId cycle) external view returns (ShopLedger memory);
}
