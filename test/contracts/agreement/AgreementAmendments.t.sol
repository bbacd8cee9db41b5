// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract AgreementAmendmentsTest is AgreementTest {
    address private newMonitor = makeAddr("new monitor");

    function setUp() public override {
        super.setUp();
        start();
    }

    // --- milestones

    function test_Milestones_WhenAnAmendmentLeavesOneOut() public {
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones = new IAgreementTerms.MilestoneTerms[](3);
        for (uint256 i = 0; i < 3; ++i) t.milestones[i] = terms().milestones[i];
        refuseAct(
            abi.encodeCall(IAgreementTerms.offerTerms, (t)),
            abi.encodeWithSelector(IAgreementTerms.Terms_Invalid.selector, bytes32("milestones"))
        );
    }

    function test_Milestones_WhenAnAmendmentChangesOneThatIsUnderWayOrOver() public {
        complete(LAST, 200 * USD);
        submit(WORK, 1_000 * USD);
        submit(COSTS, 100 * USD);
        verifyAll(COSTS);
        _refuseChange(WORK);
        _refuseChange(COSTS);
        _refuseChange(LAST);
        sendBack(WORK, monitor);
        dispute(WORK, partnerAdministrator);
        _refuseChange(WORK);
        decide(WORK, 0);
        assertState(WORK, IMilestones.MilestoneState.Cancelled);
        _refuseChange(WORK);
    }

    function test_Milestones_WhenOneIsSubmittedBetweenOfferAndAcceptance() public {
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0].amount = 800 * USD;
        offer(t);
        submit(WORK, 1_000 * USD);
        vm.expectRevert(abi.encodeWithSelector(IAgreementTerms.Terms_MilestoneFixed.selector, WORK));
        vm.prank(partnerAdministrator);
        agreement.acceptTerms(t);
    }

    function test_Milestones_WhenAnAmendmentChangesAPlannedOne() public {
        submit(LAST, 200 * USD);
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0] = IAgreementTerms.MilestoneTerms(
            IAgreementTerms.MilestoneKind.Reimbursement,
            20_900,
            700 * USD,
            keccak256("less")
        );
        sign(t);
        IMilestones.MilestoneView memory v = agreement.milestoneOf(WORK);
        assertEq(v.amount, 700 * USD);
        assertEq(v.dueDay, 20_900);
        assertEq(v.description, keccak256("less"));
        assertEq(uint256(v.kind), uint256(IAgreementTerms.MilestoneKind.Reimbursement));
        assertEq(agreement.money().committed, TOTAL - 300 * USD);
        assertEq(agreement.money().excess, 300 * USD);
        assertState(LAST, IMilestones.MilestoneState.Submitted);
        submit(WORK, 650 * USD);
    }

    function test_Milestones_WhenAnAmendmentChangesAReturnedOne() public {
        submit(ADVANCE, 500 * USD);
        sendBack(ADVANCE, finance);
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[1].amount = 400 * USD;
        sign(t);
        assertState(ADVANCE, IMilestones.MilestoneState.Planned);
        assertEq(agreement.milestoneOf(ADVANCE).claimed, 0);
        assertEq(agreement.milestoneOf(ADVANCE).evidence, 0);
        assertEq(uint256(agreement.milestoneOf(ADVANCE).finding), 0);
        assertEq(agreement.money().reserved, 0);
        assertEq(MilestoneId.unwrap(agreement.advance().milestone), 0);
        assertTies();
        complete(ADVANCE, 400 * USD);
    }

    function test_Milestones_WhenAnAmendmentRestatesAReturnedOne() public {
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        sign(nextTerms());
        assertState(WORK, IMilestones.MilestoneState.Returned);
        assertEq(agreement.money().reserved, 1_000 * USD);
        dispute(WORK, partnerAdministrator);
    }

    function test_Milestones_WhenAnAmendmentCancels() public {
        submit(ADVANCE, 500 * USD);
        sendBack(ADVANCE, finance);
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0].amount = 0;
        t.milestones[1].amount = 0;
        t.milestones[1].kind = IAgreementTerms.MilestoneKind.Deliverable;
        offer(t);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneClosed(WORK, IMilestones.MilestoneState.Cancelled, 0);
        vm.prank(partnerAdministrator);
        agreement.acceptTerms(t);
        assertState(WORK, IMilestones.MilestoneState.Cancelled);
        assertState(ADVANCE, IMilestones.MilestoneState.Cancelled);
        assertEq(agreement.money().committed, 500 * USD);
        assertEq(agreement.money().excess, 1_500 * USD);
        assertEq(MilestoneId.unwrap(agreement.advance().milestone), 0);
        assertTies();

        // The next amendment restates them as cancelled.
        t.version = 3;
        sign(t);
        t.version = 4;
        t.milestones[0].amount = 1;
        refuseAct(
            abi.encodeCall(IAgreementTerms.offerTerms, (t)),
            abi.encodeWithSelector(IAgreementTerms.Terms_MilestoneFixed.selector, WORK)
        );
    }

    function test_Milestones_WhenAnAmendmentAddsOne() public {
        sign(_withFifth());
        assertEq(agreement.milestones(), 5);
        assertEq(agreement.money().committed, TOTAL + 50 * USD);
        assertEq(agreement.money().unfunded, 50 * USD);
        fund(donor, 50 * USD);
        complete(MilestoneId.wrap(5), 50 * USD);
        assertPaid(50 * USD);
    }

    // --- monitors and periods

    function test_MonitorsAndPeriods_GivenASubmissionUnderTheOldTerms() public {
        submit(WORK, 1_000 * USD);
        verify(WORK, monitor);
        sign(_withNewConduct());

        // The old monitors and periods judge it.
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_NotAMonitor.selector, WORK, newMonitor)
        );
        vm.prank(newMonitor);
        agreement.verifyMilestone(WORK, EVIDENCE);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, now_() + REVIEW);
        verify(WORK, secondMonitor);
        assertState(WORK, IMilestones.MilestoneState.Verified);
    }

    function test_MonitorsAndPeriods_GivenASubmissionUnderTheNewTerms() public {
        sign(_withNewConduct());
        submit(WORK, 1_000 * USD);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, now_() + 2 * REVIEW);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NotAMonitor.selector, WORK, monitor));
        vm.prank(monitor);
        agreement.verifyMilestone(WORK, EVIDENCE);
        verify(WORK, newMonitor);
        assertState(WORK, IMilestones.MilestoneState.Verified);
    }

    // --- payout

    function test_Payout_WhenTheOfferNamesAnother() public {
        IAgreementTerms.Terms memory t = nextTerms();
        t.payout = otherPayout;
        bytes memory act = abi.encodeCall(IAgreementTerms.offerTerms, (t));
        uint256 actId = proposeAct(agreement, finance, act);
        uint256 readyAt = now_() + 2 days;
        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_TooEarly.selector, actId, readyAt));
        vm.prank(approver);
        agreement.approveAct(actId, act);
        vm.warp(readyAt);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        vm.prank(partnerAdministrator);
        agreement.acceptTerms(t);
        complete(WORK, 1_000 * USD);
        assertEq(asset.balanceOf(otherPayout), 1_000 * USD);
        assertPaid(0);
    }

    function test_Payout_GivenASubmissionUnderTheOldTerms() public {
        submit(WORK, 1_000 * USD);
        IAgreementTerms.Terms memory t = nextTerms();
        t.payout = otherPayout;
        sign(t);
        verifyAll(WORK);
        authorise(WORK, 1_000 * USD);
        assertEq(asset.balanceOf(otherPayout), 1_000 * USD);
    }

    // --- anything

    /// Whatever amounts an amendment gives to what is planned, the books tie and the paid milestone stays.
    function testFuzz_GivenAnyAmountsForWhatIsPlanned(uint72[3] memory amounts) public {
        complete(WORK, 1_000 * USD);
        bytes memory before = abi.encode(agreement.milestoneOf(WORK));
        IAgreementTerms.Terms memory t = nextTerms();
        uint256 sum = 1_000 * USD;
        for (uint256 i = 0; i < 3; ++i) {
            t.milestones[i + 1].amount = amounts[i];
            sum += amounts[i];
        }
        sign(t);
        assertTies();
        assertEq(agreement.money().committed, sum);
        assertEq(abi.encode(agreement.milestoneOf(WORK)), before);
    }

    // --- helpers

    function _refuseChange(MilestoneId id) private {
        for (uint256 field = 0; field < 3; ++field) {
            IAgreementTerms.Terms memory t = nextTerms();
            IAgreementTerms.MilestoneTerms memory m = t.milestones[MilestoneId.unwrap(id) - 1];
            if (field == 0) m.amount += 1;
            if (field == 1) m.dueDay += 1;
            if (field == 2) m.kind = IAgreementTerms.MilestoneKind.Advance;
            refuseAct(
                abi.encodeCall(IAgreementTerms.offerTerms, (t)),
                abi.encodeWithSelector(IAgreementTerms.Terms_MilestoneFixed.selector, id)
            );
        }
    }

    function _withFifth() private view returns (IAgreementTerms.Terms memory t) {
        t = nextTerms();
        t.milestones = new IAgreementTerms.MilestoneTerms[](5);
        for (uint256 i = 0; i < 4; ++i) t.milestones[i] = terms().milestones[i];
        t.milestones[4] = planned(IAgreementTerms.MilestoneKind.Deliverable, 50 * USD);
    }

    function _withNewConduct() private view returns (IAgreementTerms.Terms memory t) {
        t = nextTerms();
        t.monitors = new address[](1);
        t.monitors[0] = newMonitor;
        t.quorum = 1;
        t.reviewPeriod = 2 * REVIEW;
    }
}
