// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

contract HoldsTest is ProgrammeTest {
    CycleId private id;

    function setUp() public override {
        super.setUp();
        id = openCycle(tenHouseholds());
    }

    // --- hold accounts

    function test_HoldAccounts_WhenTheCallerIsNoCustodian() public {
        vm.expectRevert(_missing(approver));
        vm.prank(approver);
        programme.holdAccounts(_two(), now_() + 1 days);
    }

    function test_HoldAccounts_WhenTheHoldHasNoFutureOrIsLongerThan90Days() public {
        uint256 latest = now_() + 90 days;
        bytes4 selector = IRedemptions.Redemptions_HoldTooLong.selector;
        vm.startPrank(custodian);
        vm.expectRevert(abi.encodeWithSelector(selector, now_(), latest));
        programme.holdAccounts(_two(), now_());
        vm.expectRevert(abi.encodeWithSelector(selector, latest + 1, latest));
        programme.holdAccounts(_two(), uint40(latest + 1));
        programme.holdAccounts(_two(), uint40(latest));
    }

    function test_HoldAccounts_WhenACustodianHolds() public {
        uint40 until = now_() + 3 days;
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectEmit(address(programme));
            emit IRedemptions.AccountHeld(_two()[i], until, custodian);
        }
        vm.prank(custodian);
        programme.holdAccounts(_two(), until);
        assertEq(programme.heldUntil(FIRST + 1), until);
        assertEq(programme.heldUntil(FIRST + 2), 0);
        bytes memory rejected = bytes.concat(
            Receipts.rejection(1, IRedemptions.Rejection.AccountHeld),
            Receipts.rejection(4, IRedemptions.Rejection.AccountHeld)
        );
        bytes memory items = sales(FIRST, 6, 10);
        expectReceipts(terminal, id, 1, items, rejected, IRedemptions.Stop.None);
        redeem(terminal, id, 1, items);
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 40, 40, 0);
    }

    function test_HoldAccounts_GivenTheHoldHasLapsed() public {
        uint40 until = now_() + 3 days;
        _hold(until);
        vm.warp(until);
        assertEq(programme.heldUntil(FIRST + 1), until);
        redeem(terminal, id, 1, sale(FIRST + 1, 10));
        assertEq(programme.entitlementLeft(id, FIRST + 1), AMOUNT);
        vm.warp(until + 1);
        assertEq(programme.heldUntil(FIRST + 1), 0);
        redeem(terminal, id, 2, sale(FIRST + 1, 10));
        assertEq(programme.entitlementLeft(id, FIRST + 1), AMOUNT - 10);
    }

    function test_HoldAccounts_GivenAnotherProgrammeHoldsTheAccount() public {
        IProgramme here = programme;
        startProgramme(address(dollar));
        _hold(now_() + 3 days);
        assertEq(here.heldUntil(FIRST + 1), 0);
        programme = here;
        redeem(terminal, id, 1, sale(FIRST + 1, 10));
        assertEq(programme.entitlementLeft(id, FIRST + 1), AMOUNT - 10);
    }

    function test_HoldAccounts_GivenAHeldHouseholdBringsGoodsBack() public {
        redeem(terminal, id, 1, sale(FIRST + 1, AMOUNT));
        _hold(now_() + 3 days);
        redeem(terminal, id, 2, Receipts.refund(FIRST + 1, 10, 1), extractsOf(id));
        assertEq(programme.entitlementLeft(id, FIRST + 1), 10);
    }

    // --- release accounts

    function test_ReleaseAccounts_WhenTheCallerIsNoCustodian() public {
        vm.expectRevert(_missing(guardian));
        vm.prank(guardian);
        programme.releaseAccounts(_two());
    }

    function test_ReleaseAccounts_WhenACustodianReleases() public {
        _hold(now_() + 3 days);
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectEmit(address(programme));
            emit IRedemptions.AccountReleased(_two()[i], custodian);
        }
        vm.prank(custodian);
        programme.releaseAccounts(_two());
        assertEq(programme.heldUntil(FIRST + 1), 0);
        redeem(terminal, id, 1, sales(FIRST, 6, 10));
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - 60, 60, 0);
    }

    // --- helpers

    function _two() private pure returns (uint32[] memory accounts) {
        accounts = new uint32[](2);
        (accounts[0], accounts[1]) = (FIRST + 1, FIRST + 4);
    }

    function _hold(uint40 until) private {
        vm.prank(custodian);
        programme.holdAccounts(_two(), until);
    }

    function _missing(address officer) private view returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IConsortium.Consortium_MissingRole.selector,
                agency,
                Role.Custodian,
                officer
            );
    }
}
