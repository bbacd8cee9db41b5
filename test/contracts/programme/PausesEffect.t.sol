// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {PausesTest} from "../support/PausesTest.sol";

contract PausesEffectTest is PausesTest {
    bytes private noRedemptions = abi.encodeWithSelector(IPauses.Pauses_RedemptionsPaused.selector);
    bytes private noPayouts = abi.encodeWithSelector(IPauses.Pauses_PayoutsPaused.selector);

    function test_GivenRedemptionsArePaused_WhenATerminalSendsABatch() public {
        CycleId id = openCycle(tenHouseholds());
        bytes memory items = sales(FIRST, 3, 10);
        uint40 since = guardianPauses(true, false);
        _stops(id, 1, items);
        memberPauses(true, false);
        guardianLifts(true, false, since);
        _stops(id, 1, items);
        skip(LONGEST - 1);
        _stops(id, 1, items);
        skip(1);
        expectReceipts(terminal, id, 1, items, "", IRedemptions.Stop.None);
        assertEq(redeem(terminal, id, 1, items), 4);

        // A guardian's pause may last longer than the cycle: even then nothing is rejected while it lasts.
        items = sale(FIRST, 10);
        guardianPauses(true, false);
        vm.warp(uint256(programme.cycleOf(id).graceEndsAt) + 1);
        _stops(id, 4, items);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 30, 30, 0);
    }

    function test_GivenRedemptionsArePaused_WhenTheBatchIsKnown() public {
        CycleId id = openCycle(tenHouseholds());
        bytes memory items = sales(FIRST, 3, 10);
        redeem(terminal, id, 1, items);
        memberPauses(true, false);
        vm.recordLogs();
        assertEq(redeem(terminal, id, 1, items), 4);
        assertEq(vm.getRecordedLogs().length, 0, "no event");
    }

    function test_GivenRedemptionsArePaused_WhenAReceiptIsCorrected() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, 10));
        memberPauses(true, false);
        ICorrections.Correction memory c;
        (c.terminal, c.number, c.cycle, c.account, c.amount) = (terminal, 1, id, FIRST, 10);
        c.kind = ICorrections.CorrectionKind.Reverse;
        bytes memory act = abi.encodeCall(ICorrections.correct, (c, extractsOf(id)));
        refuseFinanceAct(act, noRedemptions);
        skip(LONGEST);
        financeAct(act);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT, 0, 0);
    }

    function test_GivenRedemptionsArePaused_WhenACycleIsClosed() public {
        CycleId id = openCycle(tenHouseholds());
        vm.warp(uint256(programme.cycleOf(id).graceEndsAt) + 91 days);
        uint40 since = guardianPauses(true, false);
        refuseFinanceAct(abi.encodeCall(ICycles.closeCycle, (id)), noRedemptions);
        vm.expectRevert(noRedemptions);
        programme.closeAbandonedCycle(id);
        guardianLifts(true, false, since);
        programme.closeAbandonedCycle(id);
        assertBalances(FUNDS, 0, 0, 0);
    }

    function test_GivenRedemptionsArePaused_WhenShopsAreSettledAndMoneyIsReturned() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        addFees(AMOUNT);
        guardianPauses(true, false);
        memberPauses(true, false);
        ISettlements.SettlementTerms memory terms = settlement(shop, id, AMOUNT);
        settle(terms);
        assertEq(asset.balanceOf(payout), AMOUNT + terms.commission);
        financeAct(abi.encodeCall(IBudget.returnUnspent, (7, source)));
        assertEq(asset.balanceOf(source), 7);
    }

    function test_GivenPayoutsArePaused_WhenAShopIsSettled() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        addFees(AMOUNT);
        bytes memory act = abi.encodeCall(ISettlements.settle, (settlement(shop, id, AMOUNT)));
        uint40 since = guardianPauses(false, true);
        refuseFinanceAct(act, noPayouts);
        memberPauses(false, true);
        guardianLifts(false, true, since);
        refuseFinanceAct(act, noPayouts);
        skip(LONGEST);
        financeAct(act);
        assertGe(asset.balanceOf(payout), AMOUNT, "paid");
    }

    function test_GivenPayoutsArePaused_WhenMoneyIsReturnedToItsSource() public {
        memberPauses(false, true);
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (FUNDS, source));
        refuseFinanceAct(act, noPayouts);
        memberLifts(false, true);
        financeAct(act);
        assertBalances(0, 0, 0, 0);
    }

    function test_GivenPayoutsArePaused_WhenABankAnswersAboutASettlement() public {
        startProgramme(address(unit));
        ShopId bankShop = registerShop(shopTerms("BANK"), bankPayout("details"));
        address till = authorise("bank terminal", bankShop, TERMINAL_LIMIT);
        CycleId id = openCycle(tenHouseholds());
        programme.redeem(
            batchOf(till, id, 1, sale(FIRST, 100)),
            signed(batchOf(till, id, 1, sale(FIRST, 100))),
            noExtracts()
        );
        addFees(100);
        uint32 first = settle(settlement(bankShop, id, 40));
        uint32 second = settle(settlement(bankShop, id, 60));
        guardianPauses(true, true);
        financeAct(abi.encodeCall(ISettlements.confirmSettlement, (first, BANK_STATEMENT)));
        financeAct(abi.encodeCall(ISettlements.returnSettlement, (second, "CLOSED", BANK_STATEMENT)));
        assertBalances(FUNDS - 100 - 10 * AMOUNT, 10 * AMOUNT - 100, 60, 100);
    }

    function test_GivenPayoutsArePaused_WhenTerminalsSendReceipts() public {
        CycleId id = openCycle(tenHouseholds());
        guardianPauses(false, true);
        memberPauses(false, true);
        bytes memory items = sales(FIRST, 3, 10);
        expectReceipts(terminal, id, 1, items, "", IRedemptions.Stop.None);
        redeem(terminal, id, 1, items);
    }

    function test_GivenBothArePaused_WhenMoneyComesInAndACycleIsPreparedApprovedAndLoaded() public {
        guardianPauses(true, true);
        memberPauses(true, true);
        fund(5);
        CycleId id = openCycle(tenHouseholds());
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT);
        IShops.ShopTerms memory terms = shopTerms("SHOP-3");
        registerShop(terms, tokenPayout(payout));
        vm.prank(custodian);
        programme.revokeTerminal(terminal);
        assertBalances(FUNDS + 5 - 10 * AMOUNT, 10 * AMOUNT, 0, 0);
    }

    function _stops(CycleId id, uint32 number, bytes memory items) private {
        expectReceipts(terminal, id, number, "", "", IRedemptions.Stop.Paused);
        assertEq(redeem(terminal, id, number, items), number);
    }
}
