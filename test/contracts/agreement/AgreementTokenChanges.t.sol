// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementEnd} from "../../../contracts/interfaces/IAgreementEnd.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestoneAgreement} from "../../../contracts/interfaces/IMilestoneAgreement.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {ApprovalRaceToken} from "../../../contracts/testing/ApprovalRaceToken.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {PausableToken} from "../../../contracts/testing/PausableToken.sol";
import {RebasingToken} from "../../../contracts/testing/RebasingToken.sol";
import {ShortToken} from "../../../contracts/testing/ShortToken.sol";
import {UpgradedToken} from "../../../contracts/testing/UpgradedToken.sol";
import {ZeroShyToken} from "../../../contracts/testing/ZeroShyToken.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract AgreementTokenChangesTest is AgreementTest {
    // --- a whole life of an agreement

    function test_AWholeLifeOfAnAgreement_WithATokenThatRevertsOnNothing() public {
        _live(address(new ZeroShyToken(6)));
    }

    function test_AWholeLifeOfAnAgreement_WithATokenThatHasTheApprovalRace() public {
        _live(address(new ApprovalRaceToken(6)));
    }

    // --- tokens that change

    function test_ATokenThatMovesLessThanAsked() public {
        ShortToken token = new ShortToken(6);
        createAgreement(address(token));
        _startPartly();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        proposeAuthorisation(WORK, 1_000 * USD);

        token.setKept(1);
        give(donor, 100);
        allow(donor, 100);
        _expectDiffers(100, 99);
        vm.prank(donor);
        agreement.fund(100, donor);
        _expectDiffers(1_000 * USD, 1_000 * USD - 1);
        approveAuthorisation(WORK, 1_000 * USD, IMilestones.Finding.None);
        // What is verified is paid in full before the end, or there is no end yet.
        agencyAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)));
        skip(NOTICE);
        _expectDiffers(1_000 * USD, 1_000 * USD - 1);
        agreement.terminate();
        assertTies();

        token.setKept(0);
        approveAuthorisation(WORK, 1_000 * USD, IMilestones.Finding.None);
        assertPaid(1_000 * USD);
        token.setKept(1);
        agreement.terminate();
        assertEq(agreement.money().credited, 900 * USD);
        _expectDiffers(400 * USD, 400 * USD - 1);
        agreement.sendReturn(treasury);
        assertTies();

        token.setKept(0);
        _sendAllReturns();
        assertEq(agreement.money().held, 0);
    }

    function test_ATokenThatIsPaused() public {
        PausableToken token = new PausableToken(6);
        createAgreement(address(token));
        _startPartly();
        bytes memory paused = abi.encodeWithSelector(PausableToken.PausableToken_Paused.selector);
        give(donor, 1);
        allow(donor, 1);
        token.setPaused(true);
        vm.expectRevert(paused);
        vm.prank(donor);
        agreement.fund(1, donor);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 1_000 * USD);
        assertState(WORK, IMilestones.MilestoneState.Verified);
        assertPaid(0);
        endByNotice();
        assertEq(agreement.money().reserved, 1_000 * USD);
        assertEq(agreement.money().credited, 900 * USD);
        vm.expectRevert(paused);
        agreement.sendReturn(donor);

        token.setPaused(false);
        agreement.payMilestone(WORK);
        _sendAllReturns();
        assertPaid(1_000 * USD);
        assertEq(agreement.money().held, 0);
        assertTies();
    }

    function test_ATokenThatBlocksOnePartner() public {
        BlocklistToken token = new BlocklistToken(6);
        createAgreement(address(token));
        start();
        IMilestoneAgreement blocked = agreement;
        token.setBlocked(payout, true);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 1_000 * USD);
        assertState(WORK, IMilestones.MilestoneState.Verified);

        createAgreement(address(token));
        IAgreementTerms.Terms memory t = terms();
        t.payout = otherPayout;
        sign(t);
        fund(donor, 2_000 * USD);
        complete(WORK, 1_000 * USD);
        completeAdvance();
        assertEq(token.balanceOf(otherPayout), 1_500 * USD);
        assertEq(token.balanceOf(address(blocked)), 2_000 * USD);

        // In the agreement of the blocked partner, what is not the partner's goes its way, too.
        agreement = blocked;
        endByNotice();
        assertEq(token.balanceOf(treasury), 500 * USD);
        assertEq(agreement.money().held, 1_000 * USD);
        token.setBlocked(payout, false);
        agreement.payMilestone(WORK);
        assertPaid(1_000 * USD);
    }

    function test_ATokenThatBlocksOneSource() public {
        BlocklistToken token = new BlocklistToken(6);
        createAgreement(address(token));
        start();
        token.setBlocked(treasury, true);
        complete(WORK, 1_000 * USD);
        endByNotice();
        assertEq(token.balanceOf(donor), 500 * USD);
        assertEq(agreement.money().credited, 500 * USD);
        vm.expectRevert(abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, treasury));
        agreement.sendReturn(treasury);
        token.setBlocked(treasury, false);
        agreement.sendReturn(treasury);
        assertEq(token.balanceOf(treasury), 500 * USD);
        assertTies();
    }

    function test_ATokenThatGrows() public {
        RebasingToken token = new RebasingToken(6);
        createAgreement(address(token));
        start();
        token.rebase(200);
        _completeLoosely(WORK, 1_000 * USD);
        assertPaid(1_000 * USD);
        _endLoosely();
        assertEq(agreement.money().held, 0);
        assertEq(token.balanceOf(donor) + token.balanceOf(treasury), 1_000 * USD);
        assertEq(token.balanceOf(address(agreement)), 2_000 * USD);
    }

    function test_ATokenThatShrinks() public {
        RebasingToken token = new RebasingToken(6);
        createAgreement(address(token));
        start();
        token.rebase(50);
        // 1,000 of 2,000 are there.
        _completeLoosely(WORK, 1_000 * USD);
        assertPaid(1_000 * USD);
        _completeLoosely(LAST, 200 * USD);
        assertState(LAST, IMilestones.MilestoneState.Verified);
        assertEq(agreement.money().held, 1_000 * USD);

        give(address(agreement), 200 * USD);
        agreement.payMilestone(LAST);
        assertPaid(1_200 * USD);
        _endLoosely();
        assertEq(agreement.money().credited, 800 * USD);
        assertEq(token.balanceOf(treasury), 0);
    }

    function test_ATokenThatGetsOtherDecimals() public {
        UpgradedToken token = new UpgradedToken(6);
        createAgreement(address(token));
        start();
        token.upgrade(18, 0);
        complete(WORK, 1_000 * USD);
        assertEq(agreement.assetScale(), 1);
        endByNotice();
        assertEq(token.balanceOf(treasury), 500 * USD);
    }

    function test_ATokenThatBeginsToTakeAFee() public {
        UpgradedToken token = new UpgradedToken(6);
        createAgreement(address(token));
        _startPartly();
        token.upgrade(6, 2);
        give(donor, 1_000);
        allow(donor, 1_000);
        _expectDiffers(1_000, 980);
        vm.prank(donor);
        agreement.fund(1_000, donor);
        complete(WORK, 1_000 * USD);
        assertEq(token.balanceOf(payout), 980 * USD);
        endByNotice();
        assertEq(agreement.money().held, 0);
        assertEq(token.balanceOf(address(agreement)), 0);
    }

    // --- helpers

    function _live(address token) private {
        createAgreement(token);
        start();
        complete(WORK, 1_000 * USD);
        complete(ADVANCE, 500 * USD);
        report(400 * USD);
        acceptSpending(400 * USD);
        refund(100 * USD);
        submit(COSTS, 300 * USD);
        sendBack(COSTS, monitor);
        dispute(COSTS, partnerAdministrator);
        decide(COSTS, 100 * USD);
        endByNotice();
        assertPaid(1_600 * USD);
        assertEq(asset.balanceOf(treasury) + asset.balanceOf(donor), 500 * USD);
        assertEq(agreement.money().held, 0);
    }

    /// @dev As {start}, with 100 of the escrow missing.
    function _startPartly() private {
        sign(terms());
        fund(donor, 1_500 * USD);
        fund(treasury, 400 * USD);
    }

    /// @dev As {AgreementTest} does it, with the books tied out and the tokens left alone.
    function _completeLoosely(MilestoneId id, uint128 amount) private {
        vm.prank(partnerPreparer);
        agreement.submitMilestone(id, amount, EVIDENCE, URI);
        vm.prank(monitor);
        agreement.verifyMilestone(id, EVIDENCE);
        vm.prank(secondMonitor);
        agreement.verifyMilestone(id, EVIDENCE);
        vm.prank(finance);
        agreement.proposeAuthorisation(id, EVIDENCE, amount, IMilestones.Finding.None);
        approveAuthorisation(id, amount, IMilestones.Finding.None);
        assertBooks();
    }

    function _endLoosely() private {
        agencyAct(abi.encodeCall(IAgreementEnd.giveNotice, (REASON)));
        skip(NOTICE);
        agreement.terminate();
        assertBooks();
    }

    function _sendAllReturns() private {
        agreement.sendReturn(donor);
        agreement.sendReturn(treasury);
        assertTies();
    }

    function _expectDiffers(uint256 expected, uint256 moved) private {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_AmountDiffers.selector, expected, moved));
    }
}
