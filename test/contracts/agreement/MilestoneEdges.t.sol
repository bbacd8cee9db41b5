// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDisputes} from "../../../contracts/interfaces/IDisputes.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {ZeroShyToken} from "../../../contracts/testing/ZeroShyToken.sol";
import {AgreementTest} from "../support/AgreementTest.sol";
import {Logs} from "../support/Logs.sol";

contract MilestoneEdgesTest is AgreementTest, Logs {
    // --- review period

    function test_ReviewPeriod_WhenASubmissionIsReturned() public {
        start();
        submit(WORK, 1_000 * USD);
        skip(REVIEW - 1);
        sendBack(WORK, monitor);
        assertEq(agreement.milestoneOf(WORK).since, now_());
        skip(REVIEW);
        dispute(WORK, partnerAdministrator);
        assertState(WORK, IMilestones.MilestoneState.Disputed);
    }

    function test_ReviewPeriod_WhenLessIsAuthorisedAndPaid() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        skip(REVIEW - 1);
        authorise(WORK, 400 * USD);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, now_() + REVIEW);
        skip(REVIEW);
        dispute(WORK, partnerAdministrator);
        decide(WORK, 600 * USD);
        assertPaid(1_000 * USD);
    }

    function test_ReviewPeriod_WhenTheArbiterDecides() public {
        start();
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        dispute(WORK, partnerAdministrator);
        skip(3 days);
        decide(WORK, 1_000 * USD);
        assertEq(agreement.milestoneOf(WORK).since, now_());
    }

    function test_ReviewPeriod_WhenNobodyIsAskedForAReview() public {
        start();
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, 0, "planned");
        submit(WORK, 1_000 * USD);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, now_() + REVIEW, "submitted");
        verifyAll(WORK);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, now_() + REVIEW, "verified, not authorised");
        skip(REVIEW + 1);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, now_() - 1, "it stays known when it ended");
        authorise(WORK, 1_000 * USD);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, 0, "paid");
        submit(LAST, 200 * USD);
        sendBack(LAST, monitor);
        dispute(LAST, partnerAdministrator);
        decide(LAST, 0);
        assertEq(agreement.milestoneOf(LAST).periodEndsAt, 0, "cancelled");
    }

    function test_ReviewPeriod_WhenTheTokenRefusesAWholePayment() public {
        _withBlockedPayout();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 1_000 * USD);
        assertState(WORK, IMilestones.MilestoneState.Verified);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, 0);
    }

    // --- dispute

    function test_Dispute_WhenLessWasProposedAndNotApproved() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        proposeAuthorisation(WORK, 400 * USD);
        skip(REVIEW + 1);
        vm.expectEmit(address(agreement));
        emit IDisputes.MilestoneDisputed(WORK, partnerAdministrator, 1_000 * USD, now_() + ARBITER, REASON);
        dispute(WORK, partnerAdministrator);
        IMilestones.MilestoneView memory v = agreement.milestoneOf(WORK);
        assertEq(v.proposer, address(0));
        assertEq(v.proposed, 0);
        assertEq(v.authorised, 0);
        assertEq(uint256(v.finding), uint256(IMilestones.Finding.None));
        decide(WORK, 1_000 * USD);
        assertPaid(1_000 * USD);
    }

    function test_Dispute_WhenAReturnIsDisputed() public {
        start();
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        dispute(WORK, partnerAdministrator);
        assertEq(
            uint256(agreement.milestoneOf(WORK).finding),
            uint256(IMilestones.Finding.InsufficientDocumentation)
        );
    }

    function test_Dispute_WhenTheArbiterGivesNothing() public {
        createAgreement(address(new ZeroShyToken(6)));
        start();
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        dispute(WORK, partnerAdministrator);
        vm.recordLogs();
        decide(WORK, 0);
        assertEq(countLogs(IMilestones.MilestonePaid.selector), 0, "nothing is paid");
        assertState(WORK, IMilestones.MilestoneState.Cancelled);
        assertTies();
    }

    // --- payment

    function test_Payment_WhenTheTokenRefusedAReductionThatCanStillBeDisputed() public {
        BlocklistToken token = _withBlockedPayout();
        submit(COSTS, 300 * USD);
        verifyAll(COSTS);
        authorise(COSTS, 100 * USD);
        assertPaid(0);
        token.setBlocked(payout, false);
        agreement.payMilestone(COSTS);
        assertPaid(100 * USD);
        dispute(COSTS, partnerAdministrator);
        assertTies();
    }

    function test_Payment_WhenItIsPaidAfterTheEnd() public {
        BlocklistToken token = _withBlockedPayout();
        submit(COSTS, 300 * USD);
        verifyAll(COSTS);
        authorise(COSTS, 100 * USD);
        endByNotice();
        assertEq(agreement.money().held, 300 * USD);
        token.setBlocked(payout, false);
        agreement.payMilestone(COSTS);
        assertPaid(100 * USD);
        assertEq(agreement.money().held, 0);
        assertTies();
    }

    function _withBlockedPayout() private returns (BlocklistToken token) {
        token = new BlocklistToken(6);
        createAgreement(address(token));
        start();
        token.setBlocked(payout, true);
    }
}
