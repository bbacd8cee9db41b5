// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAdvances} from "../../../contracts/interfaces/IAdvances.sol";
import {IAgreementSettings} from "../../../contracts/interfaces/IAgreementSettings.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IDisputes} from "../../../contracts/interfaces/IDisputes.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../support/AgreementTest.sol";
import {Logs} from "../support/Logs.sol";

contract AgreementEdgesTest is AgreementTest, Logs {
    // --- settings

    function test_Settings_WhenTheTokenHas36Decimals() public {
        createAgreement(address(new PlainToken(36)));
        assertEq(agreement.assetScale(), 1e30);
    }

    // --- terms

    function test_Terms_WhenShareAndNoticeAreAtTheirLimits() public {
        IAgreementTerms.Terms memory t = terms();
        t.silenceShare = 10_000;
        t.noticePeriod = 90 days;
        sign(t);
        assertEq(agreement.conductOf(1).silenceShare, 10_000);
        assertEq(agreement.conductOf(1).noticePeriod, 90 days);
    }

    function test_Terms_WhenTheOfferIsAcceptedOrDropped() public {
        sign(terms());
        assertEq(agreement.offer().termsHash, 0);
        assertEq(agreement.offer().lapsesAt, 0);
        offer(nextTerms());
        bytes32 termsHash = agreement.offer().termsHash;
        vm.prank(finance);
        agreement.dropOffer(termsHash, REASON);
        assertEq(agreement.offer().termsHash, 0);
        assertEq(agreement.offer().lapsesAt, 0);
    }

    function test_Terms_WhenTheAgreementEndsBeforeTheOfferIsAccepted() public {
        start();
        vm.prank(partnerAdministrator);
        agreement.giveNoticeAsPartner(REASON);
        skip(NOTICE - 1);
        IAgreementTerms.Terms memory t = nextTerms();
        offer(t);
        skip(1);
        agreement.terminate();
        vm.expectRevert(notActive(IAgreementSettings.AgreementState.Terminated));
        vm.prank(partnerAdministrator);
        agreement.acceptTerms(t);
    }

    // --- amendments

    function test_Amendments_WhenTheOneThatIsAddedIsEmptyOrForNothing() public {
        start();
        IAgreementTerms.Terms memory t = _withFifth();
        t.milestones[4].amount = 0;
        _refuseMilestone(t, MilestoneId.wrap(5));
        delete t.milestones[4];
        _refuseMilestone(t, MilestoneId.wrap(5));
    }

    function test_Amendments_WhenOneIsCancelledWithOtherWords() public {
        start();
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0].amount = 0;
        t.milestones[0].dueDay = DUE_DAY + 1;
        t.milestones[0].description = keccak256("not needed any more");
        sign(t);
        assertEq(agreement.milestoneOf(WORK).dueDay, DUE_DAY + 1);
        assertEq(agreement.milestoneOf(WORK).description, keccak256("not needed any more"));
        // Restating what is in force is no change.
        t.version = 3;
        sign(t);
        assertEq(agreement.version(), 3);
    }

    function test_Amendments_WhenOnlyTheWordsChange() public {
        start();
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0].description = keccak256("said better");
        sign(t);
        assertEq(agreement.milestoneOf(WORK).description, keccak256("said better"));
        assertTies();
    }

    function test_Amendments_WhenAnAdvanceIsCancelledWhileAnotherIsUnderWay() public {
        start();
        IAgreementTerms.Terms memory t = _withFifth();
        t.milestones[4].kind = IAgreementTerms.MilestoneKind.Advance;
        sign(t);
        submit(ADVANCE, 500 * USD);
        t.version = 3;
        t.milestones[4].amount = 0;
        sign(t);
        assertTrue(agreement.advance().milestone == ADVANCE, "still under way");
    }

    function test_Amendments_WhenAnAdvanceThatWasNeverPaidIsCancelled() public {
        start();
        submit(ADVANCE, 500 * USD);
        sendBack(ADVANCE, finance);
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[1].amount = 0;
        vm.recordLogs();
        sign(t);
        assertEq(countLogs(IAdvances.AdvanceAccountedFor.selector), 0, "there was nothing to account for");
    }

    function test_Amendments_WhenAReturnedOneIsCancelled() public {
        start();
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0].amount = 0;
        sign(t);
        assertState(WORK, IMilestones.MilestoneState.Cancelled);
        assertEq(agreement.milestoneOf(WORK).evidence, EVIDENCE);
        assertTies();
    }

    // --- terminate

    function test_Terminate_WhenAReturnCanStillBeDisputed() public {
        start();
        _noticeOfPartner();
        skip(NOTICE - REVIEW);
        submit(WORK, 1_000 * USD);
        sendBack(WORK, monitor);
        skip(REVIEW);
        // The last second of the review period.
        vm.expectEmit(address(agreement));
        emit IDisputes.MilestoneDisputed(WORK, address(this), 1_000 * USD, now_() + ARBITER, 0);
        agreement.terminate();
        assertState(WORK, IMilestones.MilestoneState.Disputed);
    }

    function test_Terminate_WhenLessWasProposedAndNotApproved() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        proposeAuthorisation(WORK, 400 * USD);
        endByNotice();
        assertPaid(1_000 * USD);
        IMilestones.MilestoneView memory v = agreement.milestoneOf(WORK);
        assertEq(uint256(v.state), uint256(IMilestones.MilestoneState.Paid));
        assertEq(uint256(v.finding), uint256(IMilestones.Finding.None));
        assertEq(v.authorised, 1_000 * USD);
        assertEq(v.proposed, 0);
        assertEq(v.proposer, address(0));
        assertTies();
    }

    function _noticeOfPartner() private {
        vm.prank(partnerAdministrator);
        agreement.giveNoticeAsPartner(REASON);
    }

    function _withFifth() private view returns (IAgreementTerms.Terms memory t) {
        t = nextTerms();
        IAgreementTerms.MilestoneTerms[] memory four = t.milestones;
        t.milestones = new IAgreementTerms.MilestoneTerms[](5);
        for (uint256 i = 0; i < 4; ++i) t.milestones[i] = four[i];
        t.milestones[4] = planned(IAgreementTerms.MilestoneKind.Deliverable, 50 * USD);
    }

    function _refuseMilestone(IAgreementTerms.Terms memory t, MilestoneId id) private {
        refuseAct(
            abi.encodeCall(IAgreementTerms.offerTerms, (t)),
            abi.encodeWithSelector(IAgreementTerms.Terms_MilestoneInvalid.selector, id)
        );
    }
}
