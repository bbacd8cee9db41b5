// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {PausesTest} from "../support/PausesTest.sol";

contract PausesByGuardianTest is PausesTest {
    function test_PauseAsGuardian_WhenTheCallerIsNotTheGuardian() public {
        address[5] memory others = [administrator, finance, approver, member, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(_missing(others[i]));
            vm.prank(others[i]);
            programme.pauseAsGuardian(true, true, WHY);
        }
        assertPaused(false, false);
    }

    function test_PauseAsGuardian_WhenNoSwitchIsNamed() public {
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_NothingNamed.selector));
        vm.prank(guardian);
        programme.pauseAsGuardian(false, false, WHY);
    }

    function test_PauseAsGuardian_WhenASwitchIsNamed() public {
        vm.expectEmit(address(programme));
        emit IPauses.PausedByGuardian(guardian, true, false, WHY);
        uint40 since = guardianPauses(true, false);
        assertPaused(true, false);
        (IPauses.PauseView memory redemptions, IPauses.PauseView memory payouts) = programme.pauses();
        assertEq(redemptions.guardianSince, since);
        assertEq(redemptions.memberUntil, 0);
        assertEq(redemptions.member, address(0));
        assertEq(payouts.guardianSince, 0);
        skip(400 days);
        assertPaused(true, false);

        vm.expectEmit(address(programme));
        emit IPauses.PausedByGuardian(guardian, false, true, WHY);
        guardianPauses(false, true);
        assertPaused(true, true);
        (redemptions, payouts) = programme.pauses();
        assertEq(redemptions.guardianSince, since);
        assertEq(payouts.guardianSince, now_());
    }

    function test_PauseAsGuardian_GivenItIsPaused() public {
        guardianPauses(true, true);
        skip(1 days);
        guardianPauses(true, false);
        (IPauses.PauseView memory redemptions, IPauses.PauseView memory payouts) = programme.pauses();
        assertEq(redemptions.guardianSince, now_());
        assertEq(payouts.guardianSince, now_() - 1 days);
    }

    function test_LiftGuardianPause_WhenTheCallerIsNeitherTheGuardianNorTwoOfficers() public {
        uint40 since = guardianPauses(true, true);
        address[6] memory others = [administrator, finance, approver, member, address(members), stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(_missing(others[i]));
            vm.prank(others[i]);
            programme.liftGuardianPause(true, true, since);
        }
        assertPaused(true, true);
    }

    function test_LiftGuardianPause_WhenNoSwitchIsNamed() public {
        uint40 since = guardianPauses(true, true);
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_NothingNamed.selector));
        guardianLifts(false, false, since);
    }

    function test_LiftGuardianPause_GivenANamedSwitchIsNotPausedByTheGuardian() public {
        memberPauses(true, true);
        bytes memory reason = abi.encodeWithSelector(IPauses.Pauses_NotPaused.selector);
        vm.expectRevert(reason);
        guardianLifts(true, false, 0);
        vm.expectRevert(reason);
        guardianLifts(false, true, 0);
        uint40 since = guardianPauses(true, false);
        vm.expectRevert(reason);
        guardianLifts(true, true, since);
        assertPaused(true, true);
    }

    function test_LiftGuardianPause_WhenItRestatesAnotherPause() public {
        uint40 first = guardianPauses(true, false);
        skip(1 hours);
        uint40 second = guardianPauses(false, true);
        vm.expectRevert(_other(first, second));
        guardianLifts(true, true, second);
        vm.expectRevert(_other(second, first));
        guardianLifts(true, true, first);
        assertPaused(true, true);
    }

    function test_LiftGuardianPause_WhenTheGuardianLifts() public {
        uint40 since = guardianPauses(true, true);
        vm.expectEmit(address(programme));
        emit IPauses.GuardianPauseLifted(guardian, true, false);
        guardianLifts(true, false, since);
        assertPaused(false, true);
        vm.expectEmit(address(programme));
        emit IPauses.GuardianPauseLifted(guardian, false, true);
        guardianLifts(false, true, since);
        assertPaused(false, false);
    }

    function test_LiftGuardianPause_WhenTwoOfficersLift() public {
        uint40 since = guardianPauses(true, true);
        bytes memory act = _lift(since);
        uint256 actId = proposeAct(programme, finance, act);
        vm.warp(since + WAIT - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IDualControl.DualControl_TooEarly.selector, actId, since + WAIT)
        );
        vm.prank(approver);
        programme.approveAct(actId, act);
        vm.warp(since + WAIT);
        vm.expectEmit(address(programme));
        emit IPauses.GuardianPauseLifted(address(programme), true, true);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertPaused(false, false);
    }

    function test_LiftGuardianPause_WhenTwoOfficersProposedItBeforeThePause() public {
        bytes memory act = _lift(now_());
        uint256 actId = proposeAct(programme, finance, act);
        uint40 before = now_();
        skip(WAIT);
        uint40 since = guardianPauses(true, true);
        vm.expectRevert(_other(since, before));
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertPaused(true, true);
    }

    function test_LiftGuardianPause_WhenTheGuardianPausesAgainWhileTwoOfficersWait() public {
        uint40 since = guardianPauses(true, true);
        bytes memory act = _lift(since);
        uint256 actId = proposeAct(programme, finance, act);
        skip(WAIT);
        uint40 again = guardianPauses(true, true);
        vm.expectRevert(_other(again, since));
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertPaused(true, true);
    }

    function test_LiftGuardianPause_GivenTheOrganisationIsSuspended() public {
        uint40 since = guardianPauses(true, true);
        vm.startPrank(address(members));
        consortium.suspend(agency);
        consortium.nameTrustee(agency, otherAgency);
        vm.stopPrank();
        vm.expectRevert(_missing(guardian));
        guardianLifts(true, true, since);
        bytes memory act = _lift(since);
        uint256 actId = proposeAct(programme, otherFinance, act);
        skip(WAIT);
        vm.prank(otherApprover);
        programme.approveAct(actId, act);
        assertPaused(false, false);
    }

    function _lift(uint40 since) private pure returns (bytes memory) {
        return abi.encodeCall(IPauses.liftGuardianPause, (true, true, since));
    }

    function _other(uint40 since, uint40 restated) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IPauses.Pauses_OtherPauseRestated.selector, since, restated);
    }

    function _missing(address caller) private view returns (bytes memory) {
        bytes4 selector = IConsortium.Consortium_MissingRole.selector;
        return abi.encodeWithSelector(selector, agency, Role.Guardian, caller);
    }
}
