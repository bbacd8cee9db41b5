// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {HostileHandler} from "../handlers/HostileHandler.sol";

/// @notice Compares one cycle, shop, terminal or account of the contracts with the model.
abstract contract Checks is HostileHandler {
    /// @dev How many cycles, settlements, and receipts of a terminal are looked at one by one.
    uint256 internal constant LATEST = 12;

    /// @dev Everything about one cycle.
    function _requireCycle(uint256 site, uint32 cycle) internal view {
        _requireCycleAddsUp(site, cycle);
        _requireEntitlements(site, cycle);
        _requireDates(site, cycle);
        _requireDebt(site, SMALL_SHOP, cycle);
        _requireDebt(site, LARGE_SHOP, cycle);
        for (uint256 i = 0; i < terminalsOf[site].length; ++i)
            _requireTally(site, terminalsOf[site][i], cycle);
    }

    function _requireDebt(uint256 site, uint32 shopId, uint32 cycle) internal view {
        ISettlements.ShopLedger memory ledger = sites[site].programme.ledgerOf(
            ShopId.wrap(shopId),
            CycleId.wrap(cycle)
        );
        uint256 debt = uint256(ledger.gross) - ledger.refunds - ledger.settled;
        assertEq(debt, owed[site][shopId][cycle], "owed to the shop");
    }

    function _requirePauses(uint256 site) internal view {
        (IPauses.PauseView memory redemptions, IPauses.PauseView memory payouts) = sites[site]
            .programme
            .pauses();
        assertEq(redemptions.isPaused, _isPaused(site, REDEMPTIONS), "redemptions paused");
        assertEq(payouts.isPaused, _isPaused(site, PAYOUTS), "payouts paused");
    }

    function _requireDates(uint256 site, uint32 cycle) internal view {
        ICycles.CycleView memory view_ = sites[site].programme.cycleOf(CycleId.wrap(cycle));
        if (view_.state != ICycles.CycleState.Approved) return;
        assertEq(view_.expiresAt, expiresAt[site][cycle], "announced expiry");
        assertEq(view_.graceEndsAt, graceEndsAt[site][cycle], "announced end of grace");
        assertLe(view_.expiresAt, view_.graceEndsAt, "grace after expiry");
    }

    function _requireClosed(IProgramme programme_, uint256 donatedAfter_) internal view {
        assertTrue(programme_.isClosed(), "closed for good");
        IBudget.Balances memory b = programme_.balances();
        assertEq(uint256(b.free) + b.reserved + b.owed + b.fees, 0, "closed with empty books");
        assertEq(
            dollar.balanceOf(address(programme_)),
            donatedAfter_,
            "and with nothing but later donations"
        );
    }

    function _requireBars(uint32 account) internal view {
        assertEq(registry.isClosed(account), isClosed[account], "closed");
        for (uint256 site = 0; site < SITES; ++site) {
            uint256 until = heldUntil[site][account];
            uint256 expected = until >= vm.getBlockTimestamp() ? until : 0;
            assertEq(sites[site].programme.heldUntil(account), expected, "held until");
        }
    }

    /// @dev One of the latest cycles after the other, a call each.
    function _cycleInTurn(uint256 site) internal view returns (uint32) {
        uint32 last = lastCycle[site];
        uint32 window = last < LATEST ? last : uint32(LATEST);
        return window == 0 ? 0 : last - uint32(calls % window);
    }

    function _terminalInTurn(uint256 site) internal view returns (address) {
        return terminalsOf[site][calls % terminalsOf[site].length];
    }

    /// @dev A settlement is with the bank exactly until the bank has answered.
    function _requireInstructions(uint256 site) internal view {
        uint32 end = sites[site].programme.nextSettlementId();
        for (uint32 id = end > LATEST ? end - uint32(LATEST) : 1; id < end; ++id) {
            ISettlements.SettlementState state = sites[site].programme.settlementOf(id).state;
            bool isInstructed = state == ISettlements.SettlementState.Instructed;
            assertEq(isInstructed, settlements[site][id].isInstructed, "with the bank");
        }
    }

    function _requireCycleAddsUp(uint256 site, uint32 cycle) internal view {
        ICycles.CycleView memory view_ = sites[site].programme.cycleOf(CycleId.wrap(cycle));
        assertEq(uint8(view_.state), uint8(stateOf[site][cycle]), "state");
        assertEq(view_.loaded, loaded[site][cycle], "loaded");
        assertEq(view_.redeemed, sold[site][cycle], "redeemed");
        assertEq(view_.refunded, refunded[site][cycle], "refunded");
        assertLe(view_.loaded, view_.total, "loaded within total");
        assertEq(view_.total, total[site][cycle], "total");
        if (view_.state != ICycles.CycleState.Approved) return;

        uint256 remaining = 0;
        uint32[12] memory accounts = _universe();
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint256 has = sites[site].programme.entitlementLeft(CycleId.wrap(cycle), accounts[i]);
            assertLe(has, planned[site][cycle][accounts[i]], "no more than listed");
            remaining += has;
        }
        assertEq(
            uint256(view_.loaded) + view_.refunded,
            remaining + view_.redeemed,
            "loaded is remaining and redeemed"
        );
    }

    /// @dev Neighbours in the same words that no list names have nothing, and nobody has anything in a cycle that is over.
    function _requireEntitlements(uint256 site, uint32 cycle) internal view {
        IProgramme at = sites[site].programme;
        CycleId id = CycleId.wrap(cycle);
        if (_stateOf(site, cycle) != ICycles.CycleState.Approved) {
            assertEq(at.entitlementLeft(id, 256), 0, "over");
            return;
        }
        uint32[12] memory accounts = _universe();
        for (uint256 i = 0; i < accounts.length; ++i) {
            assertEq(at.entitlementLeft(id, accounts[i]), left[site][cycle][accounts[i]], "entitlement left");
        }
        assertEq(at.entitlementLeft(id, 261), 0, "a neighbour on no list");
        assertEq(at.entitlementLeft(id, 514), 0, "a neighbour on no list");
    }

    /// @dev Of earlier numbers the model saw every change; the latest are compared with the chain.
    function _requireLatestReceipts(uint256 site, address key) internal view {
        uint256 next = sites[site].programme.terminalOf(key).nextNumber;
        assertEq(next, _nextNumber(site, key), "next number");
        for (uint256 number = next > LATEST ? next - LATEST : 0; number < next + 3; ++number) {
            ReceiptModel storage receipt = receipts[site][key][number];
            (bool isRejected, bool isCorrected) = sites[site].programme.receiptStatus(key, uint32(number));
            assertEq(receipt.isRecorded, number > 0 && number < next, "recorded");
            assertEq(isRejected, receipt.isRejected, "rejected");
            assertEq(isCorrected, receipt.isCorrected, "corrected");
        }
    }

    function _requireTally(uint256 site, address key, uint32 cycle) internal view {
        uint256 soldSoFar = soldBy[site][key][cycle];
        uint256 refundedSoFar = refundedBy[site][key][cycle];
        assertLe(refundedSoFar, soldSoFar, "refunds within sales");
        uint256 net = sites[site].programme.netSalesOf(key, CycleId.wrap(cycle));
        assertEq(net, soldSoFar - refundedSoFar, "net sales");
    }
}
