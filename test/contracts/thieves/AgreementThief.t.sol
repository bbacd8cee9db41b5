// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementEnd} from "../../../contracts/interfaces/IAgreementEnd.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IDisputes} from "../../../contracts/interfaces/IDisputes.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

/// @notice Whoever stole one key of an agreement, or is dishonest: what it gets, and what it does not.
contract AgreementThiefTest is AgreementTest {
    address private thiefsOwn = makeAddr("the thief's own address");

    function setUp() public override {
        super.setUp();
        start();
    }

    // --- the preparer of the partner

    function test_ThePreparerOfThePartner_GetsNothingWithoutMonitorsAndTwoOfficers() public {
        submit(WORK, 1_000 * USD);
        submit(ADVANCE, 500 * USD);
        submit(COSTS, 300 * USD);
        vm.startPrank(partnerPreparer);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_NotAMonitor.selector, WORK, partnerPreparer)
        );
        agreement.verifyMilestone(WORK, EVIDENCE);
        vm.expectRevert(missing(agency, Role.Finance, partnerPreparer));
        agreement.proposeAuthorisation(ADVANCE, EVIDENCE, 500 * USD, IMilestones.Finding.None);
        vm.expectRevert(missing(agency, Role.Approver, partnerPreparer));
        agreement.authoriseMilestone(ADVANCE, EVIDENCE, 500 * USD, IMilestones.Finding.None);
        skip(REVIEW + 1);
        // Silence is for the Administrator to dispute.
        vm.expectRevert(missing(partner, Role.Administrator, partnerPreparer));
        agreement.disputeMilestone(WORK, REASON);
        vm.stopPrank();
        _assertNothingPaid();
    }

    // --- the administrator of the partner

    function test_TheAdministratorOfThePartner_CannotMoveThePayout() public {
        IAgreementTerms.Terms memory t = nextTerms();
        t.payout = thiefsOwn;
        bytes memory act = abi.encodeCall(IAgreementTerms.offerTerms, (t));
        bytes memory reason = abi.encodeWithSelector(
            IAgreementTerms.Terms_OtherTermsRestated.selector,
            bytes32(0),
            agreement.hashTerms(t)
        );
        vm.startPrank(partnerAdministrator);
        vm.expectRevert(missing(agency, Role.Finance, partnerAdministrator));
        agreement.proposeAct(act);
        vm.expectRevert(reason);
        agreement.acceptTerms(t);
        vm.stopPrank();
        complete(WORK, 1_000 * USD);
        assertPaid(1_000 * USD);
    }

    /// If monitors, agency and arbiter all sleep, false evidence is worth the share of the terms, paid to the partner's payout.
    function test_TheAdministratorOfThePartner_GetsTheDefaultIfEverybodySleeps() public {
        appointOf(partner, partnerAdministrator, Role.Preparer, thiefsOwn);
        vm.prank(thiefsOwn);
        agreement.submitMilestone(WORK, 1_000 * USD, keccak256("false"), "");
        skip(REVIEW + 1);
        dispute(WORK, partnerAdministrator);
        skip(ARBITER + 1);
        agreement.applyDefault(WORK);
        assertPaid(600 * USD);
        assertEq(asset.balanceOf(thiefsOwn), 0);
    }

    function test_TheAdministratorOfThePartner_GetsNothingIfOneReviewerIsAwake() public {
        submit(WORK, 1_000 * USD);
        sendBack(WORK, thirdMonitor);
        skip(REVIEW + 1);
        vm.expectPartialRevert(IDisputes.Disputes_TooLate.selector);
        vm.prank(partnerAdministrator);
        agreement.disputeMilestone(WORK, REASON);
        _assertNothingPaid();
    }

    // --- a monitor

    function test_AMonitor_CountsOnceAndPaysNothing() public {
        submit(WORK, 1_000 * USD);
        verify(WORK, monitor);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_VerifiedAlready.selector, WORK, monitor)
        );
        vm.prank(monitor);
        agreement.verifyMilestone(WORK, EVIDENCE);
        authorise(WORK, 1_000 * USD);
        assertState(WORK, IMilestones.MilestoneState.Submitted);
        _assertNothingPaid();
    }

    /// It can return everything, which delays, until the partner asks the arbiter or both sides name another monitor.
    function test_AMonitor_DelaysUntilTheArbiterDecides() public {
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        dispute(WORK, partnerAdministrator);
        decide(WORK, 1_000 * USD);
        assertPaid(1_000 * USD);

        IAgreementTerms.Terms memory t = nextTerms();
        t.monitors[0] = makeAddr("another monitor");
        sign(t);
        submit(LAST, 200 * USD);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NotAMonitor.selector, LAST, monitor));
        vm.prank(monitor);
        agreement.returnMilestone(LAST, EVIDENCE, IMilestones.Finding.Other, 0);
    }

    /// All monitors and the partner together: the agency's two officers still stand between them and the money.
    function test_AMonitor_WithAllOthersAndThePartnerGetsNothing() public {
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        skip(365 days);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NothingToPay.selector, WORK));
        agreement.payMilestone(WORK);
        _assertNothingPaid();
    }

    // --- the arbiter

    function test_TheArbiter_OnlySplitsWhatIsDisputed() public {
        vm.startPrank(arbiter);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Planned));
        agreement.decideDispute(WORK, 1_000 * USD, REASON);
        vm.expectRevert(missing(partner, Role.Administrator, arbiter));
        agreement.disputeMilestone(WORK, REASON);
        vm.stopPrank();

        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 900 * USD);
        dispute(WORK, partnerAdministrator);
        vm.expectRevert(
            abi.encodeWithSelector(IDisputes.Disputes_AboveDisputed.selector, WORK, 1_000 * USD, 100 * USD)
        );
        vm.prank(arbiter);
        agreement.decideDispute(WORK, 1_000 * USD, REASON);
        decide(WORK, 100 * USD);
        // Everything that left went to the payout; nothing to the arbiter.
        assertPaid(1_000 * USD);
        assertEq(asset.balanceOf(arbiter), 0);
        assertEq(asset.balanceOf(address(agreement)), 1_000 * USD);
    }

    // --- one officer of the agency

    function test_OneOfficerOfTheAgency_PaysNothing() public {
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        vm.startPrank(finance);
        agreement.proposeAuthorisation(WORK, EVIDENCE, 1_000 * USD, IMilestones.Finding.None);
        vm.expectRevert(missing(agency, Role.Approver, finance));
        agreement.authoriseMilestone(WORK, EVIDENCE, 1_000 * USD, IMilestones.Finding.None);
        vm.stopPrank();
        submit(COSTS, 300 * USD);
        verifyAll(COSTS);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NothingProposed.selector, COSTS));
        vm.prank(approver);
        agreement.authoriseMilestone(COSTS, EVIDENCE, 300 * USD, IMilestones.Finding.None);
        bytes memory act = abi.encodeCall(IEscrow.recordSource, (thiefsOwn, "mine"));
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectRevert(missing(agency, Role.Approver, finance));
        vm.prank(finance);
        agreement.approveAct(actId, act);
        _assertNothingPaid();
    }

    function test_OneOfficerOfTheAgency_DelaysWhatIsDueUntilTheArbiterDecides() public {
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        sendBack(WORK, approver);
        dispute(WORK, partnerAdministrator);
        decide(WORK, 1_000 * USD);
        assertPaid(1_000 * USD);
    }

    // --- two officers of the agency together

    /// They can neither send the escrow to themselves nor take it back from the partner; the worst is an advance to the partner's payout.
    function test_TwoOfficersOfTheAgencyTogether_SendNothingToThemselves() public {
        recordSource(thiefsOwn);
        refuseAct(
            abi.encodeCall(IEscrow.returnExcess, (1)),
            abi.encodeWithSelector(IEscrow.Escrow_AboveExcess.selector, 1, 0)
        );
        IAgreementTerms.Terms memory t = nextTerms();
        t.payout = thiefsOwn;
        offer(t);
        assertEq(agreement.conductOf(agreement.version()).payout, payout);
        // Notice gives the sources back what they brought: the thief's own source brought nothing.
        endByNotice();
        assertEq(asset.balanceOf(thiefsOwn), 0);
        assertEq(asset.balanceOf(donor), 1_500 * USD);
        assertEq(asset.balanceOf(treasury), 500 * USD);
    }

    function test_TwoOfficersOfTheAgencyTogether_CannotFobThePartnerOffWithACent() public {
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 1);
        dispute(WORK, partnerAdministrator);
        decide(WORK, 1_000 * USD - 1);
        assertPaid(1_000 * USD);
    }

    // --- a changed payout

    /// A thief with an officer's key of each side, and a careless approver: everybody has two days to see the offer.
    function test_AChangedPayout_WaitsTwoDaysInTheOpen() public {
        IAgreementTerms.Terms memory t = nextTerms();
        t.payout = thiefsOwn;
        bytes memory act = abi.encodeCall(IAgreementTerms.offerTerms, (t));
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectPartialRevert(IDualControl.DualControl_TooEarly.selector);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        // Somebody awake withdraws it.
        vm.prank(secondApprover);
        agreement.withdrawAct(actId, act);
        skip(2 days);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_NotOpen.selector, actId));
        vm.prank(approver);
        agreement.approveAct(actId, act);
    }

    // --- an outsider

    function test_AnOutsider_MovesNothing() public {
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        submit(COSTS, 300 * USD);
        bytes[10] memory calls = [
            abi.encodeCall(IMilestones.submitMilestone, (LAST, 200 * USD, EVIDENCE, URI)),
            abi.encodeCall(IMilestones.verifyMilestone, (COSTS, EVIDENCE)),
            abi.encodeCall(IMilestones.returnMilestone, (COSTS, EVIDENCE, IMilestones.Finding.Other, 0)),
            abi.encodeCall(IMilestones.payMilestone, (WORK)),
            abi.encodeCall(IAgreementTerms.acceptTerms, (nextTerms())),
            abi.encodeCall(IDisputes.disputeMilestone, (WORK, REASON)),
            abi.encodeCall(IDisputes.applyDefault, (WORK)),
            abi.encodeCall(IAgreementEnd.giveNoticeAsPartner, (REASON)),
            abi.encodeCall(IAgreementEnd.terminate, ()),
            abi.encodeCall(IAgreementEnd.complete, ())
        ];
        skip(REVIEW + 1);
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(thiefsOwn);
            (bool isDone, ) = address(agreement).call(calls[i]);
            assertFalse(isDone);
        }
        _assertNothingPaid();
    }

    function _assertNothingPaid() private view {
        assertPaid(0);
        assertEq(asset.balanceOf(thiefsOwn), 0);
        assertEq(asset.balanceOf(address(agreement)), TOTAL);
        assertTies();
    }
}
