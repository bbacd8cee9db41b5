// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

contract CyclesReleaseTest is ProgrammeTest {
    // --- release cycle

    function test_ReleaseCycle_GivenTheCycleDoesNotAwaitRelease() public {
        CycleId id = prepare(_listOver(400_000e6));
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(_wrongState(id, ICycles.CycleState.Prepared));
        vm.prank(finance);
        programme.releaseCycle(id, termsHash);
    }

    function test_ReleaseCycle_WhenTheCallerIsNoFinanceOfficer() public {
        CycleId id = _awaiting(400_000e6);
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsortium.Consortium_MissingRole.selector,
                agency,
                Role.Finance,
                approver
            )
        );
        vm.prank(approver);
        programme.releaseCycle(id, termsHash);
    }

    function test_ReleaseCycle_WhenOtherTermsAreRestated() public {
        CycleId id = _awaiting(400_000e6);
        vm.expectRevert(
            abi.encodeWithSelector(ICycles.Cycles_OtherTermsRestated.selector, id, hashOf(id), bytes32(0))
        );
        vm.prank(finance);
        programme.releaseCycle(id, 0);
    }

    function test_ReleaseCycle_WhenThePreparerIsAFinanceOfficerToo() public {
        appoint(Role.Finance, preparer);
        CycleId id = _awaiting(400_000e6);
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_PreparerCannotApprove.selector, id, preparer));
        vm.prank(preparer);
        programme.releaseCycle(id, termsHash);
    }

    function test_ReleaseCycle_WhenTheCycleHasExpired() public {
        CycleId id = _awaiting(400_000e6);
        bytes32 termsHash = hashOf(id);
        uint40 expiresAt = termsOf[id].expiresAt;
        vm.warp(expiresAt);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_Expired.selector, id, expiresAt));
        vm.prank(finance);
        programme.releaseCycle(id, termsHash);
    }

    function test_ReleaseCycle_WhenThereIsNotEnoughFreeMoney() public {
        CycleId id = _awaiting(400_000e6);
        bytes32 termsHash = hashOf(id);
        financeAct(abi.encodeCall(IBudget.returnUnspent, (FUNDS - 399_999e6, source)));
        vm.expectRevert(abi.encodeWithSelector(IBudget.Budget_NotEnoughFree.selector, 400_000e6, 399_999e6));
        vm.prank(finance);
        programme.releaseCycle(id, termsHash);
    }

    function test_ReleaseCycle_WhenFinanceReleases() public {
        CycleId id = _awaiting(400_000e6);
        bytes32 termsHash = hashOf(id);
        assertBalances(FUNDS, 0, 0, 0);
        vm.expectEmit(address(programme));
        emit ICycles.CycleReleased(id, finance);
        vm.expectEmit(address(programme));
        emit ICycles.CycleActivated(id, 0, 400_000e6);
        vm.prank(finance);
        programme.releaseCycle(id, termsHash);
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Approved);
        assertBalances(FUNDS - 400_000e6, 400_000e6, 0, 0);
    }

    function test_ReleaseCycle_GivenOtherCyclesWereActivatedMeanwhileAndMoreApproversAreNeeded() public {
        ICycles.Band[] memory strict = new ICycles.Band[](2);
        strict[0] = ICycles.Band(250_000e6, 1, true);
        strict[1] = ICycles.Band(1_000_000e6, 2, true);
        _changeBands(strict);
        CycleId first = prepare(_listOver(200_000e6));
        CycleId second = prepare(_listOver(200_000e6));
        approve(first);
        approve(second);
        _release(first);

        bytes32 termsHash = hashOf(second);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_ApprovalsMissing.selector, second, 1, 2));
        vm.prank(finance);
        programme.releaseCycle(second, termsHash);
        approveBy(secondApprover, second);
        assertTrue(programme.cycleOf(second).state == ICycles.CycleState.AwaitingRelease);
        _release(second);
        assertBalances(FUNDS - 400_000e6, 400_000e6, 0, 0);
    }

    // --- return cycle

    function test_ReturnCycle_WhenTheCallerIsNeitherApproverNorFinance() public {
        CycleId id = prepare(tenHouseholds());
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsortium.Consortium_MissingRole.selector,
                agency,
                Role.Approver,
                preparer
            )
        );
        vm.prank(preparer);
        programme.returnCycle(id, "AMOUNTS");
    }

    function test_ReturnCycle_GivenTheCycleIsApproved() public {
        CycleId id = openCycle(tenHouseholds());
        vm.expectRevert(_wrongState(id, ICycles.CycleState.Approved));
        vm.prank(approver);
        programme.returnCycle(id, "AMOUNTS");
    }

    function test_ReturnCycle_GivenTheCycleIsPrepared() public {
        CycleId id = prepare(tenHouseholds());
        bytes32 termsHash = hashOf(id);
        vm.expectEmit(address(programme));
        emit ICycles.CycleReturned(id, approver, "AMOUNTS");
        vm.prank(approver);
        programme.returnCycle(id, "AMOUNTS");
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Returned);
        vm.expectRevert(_wrongState(id, ICycles.CycleState.Returned));
        vm.prank(approver);
        programme.approveCycle(id, termsHash);
        assertBalances(FUNDS, 0, 0, 0);
    }

    function test_ReturnCycle_GivenTheCycleAwaitsRelease() public {
        CycleId id = _awaiting(400_000e6);
        vm.expectEmit(address(programme));
        emit ICycles.CycleReturned(id, finance, "BUDGET");
        vm.prank(finance);
        programme.returnCycle(id, "BUDGET");
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Returned);
        assertBalances(FUNDS, 0, 0, 0);
    }

    // --- bands

    function test_Bands_GivenTheAmountIsWithinABand() public view {
        _needs(100_000e6, 1, false);
        _needs(100_000e6 + 1, 2, false);
        _needs(300_000e6, 2, false);
        _needs(300_000e6 + 1, 2, true);
        _needs(1_000_000e6, 2, true);
    }

    function test_Bands_GivenTheAmountIsAboveAllBands() public {
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_AboveAllBands.selector, 1_000_000e6 + 1));
        programme.approvalNeeded(1_000_000e6 + 1);
        CycleId id = prepare(_listOver(1_000_000e6 + 1));
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_AboveAllBands.selector, 1_000_000e6 + 1));
        vm.prank(approver);
        programme.approveCycle(id, termsHash);
    }

    function test_Bands_GivenOtherCyclesWereApprovedWithin30Days() public {
        approve(prepare(_listOver(60_000e6)));
        _needs(40_000e6, 1, false);
        _needs(40_000e6 + 1, 2, false);
        CycleId second = prepare(_listOver(60_000e6));
        approve(second);
        assertTrue(programme.cycleOf(second).state == ICycles.CycleState.Prepared);
        approveBy(secondApprover, second);
        assertTrue(programme.cycleOf(second).state == ICycles.CycleState.Approved);
        _needs(180_000e6, 2, false);
        _needs(180_000e6 + 1, 2, true);
        skip(30 days);
        _needs(1, 2, false);
        skip(1);
        _needs(100_000e6, 1, false);
    }

    function test_Bands_GivenACycleWithin30DaysWasCancelledOrClosed() public {
        ICycles.CycleTerms memory terms = draft(_listOver(60_000e6));
        terms.opensAt = now_() + 1 days;
        CycleId id = prepare(_listOver(60_000e6), terms);
        approve(id);
        cancel(id);
        _needs(100_000e6, 1, false);

        terms = draft(_listOver(60_000e6));
        terms.expiresAt = now_() + 1 days;
        terms.graceEndsAt = now_() + 1 days;
        id = prepare(_listOver(60_000e6), terms);
        approve(id);
        finish(id);
        _needs(40_000e6 + 1, 2, false);
    }

    function test_ChangeBands_WhenTheBandsAreInvalid() public {
        ICycles.Band[] memory wrong = new ICycles.Band[](0);
        _refuseBands(wrong, 0);
        wrong = bands();
        wrong[1].upTo = wrong[0].upTo;
        _refuseBands(wrong, 1);
        wrong = bands();
        wrong[2].approvers = 0;
        _refuseBands(wrong, 2);
        wrong = bands();
        wrong[0].upTo = 0;
        _refuseBands(wrong, 0);
    }

    function test_ChangeBands_WhenTwoOfficersAgreeAndTwoDaysHavePassed() public {
        ICycles.Band[] memory narrow = new ICycles.Band[](1);
        narrow[0] = ICycles.Band(10e6, 2, true);
        bytes memory act = abi.encodeCall(ICycles.changeBands, (narrow));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.expectEmit(address(programme));
        emit ICycles.BandsChanged(narrow);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(abi.encode(programme.bands()), abi.encode(narrow));
        _needs(10e6, 2, true);
    }

    // --- helpers

    function _listOver(uint56 total) private pure returns (ListBuilder.List memory) {
        return ListBuilder.even(FIRST, 1, total);
    }

    function _awaiting(uint56 total) private returns (CycleId id) {
        id = prepare(_listOver(total));
        approve(id);
        approveBy(secondApprover, id);
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.AwaitingRelease);
    }

    function _release(CycleId id) private {
        bytes32 termsHash = hashOf(id);
        vm.prank(finance);
        programme.releaseCycle(id, termsHash);
        assertTies();
    }

    function _needs(uint128 total, uint8 approvers, bool needsRelease) private view {
        (uint8 needed, bool isReleased) = programme.approvalNeeded(total);
        assertEq(needed, approvers, "approvers");
        assertEq(isReleased, needsRelease, "release");
    }

    function _changeBands(ICycles.Band[] memory newBands) private {
        bytes memory act = abi.encodeCall(ICycles.changeBands, (newBands));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.prank(approver);
        programme.approveAct(actId, act);
    }

    function _refuseBands(ICycles.Band[] memory newBands, uint256 index) private {
        bytes memory act = abi.encodeCall(ICycles.changeBands, (newBands));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_BandsInvalid.selector, index));
        vm.prank(approver);
        programme.approveAct(actId, act);
    }

    function _wrongState(CycleId id, ICycles.CycleState state) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ICycles.Cycles_WrongState.selector, id, state);
    }
}
