// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementSettings} from "../../../contracts/interfaces/IAgreementSettings.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract AgreementTermsTest is AgreementTest {
    // --- offer terms

    function test_OfferTerms_WhenItIsNotTheNextVersion() public {
        IAgreementTerms.Terms memory t = terms();
        t.version = 2;
        _refuseOffer(t, abi.encodeWithSelector(IAgreementTerms.Terms_OtherVersion.selector, 1, 2));
        t.version = 0;
        _refuseOffer(t, abi.encodeWithSelector(IAgreementTerms.Terms_OtherVersion.selector, 1, 0));
    }

    function test_OfferTerms_WhenAFieldIsMissingOrOutOfRange() public {
        IAgreementTerms.Terms memory t = terms();
        t.documents = 0;
        _refuseField(t, "documents");
        t = terms();
        t.silenceShare = 10_001;
        _refuseField(t, "silenceShare");
        t = terms();
        t.noticePeriod = 90 days + 1;
        _refuseField(t, "noticePeriod");
        t = terms();
        t.quorum = 0;
        _refuseField(t, "quorum");
        t.quorum = 4;
        _refuseField(t, "quorum");
        t = terms();
        t.monitors = new address[](17);
        _refuseField(t, "monitors");
    }

    function test_OfferTerms_WhenAPeriodIsTooShortOrTooLong() public {
        IAgreementTerms.Terms memory t = terms();
        t.reviewPeriod = 1 days - 1;
        _refuseField(t, "reviewPeriod");
        t.reviewPeriod = 90 days + 1;
        _refuseField(t, "reviewPeriod");
        t = terms();
        t.arbiterPeriod = 1 days - 1;
        _refuseField(t, "arbiterPeriod");
        t.arbiterPeriod = 90 days + 1;
        _refuseField(t, "arbiterPeriod");
        t.arbiterPeriod = 90 days;
        t.reviewPeriod = 1 days;
        t.noticePeriod = 0;
        sign(t);
    }

    function test_OfferTerms_WhenThePayoutIsNobodysOrOurOwn() public {
        address[3] memory unfit = [address(0), address(agreement), address(asset)];
        for (uint256 i = 0; i < unfit.length; ++i) {
            IAgreementTerms.Terms memory t = terms();
            t.payout = unfit[i];
            _refuseField(t, "payout");
        }
    }

    function test_OfferTerms_WhenTheArbiterIsNotIndependent() public {
        address[6] memory unfit = [
            address(0),
            address(agreement),
            payout,
            partnerPreparer,
            administrator,
            custodian
        ];
        for (uint256 i = 0; i < unfit.length; ++i) {
            IAgreementTerms.Terms memory t = terms();
            t.arbiter = unfit[i];
            _refuseField(t, "arbiter");
        }
    }

    function test_OfferTerms_WhenAMonitorIsUnfit() public {
        address[8] memory unfit = [
            address(0),
            address(asset),
            payout,
            arbiter,
            secondMonitor,
            partnerAdministrator,
            finance,
            approver
        ];
        for (uint256 i = 0; i < unfit.length; ++i) {
            IAgreementTerms.Terms memory t = terms();
            t.monitors[2] = unfit[i];
            _refuseOffer(t, abi.encodeWithSelector(IAgreementTerms.Terms_MonitorUnfit.selector, unfit[i]));
        }
    }

    function test_OfferTerms_WhenThereAreNoMilestonesOrTooMany() public {
        IAgreementTerms.Terms memory t = terms();
        t.milestones = new IAgreementTerms.MilestoneTerms[](0);
        _refuseField(t, "milestones");
        t.milestones = _many(25);
        _refuseField(t, "milestones");
        t.milestones = _many(24);
        sign(t);
        assertEq(agreement.milestones(), 24);
        assertEq(agreement.money().committed, 24 * USD);
    }

    function test_OfferTerms_WhenAMilestoneIsIncomplete() public {
        IAgreementTerms.Terms memory t = terms();
        t.milestones[1].description = 0;
        _refuseMilestone(t, ADVANCE);
        t = terms();
        t.milestones[1].dueDay = 0;
        _refuseMilestone(t, ADVANCE);
        t = terms();
        t.milestones[2].amount = 0;
        _refuseMilestone(t, COSTS);
        t.milestones[2].amount = uint128(type(uint72).max) + 1;
        _refuseMilestone(t, COSTS);
        t.milestones[2].amount = type(uint72).max;
        sign(t);
    }

    function test_OfferTerms_WhenTwoOfficersOffer() public {
        IAgreementTerms.Terms memory t = terms();
        bytes memory act = abi.encodeCall(IAgreementTerms.offerTerms, (t));
        uint256 actId = proposeAct(agreement, finance, act);
        bytes32 termsHash = agreement.hashTerms(t);
        vm.expectEmit(address(agreement));
        emit IAgreementTerms.TermsOffered(1, termsHash, now_() + 30 days, t);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        assertEq(agreement.offer().termsHash, termsHash);
        assertEq(agreement.offer().lapsesAt, now_() + 30 days);
        assertEq(agreement.version(), 0);
        assertEq(uint256(agreement.state()), uint256(IAgreementSettings.AgreementState.Proposed));
    }

    // --- accept terms

    function test_AcceptTerms_WhenTheCallerIsNoAdministratorOfThePartner() public {
        offer(terms());
        address[4] memory others = [partnerPreparer, administrator, approver, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(missing(partner, Role.Administrator, others[i]));
            _accept(others[i], terms());
        }
    }

    function test_AcceptTerms_WhenNothingIsOffered() public {
        bytes32 restated = agreement.hashTerms(terms());
        vm.expectRevert(_otherTerms(0, restated));
        _accept(partnerAdministrator, terms());
    }

    function test_AcceptTerms_WhenOtherTermsAreRestated() public {
        offer(terms());
        IAgreementTerms.Terms memory t = terms();
        t.milestones[0].amount += 1;
        bytes memory reason = _otherTerms(agreement.hashTerms(terms()), agreement.hashTerms(t));
        vm.expectRevert(reason);
        _accept(partnerAdministrator, t);
    }

    function test_AcceptTerms_WhenTheOfferWasReplaced() public {
        offer(terms());
        IAgreementTerms.Terms memory better = terms();
        better.milestones[0].amount += 1;
        offer(better);
        bytes memory reason = _otherTerms(agreement.hashTerms(better), agreement.hashTerms(terms()));
        vm.expectRevert(reason);
        _accept(partnerAdministrator, terms());
        _accept(partnerAdministrator, better);
        assertEq(agreement.money().committed, TOTAL + 1);
    }

    function test_AcceptTerms_WhenTheOfferLapsed() public {
        offer(terms());
        uint256 lapsesAt = agreement.offer().lapsesAt;
        vm.warp(lapsesAt + 1);
        vm.expectRevert(abi.encodeWithSelector(IAgreementTerms.Terms_OfferLapsed.selector, lapsesAt));
        _accept(partnerAdministrator, terms());
        vm.warp(lapsesAt);
        _accept(partnerAdministrator, terms());
    }

    function test_AcceptTerms_WhenAMonitorBecameUnfitMeanwhile() public {
        offer(terms());
        appointOf(partner, partnerAdministrator, Role.Preparer, thirdMonitor);
        vm.expectRevert(abi.encodeWithSelector(IAgreementTerms.Terms_MonitorUnfit.selector, thirdMonitor));
        _accept(partnerAdministrator, terms());
    }

    function test_AcceptTerms_WhenThePartnerAccepts() public {
        offer(terms());
        bytes32 termsHash = agreement.hashTerms(terms());
        vm.expectEmit(address(agreement));
        emit IAgreementTerms.TermsAccepted(1, termsHash, partnerAdministrator, TOTAL);
        _accept(partnerAdministrator, terms());

        assertEq(uint256(agreement.state()), uint256(IAgreementSettings.AgreementState.Active));
        assertEq(agreement.version(), 1);
        assertEq(agreement.offer().termsHash, 0);
        assertEq(agreement.money().committed, TOTAL);
        assertEq(agreement.money().unfunded, TOTAL);
        _assertConduct(agreement.conductOf(1), termsHash);
        assertEq(abi.encode(agreement.monitorsOf(1)), abi.encode(terms().monitors));
        assertEq(agreement.milestones(), 4);
        assertEq(agreement.milestoneOf(COSTS).amount, 300 * USD);
        assertEq(
            uint256(agreement.milestoneOf(COSTS).kind),
            uint256(IAgreementTerms.MilestoneKind.Reimbursement)
        );
        assertEq(agreement.milestoneOf(COSTS).dueDay, DUE_DAY);
        assertEq(agreement.milestoneOf(COSTS).description, keccak256("what is to be done"));
        assertTies();
    }

    // --- drop offer

    function test_DropOffer_WhenTheCallerSpeaksForNeitherSide() public {
        offer(terms());
        bytes32 termsHash = agreement.hashTerms(terms());
        address[3] memory others = [preparer, partnerPreparer, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(missing(partner, Role.Administrator, others[i]));
            vm.prank(others[i]);
            agreement.dropOffer(termsHash, REASON);
        }
    }

    function test_DropOffer_WhenItIsNotWhatIsOffered() public {
        vm.expectRevert(_otherTerms(0, 0));
        vm.prank(approver);
        agreement.dropOffer(0, REASON);
        offer(terms());
        bytes memory reason = _otherTerms(agreement.hashTerms(terms()), REASON);
        vm.expectRevert(reason);
        vm.prank(approver);
        agreement.dropOffer(REASON, REASON);
    }

    function test_DropOffer_WhenOneOfTheTwoSidesDropsIt() public {
        address[3] memory officers = [partnerAdministrator, finance, approver];
        for (uint256 i = 0; i < officers.length; ++i) {
            offer(terms());
            bytes32 termsHash = agreement.hashTerms(terms());
            vm.expectEmit(address(agreement));
            emit IAgreementTerms.OfferDropped(termsHash, officers[i], REASON);
            vm.prank(officers[i]);
            agreement.dropOffer(termsHash, REASON);
            assertEq(agreement.offer().termsHash, 0);
            vm.expectRevert(_otherTerms(0, termsHash));
            _accept(partnerAdministrator, terms());
        }
    }

    // --- hash terms

    function test_HashTerms_GivenAnotherAgreementWithTheSameTerms() public {
        bytes32 first = agreement.hashTerms(terms());
        assertEq(
            first,
            keccak256(abi.encode(block.chainid, agreement, settingsWith(address(asset)), terms()))
        );
        createAgreement(address(asset));
        assertNotEq(agreement.hashTerms(terms()), first);
    }

    // --- helpers

    function _accept(address by, IAgreementTerms.Terms memory t) private {
        vm.prank(by);
        agreement.acceptTerms(t);
    }

    function _refuseOffer(IAgreementTerms.Terms memory t, bytes memory reason) private {
        refuseAct(abi.encodeCall(IAgreementTerms.offerTerms, (t)), reason);
    }

    function _refuseField(IAgreementTerms.Terms memory t, bytes32 field) private {
        _refuseOffer(t, abi.encodeWithSelector(IAgreementTerms.Terms_Invalid.selector, field));
    }

    function _refuseMilestone(IAgreementTerms.Terms memory t, MilestoneId id) private {
        _refuseOffer(t, abi.encodeWithSelector(IAgreementTerms.Terms_MilestoneInvalid.selector, id));
    }

    function _many(uint256 count) private pure returns (IAgreementTerms.MilestoneTerms[] memory list) {
        list = new IAgreementTerms.MilestoneTerms[](count);
        for (uint256 i = 0; i < count; ++i) list[i] = planned(IAgreementTerms.MilestoneKind.Deliverable, USD);
    }

    function _assertConduct(IAgreementTerms.Conduct memory c, bytes32 termsHash) private view {
        assertEq(c.payout, payout);
        assertEq(c.quorum, 2);
        assertEq(c.reviewPeriod, REVIEW);
        assertEq(c.arbiter, arbiter);
        assertEq(c.arbiterPeriod, ARBITER);
        assertEq(c.silenceShare, SILENCE);
        assertEq(c.noticePeriod, NOTICE);
        assertEq(c.termsHash, termsHash);
    }

    function _otherTerms(bytes32 offered, bytes32 restated) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IAgreementTerms.Terms_OtherTermsRestated.selector, offered, restated);
    }
}
