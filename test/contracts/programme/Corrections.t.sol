// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

contract CorrectionsTest is ProgrammeTest {
    using ListBuilder for ListBuilder.Tree;

    ICorrections.CorrectionKind private constant HONOUR = ICorrections.CorrectionKind.Honour;
    ICorrections.CorrectionKind private constant REVERSE = ICorrections.CorrectionKind.Reverse;
    ICorrections.CorrectionKind private constant RE_ENTER = ICorrections.CorrectionKind.ReEnter;

    CycleId private id;

    /// @dev Receipt 1 counts, 2 was rejected (more than the household had), 3 counts; 4 was never sent.
    function setUp() public override {
        super.setUp();
        id = openCycle(tenHouseholds());
        bytes memory items = bytes.concat(sale(FIRST, 100), sale(FIRST + 1, AMOUNT + 1), sale(FIRST + 2, 30));
        redeem(terminal, id, 1, items);
        _assertOwed(130);
    }

    // --- honour

    function test_Honour_GivenTheReceiptWasRejected() public {
        ICorrections.Correction memory c = _honour(2, FIRST + 1, 40);
        _correct(c);
        (bool isRejected, bool isCorrected) = programme.receiptStatus(terminal, 2);
        assertTrue(isRejected);
        assertTrue(isCorrected);
        assertEq(programme.entitlementLeft(id, FIRST + 1), AMOUNT - 40);
        assertEq(programme.netSalesOf(terminal, id), 170);
        assertEq(programme.ledgerOf(shop, id).gross, 170);
        assertEq(programme.cycleOf(id).redeemed, 170);
        _assertOwed(170);
    }

    function test_Honour_GivenTheReceiptCountedWasNeverSentOrTheFieldsAreAnotherKinds() public {
        _unfit(_honour(1, FIRST, 100));
        _unfit(_honour(0, FIRST, 100));
        _unfit(_honour(4, FIRST, 100));
        _unfit(_honour(2, FIRST + 1, 0));
        ICorrections.Correction memory c = _honour(2, FIRST + 1, 40);
        c.newAmount = 1;
        _unfit(c);
        c = _honour(2, FIRST + 1, 40);
        c.terminal = stranger;
        _unfit(c);
    }

    function test_Honour_WhenTheHouseholdHasNotEnoughLeft() public {
        _notEnough(_honour(2, FIRST + 1, AMOUNT + 1), FIRST + 1, AMOUNT, AMOUNT + 1);
        _notEnough(_honour(2, FIRST + 300, 1), FIRST + 300, 0, 1);
    }

    function test_Honour_GivenTheReceiptWasCorrected() public {
        _correct(_honour(2, FIRST + 1, 40));
        _correctedAlready(_honour(2, FIRST + 1, 40));
        _correctedAlready(_reverse(2, FIRST + 1, 40));
        assertEq(redeem(terminal, id, 2, sale(FIRST + 1, AMOUNT + 1)), 4);
        _assertOwed(170);
    }

    function test_Honour_GivenTheGraceOfTheCycleIsOver() public {
        uint32 day = today();
        vm.warp(uint256(termsOf[id].graceEndsAt) + 1);
        redeem(terminal, id, 4, sale(FIRST + 3, 5));
        assertEq(programme.entitlementLeft(id, FIRST + 3), AMOUNT);
        assertLt(day, today(), "time has passed");
        _correct(_honour(4, FIRST + 3, 5));
        _assertOwed(135);
        close(id);
        assertBalances(FUNDS - 135, 0, 135, 0);
    }

    function test_Honour_GivenTheCycleIsNotApproved() public {
        finish(id);
        bytes4 selector = ICycles.Cycles_WrongState.selector;
        _refuse(_honour(2, FIRST + 1, 40), abi.encodeWithSelector(selector, id, ICycles.CycleState.Closed));
    }

    // --- reverse

    function test_Reverse_GivenTheReceiptCounted() public {
        _correct(_reverse(1, FIRST, 100));
        (bool isRejected, bool isCorrected) = programme.receiptStatus(terminal, 1);
        assertFalse(isRejected);
        assertTrue(isCorrected);
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT);
        assertEq(programme.netSalesOf(terminal, id), 30);
        assertEq(programme.ledgerOf(shop, id).refunds, 100);
        assertEq(programme.cycleOf(id).refunded, 100);
        _assertOwed(30);
    }

    function test_Reverse_GivenTheTerminalIsRevoked() public {
        _revoke();
        _correct(_reverse(3, FIRST + 2, 30));
        _assertOwed(100);
    }

    function test_Reverse_GivenTheReceiptWasRejectedWasNeverSentOrTheFieldsAreAnotherKinds() public {
        _unfit(_reverse(2, FIRST + 1, 1));
        _unfit(_reverse(0, FIRST, 1));
        _unfit(_reverse(4, FIRST, 1));
        _unfit(_reverse(1, FIRST, 0));
        ICorrections.Correction memory c = _reverse(1, FIRST, 100);
        c.newAmount = 1;
        _unfit(c);
    }

    function test_Reverse_WhenTheAmountIsAboveWhatTheShopIsOwed() public {
        addFees(1000);
        settle(settlement(shop, id, 100));
        bytes4 selector = ICorrections.Corrections_AboveOwed.selector;
        _refuse(_reverse(1, FIRST, 31), abi.encodeWithSelector(selector, shop, id, 30, 31));
        _correct(_reverse(1, FIRST, 30));
    }

    function test_Reverse_WhenTheAmountIsAboveWhatTheTerminalSold() public {
        address second = authorise("second terminal", shop, 1000);
        redeem(second, id, 1, sale(FIRST, 1000));
        bytes4 selector = ICorrections.Corrections_AboveSales.selector;
        _refuse(_reverse(1, FIRST, 131), abi.encodeWithSelector(selector, terminal, id, 130, 131));
    }

    function test_Reverse_WhenTheAmountIsAboveWhatTheHouseholdWasListedWith() public {
        bytes4 selector = ICorrections.Corrections_AboveList.selector;
        _refuse(_reverse(1, FIRST, 101), abi.encodeWithSelector(selector, id, FIRST, AMOUNT, 101));
        _refuse(_reverse(1, FIRST + 10, 1), abi.encodeWithSelector(selector, id, FIRST + 10, 0, 1));
        _refuse(_reverse(1, FIRST + 99, 1), abi.encodeWithSelector(selector, id, FIRST + 99, 0, 1));
        bytes memory act = abi.encodeCall(ICorrections.correct, (_reverse(1, FIRST, 100), noExtracts()));
        refuseFinanceAct(act, abi.encodeWithSelector(selector, id, FIRST, 0, 100));
    }

    function test_Reverse_GivenTheChunkOfTheHouseholdIsNotLoaded() public {
        CycleId other = prepare(manyHouseholds());
        approve(other);
        ListBuilder.Tree memory tree = treeOf(other);
        programme.loadChunk(other, 1, tree.payloads[0], tree.proof(0));
        redeem(terminal, other, 4, sale(FIRST, 100));
        ICorrections.Correction memory c = _reverse(4, FIRST + 256, 100);
        c.cycle = other;
        bytes memory act = abi.encodeCall(ICorrections.correct, (c, extractsOf(other)));
        bytes4 selector = ICorrections.Corrections_AboveList.selector;
        refuseFinanceAct(act, abi.encodeWithSelector(selector, other, FIRST + 256, AMOUNT, 100));
    }

    function test_Reverse_WhenAnExtractIsNotInTheList() public {
        IRedemptions.ListExtract[] memory extracts = extractsOf(id);
        extracts[0].payload = ListBuilder.entry(0, 2 * AMOUNT);
        bytes memory act = abi.encodeCall(ICorrections.correct, (_reverse(1, FIRST, 101), extracts));
        bytes4 selector = IRedemptions.Redemptions_ExtractNotInList.selector;
        refuseFinanceAct(act, abi.encodeWithSelector(selector, id, 1));
    }

    function test_Reverse_GivenTheReceiptWasCorrected() public {
        _correct(_reverse(1, FIRST, 60));
        _correctedAlready(_reverse(1, FIRST, 40));
        _correctedAlready(_reEnter(1, FIRST, 40, FIRST, 1));
    }

    // --- re-enter

    function test_ReEnter_GivenTheReceiptCounted() public {
        _correct(_reEnter(1, FIRST, 100, FIRST + 5, 45));
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT);
        assertEq(programme.entitlementLeft(id, FIRST + 5), AMOUNT - 45);
        assertEq(programme.netSalesOf(terminal, id), 75);
        _assertOwed(75);
        // The same household, another amount.
        _correct(_reEnter(3, FIRST + 2, 30, FIRST + 2, AMOUNT));
        assertEq(programme.entitlementLeft(id, FIRST + 2), 0);
        _assertOwed(45 + AMOUNT);
    }

    function test_ReEnter_GivenTheReceiptWasLostWithARevokedTerminal() public {
        _revoke();
        ICorrections.Correction memory lost = _reEnter(7, 0, 0, FIRST + 4, 8);
        _correct(lost);
        assertEq(programme.entitlementLeft(id, FIRST + 4), AMOUNT - 8);
        assertEq(nextNumber(terminal), 4);
        _assertOwed(138);
        _correctedAlready(lost);
        _correct(_reEnter(4, 0, 0, FIRST + 4, 1));
        _assertOwed(139);

        IRedemptions.ReceiptBatch memory batch = batchOf(terminal, id, 4, sale(FIRST + 4, 1));
        bytes memory good = signed(batch);
        bytes4 selector = IRedemptions.Redemptions_TerminalNotActive.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, terminal, 2));
        programme.redeem(batch, good, noExtracts());
    }

    function test_ReEnter_GivenTheTerminalCouldStillSendTheReceipt() public {
        _unfit(_reEnter(4, 0, 0, FIRST + 4, 8));
        ICorrections.Correction memory c = _reEnter(1, 0, 0, FIRST + 4, 8);
        c.terminal = stranger;
        _unfit(c);
    }

    function test_ReEnter_GivenTheReceiptWasRejectedOrTheFieldsAreAnotherKinds() public {
        _unfit(_reEnter(2, FIRST + 1, 40, FIRST + 1, 30));
        _unfit(_reEnter(2, 0, 0, FIRST + 1, 30));
        _unfit(_reEnter(1, FIRST, 100, FIRST, 0));
        _revoke();
        _unfit(_reEnter(1, 0, 0, FIRST, 30));
        _unfit(_reEnter(0, 0, 0, FIRST, 30));
        _unfit(_reEnter(4, FIRST, 30, FIRST, 30));
    }

    function test_ReEnter_WhenTheRightHouseholdHasNotEnoughLeft() public {
        _notEnough(_reEnter(1, FIRST, 100, FIRST + 10, 1), FIRST + 10, 0, 1);
        _notEnough(_reEnter(1, FIRST, 100, FIRST, AMOUNT + 1), FIRST, AMOUNT, AMOUNT + 1);
        _assertOwed(130);
    }

    // --- refunds

    function test_Correct_GivenTheReceiptIsARefund() public {
        IRedemptions.ListExtract[] memory extracts = extractsOf(id);
        bytes memory items = bytes.concat(Receipts.refund(FIRST, 40, 1), Receipts.refund(FIRST + 5, 10, 1));
        redeem(terminal, id, 4, items, extracts);
        (bool isRejected, ) = programme.receiptStatus(terminal, 5);
        assertTrue(isRejected);
        _unfit(_honour(4, FIRST, 40));
        _unfit(_reverse(4, FIRST, 40));
        _unfit(_reEnter(4, FIRST, 40, FIRST, 30));
        _unfit(_honour(5, FIRST + 5, 10));
        _assertOwed(90);
        // The sale that it refunded is corrected in its place.
        _correct(_reverse(1, FIRST, 60));
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT);
        _assertOwed(30);
    }

    // --- helpers

    function _honour(
        uint32 number,
        uint32 account,
        uint56 amount
    ) private view returns (ICorrections.Correction memory) {
        return _correction(HONOUR, number, account, amount);
    }

    function _reverse(
        uint32 number,
        uint32 account,
        uint56 amount
    ) private view returns (ICorrections.Correction memory) {
        return _correction(REVERSE, number, account, amount);
    }

    function _reEnter(
        uint32 number,
        uint32 account,
        uint56 amount,
        uint32 newAccount,
        uint56 newAmount
    ) private view returns (ICorrections.Correction memory c) {
        c = _correction(RE_ENTER, number, account, amount);
        (c.newAccount, c.newAmount) = (newAccount, newAmount);
    }

    function _correction(
        ICorrections.CorrectionKind kind,
        uint32 number,
        uint32 account,
        uint56 amount
    ) private view returns (ICorrections.Correction memory) {
        return ICorrections.Correction(terminal, number, id, kind, account, amount, 0, 0, "WRONG-AMOUNT");
    }

    function _act(ICorrections.Correction memory c) private view returns (bytes memory) {
        bool givesBack = c.kind != HONOUR && c.amount > 0;
        return abi.encodeCall(ICorrections.correct, (c, givesBack ? extractsOf(id) : noExtracts()));
    }

    function _correct(ICorrections.Correction memory c) private {
        bytes memory act = _act(c);
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit ICorrections.ReceiptCorrected(terminal, c.number, id, shop, c);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertTies();
    }

    function _refuse(ICorrections.Correction memory c, bytes memory reason) private {
        refuseFinanceAct(_act(c), reason);
    }

    function _unfit(ICorrections.Correction memory c) private {
        bytes4 selector = ICorrections.Corrections_Unfit.selector;
        _refuse(c, abi.encodeWithSelector(selector, c.terminal, c.number, c.kind));
    }

    function _notEnough(
        ICorrections.Correction memory c,
        uint32 account,
        uint256 left,
        uint256 amount
    ) private {
        bytes4 selector = ICorrections.Corrections_NotEnoughLeft.selector;
        _refuse(c, abi.encodeWithSelector(selector, id, account, left, amount));
    }

    function _correctedAlready(ICorrections.Correction memory c) private {
        bytes4 selector = ICorrections.Corrections_CorrectedAlready.selector;
        _refuse(c, abi.encodeWithSelector(selector, terminal, c.number));
    }

    function _revoke() private {
        vm.prank(custodian);
        programme.revokeTerminal(terminal);
    }

    function _assertOwed(uint256 owed) private view {
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT - owed, owed, 0);
    }
}
