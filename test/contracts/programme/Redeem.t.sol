// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

contract RedeemTest is ProgrammeTest {
    IRedemptions.Stop private constant NONE = IRedemptions.Stop.None;

    // --- refusals of a whole batch

    function test_Redeem_WhenTheBatchHoldsNoWholeNumberOfItemsBetween1And500() public {
        CycleId id = openCycle(manyHouseholds());
        uint256[4] memory lengths = [uint256(0), 15, 17, 501 * 16];
        for (uint256 i = 0; i < lengths.length; ++i) {
            IRedemptions.ReceiptBatch memory batch = batchOf(terminal, id, 1, new bytes(lengths[i]));
            bytes memory signature_ = signed(batch);
            vm.expectRevert(
                abi.encodeWithSelector(IRedemptions.Redemptions_BatchSize.selector, lengths[i], 500)
            );
            programme.redeem(batch, signature_, noExtracts());
        }
    }

    function test_Redeem_GivenTheTerminalIsUnknownOrRevoked() public {
        CycleId id = openCycle(tenHouseholds());
        (address unknown, ) = terminalKey("unknown terminal");
        _refuse(batchOf(unknown, id, 1, sale(FIRST, 1)), unknown, _notActive(unknown, 0));
        vm.prank(custodian);
        programme.revokeTerminal(terminal);
        _refuse(batchOf(terminal, id, 1, sale(FIRST, 1)), terminal, _notActive(terminal, 2));
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT);
    }

    function test_Redeem_WhenReceiptsBeforeTheBatchAreMissing() public {
        CycleId id = openCycle(tenHouseholds());
        bytes4 selector = IRedemptions.Redemptions_Gap.selector;
        _refuse(
            batchOf(terminal, id, 2, sale(FIRST, 1)),
            terminal,
            abi.encodeWithSelector(selector, terminal, 1, 2)
        );
        redeem(terminal, id, 1, sales(FIRST, 3, 1));
        _refuse(
            batchOf(terminal, id, 9, sale(FIRST, 1)),
            terminal,
            abi.encodeWithSelector(selector, terminal, 4, 9)
        );
    }

    function test_Redeem_WhenTheSignatureIsNotTheTerminalsOverExactlyThisBatch() public {
        CycleId id = openCycle(tenHouseholds());
        CycleId other = openCycle(tenHouseholds());
        bytes memory reason = abi.encodeWithSelector(
            IRedemptions.Redemptions_SignatureInvalid.selector,
            terminal
        );
        IRedemptions.ReceiptBatch memory batch = batchOf(terminal, id, 1, sales(FIRST, 2, 1));
        _refuse(batch, otherTerminal, reason);
        bytes memory good = signed(batch);
        _refuseSigned(batchOf(terminal, other, 1, batch.items), good, reason);
        _refuseSigned(batchOf(terminal, id, 0, batch.items), good, reason);
        _refuseSigned(batchOf(terminal, id, 1, sales(FIRST, 2, 2)), good, reason);
        _refuseSigned(batchOf(terminal, id, 1, sale(FIRST, 1)), good, reason);
        _refuseSigned(batch, "", reason);
        _refuseSigned(batch, bytes.concat(good, hex"00"), reason);
        address here = address(programme);
        bytes memory elsewhere = signature(keyOf[terminal], Receipts.digest(address(factory), batch));
        _refuseSigned(batch, elsewhere, reason);
        uint256 chain = block.chainid;
        vm.chainId(chain + 1);
        bytes memory otherChain = signature(keyOf[terminal], Receipts.digest(here, batch));
        vm.chainId(chain);
        _refuseSigned(batch, otherChain, reason);
        programme.redeem(batch, good, noExtracts());
        assertTies();
    }

    // --- what counts

    function test_Redeem_WhenTheTerminalSignedTheBatch() public {
        CycleId id = openCycle(manyHouseholds());
        bytes memory items = bytes.concat(
            sale(FIRST, 1),
            sale(FIRST + 511, 2),
            sale(FIRST, 3),
            sale(FIRST + 1, AMOUNT)
        );
        expectReceipts(terminal, id, 1, items, "", NONE);
        assertEq(redeem(terminal, id, 1, items), 5);
        uint128 sum = 6 + AMOUNT;
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT - 4);
        assertEq(programme.entitlementLeft(id, FIRST + 1), 0);
        assertEq(programme.entitlementLeft(id, FIRST + 2), AMOUNT);
        assertEq(programme.entitlementLeft(id, FIRST + 511), AMOUNT - 2);
        assertEq(programme.cycleOf(id).redeemed, sum);
        ISettlements.ShopLedger memory ledger = programme.ledgerOf(shop, id);
        assertEq(ledger.gross, sum);
        assertEq(ledger.refunds + ledger.settled, 0);
        assertEq(programme.netSalesOf(terminal, id), sum);
        assertEq(programme.shopOf(shop).bucketUsed, sum);
        assertBalances(FUNDS - 513 * AMOUNT, 513 * AMOUNT - sum, sum, 0);
    }

    function test_Redeem_WhenTheBatchHas500Items() public {
        CycleId id = openCycle(manyHouseholds());
        bytes memory items = sales(FIRST, 500, 30e6);
        expectReceipts(terminal, id, 1, items, "", NONE);
        assertEq(redeem(terminal, id, 1, items), 501);
        assertBalances(FUNDS - 513 * AMOUNT, 513 * AMOUNT - 500 * 30e6, 500 * 30e6, 0);
    }

    function test_Redeem_WhenTheSameBatchIsSentAgain() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sales(FIRST, 5, 10));
        bytes32 before = _snapshot(id);
        skip(1 hours);
        vm.recordLogs();
        assertEq(redeem(terminal, id, 1, sales(FIRST, 5, 10)), 6);
        assertEq(redeem(terminal, id, 3, sales(FIRST, 3, 10)), 6);
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(_snapshot(id), before);
    }

    function test_Redeem_WhenABatchOverlapsWhatCountsAlready() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sales(FIRST, 5, 10));
        bytes memory items = sales(FIRST, 8, 10);
        expectReceipts(terminal, id, 6, sales(FIRST + 5, 3, 10), "", NONE);
        assertEq(redeem(terminal, id, 1, items), 9);
        for (uint32 i = 0; i < 8; ++i) assertEq(programme.entitlementLeft(id, FIRST + i), AMOUNT - 10);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 80, 80, 0);
    }

    function test_Redeem_WhenABatchNumbersItsFirstItem0() public {
        CycleId id = openCycle(tenHouseholds());
        expectReceipts(terminal, id, 1, sale(FIRST + 1, 10), "", NONE);
        assertEq(redeem(terminal, id, 0, sales(FIRST, 2, 10)), 2);
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT);
    }

    function test_Redeem_WhenTheBatchNamesReceiptsOfSeveralShopsTerminals() public {
        CycleId id = openCycle(tenHouseholds());
        address second = authorise("second terminal", shop, 1000);
        redeem(terminal, id, 1, sale(FIRST, 100));
        redeem(second, id, 1, sale(FIRST, 20));
        redeem(otherTerminal, id, 1, sale(FIRST, 3));
        assertEq(programme.ledgerOf(shop, id).gross, 120);
        assertEq(programme.ledgerOf(otherShop, id).gross, 3);
        assertEq(programme.netSalesOf(second, id), 20);
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT - 123);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 123, 123, 0);
    }

    function test_Redeem_WhenTheCycleHasExpiredButItsGraceIsNotOver() public {
        CycleId id = openCycle(tenHouseholds());
        uint32 opened = today();
        uint32 last = uint32(termsOf[id].expiresAt / 1 days);
        vm.warp(termsOf[id].graceEndsAt);
        bytes memory items = bytes.concat(
            Receipts.sale(FIRST, 1, opened),
            Receipts.sale(FIRST, 2, last),
            Receipts.sale(FIRST, 4, last + 1)
        );
        bytes memory rejected = Receipts.rejection(2, IRedemptions.Rejection.OutsidePeriod);
        expectReceipts(terminal, id, 1, items, rejected, NONE);
        redeem(terminal, id, 1, items);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 3, 3, 0);
    }

    function test_Redeem_GivenSeveralCyclesAreOpen() public {
        CycleId june = openCycle(tenHouseholds());
        skip(25 days);
        CycleId july = openCycle(ListBuilder.even(FIRST, 10, 70e6));
        uint32 lastMonth = today() - 20;
        redeem(terminal, july, 1, sale(FIRST, 70e6));
        redeem(terminal, june, 2, Receipts.sale(FIRST, AMOUNT, lastMonth));
        assertEq(programme.entitlementLeft(june, FIRST), 0);
        assertEq(programme.entitlementLeft(july, FIRST), 0);
        assertEq(programme.ledgerOf(shop, june).gross, AMOUNT);
        assertEq(programme.ledgerOf(shop, july).gross, 70e6);
        redeem(terminal, july, 3, sale(FIRST + 1, 5));
        assertEq(programme.netSalesOf(terminal, june), AMOUNT);
        assertEq(programme.netSalesOf(terminal, july), 70e6 + 5);
        finish(june);
        assertBalances(FUNDS - AMOUNT - 700e6, 630e6 - 5, 70e6 + AMOUNT + 5, 0);
    }

    function test_Redeem_GivenTheBankHoldsWordsOfAnOlderCycle() public {
        finish(openCycle(manyHouseholds()));
        CycleId id = prepare(ListBuilder.even(FIRST, 256, 7));
        approve(id);
        assertEq(programme.cycleOf(id).bank, 0);
        // Before its chunk is loaded, and where the new list has nobody.
        expectReceipts(terminal, id, 1, "", "", IRedemptions.Stop.ChunkNotLoaded);
        redeem(terminal, id, 1, sale(FIRST, 1));
        load(id);
        bytes memory items = bytes.concat(sale(FIRST, 7), sale(FIRST, 1), sale(FIRST + 256, 1));
        bytes memory rejected = bytes.concat(
            Receipts.rejection(1, IRedemptions.Rejection.NotEnoughLeft),
            Receipts.rejection(2, IRedemptions.Rejection.NotEnoughLeft)
        );
        expectReceipts(terminal, id, 1, items, rejected, NONE);
        redeem(terminal, id, 1, items);
        assertBalances(FUNDS - 256 * 7, 255 * 7, 7, 0);
    }

    // --- refunds

    function test_Redeem_WhenAnItemRefundsASale() public {
        CycleId id = openCycle(manyHouseholds());
        redeem(terminal, id, 1, sales(FIRST + 254, 4, AMOUNT));
        bytes memory item = Receipts.refund(FIRST + 256, 20, 3);
        IRedemptions.ListExtract[] memory extracts = extractsOf(id);
        expectReceipts(terminal, id, 5, item, "", NONE);
        redeem(terminal, id, 5, item, extracts);
        assertEq(programme.entitlementLeft(id, FIRST + 256), 20);
        assertEq(programme.cycleOf(id).refunded, 20);
        assertEq(programme.ledgerOf(shop, id).refunds, 20);
        assertEq(programme.shopOf(shop).bucketUsed, 4 * AMOUNT);
        assertBalances(FUNDS - 513 * AMOUNT, 509 * AMOUNT + 20, 4 * AMOUNT - 20, 0);
        redeem(terminal, id, 6, sale(FIRST + 256, 20));
        assertEq(programme.entitlementLeft(id, FIRST + 256), 0);
    }

    function test_Redeem_WhenAnItemRefundsASaleOfTheSameBatch() public {
        CycleId id = openCycle(tenHouseholds());
        bytes memory items = bytes.concat(
            sale(FIRST, AMOUNT),
            Receipts.refund(FIRST, AMOUNT, 1),
            sale(FIRST, 30),
            sale(FIRST + 1, 7)
        );
        redeem(terminal, id, 1, items, extractsOf(id));
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT - 30);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 37, 37, 0);
    }

    function test_Redeem_WhenAnExtractIsNotInTheList() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        IRedemptions.ListExtract[] memory extracts = extractsOf(id);
        extracts[0].payload = ListBuilder.entry(0, 2 * AMOUNT);
        IRedemptions.ReceiptBatch memory batch = batchOf(terminal, id, 2, Receipts.refund(FIRST, AMOUNT, 1));
        bytes memory good = signed(batch);
        vm.expectRevert(abi.encodeWithSelector(IRedemptions.Redemptions_ExtractNotInList.selector, id, 1));
        programme.redeem(batch, good, extracts);
    }

    // --- hash batch

    function test_HashBatch() public {
        CycleId id = openCycle(tenHouseholds());
        IRedemptions.ReceiptBatch memory batch = batchOf(terminal, id, 7, sales(FIRST, 3, 5));
        assertEq(programme.hashBatch(batch), Receipts.digest(address(programme), batch));
    }

    // --- helpers

    function _snapshot(CycleId id) private view returns (bytes32) {
        IShops.ShopView memory view_ = programme.shopOf(shop);
        return
            keccak256(
                abi.encode(
                    programme.balances(),
                    programme.cycleOf(id),
                    view_,
                    programme.terminalOf(terminal),
                    programme.netSalesOf(terminal, id),
                    programme.ledgerOf(shop, id),
                    programme.entitlementLeft(id, FIRST)
                )
            );
    }

    function _notActive(address key, uint8 status) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IRedemptions.Redemptions_TerminalNotActive.selector, key, status);
    }

    function _refuse(IRedemptions.ReceiptBatch memory batch, address signer, bytes memory reason) private {
        _refuseSigned(batch, signature(keyOf[signer], Receipts.digest(address(programme), batch)), reason);
    }

    function _refuseSigned(
        IRedemptions.ReceiptBatch memory batch,
        bytes memory signature_,
        bytes memory reason
    ) private {
        vm.expectRevert(reason);
        programme.redeem(batch, signature_, noExtracts());
    }
}
