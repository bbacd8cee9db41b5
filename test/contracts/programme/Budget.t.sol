// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {FalseToken} from "../../../contracts/testing/FalseToken.sol";
import {FeeToken} from "../../../contracts/testing/FeeToken.sol";
import {NoReturnToken} from "../../../contracts/testing/NoReturnToken.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

/// @notice Takes more from the sender than was asked for.
contract SenderFeeToken is PlainToken {
    constructor() PlainToken(6) {}

    function transfer(address to, uint256 value) public override returns (bool) {
        _burn(msg.sender, 1);
        return super.transfer(to, value);
    }
}

contract BudgetTest is ProgrammeTest {
    address private stray = makeAddr("stray");

    // --- fund

    function test_Fund_WhenTheAmountIsZero() public {
        vm.expectRevert(IBudget.Budget_ZeroAmount.selector);
        programme.fund(0, source);
    }

    function test_Fund_WhenTheSourceIsNotRecorded() public {
        vm.expectRevert(abi.encodeWithSelector(IBudget.Budget_SourceNotRecorded.selector, stray));
        programme.fund(1, stray);
    }

    function test_Fund_WhenTheTokenTakesAFee() public {
        _startUnfunded(address(new FeeToken(6)));
        vm.expectRevert(abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, 1000, 990));
        vm.prank(source);
        programme.fund(1000, source);
        assertBalances(0, 0, 0, 0);
    }

    function test_Fund_WhenTheTokenRefuses() public {
        FalseToken token = new FalseToken(6);
        _startUnfunded(address(token));
        token.setRefusing(true);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, token));
        vm.prank(source);
        programme.fund(1000, source);
        assertBalances(0, 0, 0, 0);
    }

    function test_Fund_WhenTheTokenCallsBackIntoTheProgramme() public {
        ReentrantToken token = new ReentrantToken(6);
        _startUnfunded(address(token));
        token.arm(address(programme), abi.encodeCall(IBudget.fund, (1000, source)));
        vm.prank(source);
        programme.fund(1000, source);
        assertFalse(token.hasReentered());
        assertEq(
            token.answer(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
        assertBalances(1000, 0, 0, 0);
    }

    function test_Fund_WhenTheTokenReturnsNothing() public {
        _startUnfunded(address(new NoReturnToken(6)));
        vm.prank(source);
        programme.fund(1000, source);
        assertBalances(1000, 0, 0, 0);
    }

    function test_Fund_WhenTheTokenHas18Decimals() public {
        _startUnfunded(address(new PlainToken(18)));
        assertEq(programme.assetScale(), 1e12);
        vm.prank(source);
        programme.fund(7, source);
        assertEq(asset.balanceOf(address(programme)), 7e12);
        assertBalances(7, 0, 0, 0);
    }

    function test_Fund_WhenSomebodyPaysForARecordedSource() public {
        give(stray, 500);
        vm.startPrank(stray);
        asset.approve(address(programme), 500);
        vm.expectEmit(address(programme));
        emit IBudget.Funded(source, stray, 500);
        programme.fund(500, source);
        vm.stopPrank();
        assertBalances(FUNDS + 500, 0, 0, 0);
    }

    // --- record source

    function test_RecordSource_WhenTwoOfficersAgree() public {
        assertFalse(programme.isSource(stray));
        bytes memory act = abi.encodeCall(IBudget.recordSource, (stray, keccak256("agreement")));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit IBudget.SourceRecorded(stray, keccak256("agreement"));
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertTrue(programme.isSource(stray));
    }

    // --- return unspent

    function test_ReturnUnspent_WhenTheAmountIsZero() public {
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (0, source));
        refuseFinanceAct(act, abi.encodeWithSelector(IBudget.Budget_ZeroAmount.selector));
    }

    function test_ReturnUnspent_WhenTheSourceIsNotRecorded() public {
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (1, stray));
        refuseFinanceAct(act, abi.encodeWithSelector(IBudget.Budget_SourceNotRecorded.selector, stray));
    }

    function test_ReturnUnspent_WhenMoreThanTheFreeMoneyIsAskedFor() public {
        openCycle(tenHouseholds());
        uint128 free = FUNDS - 10 * AMOUNT;
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (free + 1, source));
        refuseFinanceAct(act, abi.encodeWithSelector(IBudget.Budget_NotEnoughFree.selector, free + 1, free));
    }

    function test_ReturnUnspent_WhenTheTokenTakesAFeeFromTheSender() public {
        _startUnfunded(address(new SenderFeeToken()));
        vm.prank(source);
        programme.fund(1000, source);
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (10, source));
        refuseFinanceAct(act, abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, 10, 11));
    }

    function test_ReturnUnspent_WhenTwoOfficersAgree() public {
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (300, source));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit IBudget.UnspentReturned(source, 300);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(asset.balanceOf(source), 300);
        assertBalances(FUNDS - 300, 0, 0, 0);
    }

    // --- change fee reserve

    function test_ChangeFeeReserve_WhenTheAmountIsZero() public {
        bytes memory act = abi.encodeCall(IBudget.changeFeeReserve, (0, true));
        refuseFinanceAct(act, abi.encodeWithSelector(IBudget.Budget_ZeroAmount.selector));
    }

    function test_ChangeFeeReserve_WhenThereIsNotEnoughFreeMoney() public {
        bytes memory act = abi.encodeCall(IBudget.changeFeeReserve, (FUNDS + 1, true));
        refuseFinanceAct(
            act,
            abi.encodeWithSelector(IBudget.Budget_NotEnoughFree.selector, FUNDS + 1, FUNDS)
        );
    }

    function test_ChangeFeeReserve_WhenThereIsNotEnoughInTheReserve() public {
        addFees(100);
        bytes memory act = abi.encodeCall(IBudget.changeFeeReserve, (101, false));
        refuseFinanceAct(act, abi.encodeWithSelector(IBudget.Budget_NotEnoughFees.selector, 101, 100));
    }

    function test_ChangeFeeReserve_WhenTwoOfficersAgree() public {
        _changeFees(100, true);
        assertBalances(FUNDS - 100, 0, 0, 100);
        _changeFees(30, false);
        assertBalances(FUNDS - 70, 0, 0, 70);
    }

    // --- balances

    function test_Balances_WhenSomebodySendsTokensUnasked() public {
        IBudget.Balances memory before = programme.balances();
        give(address(programme), 12345);
        IBudget.Balances memory b = programme.balances();
        assertEq(abi.encode(b), abi.encode(before));
        assertEq(asset.balanceOf(address(programme)), FUNDS + 12345);
    }

    function _changeFees(uint128 amount, bool add) private {
        bytes memory act = abi.encodeCall(IBudget.changeFeeReserve, (amount, add));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit IBudget.FeeReserveChanged(amount, add);
        vm.prank(approver);
        programme.approveAct(actId, act);
    }

    /// @dev A new programme on the token, with a recorded source that has tokens and has approved them.
    function _startUnfunded(address token) private {
        createProgramme(token, bands());
        financeAct(abi.encodeCall(IBudget.recordSource, (source, keccak256("agreement"))));
        PlainToken(token).mint(source, 1e6 * scale);
        // NoReturnToken answers nothing, so no answer is decoded.
        vm.prank(source);
        (bool isApproved, ) = token.call(abi.encodeCall(asset.approve, (address(programme), 1e6 * scale)));
        assertTrue(isApproved);
    }
}
