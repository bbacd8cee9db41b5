// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

contract RedeemStopsTest is ProgrammeTest {
    using ListBuilder for ListBuilder.Tree;

    function test_Redeem_GivenTheCycleIsUnknownPreparedOrAwaitsRelease() public {
        ListBuilder.List memory list = ListBuilder.even(FIRST, 10, 40_000e6);
        CycleId id = CycleId.wrap(1);
        bytes memory items = sales(FIRST, 4, 10);
        _stopAtOnce(id, items, IRedemptions.Stop.CycleNotApproved);
        prepare(list);
        _stopAtOnce(id, items, IRedemptions.Stop.CycleNotApproved);
        approve(id);
        approveBy(secondApprover, id);
        _stopAtOnce(id, items, IRedemptions.Stop.CycleNotApproved);
        bytes32 termsHash = hashOf(id);
        vm.prank(finance);
        programme.releaseCycle(id, termsHash);
        load(id);
        _goOn(id, items, 0);
        assertBalances(FUNDS - 400_000e6, 400_000e6 - 40, 40, 0);
    }

    function test_Redeem_GivenTheCycleIsNotOpenYet() public {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.opensAt = now_() + 1 days;
        CycleId id = openCycle(tenHouseholds(), terms);
        vm.warp(terms.opensAt - 1);
        uint32 day = uint32(terms.opensAt / 1 days);
        bytes memory items = bytes.concat(Receipts.sale(FIRST, 10, day), Receipts.sale(FIRST + 1, 10, day));
        _stopAtOnce(id, items, IRedemptions.Stop.NotOpenYet);
        vm.warp(terms.opensAt);
        _goOn(id, items, 0);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 20, 20, 0);
    }

    function test_Redeem_GivenTheChunkOfAnItemInTheMiddleIsNotLoaded() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        ListBuilder.Tree memory tree = treeOf(id);
        programme.loadChunk(id, 1, tree.payloads[0], tree.proof(0));
        bytes memory items = bytes.concat(
            sale(FIRST, 1),
            sale(FIRST + 1, 2),
            sale(FIRST + 256, 4),
            sale(FIRST + 2, 8)
        );
        _stopAfter(id, items, 2, "", IRedemptions.Stop.ChunkNotLoaded);
        assertEq(programme.entitlementLeft(id, FIRST + 1), AMOUNT - 2);
        assertEq(programme.entitlementLeft(id, FIRST + 2), AMOUNT);
        // Sent again before anything changed, it stops at once.
        uint32 number = nextNumber(terminal);
        expectReceipts(terminal, id, number, "", "", IRedemptions.Stop.ChunkNotLoaded);
        redeem(terminal, id, 1, items);
        programme.loadChunk(id, 2, tree.payloads[1], tree.proof(1));
        _goOn(id, items, 2);
        assertBalances(FUNDS - 513 * AMOUNT, 513 * AMOUNT - 15, 15, 0);
    }

    function test_Redeem_GivenTheShopsCeilingIsUsedUpInTheMiddle() public {
        CycleId id = openCycle(tenHouseholds());
        _setCeiling(1000, 2);
        bytes memory items = bytes.concat(sale(FIRST, 1500), sale(FIRST + 1, 501), sale(FIRST + 2, 1));
        _stopAfter(id, items, 1, "", IRedemptions.Stop.CeilingUsedUp);
        skip(86); // not quite a thousandth of a day
        expectReceipts(terminal, id, 2, "", "", IRedemptions.Stop.CeilingUsedUp);
        redeem(terminal, id, 1, items);
        skip(1);
        expectReceipts(terminal, id, 2, sale(FIRST + 1, 501), "", IRedemptions.Stop.CeilingUsedUp);
        redeem(terminal, id, 1, items);
        assertEq(programme.shopOf(shop).bucketUsed, 2000);
        skip(1 days);
        bytes memory rest = Receipts.sale(FIRST + 2, 1, today() - 1);
        expectReceipts(terminal, id, 3, rest, "", IRedemptions.Stop.None);
        redeem(terminal, id, 1, items);
        assertEq(programme.shopOf(shop).bucketUsed, 1001);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 2002, 2002, 0);
    }

    function test_Redeem_GivenTheCeilingDrains() public {
        CycleId id = openCycle(tenHouseholds());
        _setCeiling(1000, 3);
        redeem(terminal, id, 1, sale(FIRST, 3000));
        skip(12 hours);
        redeem(terminal, id, 2, sale(FIRST, 500));
        assertEq(programme.shopOf(shop).bucketUsed, 3000);
        skip(20 days);
        redeem(terminal, id, 3, sale(FIRST, 10));
        assertEq(programme.shopOf(shop).bucketUsed, 10);
        // The ceiling is the shop's, not a terminal's.
        address second = authorise("second terminal", shop, 5000);
        redeem(second, id, 1, sale(FIRST, 2990));
        expectReceipts(terminal, id, 4, "", "", IRedemptions.Stop.CeilingUsedUp);
        redeem(terminal, id, 4, sale(FIRST, 1));
        redeem(otherTerminal, id, 1, sale(FIRST, 5000));
    }

    function test_Redeem_GivenTheShopIsNotActive() public {
        CycleId id = openCycle(tenHouseholds());
        bytes memory items = sales(FIRST, 3, 10);
        redeem(terminal, id, 1, sale(FIRST, 10));
        _setActive(false);
        expectReceipts(terminal, id, 2, "", "", IRedemptions.Stop.ShopNotActive);
        redeem(terminal, id, 1, items);
        redeem(otherTerminal, id, 1, sale(FIRST + 9, 10));
        _setActive(true);
        _goOn(id, items, 1);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 40, 40, 0);
    }

    function test_Redeem_GivenTheListExtractOfARefundInTheMiddleIsMissing() public {
        CycleId id = openCycle(manyHouseholds());
        bytes memory items = bytes.concat(
            sale(FIRST + 256, 10),
            Receipts.refund(FIRST + 256, 4, 1),
            sale(FIRST + 256, 1)
        );
        // An extract of another chunk does not help.
        IRedemptions.ListExtract[] memory extracts = new IRedemptions.ListExtract[](1);
        extracts[0] = extractsOf(id)[0];
        expectReceipts(terminal, id, 1, sale(FIRST + 256, 10), "", IRedemptions.Stop.ListExtractMissing);
        assertEq(redeem(terminal, id, 1, items, extracts), 2);
        extracts = extractsOf(id);
        expectReceipts(terminal, id, 2, _from(items, 1), "", IRedemptions.Stop.None);
        assertEq(redeem(terminal, id, 1, items, extracts), 4);
        assertBalances(FUNDS - 513 * AMOUNT, 513 * AMOUNT - 7, 7, 0);
    }

    function test_Redeem_GivenAnItemBeforeTheStopWasRejected() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        ListBuilder.Tree memory tree = treeOf(id);
        programme.loadChunk(id, 1, tree.payloads[0], tree.proof(0));
        redeem(terminal, id, 1, sale(FIRST, 1));
        bytes memory items = bytes.concat(
            sale(FIRST, 1),
            sale(FIRST, 1),
            sale(FIRST, AMOUNT),
            sale(FIRST + 256, 1),
            sale(FIRST + 257, AMOUNT + 1),
            sale(FIRST + 1, 1)
        );
        bytes memory rejected = Receipts.rejection(1, IRedemptions.Rejection.NotEnoughLeft);
        bytes memory counted = bytes.concat(sale(FIRST, 1), sale(FIRST, AMOUNT));
        expectReceipts(terminal, id, 2, counted, rejected, IRedemptions.Stop.ChunkNotLoaded);
        assertEq(redeem(terminal, id, 1, items), 4);
        load(id);
        expectReceipts(terminal, id, 4, _from(items, 3), rejected, IRedemptions.Stop.None);
        assertEq(redeem(terminal, id, 1, items), 7);
        (bool isRejected, ) = programme.receiptStatus(terminal, 5);
        assertTrue(isRejected);
        assertBalances(FUNDS - 513 * AMOUNT, 513 * AMOUNT - 4, 4, 0);
    }

    // --- helpers

    function _stopAtOnce(CycleId id, bytes memory items, IRedemptions.Stop cause) private {
        expectReceipts(terminal, id, 1, "", "", cause);
        assertEq(redeem(terminal, id, 1, items), 1);
    }

    function _stopAfter(
        CycleId id,
        bytes memory items,
        uint256 counted,
        bytes memory rejected,
        IRedemptions.Stop cause
    ) private {
        expectReceipts(terminal, id, 1, _slice(items, 0, counted), rejected, cause);
        assertEq(redeem(terminal, id, 1, items), 1 + counted);
    }

    /// @dev The same batch again: everything from item `counted` on counts now.
    function _goOn(CycleId id, bytes memory items, uint32 counted) private {
        expectReceipts(terminal, id, 1 + counted, _from(items, counted), "", IRedemptions.Stop.None);
        assertEq(redeem(terminal, id, 1, items), 1 + items.length / 16);
    }

    function _from(bytes memory items, uint256 index) private pure returns (bytes memory) {
        return _slice(items, index, items.length / 16);
    }

    function _slice(bytes memory items, uint256 from, uint256 to) private pure returns (bytes memory part) {
        part = new bytes((to - from) * 16);
        for (uint256 i = 0; i < part.length; ++i) part[i] = items[from * 16 + i];
    }

    function _setCeiling(uint64 perDay, uint16 offlineDays) private {
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        (terms.ceilingPerDay, terms.offlineDays) = (perDay, offlineDays);
        financeAct(abi.encodeCall(IShops.changeShopTerms, (shop, terms)));
    }

    function _setActive(bool isActive) private {
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        terms.isActive = isActive;
        financeAct(abi.encodeCall(IShops.changeShopTerms, (shop, terms)));
    }
}
