// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAdvances} from "../../../contracts/interfaces/IAdvances.sol";
import {IAgreementEnd} from "../../../contracts/interfaces/IAgreementEnd.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementFixture} from "./AgreementFixture.sol";

/// @notice What happens in an agreement, in one call each. Each ends with all books tied out ({AgreementFixture-assertTies}).
abstract contract AgreementTest is AgreementFixture {
    function submit(MilestoneId id, uint128 claimed) internal {
        vm.prank(partnerPreparer);
        agreement.submitMilestone(id, claimed, EVIDENCE, URI);
        assertTies();
    }

    function verify(MilestoneId id, address by) internal {
        vm.prank(by);
        agreement.verifyMilestone(id, EVIDENCE);
        assertTies();
    }

    /// @notice Two of the three monitors verify.
    function verifyAll(MilestoneId id) internal {
        verify(id, monitor);
        verify(id, secondMonitor);
    }

    function sendBack(MilestoneId id, address by) internal {
        vm.prank(by);
        agreement.returnMilestone(
            id,
            EVIDENCE,
            IMilestones.Finding.InsufficientDocumentation,
            keccak256("report")
        );
        assertTies();
    }

    /// @notice What a finance officer proposes and an approver restates: the whole claim, or less for being above the budget.
    function findingFor(MilestoneId id, uint128 amount) internal view returns (IMilestones.Finding) {
        bool isWhole = amount == agreement.milestoneOf(id).claimed;
        return isWhole ? IMilestones.Finding.None : IMilestones.Finding.AboveBudget;
    }

    function proposeAuthorisation(MilestoneId id, uint128 amount) internal {
        IMilestones.Finding finding = findingFor(id, amount);
        vm.prank(finance);
        agreement.proposeAuthorisation(id, EVIDENCE, amount, finding);
        assertTies();
    }

    /// @notice The approver restates what is proposed.
    function approveAuthorisation(MilestoneId id, uint128 amount, IMilestones.Finding finding) internal {
        vm.prank(approver);
        agreement.authoriseMilestone(id, EVIDENCE, amount, finding);
    }

    function authorise(MilestoneId id, uint128 amount) internal {
        proposeAuthorisation(id, amount);
        approveAuthorisation(id, amount, findingFor(id, amount));
        assertTies();
    }

    /// @notice Submitted, verified, authorised and paid in full.
    function complete(MilestoneId id, uint128 amount) internal {
        submit(id, amount);
        if (agreement.milestoneOf(id).kind != IAgreementTerms.MilestoneKind.Advance) verifyAll(id);
        authorise(id, amount);
        assertState(id, IMilestones.MilestoneState.Paid);
    }

    /// @notice The advance is paid and all of it spent and accepted.
    function completeAdvance() internal {
        complete(ADVANCE, 500 * USD);
        report(500 * USD);
        acceptSpending(500 * USD);
    }

    function report(uint128 spent) internal {
        vm.prank(partnerPreparer);
        agreement.reportSpending(ADVANCE, spent, EVIDENCE, URI);
    }

    function acceptSpending(uint128 amount) internal {
        IMilestones.Finding finding =
            amount < agreement.advance().reported
                ? IMilestones.Finding.NoProofOfPayment
                : IMilestones.Finding.None;
        agencyAct(abi.encodeCall(IAdvances.acceptSpending, (ADVANCE, EVIDENCE, amount, finding)));
        assertTies();
    }

    function refund(uint128 amount) internal {
        give(payout, amount);
        allow(payout, amount);
        vm.prank(payout);
        agreement.refundAdvance(ADVANCE, amount);
        assertTies();
    }

    function dispute(MilestoneId id, address by) internal {
        vm.prank(by);
        agreement.disputeMilestone(id, REASON);
        assertTies();
    }

    function decide(MilestoneId id, uint128 toPartner) internal {
        vm.prank(arbiter);
        agreement.decideDispute(id, toPartner, keccak256("decision"));
        assertTies();
    }

    /// @notice The agency gave notice and the notice ran out.
    function endByNotice() internal {
        agencyAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)));
        skip(NOTICE);
        agreement.terminate();
        assertTies();
    }
}
