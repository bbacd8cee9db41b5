// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice Whoever stole a custodian's key makes terminals and bars households. What it can do in the registry of accounts is in
/// BeneficiaryAccountsThief.t.sol.
contract CustodianThiefTest is ThiefTest {
    address private thief;

    function setUp() public override {
        super.setUp();
        thief = custodian;
    }

    function test_Thief_TakesAtMostTheShopsCeilingWithAnyNumberOfTerminals() public {
        CycleId id = openBigCycle();
        for (uint256 i = 0; i < 5; ++i) {
            address own = authorise(
                string.concat("the thief's terminal ", vm.toString(i)),
                shop,
                TERMINAL_LIMIT
            );
            drain(own, id);
        }
        assertEq(
            programme.ledgerOf(shop, id).gross,
            29_970 * USD,
            "ceiling of 30,000, not five limits of 20,000"
        );
        assertBalances(FUNDS - TOTAL, TOTAL - 29_970 * USD, 29_970 * USD, 0);
        assertNothingLeft();
    }

    function test_Thief_CannotRaiseALimitOrMakeAShop() public {
        vm.startPrank(thief);
        vm.expectRevert(
            abi.encodeWithSelector(IShops.Shops_LimitAboveShop.selector, TERMINAL_LIMIT + 1, TERMINAL_LIMIT)
        );
        programme.authoriseTerminal(thiefsOwn, shop, TERMINAL_LIMIT + 1);
        vm.expectRevert(abi.encodeWithSelector(IShops.Shops_UnknownShop.selector, 3));
        programme.authoriseTerminal(thiefsOwn, ShopId.wrap(3), 1);
        vm.expectRevert(abi.encodeWithSelector(IShops.Shops_TerminalKnown.selector, terminal));
        programme.authoriseTerminal(terminal, otherShop, 1);
        vm.stopPrank();
    }

    function test_Thief_CannotProposeOrApproveAnythingInAProgramme() public {
        CycleId id = openBigCycle();
        assertCannotActAlone(thief, id);
        assertCannotPropose(thief, financeActs(id), Role.Finance);
        assertCannotPropose(thief, listActs(id), Role.Preparer);
        assertCannotApprove(thief, financeActs(id), finance);
        assertCannotApprove(thief, listActs(id), preparer);
        assertCannotCall(thief, id, Role.Custodian);
        assertNothingLeft();
    }

    /// It can bar every household of the programme, for 90 days at most, until the guardian removes it.
    function test_Thief_BarsHouseholdsForNinetyDaysAtMost() public {
        CycleId id = openBigCycle();
        uint32[] memory all = new uint32[](400);
        for (uint32 i = 0; i < 400; ++i) all[i] = FIRST + i;
        vm.startPrank(thief);
        vm.expectRevert(
            abi.encodeWithSelector(
                IRedemptions.Redemptions_HoldTooLong.selector,
                now_() + 90 days + 1,
                now_() + 90 days
            )
        );
        programme.holdAccounts(all, now_() + 90 days + 1);
        programme.holdAccounts(all, now_() + 90 days);
        vm.stopPrank();
        redeem(terminal, id, 1, sales(FIRST, 2, LISTED));
        assertEq(grossOf(terminal, id), 0, "barred");

        vm.prank(guardian);
        consortium.removeOfficer(agency, Role.Custodian, thief);
        vm.expectRevert(missing(Role.Custodian, thief));
        vm.prank(thief);
        programme.holdAccounts(all, now_() + 90 days);
        appoint(Role.Custodian, stranger);
        vm.prank(stranger);
        programme.releaseAccounts(all);
        redeem(terminal, id, 3, sales(FIRST, 2, LISTED));
        assertEq(grossOf(terminal, id), 180 * USD, "nothing was lost");
    }

    function test_Thief_HoldsLapseByThemselves() public {
        CycleId id = openCycle(tenHouseholds());
        uint32[] memory one = new uint32[](1);
        one[0] = FIRST;
        vm.prank(thief);
        programme.holdAccounts(one, now_() + 20 days);
        skip(20 days + 1);
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        assertEq(grossOf(terminal, id), AMOUNT);
    }

    /// It can revoke every terminal. What they had not sent yet two officers enter from paper.
    function test_Thief_StopsTerminalsButLosesNoReceipt() public {
        CycleId id = openBigCycle();
        vm.startPrank(thief);
        programme.revokeTerminal(terminal);
        programme.revokeTerminal(otherTerminal);
        vm.stopPrank();
        assertNothingLeft();

        financeAct(reEntering(terminal, 1, id, FIRST, LISTED));
        assertEq(grossOf(terminal, id), LISTED);
        assertEq(programme.entitlementLeft(id, FIRST), 0);
    }
}
