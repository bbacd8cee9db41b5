// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract MilestonePaymentsTest is AgreementTest {
    // --- pay milestone

    function test_PayMilestone_WhenItIsNotVerified() public {
        start();
        submit(WORK, 1_000 * USD);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Submitted));
        agreement.payMilestone(WORK);
    }

    function test_PayMilestone_WhenItIsNotAuthorised() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        _refusePay();
        // Time does not make up for an authorisation.
        skip(REVIEW + 1);
        _refusePay();
    }

    function test_PayMilestone_WhenAReductionCanStillBeDisputed() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 900 * USD);
        skip(REVIEW);
        _refusePay();
    }

    function test_PayMilestone_WhenNobodyDisputedAReductionInTime() public {
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 900 * USD);
        skip(REVIEW + 1);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneClosed(WORK, IMilestones.MilestoneState.Paid, 900 * USD);
        agreement.payMilestone(WORK);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertEq(agreement.money().excess, 100 * USD);
        assertPaid(900 * USD);
        assertTies();
    }

    function test_PayMilestone_GivenAPaymentThatTheTokenRefused() public {
        BlocklistToken token = new BlocklistToken(6);
        createAgreement(address(token));
        start();
        token.setBlocked(payout, true);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        proposeAuthorisation(WORK, 1_000 * USD);
        vm.expectEmit(address(agreement));
        emit IMilestones.PaymentRefused(WORK, payout, 1_000 * USD);
        approveAuthorisation(WORK, 1_000 * USD, IMilestones.Finding.None);
        assertState(WORK, IMilestones.MilestoneState.Verified);
        assertEq(agreement.money().reserved, 1_000 * USD);
        assertTies();

        // It stands in nobody's way, and an amendment of the payout mends it.
        submit(LAST, 200 * USD);
        agreement.payMilestone(WORK);
        assertState(WORK, IMilestones.MilestoneState.Verified);
        _movePayout();
        agreement.payMilestone(WORK);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertEq(asset.balanceOf(otherPayout), 1_000 * USD);
        assertTies();
    }

    function test_PayMilestone_GivenARefusedAdvance() public {
        BlocklistToken token = new BlocklistToken(6);
        createAgreement(address(token));
        start();
        token.setBlocked(payout, true);
        submit(ADVANCE, 500 * USD);
        authorise(ADVANCE, 500 * USD);
        assertState(ADVANCE, IMilestones.MilestoneState.Verified);
        assertEq(agreement.advance().outstanding, 0);
        token.setBlocked(payout, false);
        agreement.payMilestone(ADVANCE);
        assertState(ADVANCE, IMilestones.MilestoneState.Paid);
        assertEq(agreement.advance().outstanding, 500 * USD);
        assertTies();
    }

    /// What is claimed, verified and authorised in any order and amount is paid once, and never more than authorised.
    function testFuzz_GivenAnyClaimAndAuthorisation(
        uint128 claimed,
        uint128 authorised,
        bool authorisesFirst,
        uint8 decimals
    ) public {
        decimals = uint8(bound(decimals, 0, 24));
        createAgreement(address(new BlocklistToken(decimals)));
        start();
        claimed = uint128(bound(claimed, 1, 300 * USD));
        authorised = uint128(bound(authorised, 1, claimed));
        submit(COSTS, claimed);
        if (authorisesFirst) authorise(COSTS, authorised);
        verifyAll(COSTS);
        if (!authorisesFirst) authorise(COSTS, authorised);
        assertPaid(authorised);
        skip(REVIEW + 1);
        if (authorised < claimed) agreement.payMilestone(COSTS);
        assertState(COSTS, IMilestones.MilestoneState.Paid);
        assertPaid(authorised);
        assertEq(agreement.money().excess, 300 * USD - authorised);
        assertTies();
    }

    // --- helpers

    function _movePayout() private {
        IAgreementTerms.Terms memory t = nextTerms();
        t.payout = otherPayout;
        sign(t);
    }

    function _refusePay() private {
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NothingToPay.selector, WORK));
        agreement.payMilestone(WORK);
    }
}
