// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {PausesTest} from "../support/PausesTest.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice Whoever stole the key of a member of the council can keep a programme still for a while, and pays for it with the
/// member's right.
contract MemberThiefTest is ThiefTest, PausesTest {
    function setUp() public override(ProgrammeTest, PausesTest) {
        super.setUp();
    }

    function test_Thief_StopsAProgrammeForSevenDaysOnce() public {
        CycleId id = openBigCycle();
        vm.warp(termsOf[id].graceEndsAt);
        bytes memory items;
        for (uint32 i = 0; i < 5; ++i) {
            items = bytes.concat(items, Receipts.sale(FIRST + i, LISTED, today() - 20));
        }
        memberPauses(true, true);
        expectReceipts(terminal, id, 1, "", "", IRedemptions.Stop.Paused);
        redeem(terminal, id, 1, items);
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_UsedUp.selector, member, 1));
        memberPauses(true, true);
        skip(LONGEST);
        expectReceipts(terminal, id, 1, items, "", IRedemptions.Stop.None);
        redeem(terminal, id, 1, items);
    }

    function test_Thief_UsesTheRightOfNoOtherMember() public {
        memberPauses(true, true);
        assertTrue(programme.mayPauseAsMember(secondMember));
        vm.startPrank(member);
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_UsedUp.selector, member, 1));
        programme.pauseAsMember(true, true, WHY);
        vm.stopPrank();
    }

    function test_Thief_BlocksNoHonestMembersPauseOfTheOtherSwitch() public {
        memberPauses(false, true);
        vm.prank(secondMember);
        programme.pauseAsMember(true, false, WHY);
        assertPaused(true, true);
    }

    function test_Thief_ThatWasRemovedKeepsNoRight() public {
        address[] memory removed = new address[](1);
        removed[0] = member;
        ICouncil.Settings memory settings = ICouncil.Settings(1, 1, 2 days, 14 days, 7 days);
        vm.prank(address(members));
        members.reconfigure(new ICouncil.Member[](0), removed, settings);
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_OnlyMember.selector, member));
        memberPauses(true, true);
    }

    function test_Thief_WithAllMembersTogetherStopsItOnceEachInAnEpoch() public {
        CycleId id = openBigCycle();
        address[3] memory all = [member, secondMember, thirdMember];
        for (uint256 i = 0; i < 3; ++i) {
            vm.prank(all[i]);
            programme.pauseAsMember(true, true, WHY);
            skip(LONGEST);
        }
        assertPaused(false, false);
        assertDates(id, termsOf[id].expiresAt + 21 days, termsOf[id].graceEndsAt + 21 days);
        for (uint256 i = 0; i < 3; ++i) assertFalse(programme.mayPauseAsMember(all[i]));
    }

    function test_Thief_MovesNothing() public {
        CycleId id = openBigCycle();
        assertCannotActAlone(member, id);
        assertCannotPropose(member, financeActs(id), Role.Finance);
        assertCannotPropose(member, listActs(id), Role.Preparer);
        assertCannotApprove(member, financeActs(id), finance);
        assertCannotCall(member, id, Role.None);
        memberPauses(true, true);
        memberLifts(true, true);
        assertNothingLeft();
    }
}
