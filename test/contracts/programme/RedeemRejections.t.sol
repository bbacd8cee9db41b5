// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

contract RedeemRejectionsTest is ProgrammeTest {
    using ListBuilder for ListBuilder.List;

    /// @dev Every case puts the bad item between two good ones, of a neighbour in the same word and of another word.
    uint32 private constant BEFORE = FIRST;
    uint32 private constant HOUSEHOLD = FIRST + 1;
    uint32 private constant AFTER = FIRST + 5;

    function test_Redeem_WhenAnItemInTheMiddleOfABatchIsMalformed() public {
        CycleId id = openCycle(tenHouseholds());
        _reject(id, sale(HOUSEHOLD, 0), IRedemptions.Rejection.Malformed);
        uint8[7] memory wrongFlags = [0, 1, 10, 11, 16, 0x80, 0x82];
        for (uint256 i = 0; i < wrongFlags.length; ++i) {
            bytes memory item = Receipts.item(HOUSEHOLD, 1, today(), wrongFlags[i]);
            _reject(id, item, IRedemptions.Rejection.Malformed);
        }
        for (uint8 i = 1; i < 5; ++i) {
            uint8 flags = Receipts.flags(false, Receipts.Recognition(i));
            redeem(terminal, id, nextNumber(terminal), Receipts.item(HOUSEHOLD, 1, today(), flags));
        }
        assertEq(programme.entitlementLeft(id, HOUSEHOLD), AMOUNT - 4);
    }

    function test_Redeem_WhenTheCycleIsOver() public {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.opensAt = now_() + 1 days;
        CycleId cancelled = openCycle(tenHouseholds(), terms);
        cancel(cancelled);
        CycleId returned = prepare(tenHouseholds());
        vm.prank(approver);
        programme.returnCycle(returned, "AMOUNTS");
        CycleId outlived = openCycle(tenHouseholds());
        CycleId closed = openCycle(tenHouseholds());
        redeem(terminal, closed, 1, sale(FIRST, 5));
        vm.warp(uint256(termsOf[closed].graceEndsAt) + 1);
        close(closed);

        _rejectAll(cancelled);
        _rejectAll(returned);
        _rejectAll(outlived);
        _rejectAll(closed);
        assertBalances(FUNDS - 10 * AMOUNT - 5, 10 * AMOUNT, 5, 0);
    }

    function test_Redeem_WhenTheSaleIsDatedOutsideTheCyclesDays() public {
        CycleId id = openCycle(tenHouseholds());
        uint32 first = today();
        uint32 last = uint32(termsOf[id].expiresAt / 1 days);
        _reject(id, Receipts.sale(HOUSEHOLD, 1, first - 1), IRedemptions.Rejection.OutsidePeriod);
        _reject(id, Receipts.sale(HOUSEHOLD, 1, last + 1), IRedemptions.Rejection.OutsidePeriod);
        _reject(id, Receipts.sale(HOUSEHOLD, 1, 0), IRedemptions.Rejection.OutsidePeriod);
        _reject(id, Receipts.sale(HOUSEHOLD, 1, type(uint32).max), IRedemptions.Rejection.OutsidePeriod);
        redeem(terminal, id, nextNumber(terminal), Receipts.sale(HOUSEHOLD, 1, first));
        redeem(terminal, id, nextNumber(terminal), Receipts.sale(HOUSEHOLD, 1, last));
        assertEq(programme.entitlementLeft(id, HOUSEHOLD), AMOUNT - 2);
    }

    function test_Redeem_WhenTheHouseholdHasNotEnoughLeft() public {
        CycleId id = openCycle(tenHouseholds().and(FIRST + 11, 1));
        IRedemptions.Rejection code = IRedemptions.Rejection.NotEnoughLeft;
        _reject(id, sale(HOUSEHOLD, AMOUNT + 1), code);
        redeem(terminal, id, nextNumber(terminal), sale(HOUSEHOLD, AMOUNT));
        _reject(id, sale(HOUSEHOLD, 1), code);
        // Not listed: in a word that others have, in a word that nobody has.
        _reject(id, sale(FIRST + 10, 1), code);
        _reject(id, sale(FIRST + 100, 1), code);
        // In no chunk of the list, all of which are loaded.
        _reject(id, sale(FIRST + 1000, 1), code);
    }

    function test_Redeem_GivenTheCycleExpiredBeforeAChunkWasLoaded() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        ListBuilder.Tree memory tree = treeOf(id);
        programme.loadChunk(id, 1, tree.payloads[0], ListBuilder.proof(tree, 0));
        bytes memory bought = sale(FIRST + 256, 1);
        vm.warp(termsOf[id].expiresAt - 1);
        expectReceipts(terminal, id, 1, "", "", IRedemptions.Stop.ChunkNotLoaded);
        redeem(terminal, id, 1, bought);
        vm.warp(termsOf[id].expiresAt);
        bytes memory rejected = Receipts.rejection(0, IRedemptions.Rejection.NotEnoughLeft);
        expectReceipts(terminal, id, 1, bought, rejected, IRedemptions.Stop.None);
        redeem(terminal, id, 1, bought);
    }

    function test_Redeem_WhenTheAccountIsHeld() public {
        CycleId id = openCycle(tenHouseholds());
        uint32[] memory accounts = new uint32[](1);
        accounts[0] = HOUSEHOLD;
        vm.prank(custodian);
        programme.holdAccounts(accounts, now_() + 1 days);
        _reject(id, sale(HOUSEHOLD, 1), IRedemptions.Rejection.AccountHeld);
        assertEq(programme.entitlementLeft(id, HOUSEHOLD), AMOUNT);
    }

    function test_Redeem_WhenTheAccountIsClosed() public {
        CycleId id = openCycle(tenHouseholds());
        _closeAccount(1);
        assertTrue(registry.isClosed(HOUSEHOLD));
        _reject(id, sale(HOUSEHOLD, 1), IRedemptions.Rejection.AccountClosed);
        assertEq(programme.entitlementLeft(id, HOUSEHOLD), AMOUNT);

        bytes32[] memory commitments = new bytes32[](1);
        commitments[0] = commitmentOf("household", 1);
        bytes memory act = abi.encodeCall(IBeneficiaryAccounts.reopenAccounts, (agency, commitments));
        runAct(registry, custodian, approver, act);
        redeem(terminal, id, nextNumber(terminal), sale(HOUSEHOLD, 1));
        assertEq(programme.entitlementLeft(id, HOUSEHOLD), AMOUNT - 1);
    }

    function test_Redeem_WhenTheTerminalsLimitIsReached() public {
        CycleId id = openCycle(tenHouseholds());
        address small = authorise("small terminal", shop, 100);
        bytes memory items = bytes.concat(
            sale(BEFORE, 60),
            sale(HOUSEHOLD, 41),
            sale(AFTER, 40),
            sale(BEFORE, 1)
        );
        bytes memory rejected = bytes.concat(
            Receipts.rejection(1, IRedemptions.Rejection.OverTerminalLimit),
            Receipts.rejection(3, IRedemptions.Rejection.OverTerminalLimit)
        );
        expectReceipts(small, id, 1, items, rejected, IRedemptions.Stop.None);
        redeem(small, id, 1, items);

        items = bytes.concat(Receipts.refund(BEFORE, 10, 1), sale(HOUSEHOLD, 11), sale(HOUSEHOLD, 10));
        rejected = Receipts.rejection(1, IRedemptions.Rejection.OverTerminalLimit);
        IRedemptions.ListExtract[] memory extracts = extractsOf(id);
        expectReceipts(small, id, 5, items, rejected, IRedemptions.Stop.None);
        redeem(small, id, 5, items, extracts);
        assertEq(programme.netSalesOf(small, id), 100);
        // Another cycle has a limit of its own.
        CycleId next = openCycle(tenHouseholds());
        redeem(small, next, 8, sale(HOUSEHOLD, 100));
        assertEq(programme.netSalesOf(small, next), 100);
    }

    function test_Redeem_WhenOneSaleIsAboveTheShopsWholeCeiling() public {
        CycleId id = openCycle(tenHouseholds());
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        (terms.ceilingPerDay, terms.offlineDays) = (1000, 2);
        financeAct(abi.encodeCall(IShops.changeShopTerms, (shop, terms)));
        _reject(id, sale(HOUSEHOLD, 2001), IRedemptions.Rejection.OverCeiling);
    }

    function test_Redeem_WhenARefundNamesNoSaleBeforeIt() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(HOUSEHOLD, 10));
        IRedemptions.Rejection code = IRedemptions.Rejection.NoSuchSale;
        _reject(id, Receipts.refund(HOUSEHOLD, 1, 0), code);
        _reject(id, Receipts.refund(HOUSEHOLD, 1, nextNumber(terminal) + 1), code);
        _reject(id, Receipts.refund(HOUSEHOLD, 1, nextNumber(terminal) + 2), code);
        assertEq(programme.cycleOf(id).refunded, 0);
    }

    function test_Redeem_WhenARefundIsAboveWhatThisTerminalSold() public {
        CycleId id = openCycle(tenHouseholds());
        address second = authorise("second terminal", shop, 1000);
        redeem(second, id, 1, sale(HOUSEHOLD, 100));
        redeem(terminal, id, 1, sale(HOUSEHOLD, 10));
        // The good item before it sells 1 more.
        _reject(id, Receipts.refund(HOUSEHOLD, 12, 1), IRedemptions.Rejection.RefundAboveSales);
        _reject(otherTerminal, id, Receipts.refund(HOUSEHOLD, 2, 1), IRedemptions.Rejection.RefundAboveSales);
        assertEq(programme.cycleOf(id).refunded, 0);
    }

    function test_Redeem_WhenARefundIsAboveWhatTheShopIsOwed() public {
        addFees(1000);
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(HOUSEHOLD, 100));
        settle(settlement(shop, id, 95));
        // Owed are 5, and 1 by the good item before it.
        _reject(id, Receipts.refund(HOUSEHOLD, 7, 1), IRedemptions.Rejection.RefundAboveOwed);
        redeem(terminal, id, nextNumber(terminal), Receipts.refund(HOUSEHOLD, 7, 1), extractsOf(id));
        assertEq(programme.ledgerOf(shop, id).refunds, 7);
        _reject(id, Receipts.refund(HOUSEHOLD, 2, 1), IRedemptions.Rejection.RefundAboveOwed);
    }

    function test_Redeem_WhenARefundIsAboveWhatTheHouseholdWasListedWith() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, bytes.concat(sale(HOUSEHOLD, 10), sale(FIRST + 2, 100)));
        IRedemptions.Rejection code = IRedemptions.Rejection.RefundAboveList;
        _reject(id, Receipts.refund(HOUSEHOLD, 11, 1), code);
        // Not listed: in a word that others have, in a word that nobody has.
        _reject(id, Receipts.refund(FIRST + 10, 1, 1), code);
        _reject(id, Receipts.refund(FIRST + 100, 1, 1), code);
        // In no chunk of the list, all of which are loaded.
        _reject(id, Receipts.refund(FIRST + 1000, 1, 1), code);
        assertEq(programme.cycleOf(id).refunded, 0);
    }

    // --- helpers

    function _reject(CycleId id, bytes memory bad, IRedemptions.Rejection code) private {
        _reject(terminal, id, bad, code);
    }

    /// @dev Sends the bad item between two good ones of one ledger unit; then everything again, which changes nothing.
    function _reject(address key, CycleId id, bytes memory bad, IRedemptions.Rejection code) private {
        uint32 number = nextNumber(key);
        uint256 leftBefore = programme.entitlementLeft(id, BEFORE);
        uint256 leftAfter = programme.entitlementLeft(id, AFTER);
        bytes memory items = bytes.concat(sale(BEFORE, 1), bad, sale(AFTER, 1));
        IRedemptions.ListExtract[] memory extracts = extractsOf(id);
        expectReceipts(key, id, number, items, Receipts.rejection(1, code), IRedemptions.Stop.None);
        assertEq(redeem(key, id, number, items, extracts), number + 3);
        vm.recordLogs();
        redeem(key, id, number, items, extracts);
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(programme.entitlementLeft(id, BEFORE), leftBefore - 1);
        assertEq(programme.entitlementLeft(id, AFTER), leftAfter - 1);
        _assertRejected(key, number, false);
        _assertRejected(key, number + 1, true);
        _assertRejected(key, number + 2, false);
    }

    /// @dev Of a cycle that is over.
    function _rejectAll(CycleId id) private {
        uint32 number = nextNumber(terminal);
        bytes memory items = sales(FIRST, 2, 1);
        IRedemptions.Rejection code = IRedemptions.Rejection.CycleEnded;
        bytes memory rejected = bytes.concat(Receipts.rejection(0, code), Receipts.rejection(1, code));
        expectReceipts(terminal, id, number, items, rejected, IRedemptions.Stop.None);
        assertEq(redeem(terminal, id, number, items), number + 2);
        _assertRejected(terminal, number, true);
        _assertRejected(terminal, number + 1, true);
    }

    function _assertRejected(address key, uint32 number, bool isExpected) private view {
        (bool isRejected, bool isCorrected) = programme.receiptStatus(key, number);
        assertEq(isRejected, isExpected, "rejected");
        assertFalse(isCorrected);
    }

    function _closeAccount(uint32 index) private {
        IBeneficiaryAccounts.Closing[] memory closings = new IBeneficiaryAccounts.Closing[](1);
        closings[0].commitment = commitmentOf("household", index);
        closings[0].reason = IBeneficiaryAccounts.ClosingReason.Left;
        runAct(
            registry,
            custodian,
            approver,
            abi.encodeCall(IBeneficiaryAccounts.closeAccounts, (agency, closings))
        );
    }
}
