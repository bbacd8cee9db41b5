// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

/// @notice Limits to the unit and the day, and limits that were passed before the batch came.
contract RedeemLimitsTest is ProgrammeTest {
    IRedemptions.Stop private constant NONE = IRedemptions.Stop.None;
    /// @dev In the block of all households of these tests; buys nothing.
    uint32 private constant HELD = FIRST + 9;

    CycleId private id;

    function setUp() public override {
        super.setUp();
        id = openCycle(tenHouseholds());
    }

    function test_Redeem_WhenSalesReachTheTerminalsLimitAndNoMore() public {
        _reachLimit(authorise("small terminal", shop, 100));
        _hold();
        _reachLimit(authorise("another small terminal", shop, 100));
    }

    function test_Redeem_WhenSalesReachTheShopsCeilingAndNoMore() public {
        _setCeiling(1000, true);
        _reachCeiling();
        skip(2 days);
        _hold();
        _reachCeiling();
    }

    function test_Redeem_GivenACorrectionBroughtTheTerminalAboveItsLimit() public {
        address small = authorise("small terminal", shop, 100);
        redeem(small, id, 1, bytes.concat(sale(FIRST, 90), sale(FIRST + 1, 20)));
        ICorrections.Correction memory c;
        (c.terminal, c.number, c.cycle, c.reason) = (small, 2, id, "PAPER");
        (c.kind, c.account, c.amount) = (ICorrections.CorrectionKind.Honour, FIRST + 1, 20);
        financeAct(abi.encodeCall(ICorrections.correct, (c, noExtracts())));
        assertEq(programme.netSalesOf(small, id), 110);
        bytes memory items = sales(FIRST + 2, 2, 1);
        IRedemptions.Rejection code = IRedemptions.Rejection.OverTerminalLimit;
        bytes memory rejected = bytes.concat(Receipts.rejection(0, code), Receipts.rejection(1, code));
        expectReceipts(small, id, 3, items, rejected, NONE);
        redeem(small, id, 3, items);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 110, 110, 0);
    }

    function test_Redeem_GivenTheShopsCeilingWasLoweredBelowWhatItHolds() public {
        redeem(terminal, id, 1, sale(FIRST, 3000));
        _setCeiling(1000, true);
        bytes memory item = sale(FIRST + 1, 500);
        expectReceipts(terminal, id, 2, "", "", IRedemptions.Stop.CeilingUsedUp);
        redeem(terminal, id, 2, item);
        // 1,499 of the 3,000 have drained; with one more 1,500 are left, and 500 fit on top.
        skip(1.5 days - 1);
        expectReceipts(terminal, id, 2, "", "", IRedemptions.Stop.CeilingUsedUp);
        redeem(terminal, id, 2, item);
        skip(1);
        expectReceipts(terminal, id, 2, item, "", NONE);
        redeem(terminal, id, 2, item);
        assertEq(programme.shopOf(shop).bucketUsed, 2000);
    }

    function test_Redeem_GivenTheCycleIsOverAndTheShopIsNotActive() public {
        _setCeiling(1000, false);
        vm.warp(termsOf[id].graceEndsAt);
        expectReceipts(terminal, id, 1, "", "", IRedemptions.Stop.ShopNotActive);
        redeem(terminal, id, 1, sale(FIRST, 1));
        skip(1);
        _rejectAsEnded(id, 1);
        close(id);
        _rejectAsEnded(id, 2);
    }

    function test_Redeem_GivenTheCycleIsOverAndTheTerminalSoldInIt() public {
        redeem(terminal, id, 1, sale(FIRST, 100));
        vm.warp(uint256(termsOf[id].graceEndsAt) + 1);
        CycleId next = openCycle(tenHouseholds());
        redeem(terminal, next, 2, sale(FIRST, 7000));
        IShops.ShopView memory before = programme.shopOf(shop);
        skip(1 hours);
        _rejectAsEnded(id, 3);
        assertEq(programme.netSalesOf(terminal, id), 100);
        close(id);
        _rejectAsEnded(id, 4);
        assertEq(programme.netSalesOf(terminal, id), 100);
        assertEq(programme.netSalesOf(terminal, next), 7000);
        assertEq(keccak256(abi.encode(programme.shopOf(shop))), keccak256(abi.encode(before)));
    }

    function test_Redeem_GivenTheCycleWasExtendedByGenerations() public {
        uint40 expiresAt = now_() + 60_000 days;
        bytes memory act = abi.encodeCall(ICycles.extendCycle, (id, expiresAt, expiresAt, "RAINS"));
        listAct(act);
        uint32 opened = today();
        vm.warp(expiresAt - 1 days);
        bytes memory items = bytes.concat(
            Receipts.sale(FIRST, 1, 0),
            Receipts.sale(FIRST + 1, 1, 1),
            Receipts.sale(FIRST + 2, 1, opened - 1),
            Receipts.sale(FIRST + 3, 1, opened),
            Receipts.sale(FIRST + 4, 1, opened + 60_000),
            Receipts.sale(FIRST + 5, 1, opened + 60_001)
        );
        IRedemptions.Rejection code = IRedemptions.Rejection.OutsidePeriod;
        bytes memory rejected = bytes.concat(
            bytes.concat(Receipts.rejection(0, code), Receipts.rejection(1, code)),
            bytes.concat(Receipts.rejection(2, code), Receipts.rejection(5, code))
        );
        expectReceipts(terminal, id, 1, items, rejected, NONE);
        redeem(terminal, id, 1, items);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 2, 2, 0);
    }

    function test_Redeem_GivenTheBatchStoppedAtARefundAndTheTerminalNumbersASaleThere() public {
        redeem(terminal, id, 1, sale(FIRST, 10));
        expectReceipts(terminal, id, 2, "", "", IRedemptions.Stop.ListExtractMissing);
        redeem(terminal, id, 2, Receipts.refund(FIRST, 4, 1));
        redeem(terminal, id, 2, sale(FIRST, 6));
        ICorrections.Correction memory c;
        (c.terminal, c.number, c.cycle, c.reason) = (terminal, 2, id, "PAPER");
        (c.kind, c.account, c.amount) = (ICorrections.CorrectionKind.Reverse, FIRST, 6);
        financeAct(abi.encodeCall(ICorrections.correct, (c, extractsOf(id))));
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT - 10);
    }

    // --- helpers

    /// @dev To the limit of 100, then one unit above it.
    function _reachLimit(address key) private {
        bytes memory items = bytes.concat(sale(FIRST, 60), sale(FIRST + 1, 40), sale(FIRST + 2, 1));
        bytes memory rejected = Receipts.rejection(2, IRedemptions.Rejection.OverTerminalLimit);
        expectReceipts(key, id, 1, items, rejected, NONE);
        redeem(key, id, 1, items);
        assertEq(programme.netSalesOf(key, id), 100);
    }

    /// @dev To the ceiling of 2,000 twice, at once and by halves, each time with one unit above it.
    function _reachCeiling() private {
        uint32 number = nextNumber(terminal);
        bytes memory whole = bytes.concat(sale(FIRST, 2001), sale(FIRST, 2000));
        bytes memory rejected = Receipts.rejection(0, IRedemptions.Rejection.OverCeiling);
        expectReceipts(terminal, id, number, whole, rejected, IRedemptions.Stop.CeilingUsedUp);
        redeem(terminal, id, number, bytes.concat(whole, sale(FIRST + 1, 1)));
        assertEq(programme.shopOf(shop).bucketUsed, 2000);
        skip(2 days);
        bytes memory halves = bytes.concat(sale(FIRST, 1500), sale(FIRST + 1, 500));
        expectReceipts(terminal, id, number + 2, halves, "", IRedemptions.Stop.CeilingUsedUp);
        redeem(terminal, id, number + 2, bytes.concat(halves, sale(FIRST + 2, 1)));
        assertEq(programme.shopOf(shop).bucketUsed, 2000);
    }

    function _rejectAsEnded(CycleId cycle, uint32 number) private {
        bytes memory rejected = Receipts.rejection(0, IRedemptions.Rejection.CycleEnded);
        expectReceipts(terminal, cycle, number, sale(FIRST, 1), rejected, NONE);
        assertEq(redeem(terminal, cycle, number, sale(FIRST, 1)), number + 1);
    }

    function _hold() private {
        uint32[] memory accounts = new uint32[](1);
        accounts[0] = HELD;
        vm.prank(custodian);
        programme.holdAccounts(accounts, now_() + 30 days);
    }

    /// @dev Two offline days.
    function _setCeiling(uint64 perDay, bool isActive) private {
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        (terms.ceilingPerDay, terms.offlineDays, terms.isActive) = (perDay, 2, isActive);
        financeAct(abi.encodeCall(IShops.changeShopTerms, (shop, terms)));
    }
}
