// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementSettings} from "../../../contracts/interfaces/IAgreementSettings.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract MilestonesTest is AgreementTest {
    // --- submit milestone

    function test_SubmitMilestone_WhenTheAgreementIsNotActive() public {
        vm.expectRevert(notActive(IAgreementSettings.AgreementState.Proposed));
        _submit(WORK, 1_000 * USD, EVIDENCE);
    }

    function test_SubmitMilestone_WhenANoticeHasRunOut() public {
        start();
        vm.prank(partnerAdministrator);
        agreement.giveNoticeAsPartner(REASON);
        skip(NOTICE - 1);
        submit(LAST, 200 * USD);
        skip(1);
        vm.expectRevert(notActive(IAgreementSettings.AgreementState.Terminated));
        _submit(WORK, 1_000 * USD, EVIDENCE);
    }

    function test_SubmitMilestone_WhenTheCallerIsNoPreparerOfThePartner() public {
        start();
        address[4] memory others = [partnerAdministrator, preparer, monitor, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(missing(partner, Role.Preparer, others[i]));
            vm.prank(others[i]);
            agreement.submitMilestone(WORK, 1_000 * USD, EVIDENCE, URI);
        }
    }

    function test_SubmitMilestone_WhenThereIsNoSuchMilestone() public {
        start();
        uint32[2] memory unknown = [uint32(0), 5];
        for (uint256 i = 0; i < unknown.length; ++i) {
            MilestoneId id = MilestoneId.wrap(unknown[i]);
            vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_Unknown.selector, id));
            _submit(id, 1, EVIDENCE);
        }
    }

    function test_SubmitMilestone_WhenItIsUnderWayOrOver() public {
        start();
        submit(WORK, 1_000 * USD);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Submitted));
        _submit(WORK, 1_000 * USD, OTHER_EVIDENCE);
        verifyAll(WORK);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Verified));
        _submit(WORK, 1_000 * USD, OTHER_EVIDENCE);
        authorise(WORK, 1_000 * USD);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Paid));
        _submit(WORK, 1_000 * USD, OTHER_EVIDENCE);
    }

    function test_SubmitMilestone_WhenThereIsNoEvidence() public {
        start();
        vm.expectRevert(IMilestones.Milestones_EvidenceMissing.selector);
        _submit(WORK, 1_000 * USD, 0);
    }

    function test_SubmitMilestone_WhenADeliverableClaimsAnotherAmount() public {
        start();
        _refuseClaim(WORK, 1_000 * USD - 1, 1_000 * USD);
        _refuseClaim(WORK, 1_000 * USD + 1, 1_000 * USD);
    }

    function test_SubmitMilestone_WhenALimitedClaimIsNothingOrAboveTheLimit() public {
        start();
        _refuseClaim(COSTS, 0, 300 * USD);
        _refuseClaim(COSTS, 300 * USD + 1, 300 * USD);
        _refuseClaim(ADVANCE, 0, 500 * USD);
        _refuseClaim(ADVANCE, 500 * USD + 1, 500 * USD);
    }

    function test_SubmitMilestone_WhenTheEscrowDoesNotCoverIt() public {
        sign(terms());
        fund(donor, 1_000 * USD - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.Escrow_NotFunded.selector, 1_000 * USD, 1_000 * USD - 1)
        );
        _submit(WORK, 1_000 * USD, EVIDENCE);

        // What another submission has reserved is not free either.
        submit(COSTS, 300 * USD);
        fund(donor, 1);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NotFunded.selector, 1_000 * USD, 700 * USD));
        _submit(WORK, 1_000 * USD, EVIDENCE);
    }

    function test_SubmitMilestone_WhenThePreparerIsAMonitor() public {
        start();
        // Hired for a day to submit, dismissed, and then to verify it: the first step fails, for each monitor.
        address[2] memory monitors = [monitor, secondMonitor];
        for (uint256 i = 0; i < monitors.length; ++i) {
            appointOf(partner, partnerAdministrator, Role.Preparer, monitors[i]);
            vm.expectRevert(
                abi.encodeWithSelector(IMilestones.Milestones_MonitorNotIndependent.selector, monitors[i])
            );
            vm.prank(monitors[i]);
            agreement.submitMilestone(WORK, 1_000 * USD, EVIDENCE, URI);
        }
    }

    function test_SubmitMilestone_WhenAPreparerSubmits() public {
        start();
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneSubmitted(COSTS, EVIDENCE, partnerPreparer, 120 * USD, 1, URI);
        submit(COSTS, 120 * USD);

        IMilestones.MilestoneView memory v = agreement.milestoneOf(COSTS);
        assertState(COSTS, IMilestones.MilestoneState.Submitted);
        assertEq(v.evidence, EVIDENCE);
        assertEq(v.claimed, 120 * USD);
        assertEq(v.termsVersion, 1);
        assertEq(v.since, now_());
        assertEq(v.periodEndsAt, now_() + REVIEW);
        assertEq(agreement.money().reserved, 120 * USD);
    }

    function test_SubmitMilestone_GivenAReturnedMilestone() public {
        start();
        submit(COSTS, 300 * USD);
        verify(COSTS, monitor);
        sendBack(COSTS, secondMonitor);
        _submit(COSTS, 100 * USD, OTHER_EVIDENCE);

        IMilestones.MilestoneView memory v = agreement.milestoneOf(COSTS);
        assertEq(v.verifications, 0);
        assertEq(uint256(v.finding), uint256(IMilestones.Finding.None));
        assertFalse(agreement.hasVerified(COSTS, monitor));
        assertEq(agreement.money().reserved, 100 * USD);
        assertTies();
    }

    // --- verify milestone

    function test_VerifyMilestone_WhenItIsNotSubmitted() public {
        start();
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Planned));
        vm.prank(monitor);
        agreement.verifyMilestone(WORK, EVIDENCE);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Verified));
        vm.prank(thirdMonitor);
        agreement.verifyMilestone(WORK, EVIDENCE);
    }

    function test_VerifyMilestone_WhenTheMonitorLookedAtOtherEvidence() public {
        start();
        submit(WORK, 1_000 * USD);
        vm.expectRevert(_otherEvidence(WORK));
        vm.prank(monitor);
        agreement.verifyMilestone(WORK, OTHER_EVIDENCE);
    }

    function test_VerifyMilestone_WhenItIsAnAdvance() public {
        start();
        submit(ADVANCE, 500 * USD);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NothingToVerify.selector, ADVANCE));
        vm.prank(monitor);
        agreement.verifyMilestone(ADVANCE, EVIDENCE);
    }

    function test_VerifyMilestone_WhenTheCallerIsNoMonitor() public {
        start();
        submit(WORK, 1_000 * USD);
        address[4] memory others = [partnerPreparer, approver, arbiter, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(_notAMonitor(WORK, others[i]));
            vm.prank(others[i]);
            agreement.verifyMilestone(WORK, EVIDENCE);
        }
    }

    function test_VerifyMilestone_WhenTheMonitorVerifiedBefore() public {
        start();
        submit(WORK, 1_000 * USD);
        verify(WORK, monitor);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_VerifiedAlready.selector, WORK, monitor)
        );
        vm.prank(monitor);
        agreement.verifyMilestone(WORK, EVIDENCE);
    }

    function test_VerifyMilestone_WhenTheMonitorBecameAnOfficerOfThePartner() public {
        start();
        submit(WORK, 1_000 * USD);
        appointOf(partner, partnerAdministrator, Role.Monitor, monitor);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_MonitorNotIndependent.selector, monitor)
        );
        vm.prank(monitor);
        agreement.verifyMilestone(WORK, EVIDENCE);
    }

    function test_VerifyMilestone_WhenAMonitorVerifies() public {
        start();
        submit(WORK, 1_000 * USD);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneVerified(WORK, EVIDENCE, secondMonitor, 1);
        verify(WORK, secondMonitor);
        assertState(WORK, IMilestones.MilestoneState.Submitted);
        assertTrue(agreement.hasVerified(WORK, secondMonitor));
        assertFalse(agreement.hasVerified(WORK, monitor));
        assertFalse(agreement.hasVerified(WORK, stranger));

        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneVerified(WORK, EVIDENCE, monitor, 2);
        verify(WORK, monitor);
        assertState(WORK, IMilestones.MilestoneState.Verified);
        assertEq(agreement.milestoneOf(WORK).verifications, 2);
        assertPaid(0);
    }

    function test_VerifyMilestone_WhenTheAgencyAuthorisedBefore() public {
        start();
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        verify(WORK, monitor);
        assertPaid(0);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestonePaid(WORK, payout, 1_000 * USD);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneClosed(WORK, IMilestones.MilestoneState.Paid, 1_000 * USD);
        verify(WORK, thirdMonitor);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertPaid(1_000 * USD);
    }

    // --- helpers

    function _submit(MilestoneId id, uint128 claimed, bytes32 evidence) private {
        vm.prank(partnerPreparer);
        agreement.submitMilestone(id, claimed, evidence, URI);
    }

    function _refuseClaim(MilestoneId id, uint128 claimed, uint128 amount) private {
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_ClaimInvalid.selector, id, claimed, amount)
        );
        _submit(id, claimed, EVIDENCE);
    }

    function _otherEvidence(MilestoneId id) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IMilestones.Milestones_OtherEvidence.selector,
                id,
                EVIDENCE,
                OTHER_EVIDENCE
            );
    }

    function _notAMonitor(MilestoneId id, address account) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMilestones.Milestones_NotAMonitor.selector, id, account);
    }
}
