// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract MilestonePaymentsTest is AgreementTest {
    // --- authorise milestone

    function test_AuthoriseMilestone_WhenItIsNotUnderReview() public {
        start();
        refuseAct(
            abi.encodeCall(
                IMilestones.authoriseMilestone,
                (WORK, bytes32(0), 1_000 * USD, IMilestones.Finding.None)
            ),
            wrongState(WORK, IMilestones.MilestoneState.Planned)
        );
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        refuseAct(authorising(WORK, 1_000 * USD), wrongState(WORK, IMilestones.MilestoneState.Returned));
    }

    function test_AuthoriseMilestone_WhenItIsAuthorised() public {
        start();
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        refuseAct(
            authorising(WORK, 1_000 * USD),
            abi.encodeWithSelector(IMilestones.Milestones_AuthorisedAlready.selector, WORK)
        );
    }

    function test_AuthoriseMilestone_WhenTheEvidenceWasReplacedMeanwhile() public {
        start();
        submit(WORK, 1_000 * USD);
        bytes memory act = authorising(WORK, 1_000 * USD);
        uint256 actId = proposeAct(agreement, finance, act);
        sendBack(WORK, monitor);
        vm.prank(partnerPreparer);
        agreement.submitMilestone(WORK, 1_000 * USD, OTHER_EVIDENCE, URI);
        vm.expectRevert(
            abi.encodeWithSelector(
                IMilestones.Milestones_OtherEvidence.selector,
                WORK,
                OTHER_EVIDENCE,
                EVIDENCE
            )
        );
        vm.prank(approver);
        agreement.approveAct(actId, act);
    }

    function test_AuthoriseMilestone_WhenTheAmountIsNothingOrAboveTheClaim() public {
        start();
        submit(COSTS, 120 * USD);
        _refuseAmount(0);
        _refuseAmount(120 * USD + 1);
    }

    function test_AuthoriseMilestone_WhenTheFindingDoesNotFitTheAmount() public {
        start();
        submit(COSTS, 120 * USD);
        _refuseFinding(120 * USD, IMilestones.Finding.AboveBudget);
        _refuseFinding(119 * USD, IMilestones.Finding.None);
    }

    function test_AuthoriseMilestone_WhenTheMonitorsHaveNotVerified() public {
        start();
        submit(WORK, 1_000 * USD);
        verify(WORK, monitor);
        authorise(WORK, 1_000 * USD);
        assertState(WORK, IMilestones.MilestoneState.Submitted);
        assertEq(agreement.milestoneOf(WORK).authorised, 1_000 * USD);
        assertPaid(0);
    }

    function test_AuthoriseMilestone_WhenTheMonitorsVerifiedBefore() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        bytes memory act = authorising(WORK, 1_000 * USD);
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneAuthorised(WORK, EVIDENCE, 1_000 * USD, IMilestones.Finding.None);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestonePaid(WORK, payout, 1_000 * USD);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneClosed(WORK, IMilestones.MilestoneState.Paid, 1_000 * USD);
        vm.prank(approver);
        agreement.approveAct(actId, act);

        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertEq(agreement.milestoneOf(WORK).paid, 1_000 * USD);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, 0);
        assertEq(agreement.money().reserved, 0);
        assertEq(agreement.money().pending, 1_000 * USD);
        assertEq(agreement.money().committed, TOTAL);
        assertPaid(1_000 * USD);
        assertTies();
    }

    function test_AuthoriseMilestone_WhenItIsAnAdvance() public {
        start();
        submit(ADVANCE, 400 * USD);
        authorise(ADVANCE, 400 * USD);
        assertState(ADVANCE, IMilestones.MilestoneState.Paid);
        assertEq(agreement.advance().outstanding, 400 * USD);
        assertPaid(400 * USD);
        // 100 of the limit were not asked for: they are not committed any more.
        assertEq(agreement.money().committed, TOTAL - 100 * USD);
        assertEq(agreement.money().excess, 100 * USD);
    }

    function test_AuthoriseMilestone_WhenLessIsAuthorised() public {
        start();
        submit(COSTS, 300 * USD);
        verifyAll(COSTS);
        authorise(COSTS, 250 * USD);
        IMilestones.MilestoneView memory v = agreement.milestoneOf(COSTS);
        assertState(COSTS, IMilestones.MilestoneState.Verified);
        assertEq(uint256(v.finding), uint256(IMilestones.Finding.AboveBudget));
        assertEq(v.paid, 250 * USD);
        assertEq(v.periodEndsAt, now_() + REVIEW);
        assertEq(agreement.money().reserved, 50 * USD);
        assertPaid(250 * USD);
    }

    // --- pay milestone

    function test_PayMilestone_WhenItIsNotVerified() public {
        start();
        submit(WORK, 1_000 * USD);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Submitted));
        agreement.payMilestone(WORK);
    }

    function test_PayMilestone_WhenItIsNotAuthorised() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        _refusePay();
        // Time does not make up for an authorisation.
        skip(REVIEW + 1);
        _refusePay();
    }

    function test_PayMilestone_WhenAReductionCanStillBeDisputed() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 900 * USD);
        skip(REVIEW);
        _refusePay();
    }

    function test_PayMilestone_WhenNobodyDisputedAReductionInTime() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 900 * USD);
        skip(REVIEW + 1);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneClosed(WORK, IMilestones.MilestoneState.Paid, 900 * USD);
        agreement.payMilestone(WORK);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertEq(agreement.money().excess, 100 * USD);
        assertPaid(900 * USD);
        assertTies();
    }

    function test_PayMilestone_GivenAPaymentThatTheTokenRefused() public {
        BlocklistToken token = new BlocklistToken(6);
        createAgreement(address(token));
        start();
        token.setBlocked(payout, true);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        bytes memory act = authorising(WORK, 1_000 * USD);
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectEmit(address(agreement));
        emit IMilestones.PaymentRefused(WORK, payout, 1_000 * USD);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        assertState(WORK, IMilestones.MilestoneState.Verified);
        assertEq(agreement.money().reserved, 1_000 * USD);
        assertTies();

        // It stands in nobody's way, and an amendment of the payout mends it.
        submit(LAST, 200 * USD);
        agreement.payMilestone(WORK);
        assertState(WORK, IMilestones.MilestoneState.Verified);
        _movePayout();
        agreement.payMilestone(WORK);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertEq(asset.balanceOf(otherPayout), 1_000 * USD);
        assertTies();
    }

    function test_PayMilestone_GivenARefusedAdvance() public {
        BlocklistToken token = new BlocklistToken(6);
        createAgreement(address(token));
        start();
        token.setBlocked(payout, true);
        submit(ADVANCE, 500 * USD);
        authorise(ADVANCE, 500 * USD);
        assertState(ADVANCE, IMilestones.MilestoneState.Verified);
        assertEq(agreement.advance().outstanding, 0);
        token.setBlocked(payout, false);
        agreement.payMilestone(ADVANCE);
        assertState(ADVANCE, IMilestones.MilestoneState.Paid);
        assertEq(agreement.advance().outstanding, 500 * USD);
        assertTies();
    }

    /// What is claimed, verified and authorised in any order and amount is paid once, and never more than authorised.
    function testFuzz_GivenAnyClaimAndAuthorisation(
        uint128 claimed,
        uint128 authorised,
        bool authorisesFirst,
        uint8 decimals
    ) public {
        decimals = uint8(bound(decimals, 0, 24));
        createAgreement(address(new BlocklistToken(decimals)));
        start();
        claimed = uint128(bound(claimed, 1, 300 * USD));
        authorised = uint128(bound(authorised, 1, claimed));
        submit(COSTS, claimed);
        if (authorisesFirst) authorise(COSTS, authorised);
        verifyAll(COSTS);
        if (!authorisesFirst) authorise(COSTS, authorised);
        assertPaid(authorised);
        skip(REVIEW + 1);
        if (authorised < claimed) agreement.payMilestone(COSTS);
        assertState(COSTS, IMilestones.MilestoneState.Paid);
        assertPaid(authorised);
        assertEq(agreement.money().excess, 300 * USD - authorised);
        assertTies();
    }

    // --- helpers

    function _movePayout() private {
        IAgreementTerms.Terms memory t = nextTerms();
        t.payout = otherPayout;
        sign(t);
    }

    function _refusePay() private {
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NothingToPay.selector, WORK));
        agreement.payMilestone(WORK);
    }

    function _refuseAmount(uint128 amount) private {
        refuseAct(
            abi.encodeCall(
                IMilestones.authoriseMilestone,
                (COSTS, EVIDENCE, amount, IMilestones.Finding.None)
            ),
            abi.encodeWithSelector(IMilestones.Milestones_AmountInvalid.selector, COSTS, amount, 120 * USD)
        );
    }

    function _refuseFinding(uint128 amount, IMilestones.Finding finding) private {
        refuseAct(
            abi.encodeCall(IMilestones.authoriseMilestone, (COSTS, EVIDENCE, amount, finding)),
            abi.encodeWithSelector(IMilestones.Milestones_FindingInvalid.selector, finding)
        );
    }
}
