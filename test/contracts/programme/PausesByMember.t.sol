// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Council} from "../../../contracts/governance/Council.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {PausesTest} from "../support/PausesTest.sol";

/// @dev Answers every question with 64 bytes of ones: no council that the programme knows.
contract Babbler {
    fallback(bytes calldata) external returns (bytes memory) {
        return abi.encode(1, 1);
    }
}

/// @dev Says of everybody that they are members, and of no epoch anything.
contract Flatterer {
    function isMember(address) external pure returns (bool) {
        return true;
    }
}

contract PausesByMemberTest is PausesTest {
    function test_PauseAsMember_WhenTheCallerIsNoMemberOfTheCouncil() public {
        address[4] memory others = [guardian, administrator, address(members), stranger];
        for (uint256 i = 0; i < others.length; ++i) _refuse(others[i]);
        assertFalse(programme.mayPauseAsMember(guardian));
        assertTrue(programme.mayPauseAsMember(member));
    }

    function test_PauseAsMember_GivenTheCouncilIsAPlainAddress() public {
        _changeCouncil(council);
        _refuse(council);
        _refuse(member);
        assertFalse(programme.mayPauseAsMember(council));
    }

    function test_PauseAsMember_GivenTheCouncilIsAContractWithoutMembers() public {
        address[3] memory others = [address(dollar), address(new Babbler()), address(new Flatterer())];
        address last = address(members);
        for (uint256 i = 0; i < others.length; ++i) {
            vm.prank(last);
            consortium.changeCouncil(others[i]);
            last = others[i];
            _refuse(member);
        }
    }

    function test_PauseAsMember_WhenNoSwitchIsNamed() public {
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_NothingNamed.selector));
        memberPauses(false, false);
        assertTrue(programme.mayPauseAsMember(member));
    }

    function test_PauseAsMember_WhenASwitchIsNamed() public {
        vm.expectEmit(address(programme));
        emit IPauses.PausedByMember(member, 1, true, false, now_() + LONGEST, WHY);
        uint40 until = memberPauses(true, false);
        assertPaused(true, false);
        (IPauses.PauseView memory redemptions, IPauses.PauseView memory payouts) = programme.pauses();
        assertEq(redemptions.memberUntil, until);
        assertEq(redemptions.member, member);
        assertEq(redemptions.guardianSince, 0);
        assertEq(payouts.memberUntil, 0);
        vm.warp(until - 1);
        assertPaused(true, false);
        vm.warp(until);
        assertPaused(false, false);
        (redemptions, ) = programme.pauses();
        assertEq(redemptions.memberUntil, 0);
        assertEq(redemptions.member, address(0));

        vm.prank(secondMember);
        programme.pauseAsMember(false, true, WHY);
        assertPaused(false, true);
        (, payouts) = programme.pauses();
        assertEq(payouts.memberUntil, now_() + LONGEST);
        assertEq(payouts.member, secondMember);
        skip(LONGEST);
        assertPaused(false, false);
    }

    function test_PauseAsMember_GivenTheMemberHasPausedInThisEpoch() public {
        bytes memory reason = abi.encodeWithSelector(IPauses.Pauses_UsedUp.selector, member, 1);
        memberPauses(true, false);
        assertFalse(programme.mayPauseAsMember(member));
        vm.expectRevert(reason);
        memberPauses(false, true);
        memberLifts(true, false);
        vm.expectRevert(reason);
        memberPauses(true, false);
        skip(LONGEST);
        vm.expectRevert(reason);
        memberPauses(true, true);
        assertPaused(false, false);
    }

    function test_PauseAsMember_GivenANewEpoch() public {
        memberPauses(true, true);
        nextEpoch();
        skip(LONGEST);
        assertTrue(programme.mayPauseAsMember(member));
        vm.expectEmit(address(programme));
        emit IPauses.PausedByMember(member, 2, true, true, now_() + LONGEST, WHY);
        memberPauses(true, true);
        assertPaused(true, true);
    }

    function test_PauseAsMember_GivenAnotherCouncilWithTheSameEpoch() public {
        memberPauses(true, true);
        skip(LONGEST);
        Council next = newCouncil();
        _changeCouncil(address(next));
        memberPauses(true, true);
        assertPaused(true, true);
        // Back under the first council the right is still used up.
        vm.prank(address(next));
        consortium.changeCouncil(address(members));
        assertFalse(programme.mayPauseAsMember(member));
    }

    function test_PauseAsMember_GivenAnotherProgramme() public {
        memberPauses(true, true);
        IProgramme first = programme;
        createProgramme(address(dollar), bands());
        memberPauses(true, true);
        assertPaused(true, true);
        memberLifts(true, true);
        programme = first;
        assertPaused(true, true);
    }

    function test_PauseAsMember_GivenAnotherMembersPauseIsInForce() public {
        uint40 until = memberPauses(true, false);
        skip(1 days);
        bytes memory reason = abi.encodeWithSelector(IPauses.Pauses_PausedAlready.selector, until);
        vm.expectRevert(reason);
        vm.prank(secondMember);
        programme.pauseAsMember(true, true, WHY);
        vm.prank(secondMember);
        programme.pauseAsMember(false, true, WHY);
        assertPaused(true, true);
        reason = abi.encodeWithSelector(IPauses.Pauses_PausedAlready.selector, now_() + LONGEST);
        vm.warp(until);
        vm.expectRevert(reason);
        vm.prank(thirdMember);
        programme.pauseAsMember(true, true, WHY);
        assertPaused(false, true);
    }

    function test_PauseAsMember_GivenAnotherMembersPauseHasLapsed() public {
        vm.warp(memberPauses(true, true));
        vm.prank(secondMember);
        programme.pauseAsMember(true, true, WHY);
        assertPaused(true, true);
    }

    function test_LiftMemberPause_WhenNoSwitchIsNamed() public {
        memberPauses(true, true);
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_NothingNamed.selector));
        memberLifts(false, false);
    }

    function test_LiftMemberPause_GivenNoMembersPauseOfANamedSwitchIsInForce() public {
        bytes memory reason = abi.encodeWithSelector(IPauses.Pauses_NotPaused.selector);
        guardianPauses(true, true);
        vm.expectRevert(reason);
        memberLifts(true, false);
        uint40 until = memberPauses(true, false);
        vm.expectRevert(reason);
        memberLifts(true, true);
        vm.warp(until);
        vm.expectRevert(reason);
        memberLifts(true, false);
    }

    function test_LiftMemberPause_WhenTheCallerIsNeitherTheMemberNorTheCouncil() public {
        memberPauses(true, true);
        address[4] memory others = [guardian, administrator, secondMember, council];
        for (uint256 i = 0; i < others.length; ++i) {
            bytes memory reason = abi.encodeWithSelector(
                IPauses.Pauses_OnlyPauser.selector,
                others[i],
                member
            );
            vm.startPrank(others[i]);
            vm.expectRevert(reason);
            programme.liftMemberPause(true, false);
            vm.expectRevert(reason);
            programme.liftMemberPause(false, true);
            vm.stopPrank();
        }
        assertPaused(true, true);
    }

    function test_LiftMemberPause_WhenTheMemberLifts() public {
        memberPauses(true, true);
        vm.expectEmit(address(programme));
        emit IPauses.MemberPauseLifted(member, true, false);
        memberLifts(true, false);
        assertPaused(false, true);
        memberLifts(false, true);
        assertPaused(false, false);
    }

    function test_LiftMemberPause_WhenTheCouncilLifts() public {
        memberPauses(true, true);
        vm.expectEmit(address(programme));
        emit IPauses.MemberPauseLifted(address(members), true, true);
        vm.prank(address(members));
        programme.liftMemberPause(true, true);
        assertPaused(false, false);
    }

    function test_LiftMemberPause_GivenTheGuardianPausesToo() public {
        uint40 since = guardianPauses(true, true);
        memberPauses(true, true);
        memberLifts(true, true);
        assertPaused(true, true);
        vm.prank(secondMember);
        programme.pauseAsMember(true, true, WHY);
        guardianLifts(true, true, since);
        assertPaused(true, true);
        vm.prank(secondMember);
        programme.liftMemberPause(true, true);
        assertPaused(false, false);
    }

    function _refuse(address caller) private {
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_OnlyMember.selector, caller));
        vm.prank(caller);
        programme.pauseAsMember(true, true, WHY);
        assertPaused(false, false);
    }

    function _changeCouncil(address next) private {
        vm.prank(address(members));
        consortium.changeCouncil(next);
    }
}
