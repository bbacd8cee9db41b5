// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

contract CyclesEndTest is ProgrammeTest {
    using ListBuilder for ListBuilder.Tree;

    CycleId private constant ONE = CycleId.wrap(1);

    // --- stop cycle

    function test_StopCycle_GivenItIsNotOpenYet() public {
        CycleId id = _openLater();
        bytes memory reason = abi.encodeWithSelector(
            ICycles.Cycles_NotOpenYet.selector,
            id,
            termsOf[id].opensAt
        );
        refuseListAct(_stop(id), reason);
        vm.warp(termsOf[id].opensAt);
        stop(id);
    }

    function test_StopCycle_GivenItHasExpired() public {
        CycleId id = openCycle(tenHouseholds());
        vm.warp(termsOf[id].expiresAt);
        bytes memory reason = abi.encodeWithSelector(
            ICycles.Cycles_Expired.selector,
            id,
            termsOf[id].expiresAt
        );
        refuseListAct(_stop(id), reason);
    }

    function test_StopCycle_GivenItIsNotApproved() public {
        CycleId id = prepare(tenHouseholds());
        refuseListAct(_stop(id), _wrongState(id, ICycles.CycleState.Prepared));
    }

    function test_StopCycle_GivenItIsOpen() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        ListBuilder.Tree memory tree = treeOf(id);
        bytes32[] memory proof = tree.proof(1);
        programme.loadChunk(id, 1, tree.payloads[0], tree.proof(0));
        skip(5 days);
        uint40 stoppedAt = now_();
        _expectListAct(_stop(id));
        emit ICycles.CycleTimesChanged(id, stoppedAt, stoppedAt + 10 days, "SHOCK");
        _approveLast(_stop(id));
        assertEq(programme.cycleOf(id).expiresAt, stoppedAt);
        assertEq(programme.cycleOf(id).graceEndsAt, stoppedAt + 10 days);
        assertBalances(FUNDS - 513 * AMOUNT, 513 * AMOUNT, 0, 0);

        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_Expired.selector, id, stoppedAt));
        programme.loadChunk(id, 2, tree.payloads[1], proof);

        uint32 day = today();
        bytes memory items = bytes.concat(Receipts.sale(FIRST, 1, day), Receipts.sale(FIRST, 1, day + 1));
        skip(2 days);
        bytes memory rejected = Receipts.rejection(1, IRedemptions.Rejection.OutsidePeriod);
        expectReceipts(terminal, id, 1, items, rejected, IRedemptions.Stop.None);
        redeem(terminal, id, 1, items);
        finish(id);
        assertBalances(FUNDS - 1, 0, 1, 0);
    }

    // --- extend cycle

    function test_ExtendCycle_WhenATimeIsEarlierThanBeforeOutOfOrderOrPast() public {
        CycleId id = openCycle(tenHouseholds());
        uint40 expiresAt = termsOf[id].expiresAt;
        uint40 graceEndsAt = termsOf[id].graceEndsAt;
        _refuseTimes(id, expiresAt - 1, graceEndsAt);
        _refuseTimes(id, expiresAt, graceEndsAt - 1);
        _refuseTimes(id, graceEndsAt + 2, graceEndsAt + 1);
        _refuseTimes(id, expiresAt, expiresAt + 366 days + 1);
        vm.warp(expiresAt + 1 days);
        _refuseTimes(id, expiresAt + 1 days, graceEndsAt);
        listAct(_extend(id, expiresAt + 1 days + 1, graceEndsAt));
    }

    function test_ExtendCycle_GivenItIsNotApproved() public {
        refuseListAct(
            _extend(ONE, now_() + 90 days, now_() + 90 days),
            _wrongState(ONE, ICycles.CycleState.None)
        );
    }

    function test_ExtendCycle_GivenItIsOpen() public {
        CycleId id = prepare(tenHouseholds());
        approve(id);
        bytes memory act = _extend(id, now_() + 50 days, now_() + 60 days);
        _expectListAct(act);
        emit ICycles.CycleTimesChanged(id, now_() + 50 days, now_() + 60 days, "RAINS");
        _approveLast(act);
        skip(45 days);
        load(id);
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        assertBalances(FUNDS - 10 * AMOUNT, 9 * AMOUNT, AMOUNT, 0);
    }

    function test_ExtendCycle_GivenItWasStopped() public {
        CycleId id = openCycle(tenHouseholds());
        skip(1 days);
        stop(id);
        skip(1 days);
        listAct(_extend(id, now_() + 1 days, now_() + 20 days));
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        assertBalances(FUNDS - 10 * AMOUNT, 9 * AMOUNT, AMOUNT, 0);
    }

    // --- reduce cycle

    function test_ReduceCycle_WhenTheTotalIsBelowWhatIsLoadedOrNotBelowTheTotal() public {
        CycleId id = _loadFirstOfThree();
        _refuseTotal(id, 256 * AMOUNT - 1);
        _refuseTotal(id, 513 * AMOUNT);
        _refuseTotal(id, 513 * AMOUNT + 1);
    }

    function test_ReduceCycle_GivenItIsNotApproved() public {
        CycleId id = prepare(tenHouseholds());
        refuseListAct(_reduce(id, 1), _wrongState(id, ICycles.CycleState.Prepared));
    }

    function test_ReduceCycle_WhenTheTotalIsBetween() public {
        CycleId id = _loadFirstOfThree();
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        _expectListAct(_reduce(id, 257 * AMOUNT));
        emit ICycles.CycleReduced(id, 257 * AMOUNT, "NO-BUDGET");
        _approveLast(_reduce(id, 257 * AMOUNT));
        assertEq(programme.cycleOf(id).total, 257 * AMOUNT);
        assertBalances(FUNDS - 257 * AMOUNT, 256 * AMOUNT, AMOUNT, 0);

        ListBuilder.Tree memory tree = treeOf(id);
        bytes32[] memory proof = tree.proof(1);
        bytes4 selector = ICycles.Cycles_TotalExceeded.selector;
        vm.expectRevert(abi.encodeWithSelector(selector, id, 257 * AMOUNT, 512 * AMOUNT));
        programme.loadChunk(id, 2, tree.payloads[1], proof);
        programme.loadChunk(id, 3, tree.payloads[2], tree.proof(2));
        assertEq(programme.cycleOf(id).loaded, 257 * AMOUNT);

        finish(id);
        assertBalances(FUNDS - AMOUNT, 0, AMOUNT, 0);
    }

    // --- cancel cycle

    function test_CancelCycle_GivenItIsOpen() public {
        CycleId id = _openLater();
        vm.warp(termsOf[id].opensAt);
        bytes memory reason = abi.encodeWithSelector(
            ICycles.Cycles_AlreadyOpen.selector,
            id,
            termsOf[id].opensAt
        );
        refuseListAct(_cancel(id), reason);
        vm.warp(termsOf[id].opensAt - 1);
        cancel(id);
    }

    function test_CancelCycle_GivenItIsNotApproved() public {
        CycleId id = prepare(tenHouseholds());
        refuseListAct(_cancel(id), _wrongState(id, ICycles.CycleState.Prepared));
    }

    function test_CancelCycle_GivenItIsNotOpenYet() public {
        CycleId id = _openLater();
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT, 0, 0);
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT);
        _expectListAct(_cancel(id));
        emit ICycles.CycleCancelled(id, "WRONG-LIST");
        _approveLast(_cancel(id));
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Cancelled);
        assertEq(programme.entitlementLeft(id, FIRST), 0);
        assertBalances(FUNDS, 0, 0, 0);
        refuseListAct(_cancel(id), _wrongState(id, ICycles.CycleState.Cancelled));
    }

    // --- close cycle

    function test_CloseCycle_GivenItsGraceIsNotOver() public {
        CycleId id = openCycle(tenHouseholds());
        uint40 graceEndsAt = termsOf[id].graceEndsAt;
        vm.warp(graceEndsAt);
        bytes memory reason = abi.encodeWithSelector(ICycles.Cycles_GraceNotOver.selector, id, graceEndsAt);
        refuseFinanceAct(abi.encodeCall(ICycles.closeCycle, (id)), reason);
        vm.warp(graceEndsAt + 1);
        close(id);
    }

    function test_CloseCycle_GivenItIsNotApproved() public {
        CycleId id = openCycle(tenHouseholds());
        finish(id);
        refuseFinanceAct(
            abi.encodeCall(ICycles.closeCycle, (id)),
            _wrongState(id, ICycles.CycleState.Closed)
        );
    }

    function test_CloseCycle_GivenItsGraceIsOver() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sales(FIRST, 4, AMOUNT));
        redeem(terminal, id, 5, Receipts.refund(FIRST, 10, 1), extractsOf(id));
        vm.warp(uint256(termsOf[id].graceEndsAt) + 1);
        uint128 unspent = 6 * AMOUNT + 10;
        bytes memory act = abi.encodeCall(ICycles.closeCycle, (id));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit ICycles.CycleClosed(id, unspent);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Closed);
        assertEq(programme.entitlementLeft(id, FIRST + 5), 0);
        assertBalances(FUNDS - 10 * AMOUNT + unspent, 0, 10 * AMOUNT - unspent, 0);
    }

    // --- close abandoned cycle

    function test_CloseAbandonedCycle_GivenLessThan90DaysHavePassedSinceItsGrace() public {
        CycleId id = openCycle(tenHouseholds());
        uint256 closesAt = uint256(termsOf[id].graceEndsAt) + 90 days;
        vm.warp(closesAt);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_GraceNotOver.selector, id, closesAt));
        programme.closeAbandonedCycle(id);
    }

    function test_CloseAbandonedCycle_Given90DaysHavePassedSinceItsGrace() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        vm.warp(uint256(termsOf[id].graceEndsAt) + 90 days + 1);
        vm.expectEmit(address(programme));
        emit ICycles.CycleClosed(id, 9 * AMOUNT);
        vm.prank(stranger);
        programme.closeAbandonedCycle(id);
        assertBalances(FUNDS - AMOUNT, 0, AMOUNT, 0);
        vm.expectRevert(_wrongState(id, ICycles.CycleState.Closed));
        programme.closeAbandonedCycle(id);
    }

    // --- helpers

    uint256 private lastAct;

    /// @dev Proposes; the caller then states the event and calls {_approveLast}.
    function _expectListAct(bytes memory act) private {
        lastAct = proposeAct(programme, preparer, act);
        vm.expectEmit(address(programme));
    }

    function _approveLast(bytes memory act) private {
        vm.prank(approver);
        programme.approveAct(lastAct, act);
    }

    function _openLater() private returns (CycleId) {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.opensAt = now_() + 3 days;
        return openCycle(tenHouseholds(), terms);
    }

    function _loadFirstOfThree() private returns (CycleId id) {
        id = prepare(manyHouseholds());
        approve(id);
        ListBuilder.Tree memory tree = treeOf(id);
        programme.loadChunk(id, 1, tree.payloads[0], tree.proof(0));
    }

    function _refuseTimes(CycleId id, uint40 expiresAt, uint40 graceEndsAt) private {
        bytes4 selector = ICycles.Cycles_TimesInvalid.selector;
        refuseListAct(
            _extend(id, expiresAt, graceEndsAt),
            abi.encodeWithSelector(selector, expiresAt, graceEndsAt)
        );
    }

    function _refuseTotal(CycleId id, uint128 total) private {
        bytes4 selector = ICycles.Cycles_TotalInvalid.selector;
        refuseListAct(_reduce(id, total), abi.encodeWithSelector(selector, id, total, 256 * AMOUNT));
    }

    function _stop(CycleId id) private pure returns (bytes memory) {
        return abi.encodeCall(ICycles.stopCycle, (id, "SHOCK"));
    }

    function _cancel(CycleId id) private pure returns (bytes memory) {
        return abi.encodeCall(ICycles.cancelCycle, (id, "WRONG-LIST"));
    }

    function _reduce(CycleId id, uint128 total) private pure returns (bytes memory) {
        return abi.encodeCall(ICycles.reduceCycle, (id, total, "NO-BUDGET"));
    }

    function _extend(CycleId id, uint40 expiresAt, uint40 graceEndsAt) private pure returns (bytes memory) {
        return abi.encodeCall(ICycles.extendCycle, (id, expiresAt, graceEndsAt, "RAINS"));
    }

    function _wrongState(CycleId id, ICycles.CycleState state) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ICycles.Cycles_WrongState.selector, id, state);
    }
}
