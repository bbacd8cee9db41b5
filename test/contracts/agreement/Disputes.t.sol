// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IDisputes} from "../../../contracts/interfaces/IDisputes.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract DisputesTest is AgreementTest {
    function setUp() public override {
        super.setUp();
        start();
    }

    // --- dispute milestone

    function test_DisputeMilestone_WhenThereIsNothingToDispute() public {
        _refuseDispute(WORK, wrongState(WORK, IMilestones.MilestoneState.Planned));
        submit(COSTS, 100 * USD);
        sendBack(COSTS, monitor);
        dispute(COSTS, partnerAdministrator);
        _refuseDispute(COSTS, wrongState(COSTS, IMilestones.MilestoneState.Disputed));
        complete(WORK, 1_000 * USD);
        skip(REVIEW + 1);
        _refuseDispute(WORK, wrongState(WORK, IMilestones.MilestoneState.Paid));
    }

    function test_DisputeMilestone_WhenTheReviewStillRuns() public {
        submit(WORK, 1_000 * USD);
        uint256 until = now_() + REVIEW;
        vm.warp(until);
        _refuseDispute(WORK, _reviewRuns(WORK, until));
        verifyAll(WORK);
        _refuseDispute(WORK, _reviewRuns(WORK, until));
    }

    function test_DisputeMilestone_WhenAnybodyButThePartnerDisputesASilence() public {
        submit(WORK, 1_000 * USD);
        skip(REVIEW + 1);
        address[4] memory others = [approver, partnerPreparer, monitor, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(missing(partner, Role.Administrator, others[i]));
            vm.prank(others[i]);
            agreement.disputeMilestone(WORK, REASON);
        }
    }

    function test_DisputeMilestone_WhenMonitorsOrAgencyAreSilent() public {
        submit(WORK, 1_000 * USD);
        authorise(WORK, 900 * USD);
        submit(COSTS, 300 * USD);
        verifyAll(COSTS);
        skip(REVIEW + 1);
        vm.expectEmit(address(agreement));
        emit IDisputes.MilestoneDisputed(WORK, partnerAdministrator, 1_000 * USD, now_() + ARBITER, REASON);
        dispute(WORK, partnerAdministrator);
        assertState(WORK, IMilestones.MilestoneState.Disputed);
        assertEq(agreement.milestoneOf(WORK).periodEndsAt, now_() + ARBITER);
        assertEq(agreement.milestoneOf(WORK).authorised, 0);
        dispute(COSTS, partnerAdministrator);
        assertEq(agreement.money().reserved, 1_300 * USD);
    }

    function test_DisputeMilestone_WhenEitherSideDisputesAReturn() public {
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        submit(COSTS, 300 * USD);
        sendBack(COSTS, finance);
        submit(LAST, 200 * USD);
        sendBack(LAST, approver);
        skip(REVIEW);
        dispute(WORK, partnerAdministrator);
        dispute(COSTS, approver);
        dispute(LAST, finance);
        assertState(WORK, IMilestones.MilestoneState.Disputed);
        assertState(COSTS, IMilestones.MilestoneState.Disputed);
        assertState(LAST, IMilestones.MilestoneState.Disputed);
    }

    function test_DisputeMilestone_WhenAStrangerDisputesAReturn() public {
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        vm.expectRevert(missing(partner, Role.Administrator, stranger));
        vm.prank(stranger);
        agreement.disputeMilestone(WORK, REASON);
    }

    function test_DisputeMilestone_WhenAReturnIsTooOld() public {
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        uint256 until = now_() + REVIEW;
        vm.warp(until + 1);
        _refuseDispute(WORK, _tooLate(WORK, until));
    }

    function test_DisputeMilestone_WhenThePartnerDisputesAReduction() public {
        _reduce();
        skip(REVIEW);
        vm.expectEmit(address(agreement));
        emit IDisputes.MilestoneDisputed(WORK, partnerAdministrator, 400 * USD, now_() + ARBITER, REASON);
        dispute(WORK, partnerAdministrator);
        assertPaid(600 * USD);
        assertEq(agreement.money().reserved, 400 * USD);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Disputed));
        agreement.payMilestone(WORK);
    }

    function test_DisputeMilestone_WhenTheAgencyDisputesItsOwnReduction() public {
        _reduce();
        vm.expectRevert(missing(partner, Role.Administrator, approver));
        vm.prank(approver);
        agreement.disputeMilestone(WORK, REASON);
    }

    function test_DisputeMilestone_WhenAReductionIsTooOld() public {
        _reduce();
        uint256 until = now_() + REVIEW;
        vm.warp(until + 1);
        _refuseDispute(WORK, _tooLate(WORK, until));
    }

    function test_DisputeMilestone_GivenAWholePaymentThatTheTokenRefused() public {
        createAgreement(address(new BlocklistToken(6)));
        start();
        BlocklistToken(address(asset)).setBlocked(payout, true);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 1_000 * USD);
        _refuseDispute(WORK, wrongState(WORK, IMilestones.MilestoneState.Verified));
    }

    // --- decide dispute

    function test_DecideDispute_WhenItIsNotDisputed() public {
        submit(WORK, 1_000 * USD);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Submitted));
        vm.prank(arbiter);
        agreement.decideDispute(WORK, 1, REASON);
    }

    function test_DecideDispute_WhenTheCallerIsNotTheArbiter() public {
        _disputed();
        address[3] memory others = [council, approver, partnerAdministrator];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IDisputes.Disputes_OnlyArbiter.selector, arbiter, others[i])
            );
            vm.prank(others[i]);
            agreement.decideDispute(WORK, 1, REASON);
        }
    }

    function test_DecideDispute_WhenTheArbiterIsTooLate() public {
        _disputed();
        uint256 until = now_() + ARBITER;
        vm.warp(until + 1);
        vm.expectRevert(_tooLate(WORK, until));
        vm.prank(arbiter);
        agreement.decideDispute(WORK, 1, REASON);
        vm.warp(until);
        decide(WORK, 1);
    }

    function test_DecideDispute_WhenMoreThanWhatIsDisputedIsGiven() public {
        _reduce();
        dispute(WORK, partnerAdministrator);
        vm.expectRevert(
            abi.encodeWithSelector(IDisputes.Disputes_AboveDisputed.selector, WORK, 400 * USD + 1, 400 * USD)
        );
        vm.prank(arbiter);
        agreement.decideDispute(WORK, 400 * USD + 1, REASON);
    }

    function test_DecideDispute_WhenTheArbiterSplits() public {
        _disputed();
        vm.expectEmit(address(agreement));
        emit IDisputes.DisputeDecided(WORK, arbiter, 700 * USD, 300 * USD, keccak256("decision"));
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestonePaid(WORK, payout, 700 * USD);
        decide(WORK, 700 * USD);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertTrue(agreement.milestoneOf(WORK).isDecided);
        assertPaid(700 * USD);
        assertEq(agreement.money().excess, 300 * USD);
        assertEq(agreement.money().reserved, 0);
    }

    function test_DecideDispute_WhenThePartnerGetsNothing() public {
        _disputed();
        decide(WORK, 0);
        assertState(WORK, IMilestones.MilestoneState.Cancelled);
        assertPaid(0);
        assertEq(agreement.money().excess, 1_000 * USD);
    }

    function test_DecideDispute_GivenAReductionThatTheTokenRefused() public {
        createAgreement(address(new BlocklistToken(6)));
        start();
        BlocklistToken(address(asset)).setBlocked(payout, true);
        _reduce();
        dispute(WORK, partnerAdministrator);
        decide(WORK, 100 * USD);
        // Both parts are owed, and neither can be disputed again.
        assertState(WORK, IMilestones.MilestoneState.Verified);
        assertEq(agreement.money().reserved, 700 * USD);
        _refuseDispute(WORK, wrongState(WORK, IMilestones.MilestoneState.Verified));
        BlocklistToken(address(asset)).setBlocked(payout, false);
        agreement.payMilestone(WORK);
        assertPaid(700 * USD);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertTies();
    }

    function test_DecideDispute_GivenASilenceAndATokenThatRefuses() public {
        createAgreement(address(new BlocklistToken(6)));
        start();
        BlocklistToken(address(asset)).setBlocked(payout, true);
        _disputed();
        decide(WORK, 700 * USD);
        // Nobody had authorised anything: the arbiter's word does.
        assertEq(agreement.milestoneOf(WORK).authorised, 700 * USD);
        assertEq(agreement.milestoneOf(WORK).proposed, 0);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_AuthorisedAlready.selector, WORK));
        vm.prank(finance);
        agreement.proposeAuthorisation(WORK, EVIDENCE, 1, IMilestones.Finding.AboveBudget);
        BlocklistToken(address(asset)).setBlocked(payout, false);
        agreement.payMilestone(WORK);
        assertPaid(700 * USD);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertTies();
    }

    function test_DecideDispute_GivenAnAmendmentWithAnotherArbiter() public {
        _disputed();
        IAgreementTerms.Terms memory t = nextTerms();
        t.arbiter = council;
        sign(t);
        vm.expectRevert(abi.encodeWithSelector(IDisputes.Disputes_OnlyArbiter.selector, arbiter, council));
        vm.prank(council);
        agreement.decideDispute(WORK, 1, REASON);
        decide(WORK, 1);
    }

    // --- apply default

    function test_ApplyDefault_WhenItIsNotDisputed() public {
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Planned));
        agreement.applyDefault(WORK);
    }

    function test_ApplyDefault_WhenTheArbiterStillHasTime() public {
        _disputed();
        uint256 until = now_() + ARBITER;
        vm.warp(until);
        vm.expectRevert(abi.encodeWithSelector(IDisputes.Disputes_ArbiterHasTime.selector, WORK, until));
        agreement.applyDefault(WORK);
    }

    function test_ApplyDefault_WhenTheArbiterWasSilent() public {
        _disputed();
        skip(ARBITER + 1);
        vm.expectEmit(address(agreement));
        emit IDisputes.DisputeDecided(WORK, address(0), 600 * USD, 400 * USD, 0);
        vm.prank(stranger);
        agreement.applyDefault(WORK);
        assertPaid(600 * USD);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertTies();
    }

    // --- anything

    /// The arbiter splits what is disputed, and nothing else moves.
    function testFuzz_GivenAnyReductionAndSplit(uint128 authorised, uint128 toPartner, bool isSilent) public {
        authorised = uint128(bound(authorised, 1, 1_000 * USD - 1));
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, authorised);
        dispute(WORK, partnerAdministrator);
        uint128 disputed = 1_000 * USD - authorised;
        toPartner = uint128(bound(toPartner, 0, disputed));
        if (isSilent) {
            toPartner = (disputed * SILENCE) / 10_000;
            skip(ARBITER + 1);
            agreement.applyDefault(WORK);
        } else {
            decide(WORK, toPartner);
        }
        assertPaid(authorised + toPartner);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertEq(agreement.money().excess, disputed - toPartner);
        assertTies();
    }

    // --- helpers

    /// @dev Submitted, nobody acted, and the partner went to the arbiter.
    function _disputed() private {
        submit(WORK, 1_000 * USD);
        skip(REVIEW + 1);
        dispute(WORK, partnerAdministrator);
    }

    /// @dev 600 of 1,000 are authorised.
    function _reduce() private {
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 600 * USD);
    }

    function _refuseDispute(MilestoneId id, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(partnerAdministrator);
        agreement.disputeMilestone(id, REASON);
    }

    function _reviewRuns(MilestoneId id, uint256 until) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IDisputes.Disputes_ReviewRuns.selector, id, until);
    }

    function _tooLate(MilestoneId id, uint256 until) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IDisputes.Disputes_TooLate.selector, id, until);
    }
}
