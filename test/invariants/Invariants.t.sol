// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../contracts/interfaces/ICycles.sol";
import {IProgramme} from "../../contracts/interfaces/IProgramme.sol";
import {ISettlements} from "../../contracts/interfaces/ISettlements.sol";
import {CycleId, ShopId} from "../../contracts/types/Ids.sol";
import {HostileHandler} from "./handlers/HostileHandler.sol";

/// @notice Money cannot be lost: see README.md for what each invariant says and how it is looked at.
contract InvariantsTest is HostileHandler {
    uint256 private constant WARM_UP_ROUNDS = 80;
    /// @dev How many cycles, settlements, and receipts of a terminal are looked at one by one.
    uint256 private constant LATEST = 12;

    /// @notice Every run starts from programmes that have been busy for months: all kinds of actions, in the same order each time.
    function setUp() public override {
        super.setUp();
        function(uint256) external[15] memory actions = _actions();
        for (uint256 round = 0; round < WARM_UP_ROUNDS; ++round) {
            for (uint256 i = 0; i < actions.length; ++i)
                actions[i](uint256(keccak256(abi.encode("warm-up", round, i))));
        }

        targetContract(address(this));
        bytes4[] memory selectors = new bytes4[](actions.length + 1);
        for (uint256 i = 0; i < actions.length; ++i) selectors[i] = actions[i].selector;
        selectors[actions.length] = this.callAnything.selector;
        targetSelector(address(this), selectors);
    }

    /// @notice What the random part starts from: every kind of action got through at least once.
    function test_WarmUp_ReachesEveryKindOfAction() public view {
        afterInvariant();
    }

    /// @notice 1. The programme's balance is free + reserved + owed + fee reserve, and what was sent unasked.
    function invariant_1_BalanceIsWhatTheBooksSay() public view {
        assertEq(breaches.wrongDebts, 0, "a debt that was not there");
        for (uint256 site = 0; site < SITES; ++site) {
            IBudget.Balances memory b = sites[site].programme.balances();
            uint256 sum = uint256(b.free) + b.reserved + b.owed + b.fees;
            uint256 balance = sites[site].asset.balanceOf(address(sites[site].programme));
            assertGe(balance, sum * sites[site].scale, "balance covers the books");
            assertEq(
                balance,
                sum * sites[site].scale + donated[site],
                "nothing but donations beyond the books"
            );
            assertEq(b.reserved, _reserved(site), "reserved");
            assertEq(b.owed, owedInAll[site] + withheld[site], "owed");
            assertEq(b.fees, fees[site], "fee reserve");
            _requireDebts(site, SMALL_SHOP);
            _requireDebts(site, LARGE_SHOP);
            _requireInstructions(site);
        }
    }

    /// @notice 2. In a cycle: loaded = remaining + redeemed - refunded, loaded <= total, nobody has more than listed.
    function invariant_2_CyclesAddUp() public view {
        assertEq(breaches.overdrafts, 0, "sold more than was left");
        for (uint256 site = 0; site < SITES; ++site) {
            uint32 end = CycleId.unwrap(sites[site].programme.nextCycleId());
            for (uint32 cycle = 1; cycle < end; ++cycle) _requireCycleAddsUp(site, cycle);
        }
    }

    /// @notice 3. No account stands twice in a list, and nothing but loads, receipts and corrections changes what it has.
    function invariant_3_EntitlementsChangeOnlyByLoadRedeemAndCorrect() public view {
        assertEq(breaches.wrongLoads, 0, "loaded is what was approved");
        for (uint256 site = 0; site < SITES; ++site) {
            uint32 end = CycleId.unwrap(sites[site].programme.nextCycleId());
            for (uint32 cycle = 1; cycle < end; ++cycle) _requireEntitlements(site, cycle);
        }
    }

    /// @notice 4. Nobody approved what they proposed, and nothing that takes two officers happened without them.
    function invariant_4_NobodyApprovedTheirOwn() public view {
        assertEq(breaches.selfApprovals, 0, "own proposal approved");
        assertEq(breaches.loneActs, 0, "done without the officers it takes");
    }

    /// @notice 5. Each receipt number counts at most once, corrections included, and no number is missing.
    function invariant_5_ReceiptsCountOnce() public view {
        assertEq(breaches.wrongNumbers, 0, "a number twice, or out of order");
        for (uint256 site = 0; site < SITES; ++site) {
            for (uint256 i = 0; i < terminalsOf[site].length; ++i)
                _requireLatestReceipts(site, terminalsOf[site][i]);
        }
    }

    /// @notice 6. Only approved payouts and recorded sources ever receive tokens from a programme.
    function invariant_6_OnlyApprovedReceiversArePaid() public view {
        assertEq(breaches.strangePayments, 0, "tokens to somebody nobody approved");
        for (uint256 site = 0; site < SITES; ++site) {
            IProgramme at = sites[site].programme;
            assertFalse(at.isSource(hostile), "the hostile one is no source");
            assertEq(sites[site].asset.allowance(address(at), hostile), 0, "nobody may take tokens");
        }
    }

    /// @notice 10. A held or closed account is never debited by a terminal.
    function invariant_10_HeldAndClosedAccountsAreNotDebited() public view {
        assertEq(breaches.barredDebits, 0, "sale from a held or closed account");
        uint32[12] memory accounts = _universe();
        for (uint256 i = 0; i < accounts.length; ++i) {
            assertEq(registry.isClosed(accounts[i]), isClosed[accounts[i]], "closed");
            for (uint256 site = 0; site < SITES; ++site) {
                uint256 until = heldUntil[site][accounts[i]];
                uint256 expected = until >= vm.getBlockTimestamp() ? until : 0;
                assertEq(sites[site].programme.heldUntil(accounts[i]), expected, "held until");
            }
        }
    }

    /// @notice 11. Refunds of a terminal in a cycle never exceed its sales there.
    function invariant_11_RefundsStayWithinSales() public view {
        assertEq(breaches.refundsAboveSales, 0, "refunded more than sold");
        for (uint256 site = 0; site < SITES; ++site) {
            uint32 end = CycleId.unwrap(sites[site].programme.nextCycleId());
            uint32 first = end > LATEST ? end - uint32(LATEST) : 1;
            for (uint256 i = 0; i < terminalsOf[site].length; ++i) {
                for (uint32 cycle = first; cycle < end; ++cycle)
                    _requireTally(site, terminalsOf[site][i], cycle);
            }
        }
    }

    /// @notice Calls got through: all kinds of them, and most of those that were tried.
    function afterInvariant() public view {
        bytes32[43] memory kinds = _kinds();
        for (uint256 i = 0; i < kinds.length; ++i) {
            assertGt(
                done[kinds[i]],
                0,
                string.concat("never happened: ", string(abi.encodePacked(kinds[i])))
            );
        }
        assertGt(callsDone * 2, calls, "half of the calls got through");
    }

    // --- One shop, one cycle, one terminal

    function _requireDebts(uint256 site, uint32 shopId) private view {
        uint32 end = CycleId.unwrap(sites[site].programme.nextCycleId());
        for (uint32 cycle = end > LATEST ? end - uint32(LATEST) : 1; cycle < end; ++cycle) {
            ISettlements.ShopLedger memory ledger = sites[site].programme.ledgerOf(
                ShopId.wrap(shopId),
                CycleId.wrap(cycle)
            );
            uint256 debt = uint256(ledger.gross) - ledger.refunds - ledger.settled;
            assertEq(debt, owed[site][shopId][cycle], "owed to the shop");
        }
    }

    /// @dev A settlement is with the bank exactly until the bank has answered.
    function _requireInstructions(uint256 site) private view {
        uint32 end = sites[site].programme.nextSettlementId();
        for (uint32 id = end > LATEST ? end - uint32(LATEST) : 1; id < end; ++id) {
            ISettlements.SettlementState state = sites[site].programme.settlementOf(id).state;
            bool isInstructed = state == ISettlements.SettlementState.Instructed;
            assertEq(isInstructed, settlements[site][id].isInstructed, "with the bank");
        }
    }

    function _requireCycleAddsUp(uint256 site, uint32 cycle) private view {
        ICycles.CycleView memory view_ = sites[site].programme.cycleOf(CycleId.wrap(cycle));
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
    function _requireEntitlements(uint256 site, uint32 cycle) private view {
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
    function _requireLatestReceipts(uint256 site, address key) private view {
        uint256 next = _nextNumber(site, key);
        assertEq(next, lastNumber[site][key] + 1, "next number");
        for (uint256 number = next > LATEST ? next - LATEST : 0; number < next + 3; ++number) {
            ReceiptModel storage receipt = receipts[site][key][number];
            (bool isRejected, bool isCorrected) = sites[site].programme.receiptStatus(key, uint32(number));
            assertEq(receipt.isRecorded, number > 0 && number < next, "recorded");
            assertEq(isRejected, receipt.isRejected, "rejected");
            assertEq(isCorrected, receipt.isCorrected, "corrected");
        }
    }

    function _requireTally(uint256 site, address key, uint32 cycle) private view {
        uint256 soldSoFar = soldBy[site][key][cycle];
        uint256 refundedSoFar = refundedBy[site][key][cycle];
        assertLe(refundedSoFar, soldSoFar, "refunds within sales");
        uint256 net = sites[site].programme.netSalesOf(key, CycleId.wrap(cycle));
        assertEq(net, soldSoFar - refundedSoFar, "net sales");
    }

    function _reserved(uint256 site) private view returns (uint256 sum) {
        uint32 end = CycleId.unwrap(sites[site].programme.nextCycleId());
        for (uint32 cycle = 1; cycle < end; ++cycle) {
            if (_stateOf(site, cycle) != ICycles.CycleState.Approved) continue;
            sum += total[site][cycle] + refunded[site][cycle] - sold[site][cycle];
        }
    }

    // --- What is called

    function _actions() private view returns (function(uint256) external[15] memory) {
        return
            [
                this.advanceList,
                this.pushList,
                this.changeCycle,
                this.endCycle,
                this.redeem,
                this.replay,
                this.correct,
                this.barAccount,
                this.changePlace,
                this.moveMoney,
                this.payShop,
                this.tidyOffice,
                this.attack,
                this.passTime,
                this.advanceList
            ];
    }

    function _kinds() private pure returns (bytes32[43] memory) {
        return
            [
                bytes32("prepared cycle"),
                "approval",
                "release",
                "returned cycle",
                "chunk",
                "chunks",
                "bank again",
                "stopped cycle",
                "cancelled cycle",
                "extended cycle",
                "reduced cycle",
                "closed cycle",
                "closed by anyone",
                "sale",
                "refund",
                "rejected receipt",
                "stopped batch",
                "overlapping batch",
                "replay",
                "honour",
                "reverse",
                "re-entry",
                "entry of a lost receipt",
                "held account",
                "released account",
                "closed account",
                "reopened account",
                "new terminal",
                "revoked terminal",
                "shop terms",
                "payout",
                "funding",
                "donation",
                "recorded source",
                "returned money",
                "fee reserve",
                "settlement",
                "refused payment",
                "confirmed settlement",
                "returned settlement",
                "withdrawn act",
                "turncoat",
                "refused attempt"
            ];
    }
}
