// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract MilestoneAuthorisationTest is AgreementTest {
    // --- propose authorisation

    function test_ProposeAuthorisation_WhenTheCallerIsNotFinanceOfTheAgency() public {
        start();
        submit(WORK, 1_000 * USD);
        address[5] memory others = [approver, preparer, otherFinance, partnerAdministrator, monitor];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(missing(agency, Role.Finance, others[i]));
            _propose(WORK, others[i], 1_000 * USD, IMilestones.Finding.None);
        }
    }

    function test_ProposeAuthorisation_WhenItIsNotUnderReview() public {
        start();
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Planned));
        _propose(WORK, finance, 1_000 * USD, IMilestones.Finding.None);
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Returned));
        _propose(WORK, finance, 1_000 * USD, IMilestones.Finding.None);
    }

    function test_ProposeAuthorisation_WhenItIsAuthorised() public {
        start();
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_AuthorisedAlready.selector, WORK));
        _propose(WORK, finance, 1_000 * USD, IMilestones.Finding.None);
    }

    function test_ProposeAuthorisation_WhenOtherEvidenceWasLookedAt() public {
        start();
        submit(WORK, 1_000 * USD);
        vm.expectRevert(_otherEvidence(EVIDENCE, OTHER_EVIDENCE));
        vm.prank(finance);
        agreement.proposeAuthorisation(WORK, OTHER_EVIDENCE, 1_000 * USD, IMilestones.Finding.None);
    }

    function test_ProposeAuthorisation_WhenTheAmountIsNothingOrAboveTheClaim() public {
        start();
        submit(COSTS, 120 * USD);
        uint128[2] memory amounts = [uint128(0), 120 * USD + 1];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IMilestones.Milestones_AmountInvalid.selector,
                    COSTS,
                    amounts[i],
                    120 * USD
                )
            );
            _propose(COSTS, finance, amounts[i], IMilestones.Finding.None);
        }
    }

    function test_ProposeAuthorisation_WhenTheFindingDoesNotFitTheAmount() public {
        start();
        submit(COSTS, 120 * USD);
        IMilestones.Finding[2] memory findings = [IMilestones.Finding.None, IMilestones.Finding.AboveBudget];
        for (uint128 i = 0; i < 2; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IMilestones.Milestones_FindingInvalid.selector, findings[i])
            );
            _propose(COSTS, finance, (119 + i) * USD, findings[i]);
        }
    }

    function test_ProposeAuthorisation_WhenFinanceProposes() public {
        start();
        submit(COSTS, 120 * USD);
        vm.expectEmit(address(agreement));
        emit IMilestones.AuthorisationProposed(
            COSTS,
            EVIDENCE,
            finance,
            100 * USD,
            IMilestones.Finding.AboveBudget
        );
        proposeAuthorisation(COSTS, 100 * USD);
        IMilestones.MilestoneView memory v = agreement.milestoneOf(COSTS);
        assertEq(v.proposed, 100 * USD);
        assertEq(v.proposer, finance);
        assertEq(v.authorised, 0);
        // With the quorum alone nothing is paid.
        verifyAll(COSTS);
        assertState(COSTS, IMilestones.MilestoneState.Verified);
        assertPaid(0);
    }

    // --- authorise milestone

    function test_AuthoriseMilestone_WhenTheCallerIsNoApproverOfTheAgency() public {
        start();
        submit(WORK, 1_000 * USD);
        proposeAuthorisation(WORK, 1_000 * USD);
        address[5] memory others = [finance, preparer, otherApprover, partnerAdministrator, monitor];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(missing(agency, Role.Approver, others[i]));
            _authorise(others[i], EVIDENCE, 1_000 * USD);
        }
    }

    function test_AuthoriseMilestone_WhenNothingIsProposed() public {
        start();
        submit(WORK, 1_000 * USD);
        bytes memory reason = abi.encodeWithSelector(IMilestones.Milestones_NothingProposed.selector, WORK);
        vm.expectRevert(reason);
        _authorise(approver, EVIDENCE, 1_000 * USD);
        // A return voids the proposal, and the same evidence does not bring it back.
        proposeAuthorisation(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        submit(WORK, 1_000 * USD);
        vm.expectRevert(reason);
        _authorise(approver, EVIDENCE, 1_000 * USD);
    }

    function test_AuthoriseMilestone_WhenTheOfficerProposedIt() public {
        // One address never holds both roles at once, but one after the other.
        start();
        submit(WORK, 1_000 * USD);
        proposeAuthorisation(WORK, 1_000 * USD);
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Finance, finance);
        appoint(Role.Approver, finance);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_SameOfficer.selector, finance));
        _authorise(finance, EVIDENCE, 1_000 * USD);
    }

    function test_AuthoriseMilestone_WhenSomethingElseIsRestated() public {
        start();
        submit(COSTS, 120 * USD);
        proposeAuthorisation(COSTS, 100 * USD);
        bytes memory reason = abi.encodeWithSelector(
            IMilestones.Milestones_OtherAuthorisation.selector,
            COSTS,
            100 * USD,
            IMilestones.Finding.AboveBudget
        );
        vm.startPrank(approver);
        vm.expectRevert(reason);
        agreement.authoriseMilestone(COSTS, EVIDENCE, 101 * USD, IMilestones.Finding.AboveBudget);
        vm.expectRevert(reason);
        agreement.authoriseMilestone(COSTS, EVIDENCE, 100 * USD, IMilestones.Finding.Other);
        vm.stopPrank();
        // A later proposal replaces it.
        proposeAuthorisation(COSTS, 101 * USD);
        approveAuthorisation(COSTS, 101 * USD, IMilestones.Finding.AboveBudget);
        assertEq(agreement.milestoneOf(COSTS).authorised, 101 * USD);
    }

    function test_AuthoriseMilestone_WhenTheEvidenceWasReplacedMeanwhile() public {
        start();
        submit(WORK, 1_000 * USD);
        proposeAuthorisation(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        vm.prank(partnerPreparer);
        agreement.submitMilestone(WORK, 1_000 * USD, OTHER_EVIDENCE, URI);
        vm.expectRevert(_otherEvidence(OTHER_EVIDENCE, EVIDENCE));
        _authorise(approver, EVIDENCE, 1_000 * USD);
    }

    function test_AuthoriseMilestone_WhenItIsNotUnderReviewOrAuthorised() public {
        start();
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Planned));
        _authorise(approver, 0, 1_000 * USD);
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_AuthorisedAlready.selector, WORK));
        _authorise(approver, EVIDENCE, 1_000 * USD);
    }

    function test_AuthoriseMilestone_WhenTheMonitorsHaveNotVerified() public {
        start();
        submit(WORK, 1_000 * USD);
        verify(WORK, monitor);
        authorise(WORK, 1_000 * USD);
        assertState(WORK, IMilestones.MilestoneState.Submitted);
        assertEq(agreement.milestoneOf(WORK).authorised, 1_000 * USD);
        assertEq(agreement.milestoneOf(WORK).proposed, 0);
        assertPaid(0);
    }

    function test_AuthoriseMilestone_WhenTheMonitorsVerifiedBefore() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        proposeAuthorisation(WORK, 1_000 * USD);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneAuthorised(WORK, EVIDENCE, approver, 1_000 * USD, IMilestones.Finding.None);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestonePaid(WORK, payout, 1_000 * USD);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneClosed(WORK, IMilestones.MilestoneState.Paid, 1_000 * USD);
        approveAuthorisation(WORK, 1_000 * USD, IMilestones.Finding.None);

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

    // --- helpers

    function _propose(MilestoneId id, address by, uint128 amount, IMilestones.Finding finding) private {
        vm.prank(by);
        agreement.proposeAuthorisation(id, EVIDENCE, amount, finding);
    }

    function _authorise(address by, bytes32 evidence, uint128 amount) private {
        vm.prank(by);
        agreement.authoriseMilestone(WORK, evidence, amount, IMilestones.Finding.None);
    }

    function _otherEvidence(bytes32 expected, bytes32 given) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMilestones.Milestones_OtherEvidence.selector, WORK, expected, given);
    }
}
