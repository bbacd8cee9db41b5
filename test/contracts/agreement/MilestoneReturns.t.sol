// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract MilestoneReturnsTest is AgreementTest {
    // --- return milestone

    function test_ReturnMilestone_WhenItIsNotUnderReview() public {
        start();
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Planned));
        _return(WORK, monitor, EVIDENCE, IMilestones.Finding.Other);
        submit(COSTS, 300 * USD);
        verifyAll(COSTS);
        authorise(COSTS, 100 * USD);
        vm.expectRevert(wrongState(COSTS, IMilestones.MilestoneState.Verified));
        _return(COSTS, approver, EVIDENCE, IMilestones.Finding.Other);
    }

    function test_ReturnMilestone_WhenOtherEvidenceIsReturned() public {
        start();
        submit(WORK, 1_000 * USD);
        vm.expectRevert(_otherEvidence(WORK));
        _return(WORK, monitor, OTHER_EVIDENCE, IMilestones.Finding.Other);
    }

    function test_ReturnMilestone_WhenThereIsNoFinding() public {
        start();
        submit(WORK, 1_000 * USD);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_FindingInvalid.selector, IMilestones.Finding.None)
        );
        _return(WORK, monitor, EVIDENCE, IMilestones.Finding.None);
    }

    function test_ReturnMilestone_WhenTheCallerIsNeitherMonitorNorOfficerOfTheAgency() public {
        start();
        submit(WORK, 1_000 * USD);
        address[4] memory others = [partnerAdministrator, preparer, otherApprover, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(_notAMonitor(WORK, others[i]));
            _return(WORK, others[i], EVIDENCE, IMilestones.Finding.Other);
        }
    }

    function test_ReturnMilestone_WhenAMonitorReturnsWhatMonitorsAreNotAskedAbout() public {
        start();
        submit(ADVANCE, 500 * USD);
        vm.expectRevert(_notAMonitor(ADVANCE, monitor));
        _return(ADVANCE, monitor, EVIDENCE, IMilestones.Finding.Other);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        vm.expectRevert(_notAMonitor(WORK, thirdMonitor));
        _return(WORK, thirdMonitor, EVIDENCE, IMilestones.Finding.Other);
    }

    function test_ReturnMilestone_WhenAMonitorReturns() public {
        start();
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        verify(WORK, monitor);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneReturned(
            WORK,
            EVIDENCE,
            secondMonitor,
            IMilestones.Finding.InsufficientDocumentation,
            keccak256("report")
        );
        sendBack(WORK, secondMonitor);
        IMilestones.MilestoneView memory v = agreement.milestoneOf(WORK);
        assertState(WORK, IMilestones.MilestoneState.Returned);
        assertEq(uint256(v.finding), uint256(IMilestones.Finding.InsufficientDocumentation));
        assertEq(v.verifications, 0);
        assertEq(v.authorised, 0);
        assertEq(v.periodEndsAt, now_() + REVIEW);
        assertEq(agreement.money().reserved, 1_000 * USD);
    }

    function test_ReturnMilestone_WhenItWasAuthorisedAndIsSubmittedAnew() public {
        start();
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        // The second officer's word was for the first submission: a proposal alone pays nothing, whoever asks for it.
        proposeAuthorisation(WORK, 1_000 * USD);
        assertEq(agreement.milestoneOf(WORK).authorised, 0);
        assertEq(agreement.milestoneOf(WORK).proposed, 1_000 * USD);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NothingToPay.selector, WORK));
        agreement.payMilestone(WORK);
        approveAuthorisation(WORK, 1_000 * USD, IMilestones.Finding.None);
        assertPaid(1_000 * USD);
    }

    function test_ReturnMilestone_WhenOneOfficerOfTheAgencyReturnsWhatMonitorsVerified() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        sendBack(WORK, finance);
        assertState(WORK, IMilestones.MilestoneState.Returned);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        sendBack(WORK, approver);
        assertState(WORK, IMilestones.MilestoneState.Returned);
    }

    // --- helpers

    function _return(MilestoneId id, address by, bytes32 evidence, IMilestones.Finding finding) private {
        vm.prank(by);
        agreement.returnMilestone(id, evidence, finding, 0);
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
