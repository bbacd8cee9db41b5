// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IAdvances} from "../../../contracts/interfaces/IAdvances.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {FalseToken} from "../../../contracts/testing/FalseToken.sol";
import {FeeToken} from "../../../contracts/testing/FeeToken.sol";
import {NoReturnToken} from "../../../contracts/testing/NoReturnToken.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

/// @notice Takes more from the sender than was asked for, once told so.
contract SenderFeeToken is PlainToken {
    bool public isTaking;

    constructor() PlainToken(6) {}

    function setTaking(bool isTaking_) external {
        isTaking = isTaking_;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        if (isTaking) _burn(msg.sender, 1);
        return super.transfer(to, value);
    }
}

contract AgreementTokensTest is AgreementTest {
    function test_GivenATokenThatTakesAFee() public {
        createAgreement(address(new FeeToken(6)));
        sign(terms());
        give(donor, 1_000);
        allow(donor, 1_000);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_AmountDiffers.selector, 1_000, 990));
        vm.prank(donor);
        agreement.fund(1_000, donor);
    }

    function test_GivenATokenThatStartsToTakeAFeeFromTheSender() public {
        SenderFeeToken token = new SenderFeeToken();
        createAgreement(address(token));
        start();
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        token.setTaking(true);
        proposeAuthorisation(WORK, 1_000 * USD);
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.Escrow_AmountDiffers.selector, 1_000 * USD, 1_000 * USD + 1)
        );
        vm.prank(approver);
        agreement.authoriseMilestone(WORK, EVIDENCE, 1_000 * USD, IMilestones.Finding.None);
        assertPaid(0);
        token.setTaking(false);
        approveAuthorisation(WORK, 1_000 * USD, IMilestones.Finding.None);
        assertPaid(1_000 * USD);
    }

    function test_GivenATokenThatAnswersFalse() public {
        FalseToken token = new FalseToken(6);
        createAgreement(address(token));
        start();
        token.setRefusing(true);
        vm.expectRevert(IEscrow.Escrow_ZeroAmount.selector);
        vm.prank(donor);
        agreement.fund(0, donor);
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        authorise(WORK, 1_000 * USD);
        assertState(WORK, IMilestones.MilestoneState.Verified);
        endByNotice();
        assertEq(agreement.money().credited, 1_000 * USD);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, token));
        agreement.sendReturn(donor);
        token.setRefusing(false);
        agreement.payMilestone(WORK);
        agreement.sendReturn(donor);
        agreement.sendReturn(treasury);
        assertEq(agreement.money().held, 0);
        assertTies();
    }

    function test_GivenATokenThatReturnsNothing() public {
        createAgreement(address(new NoReturnToken(6)));
        start();
        complete(WORK, 1_000 * USD);
        complete(ADVANCE, 500 * USD);
        refund(100 * USD);
        endByNotice();
        assertPaid(1_500 * USD);
        assertEq(asset.balanceOf(treasury), 500 * USD);
        assertEq(asset.balanceOf(donor), 100 * USD);
    }

    function test_GivenATokenThatCallsBack() public {
        ReentrantToken token = new ReentrantToken(6);
        createAgreement(address(token));
        start();
        bytes memory reason = abi.encodeWithSelector(
            ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector
        );
        // Into the payment itself, another milestone, the returns and the refund: each is shut while money moves.
        bytes[5] memory calls = [
            abi.encodeCall(IMilestones.payMilestone, (WORK)),
            abi.encodeCall(IMilestones.verifyMilestone, (COSTS, EVIDENCE)),
            abi.encodeCall(IEscrow.fund, (1, donor)),
            abi.encodeCall(IEscrow.sendReturn, (donor)),
            abi.encodeCall(IAdvances.refundAdvance, (ADVANCE, 1))
        ];
        complete(ADVANCE, 500 * USD);
        for (uint256 i = 0; i < calls.length; ++i) {
            token.mint(payout, 10 * USD);
            allow(payout, 10 * USD);
            token.arm(address(agreement), calls[i]);
            vm.prank(payout);
            agreement.refundAdvance(ADVANCE, 10 * USD);
            assertFalse(token.hasReentered());
            assertEq(token.answer(), reason);
        }
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        token.arm(address(agreement), calls[0]);
        authorise(WORK, 1_000 * USD);
        assertFalse(token.hasReentered());
        assertEq(token.answer(), reason);
        assertTies();
    }

    function test_GivenATokenOfTwoOrEighteenDecimals() public {
        uint8[2] memory decimals = [2, 18];
        for (uint256 i = 0; i < decimals.length; ++i) {
            createAgreement(address(new PlainToken(decimals[i])));
            uint256 before = asset.balanceOf(payout);
            assertEq(agreement.assetScale(), decimals[i] == 18 ? 1e12 : 1);
            start();
            complete(WORK, 1_000 * USD);
            assertEq(asset.balanceOf(payout) - before, 1_000 * USD * scale);
        }
    }
}
