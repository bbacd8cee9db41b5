// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IClosure} from "../../../contracts/interfaces/IClosure.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IReturnableSource} from "../../../contracts/interfaces/IReturnableSource.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";
import {ShortToken} from "../../../contracts/testing/ShortToken.sol";
import {ZeroShyToken} from "../../../contracts/testing/ZeroShyToken.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {PausesTest} from "../support/PausesTest.sol";

/// @dev A source that takes back itself what was not spent, as a donor fund does, but `less` of it.
contract TakingSource is ERC165 {
    uint256 public less;
    uint256 public taken;

    constructor(uint256 less_) {
        less = less_;
    }

    function takeBack(uint128 amount) external {
        taken = amount - less;
        IERC20(IProgramme(msg.sender).settings().asset).transferFrom(msg.sender, address(this), taken);
    }

    function supportsInterface(bytes4 id) public view override returns (bool) {
        return id == type(IReturnableSource).interfaceId || super.supportsInterface(id);
    }
}

contract ClosureTest is PausesTest {
    bytes private closed = abi.encodeWithSelector(IClosure.Closure_Closed.selector);
    bytes private closing = abi.encodeCall(IClosure.closeProgramme, (source));

    function test_CloseProgramme_WhenAnOfficerCallsItAlone() public {
        address[3] memory officers = [finance, approver, administrator];
        for (uint256 i = 0; i < officers.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IDualControl.DualControl_TwoOfficersNeeded.selector, officers[i])
            );
            vm.prank(officers[i]);
            programme.closeProgramme(source);
        }
        assertFalse(programme.isClosed());
    }

    function test_CloseProgramme_WhenTwoOfficersAgreeBeforeTwoDaysAreOver() public {
        uint256 actId = proposeAct(programme, finance, closing);
        uint256 readyAt = now_() + WAIT;
        skip(WAIT - 1);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_TooEarly.selector, actId, readyAt));
        vm.prank(approver);
        programme.approveAct(actId, closing);
    }

    function test_CloseProgramme_GivenACycleIsOpen() public {
        CycleId id = openCycle(tenHouseholds());
        CycleId other = openCycle(tenHouseholds());
        _refuse(closing, abi.encodeWithSelector(IClosure.Closure_CycleOpen.selector, id));
        finish(id);
        _refuse(closing, abi.encodeWithSelector(IClosure.Closure_CycleOpen.selector, other));
        close(other);
        _close(closing);
    }

    function test_CloseProgramme_GivenAShopIsOwed() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        finish(id);
        _refuse(closing, abi.encodeWithSelector(IClosure.Closure_StillOwed.selector, AMOUNT));
        addFees(AMOUNT);
        settle(settlement(shop, id, AMOUNT));
        _close(closing);
        assertBalances(0, 0, 0, 0);
    }

    function test_CloseProgramme_GivenASettlementIsWithTheBank() public {
        startProgramme(address(unit));
        ShopId bankShop = registerShop(shopTerms("BANK"), bankPayout("details"));
        address till = authorise("bank terminal", bankShop, TERMINAL_LIMIT);
        CycleId id = openCycle(tenHouseholds());
        IRedemptions.ReceiptBatch memory batch = batchOf(till, id, 1, sale(FIRST, 100));
        programme.redeem(batch, signed(batch), noExtracts());
        addFees(100);
        finish(id);
        uint32 first = settle(settlement(bankShop, id, 40));
        uint32 second = settle(settlement(bankShop, id, 60));
        _refuse(closing, abi.encodeWithSelector(IClosure.Closure_WithTheBank.selector, 2));
        financeAct(abi.encodeCall(ISettlements.confirmSettlement, (first, BANK_STATEMENT)));
        financeAct(abi.encodeCall(ISettlements.returnSettlement, (second, "CLOSED", BANK_STATEMENT)));
        _refuse(closing, abi.encodeWithSelector(IClosure.Closure_StillOwed.selector, 60));
        uint32 third = settle(settlement(bankShop, id, 60));
        _refuse(closing, abi.encodeWithSelector(IClosure.Closure_WithTheBank.selector, 1));
        financeAct(abi.encodeCall(ISettlements.confirmSettlement, (third, BANK_STATEMENT)));
        _close(closing);
        assertEq(unit.balanceOf(source), FUNDS - 100);
    }

    function test_CloseProgramme_GivenASwitchIsPaused() public {
        uint40 since = guardianPauses(true, false);
        _refuse(closing, abi.encodeWithSelector(IPauses.Pauses_RedemptionsPaused.selector));
        guardianLifts(true, false, since);
        memberPauses(false, true);
        _refuse(closing, abi.encodeWithSelector(IPauses.Pauses_PayoutsPaused.selector));
        memberLifts(false, true);
        _close(closing);
    }

    function test_CloseProgramme_WhenTheSourceIsNotRecorded() public {
        bytes memory act = abi.encodeCall(IClosure.closeProgramme, (stranger));
        _refuse(act, abi.encodeWithSelector(IBudget.Budget_SourceNotRecorded.selector, stranger));
    }

    function test_CloseProgramme_WhenTheTokenKeepsAPart() public {
        ShortToken token = new ShortToken(6);
        startProgramme(address(token));
        token.setKept(1);
        _refuse(closing, abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, FUNDS, FUNDS - 1));
        token.setKept(0);
        _close(closing);
    }

    function test_CloseProgramme_GivenTokensAreMissing() public {
        vm.prank(address(programme));
        dollar.transfer(stranger, 1);
        _refuse(closing, abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, FUNDS, FUNDS - 1));
    }

    function test_CloseProgramme_WhenTheTokenRefusesTheSource() public {
        BlocklistToken token = new BlocklistToken(6);
        startProgramme(address(token));
        token.setBlocked(source, true);
        _refuse(closing, abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, source));
        assertFalse(programme.isClosed());
        address other = makeAddr("other source");
        financeAct(abi.encodeCall(IBudget.recordSource, (other, "agreement")));
        _close(abi.encodeCall(IClosure.closeProgramme, (other)));
        assertEq(token.balanceOf(other), FUNDS);
    }

    function test_CloseProgramme_WhenTheTokenCallsBackIntoTheProgramme() public {
        ReentrantToken token = new ReentrantToken(6);
        startProgramme(address(token));
        token.arm(address(programme), abi.encodeCall(IBudget.fund, (1, source)));
        _close(closing);
        assertFalse(token.hasReentered());
        assertEq(token.balanceOf(source), FUNDS);
    }

    function test_CloseProgramme_WhenTwoOfficersAgree() public {
        addFees(300);
        give(address(programme), 70);
        uint256 actId = proposeAct(programme, finance, closing);
        skip(WAIT);
        vm.expectEmit(address(programme));
        emit IBudget.FeeReserveChanged(300, false);
        vm.expectEmit(address(programme));
        emit IBudget.UnspentReturned(source, FUNDS);
        vm.expectEmit(address(programme));
        emit IClosure.ProgrammeClosed(source, FUNDS + 70);
        vm.prank(approver);
        programme.approveAct(actId, closing);
        assertTrue(programme.isClosed());
        assertEq(asset.balanceOf(source), FUNDS + 70);
        assertBalances(0, 0, 0, 0);
    }

    function test_CloseProgramme_WhenTheSourceTakesReturnsItself() public {
        TakingSource taking = new TakingSource(0);
        financeAct(abi.encodeCall(IBudget.recordSource, (address(taking), "agreement")));
        financeAct(abi.encodeCall(IBudget.returnUnspent, (40, address(taking))));
        assertEq(taking.taken(), 40);
        give(address(programme), 70);
        _close(abi.encodeCall(IClosure.closeProgramme, (address(taking))));
        assertEq(taking.taken(), FUNDS - 40);
        assertEq(asset.balanceOf(address(taking)), FUNDS + 70);
        assertEq(asset.allowance(address(programme), address(taking)), 0);
    }

    function test_CloseProgramme_WhenSuchASourceTakesLess() public {
        address taking = address(new TakingSource(1));
        financeAct(abi.encodeCall(IBudget.recordSource, (taking, "agreement")));
        bytes memory reason = abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, FUNDS, FUNDS - 1);
        _refuse(abi.encodeCall(IClosure.closeProgramme, (taking)), reason);
        reason = abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, 40, 39);
        refuseFinanceAct(abi.encodeCall(IBudget.returnUnspent, (40, taking)), reason);
    }

    function test_CloseProgramme_GivenTheProgrammeHoldsNothing() public {
        ZeroShyToken token = new ZeroShyToken(6);
        startProgramme(address(token));
        financeAct(abi.encodeCall(IBudget.returnUnspent, (FUNDS, source)));
        _close(closing);
        assertEq(token.balanceOf(source), FUNDS);
    }

    function test_GivenTheProgrammeIsClosed_WhenSomebodySendsMoneyThroughFund() public {
        _close(closing);
        vm.startPrank(source);
        asset.approve(address(programme), 1);
        vm.expectRevert(closed);
        programme.fund(1, source);
        vm.stopPrank();
    }

    function test_GivenTheProgrammeIsClosed_WhenAnActIsProposedOrApproved() public {
        bytes memory act = abi.encodeCall(IBudget.recordSource, (stranger, "mine"));
        uint256 actId = proposeAct(programme, finance, act);
        uint256 again = proposeAct(programme, finance, closing);
        _close(closing);
        vm.startPrank(approver);
        vm.expectRevert(closed);
        programme.approveAct(actId, act);
        vm.expectRevert(closed);
        programme.approveAct(again, closing);
        vm.stopPrank();
        vm.startPrank(finance);
        vm.expectRevert(closed);
        programme.proposeAct(act);
        programme.withdrawAct(actId, act);
        vm.stopPrank();
    }

    function test_GivenTheProgrammeIsClosed_WhenACycleIsPreparedApprovedOrReleased() public {
        CycleId id = prepare(tenHouseholds());
        CycleId large = prepare(ListBuilder.even(FIRST, 10, 40_000e6));
        approve(large);
        approveBy(secondApprover, large);
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        CycleId next = programme.nextCycleId();
        _close(closing);
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(closed);
        vm.prank(approver);
        programme.approveCycle(id, termsHash);
        termsHash = hashOf(large);
        vm.expectRevert(closed);
        vm.prank(finance);
        programme.releaseCycle(large, termsHash);
        vm.expectRevert(closed);
        vm.prank(preparer);
        programme.prepareCycle(next, terms);
    }

    function test_GivenTheProgrammeIsClosed_WhenATerminalSendsReceipts() public {
        CycleId id = openCycle(tenHouseholds());
        finish(id);
        _close(closing);
        assertEq(uint8(programme.terminalOf(terminal).status), uint8(IShops.TerminalStatus.Revoked));
        assertEq(uint8(programme.terminalOf(stranger).status), uint8(IShops.TerminalStatus.Unknown));
        IRedemptions.ReceiptBatch memory batch = batchOf(terminal, id, 1, sale(FIRST, 1));
        bytes memory seal = signed(batch);
        vm.expectRevert(_notActive(terminal, IShops.TerminalStatus.Revoked));
        programme.redeem(batch, seal, noExtracts());
        batch.terminal = stranger;
        vm.expectRevert(_notActive(stranger, IShops.TerminalStatus.Unknown));
        programme.redeem(batch, seal, noExtracts());
    }

    function test_GivenTheProgrammeIsClosed_WhenATerminalIsAuthorisedOrRevoked() public {
        _close(closing);
        (address key, ) = terminalKey("late terminal");
        vm.startPrank(custodian);
        vm.expectRevert(closed);
        programme.authoriseTerminal(key, shop, 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IShops.Shops_TerminalNotActive.selector,
                terminal,
                IShops.TerminalStatus.Revoked
            )
        );
        programme.revokeTerminal(terminal);
        vm.stopPrank();
    }

    function test_GivenTheProgrammeIsClosed_WhenSomebodyPausesIt() public {
        _close(closing);
        vm.expectRevert(closed);
        guardianPauses(true, true);
        vm.expectRevert(closed);
        memberPauses(true, true);
    }

    // --- helpers

    function _close(bytes memory act) private {
        uint256 actId = proposeAct(programme, finance, act);
        skip(WAIT);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertTrue(programme.isClosed());
        assertTies();
    }

    function _refuse(bytes memory act, bytes memory reason) private {
        uint256 actId = proposeAct(programme, finance, act);
        skip(WAIT);
        vm.expectRevert(reason);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertFalse(programme.isClosed());
    }

    function _notActive(address key, IShops.TerminalStatus status) private pure returns (bytes memory) {
        bytes4 selector = IRedemptions.Redemptions_TerminalNotActive.selector;
        return abi.encodeWithSelector(selector, key, uint8(status));
    }
}
