// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {PausesTest} from "../support/PausesTest.sol";

/// @notice Reverts with the number 1, whatever it is asked.
contract GrudgingCouncil {
    fallback() external {
        assembly ("memory-safe") {
            mstore(0, 1)
            revert(0, 32)
        }
    }
}

contract PausesLiftsTest is PausesTest {
    function test_LiftGuardianPause_WhenOnlyPayoutsAreNamed() public {
        CycleId id = openCycle(tenHouseholds());
        uint40 since = guardianPauses(true, true);
        guardianLifts(false, true, since);
        assertPaused(true, false);
        _redeems(id, IRedemptions.Stop.Paused);
        guardianLifts(true, false, since);
        _redeems(id, IRedemptions.Stop.None);
    }

    function test_LiftMemberPause_WhenOnlyPayoutsAreNamed() public {
        CycleId id = openCycle(tenHouseholds());
        uint256 expiresAt = programme.cycleOf(id).expiresAt;
        memberPauses(true, true);
        memberLifts(false, true);
        assertPaused(true, false);
        assertDates(id, expiresAt + LONGEST, expiresAt + 10 days + LONGEST);
        _redeems(id, IRedemptions.Stop.Paused);
    }

    function test_LiftMemberPause_WhenRedemptionsAreNamed() public {
        CycleId id = openCycle(tenHouseholds());
        memberPauses(true, false);
        _redeems(id, IRedemptions.Stop.Paused);
        memberLifts(true, false);
        _redeems(id, IRedemptions.Stop.None);
    }

    function test_MayPauseAsMember_WhenAMemberPausedAndLeftTheCouncil() public {
        memberPauses(false, true);
        assertFalse(programme.mayPauseAsMember(member));
        address[] memory removed = new address[](1);
        removed[0] = member;
        ICouncil.Settings memory same = members.settings();
        vm.prank(address(members));
        members.reconfigure(new ICouncil.Member[](0), removed, same);
        assertFalse(programme.mayPauseAsMember(member));
        assertTrue(programme.mayPauseAsMember(secondMember));
    }

    function test_MayPauseAsMember_WhenTheCouncilRefusesToAnswerWithOneWordAsItsReason() public {
        GrudgingCouncil grudging = new GrudgingCouncil();
        vm.prank(address(members));
        consortium.changeCouncil(address(grudging));
        assertFalse(programme.mayPauseAsMember(member));
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_OnlyMember.selector, member));
        vm.prank(member);
        programme.pauseAsMember(true, true, WHY);
    }

    /// @dev One sale, which counts or is stopped.
    function _redeems(CycleId id, IRedemptions.Stop stop) private {
        bytes memory items = sale(FIRST, 10);
        bool counts = stop == IRedemptions.Stop.None;
        expectReceipts(terminal, id, 1, counts ? items : bytes(""), "", stop);
        assertEq(redeem(terminal, id, 1, items), counts ? 2 : 1);
    }
}
