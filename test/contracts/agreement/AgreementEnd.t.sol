// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAdvances} from "../../../contracts/interfaces/IAdvances.sol";
import {IAgreementEnd} from "../../../contracts/interfaces/IAgreementEnd.sol";
import {IAgreementSettings} from "../../../contracts/interfaces/IAgreementSettings.sol";
import {IDisputes} from "../../../contracts/interfaces/IDisputes.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract AgreementEndTest is AgreementTest {
    // --- give notice

    function test_GiveNotice_WhenTheAgreementIsNotActive() public {
        bytes memory reason = notActive(IAgreementSettings.AgreementState.Proposed);
        refuseAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)), reason);
        vm.expectRevert(reason);
        vm.prank(partnerAdministrator);
        agreement.giveNoticeAsPartner(REASON);
    }

    function test_GiveNotice_WhenItWasGiven() public {
        start();
        _noticeOfPartner();
        bytes memory reason = abi.encodeWithSelector(
            IAgreementEnd.End_NoticeGivenAlready.selector,
            IAgreementEnd.Party.Partner,
            now_() + NOTICE
        );
        refuseAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)), reason);
        vm.expectRevert(reason);
        vm.prank(partnerAdministrator);
        agreement.giveNoticeAsPartner(REASON);
    }

    function test_GiveNotice_WhenOneWhoIsNoAdministratorSpeaksForThePartner() public {
        start();
        address[3] memory others = [partnerPreparer, administrator, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(missing(partner, Role.Administrator, others[i]));
            vm.prank(others[i]);
            agreement.giveNoticeAsPartner(REASON);
        }
    }

    function test_GiveNotice_WhenEitherSideGivesIt() public {
        start();
        vm.expectEmit(address(agreement));
        emit IAgreementEnd.NoticeGiven(IAgreementEnd.Party.Partner, now_() + NOTICE, REASON);
        _noticeOfPartner();
        vm.prank(partnerAdministrator);
        agreement.withdrawNotice();

        bytes memory act = abi.encodeCall(IAgreementEnd.giveNotice, (REASON));
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectEmit(address(agreement));
        emit IAgreementEnd.NoticeGiven(IAgreementEnd.Party.Agency, now_() + NOTICE, REASON);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        IAgreementEnd.Notice memory n = agreement.notice();
        assertEq(uint256(n.party), uint256(IAgreementEnd.Party.Agency));
        assertEq(n.endsAt, now_() + NOTICE);
        assertEq(n.reason, REASON);
    }

    function test_GiveNotice_WhenTheOtherSideIsSuspended() public {
        start();
        vm.prank(council);
        consortium.suspend(partner);
        agencyAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)));
        agreement.terminate();
        _assertAgreement(IAgreementSettings.AgreementState.Terminated);

        createAgreement(address(asset));
        vm.prank(council);
        consortium.reinstate(partner);
        sign(terms());
        vm.prank(council);
        consortium.suspend(agency);
        _noticeOfPartner();
        agreement.terminate();
        _assertAgreement(IAgreementSettings.AgreementState.Terminated);
    }

    // --- withdraw notice

    function test_WithdrawNotice_WhenThereIsNone() public {
        start();
        vm.expectRevert(IAgreementEnd.End_NoNotice.selector);
        vm.prank(approver);
        agreement.withdrawNotice();
    }

    function test_WithdrawNotice_WhenTheOtherSideOrAStrangerWithdraws() public {
        start();
        _noticeOfPartner();
        vm.expectRevert(missing(partner, Role.Administrator, approver));
        vm.prank(approver);
        agreement.withdrawNotice();
        vm.prank(partnerAdministrator);
        agreement.withdrawNotice();
        agencyAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)));
        vm.expectRevert(missing(agency, Role.Approver, partnerAdministrator));
        vm.prank(partnerAdministrator);
        agreement.withdrawNotice();
    }

    function test_WithdrawNotice_WhenTheSideThatGaveItWithdraws() public {
        start();
        address[2] memory officers = [finance, approver];
        for (uint256 i = 0; i < officers.length; ++i) {
            agencyAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)));
            vm.expectEmit(address(agreement));
            emit IAgreementEnd.NoticeWithdrawn(IAgreementEnd.Party.Agency, officers[i]);
            vm.prank(officers[i]);
            agreement.withdrawNotice();
        }
        assertEq(agreement.notice().endsAt, 0);
        assertEq(agreement.notice().reason, 0);
        skip(NOTICE);
        vm.expectRevert(IAgreementEnd.End_NoNotice.selector);
        agreement.terminate();
        submit(WORK, 1_000 * USD);
    }

    // --- terminate

    function test_Terminate_WhenNobodyGaveNotice() public {
        start();
        vm.expectRevert(IAgreementEnd.End_NoNotice.selector);
        agreement.terminate();
    }

    function test_Terminate_WhenTheNoticeStillRuns() public {
        start();
        _noticeOfPartner();
        uint256 endsAt = now_() + NOTICE;
        vm.warp(endsAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IAgreementEnd.End_NoticeRuns.selector, endsAt));
        agreement.terminate();
    }

    function test_Terminate_WhenItIsOver() public {
        start();
        endByNotice();
        vm.expectRevert(notActive(IAgreementSettings.AgreementState.Terminated));
        agreement.terminate();
    }

    function test_Terminate_GivenNothingWasSubmitted() public {
        start();
        _noticeOfPartner();
        skip(NOTICE);
        vm.expectEmit(address(agreement));
        emit IAgreementEnd.AgreementTerminated(IAgreementEnd.Party.Partner);
        vm.prank(stranger);
        agreement.terminate();
        _assertAgreement(IAgreementSettings.AgreementState.Terminated);
        assertEq(asset.balanceOf(address(agreement)), 0);
        assertState(WORK, IMilestones.MilestoneState.Cancelled);
        assertState(LAST, IMilestones.MilestoneState.Cancelled);
        assertEq(asset.balanceOf(donor), 1_500 * USD);
        assertEq(asset.balanceOf(treasury), 500 * USD);
        assertTies();
    }

    function test_Terminate_GivenMilestonesInEveryState() public {
        start();
        complete(LAST, 200 * USD);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        agencyAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)));
        skip(NOTICE - 1);
        submit(COSTS, 300 * USD);
        submit(ADVANCE, 500 * USD);
        sendBack(ADVANCE, finance);
        skip(1);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestonePaid(WORK, payout, 1_000 * USD);
        vm.expectEmit(address(agreement));
        emit IDisputes.MilestoneDisputed(ADVANCE, address(this), 500 * USD, now_() + ARBITER, 0);
        vm.expectEmit(address(agreement));
        emit IDisputes.MilestoneDisputed(COSTS, address(this), 300 * USD, now_() + ARBITER, 0);
        agreement.terminate();
        // What the monitors verified is paid although the agency was silent.
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertPaid(1_200 * USD);
        assertEq(agreement.money().held, 800 * USD);
        assertTies();

        // What the arbiter does not give goes on to the sources at once.
        decide(COSTS, 100 * USD);
        assertEq(asset.balanceOf(treasury), 200 * USD);
        skip(ARBITER + 1);
        agreement.applyDefault(ADVANCE);
        assertPaid(1_200 * USD + 100 * USD + 300 * USD);
        assertEq(asset.balanceOf(treasury), 400 * USD);
        assertEq(asset.balanceOf(address(agreement)), 0);
        assertTies();
    }

    function test_Terminate_GivenAnOldReturn() public {
        start();
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        endByNotice();
        assertState(WORK, IMilestones.MilestoneState.Cancelled);
        assertEq(agreement.money().held, 0);
    }

    function test_Terminate_GivenAReduction() public {
        start();
        submit(COSTS, 300 * USD);
        verifyAll(COSTS);
        authorise(COSTS, 100 * USD);
        _noticeOfPartner();
        skip(NOTICE - 1);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 400 * USD);
        skip(1);
        agreement.terminate();
        // The old one is final, the new one goes to the arbiter.
        assertState(COSTS, IMilestones.MilestoneState.Paid);
        assertState(WORK, IMilestones.MilestoneState.Disputed);
        assertEq(agreement.money().held, 600 * USD);
        decide(WORK, 600 * USD);
        assertPaid(1_100 * USD);
    }

    function test_Terminate_GivenAPaymentAndAReturnThatTheTokenRefuses() public {
        createAgreement(address(new BlocklistToken(6)));
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        BlocklistToken(address(asset)).setBlocked(payout, true);
        BlocklistToken(address(asset)).setBlocked(treasury, true);
        endByNotice();
        assertState(WORK, IMilestones.MilestoneState.Verified);
        assertEq(agreement.money().reserved, 1_000 * USD);
        assertEq(agreement.money().credited, 500 * USD);
        assertEq(asset.balanceOf(donor), 500 * USD);

        BlocklistToken(address(asset)).setBlocked(payout, false);
        agreement.payMilestone(WORK);
        assertPaid(1_000 * USD);
        assertEq(agreement.money().held, 500 * USD);
        assertTies();
    }

    // --- complete

    function test_Complete_WhenTheAgreementIsNotActive() public {
        vm.expectRevert(notActive(IAgreementSettings.AgreementState.Proposed));
        vm.prank(approver);
        agreement.complete();
    }

    function test_Complete_WhenTheCallerSpeaksForNeitherSide() public {
        start();
        vm.expectRevert(missing(partner, Role.Administrator, stranger));
        vm.prank(stranger);
        agreement.complete();
    }

    function test_Complete_WhenAMilestoneIsOpen() public {
        start();
        complete(WORK, 1_000 * USD);
        completeAdvance();
        complete(COSTS, 300 * USD);
        vm.expectRevert(abi.encodeWithSelector(IAgreementEnd.End_MilestonesOpen.selector, 200 * USD));
        vm.prank(approver);
        agreement.complete();
    }

    function test_Complete_WhenAnAdvanceIsNotAccountedFor() public {
        start();
        complete(WORK, 1_000 * USD);
        complete(ADVANCE, 500 * USD);
        complete(COSTS, 300 * USD);
        complete(LAST, 200 * USD);
        vm.expectRevert(abi.encodeWithSelector(IAdvances.Advances_UnderWay.selector, ADVANCE, 500 * USD));
        vm.prank(approver);
        agreement.complete();
    }

    function test_Complete_WhenNothingIsOpen() public {
        address[3] memory officers = [finance, approver, partnerAdministrator];
        for (uint256 i = 0; i < officers.length; ++i) {
            createAgreement(address(asset));
            start();
            uint256 before = asset.balanceOf(treasury);
            complete(WORK, 1_000 * USD);
            complete(COSTS, 260 * USD);
            complete(LAST, 200 * USD);
            complete(ADVANCE, 500 * USD);
            report(450 * USD);
            acceptSpending(450 * USD);
            refund(50 * USD);
            vm.expectEmit(address(agreement));
            emit IAgreementEnd.AgreementCompleted(officers[i]);
            vm.prank(officers[i]);
            agreement.complete();
            _assertAgreement(IAgreementSettings.AgreementState.Completed);
            assertEq(asset.balanceOf(treasury) - before, 90 * USD);
            assertEq(agreement.money().held, 0);
            assertTies();
        }
    }

    function test_Complete_GivenACompletedAgreement() public {
        test_Complete_WhenNothingIsOpen();
        bytes memory over = notActive(IAgreementSettings.AgreementState.Completed);
        vm.expectRevert(over);
        vm.prank(approver);
        agreement.complete();
        vm.expectRevert(over);
        vm.prank(donor);
        agreement.fund(1, donor);
        vm.expectRevert(over);
        vm.prank(partnerPreparer);
        agreement.submitMilestone(WORK, 1, EVIDENCE, URI);
        refuseAct(abi.encodeWithSelector(agreement.offerTerms.selector, nextTerms()), over);
    }

    // --- helpers

    function _noticeOfPartner() private {
        vm.prank(partnerAdministrator);
        agreement.giveNoticeAsPartner(REASON);
    }

    function _assertAgreement(IAgreementSettings.AgreementState state) private view {
        assertEq(uint256(agreement.state()), uint256(state), "state of the agreement");
    }
}
