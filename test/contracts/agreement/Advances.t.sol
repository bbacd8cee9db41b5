// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAdvances} from "../../../contracts/interfaces/IAdvances.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract AdvancesTest is AgreementTest {
    /// @dev A second advance, of 100.
    MilestoneId private constant SECOND = MilestoneId.wrap(5);

    function setUp() public override {
        super.setUp();
        start();
    }

    // --- the next advance

    function test_TheNextAdvance_WhenOneIsUnderWay() public {
        _addSecond();
        submit(ADVANCE, 500 * USD);
        _refuseSecond(0);
        sendBack(ADVANCE, finance);
        _refuseSecond(0);
        submit(ADVANCE, 500 * USD);
        authorise(ADVANCE, 500 * USD);
        _refuseSecond(500 * USD);
        report(499 * USD);
        acceptSpending(499 * USD);
        _refuseSecond(1 * USD);
        // Work that is done goes on.
        complete(WORK, 1_000 * USD);
    }

    function test_TheNextAdvance_WhenAllIsAccountedFor() public {
        _addSecond();
        completeAdvance();
        submit(SECOND, 100 * USD);
        authorise(SECOND, 100 * USD);
        assertEq(MilestoneId.unwrap(agreement.advance().milestone), 5);
        assertEq(agreement.advance().outstanding, 100 * USD);
    }

    function test_TheNextAdvance_WhenTheArbiterGaveNothing() public {
        _addSecond();
        submit(ADVANCE, 500 * USD);
        sendBack(ADVANCE, finance);
        dispute(ADVANCE, partnerAdministrator);
        decide(ADVANCE, 0);
        assertState(ADVANCE, IMilestones.MilestoneState.Cancelled);
        submit(SECOND, 100 * USD);
    }

    // --- report spending

    function test_ReportSpending_WhenTheCallerIsNoPreparerOfThePartner() public {
        complete(ADVANCE, 500 * USD);
        vm.expectRevert(missing(partner, Role.Preparer, partnerAdministrator));
        vm.prank(partnerAdministrator);
        agreement.reportSpending(ADVANCE, 1, EVIDENCE, URI);
    }

    function test_ReportSpending_WhenNoAdvanceIsOutstanding() public {
        _refuseReport(ADVANCE, 1, _noneOutstanding(ADVANCE));
        submit(ADVANCE, 500 * USD);
        _refuseReport(ADVANCE, 1, _noneOutstanding(ADVANCE));
        authorise(ADVANCE, 500 * USD);
        _refuseReport(WORK, 1, _noneOutstanding(WORK));
    }

    function test_ReportSpending_WhenTheAmountIsNothingOrAboveWhatIsOutstanding() public {
        complete(ADVANCE, 400 * USD);
        _refuseReport(ADVANCE, 0, abi.encodeWithSelector(IEscrow.Escrow_ZeroAmount.selector));
        _refuseReport(ADVANCE, 400 * USD + 1, _aboveOutstanding(400 * USD + 1, 400 * USD));
    }

    function test_ReportSpending_WhenThereIsNoEvidence() public {
        complete(ADVANCE, 500 * USD);
        vm.expectRevert(IMilestones.Milestones_EvidenceMissing.selector);
        vm.prank(partnerPreparer);
        agreement.reportSpending(ADVANCE, 1, 0, URI);
    }

    function test_ReportSpending_WhenAPreparerReports() public {
        complete(ADVANCE, 500 * USD);
        vm.expectEmit(address(agreement));
        emit IAdvances.SpendingReported(ADVANCE, EVIDENCE, partnerPreparer, 300 * USD, URI);
        report(300 * USD);
        IAdvances.Advance memory a = agreement.advance();
        assertEq(a.outstanding, 500 * USD);
        assertEq(a.reported, 300 * USD);
        assertEq(a.evidence, EVIDENCE);
    }

    // --- accept spending

    function test_AcceptSpending_WhenNothingIsReported() public {
        complete(ADVANCE, 500 * USD);
        _refuseAcceptance(ADVANCE, EVIDENCE, 1, IMilestones.Finding.None, _noneOutstanding(ADVANCE));
        report(300 * USD);
        _refuseAcceptance(WORK, EVIDENCE, 300 * USD, IMilestones.Finding.None, _noneOutstanding(WORK));
    }

    function test_AcceptSpending_WhenTheReportWasReplacedMeanwhile() public {
        complete(ADVANCE, 500 * USD);
        report(300 * USD);
        _refuseAcceptance(
            ADVANCE,
            OTHER_EVIDENCE,
            300 * USD,
            IMilestones.Finding.None,
            abi.encodeWithSelector(IAdvances.Advances_OtherReport.selector, EVIDENCE, OTHER_EVIDENCE)
        );
    }

    function test_AcceptSpending_WhenMoreThanReportedIsAccepted() public {
        complete(ADVANCE, 500 * USD);
        report(300 * USD);
        _refuseAcceptance(
            ADVANCE,
            EVIDENCE,
            300 * USD + 1,
            IMilestones.Finding.None,
            abi.encodeWithSelector(
                IMilestones.Milestones_AmountInvalid.selector,
                ADVANCE,
                300 * USD + 1,
                300 * USD
            )
        );
    }

    function test_AcceptSpending_WhenPartOfItWasRefundedMeanwhile() public {
        complete(ADVANCE, 500 * USD);
        report(500 * USD);
        refund(100 * USD);
        _refuseAcceptance(
            ADVANCE,
            EVIDENCE,
            500 * USD,
            IMilestones.Finding.None,
            _aboveOutstanding(500 * USD, 400 * USD)
        );
        acceptSpending(400 * USD);
        assertEq(MilestoneId.unwrap(agreement.advance().milestone), 0);
    }

    function test_AcceptSpending_WhenTheFindingDoesNotFitTheAmount() public {
        complete(ADVANCE, 500 * USD);
        report(300 * USD);
        IMilestones.Finding[2] memory findings = [
            IMilestones.Finding.None,
            IMilestones.Finding.NoProofOfPayment
        ];
        for (uint128 i = 0; i < 2; ++i) {
            _refuseAcceptance(
                ADVANCE,
                EVIDENCE,
                299 * USD + i * USD,
                findings[i],
                abi.encodeWithSelector(IMilestones.Milestones_FindingInvalid.selector, findings[i])
            );
        }
    }

    function test_AcceptSpending_WhenLessIsAccepted() public {
        complete(ADVANCE, 500 * USD);
        report(300 * USD);
        bytes memory act = abi.encodeCall(
            IAdvances.acceptSpending,
            (ADVANCE, EVIDENCE, 0, IMilestones.Finding.NoProofOfPayment)
        );
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectEmit(address(agreement));
        emit IAdvances.SpendingAccepted(ADVANCE, EVIDENCE, 0, IMilestones.Finding.NoProofOfPayment);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        assertEq(agreement.advance().outstanding, 500 * USD);
        assertEq(agreement.advance().reported, 0);
        assertEq(agreement.advance().evidence, 0);
    }

    function test_AcceptSpending_WhenAllIsAccepted() public {
        complete(ADVANCE, 500 * USD);
        bytes memory paid = abi.encode(agreement.milestoneOf(ADVANCE));
        report(500 * USD);
        bytes memory act = abi.encodeCall(
            IAdvances.acceptSpending,
            (ADVANCE, EVIDENCE, 500 * USD, IMilestones.Finding.None)
        );
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectEmit(address(agreement));
        emit IAdvances.SpendingAccepted(ADVANCE, EVIDENCE, 500 * USD, IMilestones.Finding.None);
        vm.expectEmit(address(agreement));
        emit IAdvances.AdvanceAccountedFor(ADVANCE);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        assertEq(MilestoneId.unwrap(agreement.advance().milestone), 0);
        assertEq(abi.encode(agreement.milestoneOf(ADVANCE)), paid);
    }

    // --- refund advance

    function test_RefundAdvance_WhenNoAdvanceIsOutstanding() public {
        vm.expectRevert(_noneOutstanding(ADVANCE));
        agreement.refundAdvance(ADVANCE, 1);
    }

    function test_RefundAdvance_WhenTheAmountIsNothingOrAboveWhatIsOutstanding() public {
        complete(ADVANCE, 500 * USD);
        vm.expectRevert(IEscrow.Escrow_ZeroAmount.selector);
        agreement.refundAdvance(ADVANCE, 0);
        vm.expectRevert(_aboveOutstanding(500 * USD + 1, 500 * USD));
        agreement.refundAdvance(ADVANCE, 500 * USD + 1);
    }

    function test_RefundAdvance_WhenTheUnspentPartComesBack() public {
        complete(ADVANCE, 500 * USD);
        report(380 * USD);
        acceptSpending(380 * USD);
        give(stranger, 120 * USD);
        allow(stranger, 120 * USD);
        vm.expectEmit(address(agreement));
        emit IAdvances.AdvanceRefunded(ADVANCE, stranger, 120 * USD);
        vm.expectEmit(address(agreement));
        emit IAdvances.AdvanceAccountedFor(ADVANCE);
        vm.prank(stranger);
        agreement.refundAdvance(ADVANCE, 120 * USD);
        assertEq(agreement.money().refunded, 120 * USD);
        assertEq(agreement.money().excess, 120 * USD);
        assertTies();
    }

    function test_RefundAdvance_GivenTheAgreementIsOver() public {
        complete(ADVANCE, 500 * USD);
        endByNotice();
        uint256 before = asset.balanceOf(treasury) + asset.balanceOf(donor);
        refund(200 * USD);
        assertEq(asset.balanceOf(treasury) + asset.balanceOf(donor), before + 200 * USD);
        assertEq(agreement.money().held, 0);
        assertEq(agreement.advance().outstanding, 300 * USD);
        report(300 * USD);
        acceptSpending(300 * USD);
        assertEq(MilestoneId.unwrap(agreement.advance().milestone), 0);
    }

    // --- an advance that was cut

    function test_AnAdvanceThatWasCut_WhenItIsAccountedForBeforeTheReductionIsFinal() public {
        _addSecond();
        submit(ADVANCE, 500 * USD);
        authorise(ADVANCE, 400 * USD);
        report(400 * USD);
        acceptSpending(400 * USD);
        // The partner may still get the rest, so it is under way.
        _refuseSecond(0);
        skip(REVIEW + 1);
        agreement.payMilestone(ADVANCE);
        assertEq(MilestoneId.unwrap(agreement.advance().milestone), 0);
        submit(SECOND, 100 * USD);
    }

    // --- anything

    /// However it is spent, cut and refunded, the advance is accounted for exactly when nothing is outstanding.
    function testFuzz_GivenAnySpendingAndRefund(uint128 paid, uint128 accepted, uint128 refunded) public {
        paid = uint128(bound(paid, 1, 500 * USD));
        complete(ADVANCE, paid);
        accepted = uint128(bound(accepted, 0, paid));
        report(paid);
        acceptSpending(accepted);
        refunded = uint128(bound(refunded, 0, paid - accepted));
        if (refunded > 0) refund(refunded);
        assertEq(agreement.advance().outstanding, paid - accepted - refunded);
        assertEq(MilestoneId.unwrap(agreement.advance().milestone) == 0, accepted + refunded == paid);
        assertTies();
    }

    // --- helpers

    function _addSecond() private {
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones = new IAgreementTerms.MilestoneTerms[](5);
        for (uint256 i = 0; i < 4; ++i) t.milestones[i] = terms().milestones[i];
        t.milestones[4] = planned(IAgreementTerms.MilestoneKind.Advance, 100 * USD);
        sign(t);
        fund(donor, 100 * USD);
    }

    function _refuseSecond(uint256 outstanding) private {
        vm.expectRevert(abi.encodeWithSelector(IAdvances.Advances_UnderWay.selector, ADVANCE, outstanding));
        vm.prank(partnerPreparer);
        agreement.submitMilestone(SECOND, 100 * USD, EVIDENCE, URI);
    }

    function _refuseReport(MilestoneId id, uint128 spent, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(partnerPreparer);
        agreement.reportSpending(id, spent, EVIDENCE, URI);
    }

    function _refuseAcceptance(
        MilestoneId id,
        bytes32 evidence,
        uint128 amount,
        IMilestones.Finding finding,
        bytes memory reason
    ) private {
        refuseAct(abi.encodeCall(IAdvances.acceptSpending, (id, evidence, amount, finding)), reason);
    }

    function _noneOutstanding(MilestoneId id) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IAdvances.Advances_NoneOutstanding.selector, id);
    }

    function _aboveOutstanding(uint256 amount, uint256 outstanding) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IAdvances.Advances_AboveOutstanding.selector,
                ADVANCE,
                amount,
                outstanding
            );
    }
}
