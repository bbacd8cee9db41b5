// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {PausesTest} from "../support/PausesTest.sol";
import {Receipts} from "../support/Receipts.sol";

contract PausedTimeTest is PausesTest {
    function test_GivenACycleIsOpen_WhenThePauseLapses() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        skip(3 days);
        vm.expectEmit(address(programme));
        emit ICycles.CycleTimesChanged(id, expiresAt + LONGEST, graceEndsAt + LONGEST, "PAUSED");
        memberPauses(true, false);
        assertDates(id, expiresAt + LONGEST, graceEndsAt + LONGEST);
        skip(LONGEST);
        assertDates(id, expiresAt + LONGEST, graceEndsAt + LONGEST);
        // Sales of the days that were added count, and no later ones.
        vm.warp(expiresAt + LONGEST);
        uint32 last = uint32((expiresAt + LONGEST) / 1 days);
        redeem(terminal, id, 1, Receipts.sale(FIRST, 5, last));
        bytes memory late = Receipts.sale(FIRST, 5, last + 1);
        bytes memory rejected = Receipts.rejection(0, IRedemptions.Rejection.OutsidePeriod);
        expectReceipts(terminal, id, 2, late, rejected, IRedemptions.Stop.None);
        redeem(terminal, id, 2, late);
    }

    function test_GivenACycleIsOpen_WhenThePauseIsLifted() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        memberPauses(true, true);
        skip(2 days + 5);
        vm.expectEmit(address(programme));
        emit ICycles.CycleTimesChanged(id, expiresAt + 2 days + 5, graceEndsAt + 2 days + 5, "PAUSE-LIFTED");
        memberLifts(true, false);
        assertDates(id, expiresAt + 2 days + 5, graceEndsAt + 2 days + 5);
        memberLifts(false, true);
        assertDates(id, expiresAt + 2 days + 5, graceEndsAt + 2 days + 5);
    }

    function test_GivenACycleIsOpen_WhenOnlyPayoutsArePaused() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        memberPauses(false, true);
        assertDates(id, expiresAt, graceEndsAt);
        memberLifts(false, true);
        assertDates(id, expiresAt, graceEndsAt);
    }

    function test_GivenACycleIsOpen_WhenTheGuardianPauses() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        uint40 since = guardianPauses(true, true);
        assertDates(id, expiresAt, graceEndsAt);
        vm.warp(graceEndsAt + 5 days);
        // Two officers give the time back, also while it is paused and after the grace.
        (expiresAt, graceEndsAt) = (now_() + 10 days, now_() + 20 days);
        listAct(abi.encodeCall(ICycles.extendCycle, (id, expiresAt, graceEndsAt, "PAUSED")));
        guardianLifts(true, true, since);
        assertDates(id, expiresAt, graceEndsAt);
        redeem(terminal, id, 1, sale(FIRST, 5));
        assertEq(programme.cycleOf(id).redeemed, 5);
    }

    function test_GivenACycleIsOpen_WhenMembersPauseOneAfterAnother() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        memberPauses(true, false);
        skip(LONGEST + 1 days);
        vm.prank(secondMember);
        programme.pauseAsMember(true, false, WHY);
        skip(3 days);
        vm.prank(secondMember);
        programme.liftMemberPause(true, false);
        vm.prank(thirdMember);
        programme.pauseAsMember(true, false, WHY);
        skip(LONGEST);
        assertDates(id, expiresAt + 17 days, graceEndsAt + 17 days);
    }

    function test_GivenACycleHasExpiredAndItsGraceRuns() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        vm.warp(expiresAt);
        memberPauses(true, false);
        assertDates(id, expiresAt, graceEndsAt + LONGEST);
        skip(1 days);
        memberLifts(true, false);
        assertDates(id, expiresAt, graceEndsAt + 1 days);
        vm.warp(graceEndsAt + 1 days);
        redeem(terminal, id, 1, Receipts.sale(FIRST, 5, uint32(expiresAt / 1 days)));
        assertEq(programme.cycleOf(id).redeemed, 5);
    }

    function test_GivenTheLastSecondBeforeExpiry() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        vm.warp(expiresAt - 1);
        memberPauses(true, false);
        assertDates(id, expiresAt + LONGEST, graceEndsAt + LONGEST);
        memberLifts(true, false);
        assertDates(id, expiresAt, graceEndsAt);
    }

    function test_GivenTheLastSecondOfGrace() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        vm.warp(graceEndsAt);
        memberPauses(true, false);
        assertDates(id, expiresAt, graceEndsAt + LONGEST);
    }

    function test_GivenTheGraceOfACycleIsOver() public {
        CycleId id = _open(0);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        vm.warp(graceEndsAt + 1);
        memberPauses(true, false);
        assertDates(id, expiresAt, graceEndsAt);
        skip(1 hours);
        memberLifts(true, false);
        assertDates(id, expiresAt, graceEndsAt);
        close(id);
        assertBalances(FUNDS, 0, 0, 0);
    }

    function test_GivenACycleOpensDuringThePause() public {
        CycleId id = _open(2 days);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        memberPauses(true, false);
        assertDates(id, expiresAt + 5 days, graceEndsAt + 5 days);
        skip(3 days);
        memberLifts(true, false);
        assertDates(id, expiresAt + 1 days, graceEndsAt + 1 days);
    }

    function test_GivenACycleOpensAfterThePauseWasLifted() public {
        CycleId id = _open(2 days);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        memberPauses(true, false);
        skip(2 days - 1);
        memberLifts(true, false);
        assertDates(id, expiresAt, graceEndsAt);
    }

    function test_GivenACycleOpensAfterThePause() public {
        CycleId id = _open(LONGEST);
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        memberPauses(true, false);
        assertDates(id, expiresAt, graceEndsAt);
        skip(1);
        memberLifts(true, false);
        assertDates(id, expiresAt, graceEndsAt);
    }

    function test_GivenACycleIsApprovedDuringThePause() public {
        memberPauses(true, false);
        CycleId id = prepare(tenHouseholds());
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(id);
        skip(2 days);
        approve(id);
        assertDates(id, expiresAt + 5 days, graceEndsAt + 5 days);
        load(id);
        skip(1 days);
        memberLifts(true, false);
        assertDates(id, expiresAt + 1 days, graceEndsAt + 1 days);
    }

    function test_GivenACycleIsCancelledDuringThePause() public {
        CycleId first = _open(3 days);
        memberPauses(true, false);
        cancel(first);
        CycleId second = _open(LONGEST);
        assertEq(programme.cycleOf(second).bank, programme.cycleOf(first).bank, "the same bank");
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(second);
        skip(1 days);
        memberLifts(true, false);
        assertDates(second, expiresAt, graceEndsAt);
    }

    function test_GivenACycleIsStoppedDuringThePause() public {
        CycleId id = _open(0);
        uint40 until = memberPauses(true, false);
        skip(2 days);
        uint40 stopped = now_();
        stop(id);
        assertDates(id, stopped, until + 10 days);
        skip(1 days);
        memberLifts(true, false);
        assertDates(id, stopped, stopped + 1 days + 10 days);
        // Stopped when no pause is in force, it has its grace from now on, and keeps it in a pause that follows.
        CycleId other = _open(0);
        stop(other);
        assertDates(other, now_(), now_() + 10 days);
    }

    function test_GivenACycleIsExtendedDuringThePause() public {
        CycleId id = _open(0);
        memberPauses(true, false);
        skip(2 days);
        (uint40 expiresAt, uint40 graceEndsAt) = (now_() + 50 days, now_() + 60 days);
        listAct(abi.encodeCall(ICycles.extendCycle, (id, expiresAt, graceEndsAt, "RAINS")));
        skip(1 days);
        memberLifts(true, false);
        assertDates(id, expiresAt, graceEndsAt);
    }

    function test_GivenSixteenCyclesAreOpen() public {
        CycleId[] memory all = new CycleId[](16);
        for (uint256 i = 0; i < 16; ++i) {
            all[i] = prepare(ListBuilder.even(FIRST, 1, 1));
            approve(all[i]);
        }
        (uint40 expiresAt, uint40 graceEndsAt) = _dates(all[0]);
        uint256 gasBefore = gasleft();
        memberPauses(true, true);
        assertLe(gasBefore - gasleft(), 500_000, "gas of pausing");
        for (uint256 i = 0; i < 16; ++i) assertDates(all[i], expiresAt + LONGEST, graceEndsAt + LONGEST);
        skip(1 days);
        memberLifts(true, true);
        for (uint256 i = 0; i < 16; ++i) assertDates(all[i], expiresAt + 1 days, graceEndsAt + 1 days);
    }

    /// @dev The model counts seconds, one pause at a time: a date moves by what the pause and the time until then have in common.
    function testFuzz_GivenAnyBeginAndAnyEnd(uint256 opens, uint256 begins, uint256 lasts) public {
        opens = bound(opens, 0, 20 days);
        begins = bound(begins, 0, 70 days);
        lasts = bound(lasts, 0, 8 days);
        CycleId id = _open(uint40(opens));
        (uint256 expiresAt, uint256 graceEndsAt) = _dates(id);
        uint256 opensAt = programme.cycleOf(id).opensAt;
        skip(begins);
        uint256 from = now_();
        memberPauses(true, false);
        skip(lasts);
        if (lasts < LONGEST) memberLifts(true, false);
        uint256 until = from + (lasts < LONGEST ? lasts : LONGEST);
        if (from < opensAt) from = opensAt;
        uint256 lost = from < until ? until - from : 0;
        if (from < expiresAt) expiresAt += lost;
        if (from <= graceEndsAt) graceEndsAt += lost;
        assertDates(id, expiresAt, graceEndsAt);
    }

    function _open(uint40 inSeconds) private returns (CycleId) {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.opensAt += inSeconds;
        terms.expiresAt += inSeconds;
        terms.graceEndsAt += inSeconds;
        return openCycle(tenHouseholds(), terms);
    }

    function _dates(CycleId id) private view returns (uint40, uint40) {
        ICycles.CycleView memory cycle = programme.cycleOf(id);
        return (cycle.expiresAt, cycle.graceEndsAt);
    }
}
