// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IClosure} from "../../../contracts/interfaces/IClosure.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {ApprovalRaceToken} from "../../../contracts/testing/ApprovalRaceToken.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {FalseToken} from "../../../contracts/testing/FalseToken.sol";
import {FeeToken} from "../../../contracts/testing/FeeToken.sol";
import {NoReturnToken} from "../../../contracts/testing/NoReturnToken.sol";
import {PausableToken} from "../../../contracts/testing/PausableToken.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {RebasingToken} from "../../../contracts/testing/RebasingToken.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";
import {ShortToken} from "../../../contracts/testing/ShortToken.sol";
import {UpgradedToken} from "../../../contracts/testing/UpgradedToken.sol";
import {ZeroShyToken} from "../../../contracts/testing/ZeroShyToken.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

/// @notice Tokens that do what no token should. Each helper ends with all books tied out against the token's own balance.
contract HostileTokensTest is ProgrammeTest {
    ISettlements.SettlementState private constant PAID = ISettlements.SettlementState.Paid;
    ISettlements.SettlementState private constant REFUSED = ISettlements.SettlementState.Refused;
    /// @dev What each of the two shops sold, and is paid with its commission.
    uint128 private constant SOLD = 5 * uint128(AMOUNT);
    uint128 private constant PAYMENT = SOLD + (SOLD * COMMISSION_BPS) / 10_000;

    function test_AWholeLifeOfAProgramme_WithATokenThatReturnsNothing() public {
        _live(address(new NoReturnToken(6)));
    }

    function test_AWholeLifeOfAProgramme_WithATokenThatCanAnswerFalse() public {
        _live(address(new FalseToken(6)));
    }

    function test_AWholeLifeOfAProgramme_WithATokenOf2Decimals() public {
        _live(address(new PlainToken(2)));
        assertEq(scale, 1);
    }

    function test_AWholeLifeOfAProgramme_WithATokenOf18Decimals() public {
        _live(address(new PlainToken(18)));
        assertEq(scale, 1e12);
    }

    function test_AWholeLifeOfAProgramme_WithATokenThatRevertsOnNothing() public {
        _live(address(new ZeroShyToken(6)));
    }

    function test_AWholeLifeOfAProgramme_WithATokenThatHasTheApprovalRace() public {
        ApprovalRaceToken token = new ApprovalRaceToken(6);
        // An allowance that nobody used up.
        vm.prank(source);
        token.approve(makeAddr("programme to be"), 5);
        _live(address(token));
    }

    function test_AWholeLifeOfAProgramme_WithCurrencyUnits() public {
        _live(address(unit));
    }

    function test_ATokenThatTakesAFee() public {
        address token = address(new FeeToken(6));
        createProgramme(token, bands());
        financeAct(abi.encodeCall(IBudget.recordSource, (source, "agreement")));
        give(source, 1_000);
        vm.startPrank(source);
        asset.approve(address(programme), 1_000);
        vm.expectRevert(_differs(1_000, 990));
        programme.fund(1_000, source);
        vm.stopPrank();
        assertBalances(0, 0, 0, 0);
    }

    function test_ATokenThatMovesLessThanAsked() public {
        ShortToken token = new ShortToken(6);
        CycleId id = _sellWith(address(token));
        token.setKept(1);
        give(source, 1_000);
        vm.startPrank(source);
        asset.approve(address(programme), 1_000);
        vm.expectRevert(_differs(1_000, 999));
        programme.fund(1_000, source);
        vm.stopPrank();
        bytes memory act = abi.encodeCall(ISettlements.settle, (settlement(shop, id, SOLD)));
        refuseFinanceAct(act, _differs(PAYMENT, PAYMENT - 1));
        refuseFinanceAct(abi.encodeCall(IBudget.returnUnspent, (9, source)), _differs(9, 8));
        token.setKept(0);
        _endWith(id);
    }

    function test_ATokenThatBlocksOneShop() public {
        BlocklistToken token = new BlocklistToken(6);
        CycleId id = _sellWith(address(token));
        token.setBlocked(payout, true);
        assertEq(uint8(_settle(true, id)), uint8(REFUSED));
        assertEq(uint8(_settle(false, id)), uint8(PAID));
        assertEq(asset.balanceOf(otherPayout), PAYMENT);
        address next = makeAddr("next payout");
        bytes memory act = abi.encodeCall(IShops.changePayout, (shop, tokenPayout(next)));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(uint8(_settle(true, id)), uint8(PAID));
        assertEq(asset.balanceOf(next), PAYMENT);
        assertTies();
    }

    function test_ATokenThatBlocksTheProgramme() public {
        BlocklistToken token = new BlocklistToken(6);
        startProgramme(address(token));
        token.setBlocked(address(programme), true);
        CycleId id = _sell();
        assertEq(uint8(_settle(true, id)), uint8(REFUSED));
        assertEq(uint8(_settle(false, id)), uint8(REFUSED));
        bytes4 selector = BlocklistToken.BlocklistToken_Blocked.selector;
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (9, source));
        refuseFinanceAct(act, abi.encodeWithSelector(selector, programme));
        token.setBlocked(address(programme), false);
        _endWith(id);
    }

    function test_ATokenThatIsPaused() public {
        PausableToken token = new PausableToken(6);
        CycleId id = _sellWith(address(token));
        token.setPaused(true);
        assertEq(uint8(_settle(true, id)), uint8(REFUSED));
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (9, source));
        refuseFinanceAct(act, abi.encodeWithSelector(PausableToken.PausableToken_Paused.selector));
        token.setPaused(false);
        _endWith(id);
    }

    function test_ATokenThatCallsBack() public {
        ReentrantToken token = new ReentrantToken(6);
        CycleId id = _sellWith(address(token));
        token.arm(address(programme), abi.encodeCall(IBudget.fund, (1, source)));
        assertEq(uint8(_settle(true, id)), uint8(PAID));
        _assertShutOut(token);
        token.arm(address(programme), abi.encodeCall(IBudget.fund, (1, source)));
        financeAct(abi.encodeCall(IBudget.returnUnspent, (9, source)));
        _assertShutOut(token);
        token.mint(source, 5);
        vm.startPrank(source);
        token.approve(address(programme), 5);
        token.arm(address(programme), abi.encodeCall(IBudget.fund, (1, source)));
        programme.fund(5, source);
        vm.stopPrank();
        _assertShutOut(token);
        assertTies();
    }

    function test_ATokenThatGrows() public {
        RebasingToken token = new RebasingToken(6);
        CycleId id = _sellWith(address(token));
        token.rebase(200);
        IBudget.Balances memory b = programme.balances();
        uint256 booked = uint256(b.free) + b.reserved + b.owed + b.fees;
        assertEq(booked, FUNDS, "the books do not grow");
        assertEq(asset.balanceOf(address(programme)), 2 * uint256(FUNDS));
        _settleUntied(true, id);
        _settleUntied(false, id);
        assertEq(asset.balanceOf(payout), PAYMENT);
        vm.warp(uint256(programme.cycleOf(id).graceEndsAt) + 1);
        runAct(programme, finance, approver, abi.encodeCall(programme.closeCycle, (id)));
        _close();
        assertEq(asset.balanceOf(source), 2 * uint256(FUNDS) - 2 * PAYMENT);
    }

    function test_ATokenThatShrinks() public {
        RebasingToken token = new RebasingToken(6);
        CycleId id = _sellWith(address(token));
        token.rebase(50);
        assertEq(asset.balanceOf(address(programme)), FUNDS / 2, "half of it is gone");
        assertEq(programme.balances().owed, 2 * SOLD, "shops are owed as much as before");
        _settleUntied(true, id);
        assertEq(asset.balanceOf(payout), PAYMENT);
        bytes memory again = abi.encodeCall(ISettlements.settle, (settlement(shop, id, 1)));
        uint256 actId = proposeAct(programme, finance, again);
        vm.expectRevert(abi.encodeWithSelector(ISettlements.Settlements_AboveOwed.selector, shop, id, 0, 1));
        vm.prank(approver);
        programme.approveAct(actId, again);
        // A programme that misses money is not closed.
        _settleUntied(false, id);
        vm.warp(uint256(programme.cycleOf(id).graceEndsAt) + 1);
        runAct(programme, finance, approver, abi.encodeCall(programme.closeCycle, (id)));
        bytes memory act = abi.encodeCall(IClosure.closeProgramme, (source));
        actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.expectRevert(_differs(FUNDS - 2 * PAYMENT, FUNDS / 2 - 2 * PAYMENT));
        vm.prank(approver);
        programme.approveAct(actId, act);
    }

    function test_ATokenThatGetsOtherDecimals() public {
        UpgradedToken token = new UpgradedToken(6);
        CycleId id = _sellWith(address(token));
        token.upgrade(18, 0);
        assertEq(programme.assetScale(), 1);
        _endWith(id);
    }

    function test_ATokenThatBeginsToTakeAFee() public {
        UpgradedToken token = new UpgradedToken(6);
        CycleId id = _sellWith(address(token));
        token.upgrade(6, 1);
        give(source, 1_000);
        vm.startPrank(source);
        asset.approve(address(programme), 1_000);
        vm.expectRevert(_differs(1_000, 990));
        programme.fund(1_000, source);
        vm.stopPrank();
        assertEq(uint8(_settle(true, id)), uint8(PAID));
        assertEq(asset.balanceOf(payout), PAYMENT - PAYMENT / 100, "the issuer takes it from the shop");
        assertTies();
    }

    // --- helpers

    /// @dev Money in, a cycle, sales at both shops, both paid, the cycle closed, the programme closed.
    function _live(address token) private {
        _endWith(_sellWith(token));
    }

    function _sellWith(address token) private returns (CycleId id) {
        startProgramme(token);
        id = _sell();
    }

    function _sell() private returns (CycleId id) {
        id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sales(FIRST, 5, AMOUNT));
        redeem(otherTerminal, id, 1, sales(FIRST + 5, 5, AMOUNT));
        addFees(2 * (PAYMENT - SOLD));
    }

    function _endWith(CycleId id) private {
        assertEq(uint8(_settle(true, id)), uint8(PAID));
        assertEq(uint8(_settle(false, id)), uint8(PAID));
        finish(id);
        assertBalances(FUNDS - 2 * PAYMENT, 0, 0, 0);
        uint256 before = asset.balanceOf(source);
        _close();
        assertEq(asset.balanceOf(payout), PAYMENT * scale, "the shop has all of it");
        assertEq(asset.balanceOf(otherPayout), PAYMENT * scale, "so has the other one");
        assertEq(asset.balanceOf(source) - before, (FUNDS - 2 * PAYMENT) * scale, "and the source the rest");
        assertBalances(0, 0, 0, 0);
    }

    function _close() private {
        bytes memory act = abi.encodeCall(IClosure.closeProgramme, (source));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(asset.balanceOf(address(programme)), 0, "nothing stays");
    }

    function _settle(bool first, CycleId id) private returns (ISettlements.SettlementState state) {
        state = _settleUntied(first, id);
        assertTies();
    }

    function _settleUntied(bool first, CycleId id) private returns (ISettlements.SettlementState) {
        ISettlements.SettlementTerms memory terms = settlement(first ? shop : otherShop, id, SOLD);
        runAct(programme, finance, approver, abi.encodeCall(ISettlements.settle, (terms)));
        return programme.settlementOf(terms.expectedId).state;
    }

    function _assertShutOut(ReentrantToken token) private view {
        assertFalse(token.hasReentered());
        assertEq(
            token.answer(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }

    function _differs(uint256 expected, uint256 received) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, expected, received);
    }
}
