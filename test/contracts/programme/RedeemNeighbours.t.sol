// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

/// @notice A sale takes from the household that it names, wherever the household's number lies: in the first word of all, in a word or a
/// block whose number is a multiple of another's.
contract RedeemNeighboursTest is ProgrammeTest {
    using ListBuilder for ListBuilder.List;

    IRedemptions.Stop private constant NONE = IRedemptions.Stop.None;
    uint56 private constant LARGEST = type(uint56).max;
    /// @dev Its word has the number of FIRST, times four.
    uint32 private constant SIXTEENFOLD = FIRST << 4;
    /// @dev Its block has the number FIRST << 8.
    uint32 private constant FAR = FIRST << 16;

    function test_Redeem_GivenAListWithTheLowestNumbersAndTheLargestAmounts() public {
        CycleId id = _openLowest();
        bytes memory items = bytes.concat(sale(FIRST, 0), sale(FIRST, 1));
        bytes memory rejected = Receipts.rejection(0, IRedemptions.Rejection.Malformed);
        expectReceipts(terminal, id, 1, items, rejected, NONE);
        redeem(terminal, id, 1, items);
        _assertLeft(id, [uint256(LARGEST), 7, 8, 9, 9]);

        redeem(terminal, id, 3, sale(1, 2));
        _assertLeft(id, [uint256(LARGEST), 5, 8, 9, 9]);

        redeem(terminal, id, 4, sale(0, 1));
        _assertLeft(id, [uint256(LARGEST) - 1, 5, 8, 9, 9]);

        redeem(terminal, id, 5, bytes.concat(sale(3, 9), sale(FIRST, 3), sale(0, LARGEST - 1), sale(2, 8)));
        _assertLeft(id, [uint256(0), 5, 0, 0, 6]);
        assertEq(programme.netSalesOf(terminal, id), uint256(LARGEST) + 23);
    }

    function test_Redeem_GivenTheLowestNumbersOneOfThemHeld() public {
        CycleId id = _openLowest();
        _hold(2);
        bytes memory items = bytes.concat(sale(2, 1), sale(3, 1), sale(FIRST, 1));
        bytes memory rejected = Receipts.rejection(0, IRedemptions.Rejection.AccountHeld);
        expectReceipts(terminal, id, 1, items, rejected, NONE);
        redeem(terminal, id, 1, items);
        _assertLeft(id, [uint256(LARGEST), 7, 8, 8, 9]);
    }

    function test_Redeem_GivenNumbersOfWhichOneIsSixteenTimesTheOther() public {
        CycleId id = openCycle(ListBuilder.even(FIRST, 1, AMOUNT).and(SIXTEENFOLD, AMOUNT));
        redeem(terminal, id, 1, bytes.concat(sale(SIXTEENFOLD, 1), sale(FIRST, 2), sale(SIXTEENFOLD, 4)));
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT - 2);
        assertEq(programme.entitlementLeft(id, SIXTEENFOLD), AMOUNT - 5);
        redeem(terminal, id, 4, bytes.concat(sale(FIRST, 8), sale(SIXTEENFOLD, 16)));
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT - 10);
        assertEq(programme.entitlementLeft(id, SIXTEENFOLD), AMOUNT - 21);
    }

    function test_Redeem_GivenNumbersOfWhichOneIs65536TimesTheOtherOneOfThemHeld() public {
        CycleId id = openCycle(ListBuilder.even(FIRST, 1, AMOUNT).and(FAR, AMOUNT));
        bytes memory farFirst = bytes.concat(sale(FAR, 1), sale(FIRST, 2));
        bytes memory farLast = bytes.concat(sale(FIRST, 4), sale(FAR, 8));
        bytes memory firstRejected = Receipts.rejection(0, IRedemptions.Rejection.AccountHeld);
        bytes memory lastRejected = Receipts.rejection(1, IRedemptions.Rejection.AccountHeld);

        _hold(FIRST);
        expectReceipts(terminal, id, 1, farFirst, lastRejected, NONE);
        redeem(terminal, id, 1, farFirst);
        expectReceipts(terminal, id, 3, farLast, firstRejected, NONE);
        redeem(terminal, id, 3, farLast);
        _release(FIRST);
        _hold(FAR);
        expectReceipts(terminal, id, 5, farFirst, firstRejected, NONE);
        redeem(terminal, id, 5, farFirst);
        expectReceipts(terminal, id, 7, farLast, lastRejected, NONE);
        redeem(terminal, id, 7, farLast);
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT - 6);
        assertEq(programme.entitlementLeft(id, FAR), AMOUNT - 9);
    }

    function test_Redeem_WhenASaleThatNobodySignedLiesBehindTheBatch() public {
        CycleId id = openCycle(tenHouseholds());
        bytes memory items = sales(FIRST, 2, 5);
        bytes memory proof = signed(batchOf(terminal, id, 1, items));
        // The call as any encoder writes it, but for two more sales between the items and the signature.
        bytes memory head = abi.encode(uint256(0x60), uint256(0x140), uint256(0x1c0));
        bytes memory batch = abi.encode(terminal, id, uint32(1), uint256(0x80), items.length);
        bytes memory tail = abi.encode(proof.length);
        bytes memory padding = new bytes(96 - proof.length);
        bytes memory call = bytes.concat(
            IRedemptions.redeem.selector,
            bytes.concat(head, batch, items, sales(FIRST + 2, 2, 5)),
            bytes.concat(tail, proof, padding, abi.encode(uint256(0)))
        );
        expectReceipts(terminal, id, 1, items, "", NONE);
        (bool isDone, ) = address(programme).call(call);
        assertTrue(isDone);
        assertEq(nextNumber(terminal), 3);
        assertEq(programme.entitlementLeft(id, FIRST + 2), AMOUNT);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 10, 10, 0);
    }

    // --- helpers

    /// @dev A cycle with accounts 0 to 3 and FIRST, in a programme where one band, one shop and one terminal take any amount.
    function _openLowest() private returns (CycleId) {
        ICycles.Band[] memory any = new ICycles.Band[](1);
        any[0] = ICycles.Band(type(uint128).max, 1, false);
        createProgramme(address(dollar), any);
        financeAct(abi.encodeCall(IBudget.recordSource, (source, keccak256("agreement"))));
        fund(2 * uint128(LARGEST));
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        (terms.ceilingPerDay, terms.terminalLimit) = (type(uint64).max, type(uint64).max);
        shop = registerShop(terms, tokenPayout(payout));
        terminal = authorise("terminal without a limit", shop, type(uint64).max);
        ListBuilder.List memory list = ListBuilder.even(0, 1, LARGEST).and(1, 7).and(2, 8).and(3, 9);
        return openCycle(list.and(FIRST, 10));
    }

    function _assertLeft(CycleId id, uint256[5] memory expected) private view {
        for (uint32 i = 0; i < 4; ++i) assertEq(programme.entitlementLeft(id, i), expected[i]);
        assertEq(programme.entitlementLeft(id, FIRST), expected[4]);
    }

    function _hold(uint32 account) private {
        uint32[] memory accounts = new uint32[](1);
        accounts[0] = account;
        vm.prank(custodian);
        programme.holdAccounts(accounts, now_() + 1 days);
    }

    function _release(uint32 account) private {
        uint32[] memory accounts = new uint32[](1);
        accounts[0] = account;
        vm.prank(custodian);
        programme.releaseAccounts(accounts);
    }
}
