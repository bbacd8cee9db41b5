// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Council} from "../../../contracts/governance/Council.sol";
import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ProgrammeTest} from "./ProgrammeTest.sol";

/// @notice A running programme in a consortium whose council is a real one, of three members.
abstract contract PausesTest is ProgrammeTest {
    uint40 internal constant LONGEST = 7 days;
    uint40 internal constant WAIT = 2 days;
    bytes32 internal constant WHY = "LOST-KEYS";

    Council internal members;
    address internal member = makeAddr("first member");
    address internal secondMember = makeAddr("second member");
    address internal thirdMember = makeAddr("third member");

    function setUp() public virtual override {
        super.setUp();
        members = newCouncil();
        vm.prank(council);
        consortium.changeCouncil(address(members));
    }

    /// @notice A council in its first epoch, of the three members: two approve.
    function newCouncil() internal returns (Council) {
        ICouncil.Member[] memory all = new ICouncil.Member[](3);
        all[0] = ICouncil.Member(member, "first");
        all[1] = ICouncil.Member(secondMember, "second");
        all[2] = ICouncil.Member(thirdMember, "third");
        return new Council(all, ICouncil.Settings(2, 2, 2 days, 14 days, 7 days));
    }

    /// @notice The council changes nothing about itself, which starts its next epoch.
    function nextEpoch() internal {
        ICouncil.Settings memory same = members.settings();
        vm.prank(address(members));
        members.reconfigure(new ICouncil.Member[](0), new address[](0), same);
    }

    function guardianPauses(bool redemptions, bool payouts) internal returns (uint40 since) {
        vm.prank(guardian);
        programme.pauseAsGuardian(redemptions, payouts, WHY);
        return now_();
    }

    function guardianLifts(bool redemptions, bool payouts, uint40 since) internal {
        vm.prank(guardian);
        programme.liftGuardianPause(redemptions, payouts, since);
    }

    function memberPauses(bool redemptions, bool payouts) internal returns (uint40 until) {
        vm.prank(member);
        programme.pauseAsMember(redemptions, payouts, WHY);
        return now_() + LONGEST;
    }

    function memberLifts(bool redemptions, bool payouts) internal {
        vm.prank(member);
        programme.liftMemberPause(redemptions, payouts);
    }

    function assertPaused(bool redemptions, bool payouts) internal view {
        (IPauses.PauseView memory ofRedemptions, IPauses.PauseView memory ofPayouts) = programme.pauses();
        assertEq(ofRedemptions.isPaused, redemptions, "redemptions are paused");
        assertEq(ofPayouts.isPaused, payouts, "payouts are paused");
    }

    function assertDates(CycleId id, uint256 expiresAt, uint256 graceEndsAt) internal view {
        assertEq(programme.cycleOf(id).expiresAt, expiresAt, "expiry");
        assertEq(programme.cycleOf(id).graceEndsAt, graceEndsAt, "end of grace");
    }
}
