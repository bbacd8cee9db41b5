// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

contract CyclesApprovalTest is ProgrammeTest {
    CycleId private constant ONE = CycleId.wrap(1);
    CycleId private constant TWO = CycleId.wrap(2);

    // --- prepare cycle

    function test_PrepareCycle_WhenTheCallerIsNoPreparer() public {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        vm.expectRevert(_missing(Role.Preparer, approver));
        vm.prank(approver);
        programme.prepareCycle(ONE, terms);
    }

    function test_PrepareCycle_WhenTheIdIsNotTheNextOne() public {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        vm.startPrank(preparer);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_OtherCycleId.selector, TWO, ONE));
        programme.prepareCycle(TWO, terms);
        programme.prepareCycle(ONE, terms);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_OtherCycleId.selector, ONE, TWO));
        programme.prepareCycle(ONE, terms);
    }

    function test_PrepareCycle_WhenAFieldOfTheTermsIsInvalid() public {
        ICycles.CycleTerms memory t = draft(tenHouseholds());
        t.listRoot = 0;
        _refuseTerms(t, "listRoot");
        t = draft(tenHouseholds());
        t.controlSheet = 0;
        _refuseTerms(t, "controlSheet");
        t = draft(tenHouseholds());
        t.total = 0;
        _refuseTerms(t, "total");
        t = draft(tenHouseholds());
        t.chunks = 0;
        _refuseTerms(t, "households");
        // Nobody in no chunk, and yet a total.
        t.households = 0;
        _refuseTerms(t, "households");
        t = draft(tenHouseholds());
        t.households = 0;
        _refuseTerms(t, "households");
        t = draft(tenHouseholds());
        t.households = 257;
        _refuseTerms(t, "households");
        t = draft(tenHouseholds());
        t.chunks = 11;
        _refuseTerms(t, "households");
    }

    function test_PrepareCycle_WhenATimeOfTheTermsIsInvalid() public {
        ICycles.CycleTerms memory t = draft(tenHouseholds());
        t.opensAt = t.expiresAt;
        _refuseTerms(t, "expiresAt");
        t = draft(tenHouseholds());
        t.opensAt = now_() - 1 days;
        t.expiresAt = now_();
        _refuseTerms(t, "expiresAt");
        t = draft(tenHouseholds());
        t.graceEndsAt = t.expiresAt - 1;
        _refuseTerms(t, "graceEndsAt");
        t.graceEndsAt = t.expiresAt + 366 days + 1;
        _refuseTerms(t, "graceEndsAt");
        t = draft(tenHouseholds());
        t.expiresAt = t.opensAt + 5 * 366 days + 1;
        t.graceEndsAt = t.expiresAt;
        _refuseTerms(t, "expiresAt");
        t = draft(tenHouseholds());
        t.periodFirstDay = t.periodLastDay + 1;
        _refuseTerms(t, "period");
    }

    function test_PrepareCycle_WhenTheParentOfTheTermsIsInvalid() public {
        ICycles.CycleTerms memory t = draft(tenHouseholds());
        t.parent = ONE;
        _refuseTerms(t, "parent");
        t.kind = ICycles.CycleKind.TopUp;
        _refuseTerms(t, "parent");
        t.parent = CycleId.wrap(0);
        _refuseTerms(t, "parent");
        prepare(tenHouseholds());
        t = draft(tenHouseholds());
        t.kind = ICycles.CycleKind.TopUp;
        t.parent = ONE;
        prepare(tenHouseholds(), t);
    }

    function test_PrepareCycle_WhenTheRegistryHadAnotherDigestAtTheCheckpoint() public {
        ICycles.CycleTerms memory t = draft(tenHouseholds());
        bytes32 digest = t.registryDigest;
        t.registryDigest = keccak256("other");
        _refuse(
            t,
            abi.encodeWithSelector(ICycles.Cycles_RegistryDiffers.selector, 3, keccak256("other"), digest)
        );
        t.registryDigest = digest;
        t.checkpoint = 2;
        bytes32 earlier = registry.digestAt(2);
        _refuse(t, abi.encodeWithSelector(ICycles.Cycles_RegistryDiffers.selector, 2, digest, earlier));
    }

    function test_PrepareCycle_WhenTheCheckpointIsStillToCome() public {
        ICycles.CycleTerms memory t = draft(tenHouseholds());
        t.checkpoint = 4;
        bytes32 digest = t.registryDigest;
        _refuse(t, abi.encodeWithSelector(ICycles.Cycles_RegistryDiffers.selector, 4, digest, 0));
        t.registryDigest = 0;
        _refuse(t, abi.encodeWithSelector(ICycles.Cycles_RegistryDiffers.selector, 4, 0, 0));
    }

    function test_PrepareCycle_WhenTheTermsAreInOrder() public {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        bytes32 termsHash = keccak256(abi.encode(block.chainid, programme, ONE, terms));
        assertEq(programme.hashTerms(ONE, terms), termsHash);
        vm.expectEmit(address(programme));
        emit ICycles.CyclePrepared(ONE, preparer, termsHash, terms);
        vm.prank(preparer);
        programme.prepareCycle(ONE, terms);

        ICycles.CycleView memory cycle = programme.cycleOf(ONE);
        assertTrue(cycle.state == ICycles.CycleState.Prepared);
        assertEq(cycle.opensAt, terms.opensAt);
        assertEq(cycle.expiresAt, terms.expiresAt);
        assertEq(cycle.graceEndsAt, terms.graceEndsAt);
        assertEq(cycle.total, 10 * AMOUNT);
        assertEq(cycle.chunks, 1);
        assertEq(cycle.preparer, preparer);
        assertEq(cycle.listRoot, terms.listRoot);
        assertEq(cycle.termsHash, termsHash);
        assertEq(CycleId.unwrap(programme.nextCycleId()), 2);
        assertBalances(FUNDS, 0, 0, 0);
    }

    // --- approve cycle

    function test_ApproveCycle_WhenTheCallerIsNoApprover() public {
        CycleId id = prepare(tenHouseholds());
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(_missing(Role.Approver, finance));
        vm.prank(finance);
        programme.approveCycle(id, termsHash);
    }

    function test_ApproveCycle_WhenThereIsNoSuchCycle() public {
        vm.expectRevert(_wrongState(ONE, ICycles.CycleState.None));
        vm.prank(approver);
        programme.approveCycle(ONE, 0);
    }

    function test_ApproveCycle_WhenOtherTermsAreRestated() public {
        CycleId id = prepare(tenHouseholds());
        bytes32 other = keccak256("other terms");
        vm.expectRevert(
            abi.encodeWithSelector(ICycles.Cycles_OtherTermsRestated.selector, id, hashOf(id), other)
        );
        vm.prank(approver);
        programme.approveCycle(id, other);
    }

    function test_ApproveCycle_WhenTheApproverWasThePreparer() public {
        CycleId id = prepare(tenHouseholds());
        bytes32 termsHash = hashOf(id);
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Preparer, preparer);
        appoint(Role.Approver, preparer);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_PreparerCannotApprove.selector, id, preparer));
        vm.prank(preparer);
        programme.approveCycle(id, termsHash);
    }

    function test_ApproveCycle_WhenTheCycleHasExpired() public {
        CycleId id = prepare(tenHouseholds());
        bytes32 termsHash = hashOf(id);
        uint40 expiresAt = termsOf[id].expiresAt;
        vm.warp(expiresAt);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_Expired.selector, id, expiresAt));
        vm.prank(approver);
        programme.approveCycle(id, termsHash);
        vm.warp(expiresAt - 1);
        approve(id);
    }

    function test_ApproveCycle_WhenThereIsNotEnoughFreeMoney() public {
        financeAct(abi.encodeCall(IBudget.returnUnspent, (FUNDS - 10 * AMOUNT + 1, source)));
        CycleId id = prepare(tenHouseholds());
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(
            abi.encodeWithSelector(IBudget.Budget_NotEnoughFree.selector, 10 * AMOUNT, 10 * AMOUNT - 1)
        );
        vm.prank(approver);
        programme.approveCycle(id, termsHash);
    }

    function test_ApproveCycle_GivenOneApproverIsEnough() public {
        CycleId id = prepare(tenHouseholds());
        bytes32 termsHash = hashOf(id);
        vm.expectEmit(address(programme));
        emit ICycles.CycleApproved(id, approver, 1, 1);
        vm.expectEmit(address(programme));
        emit ICycles.CycleActivated(id, 0, 10 * AMOUNT);
        vm.prank(approver);
        programme.approveCycle(id, termsHash);

        ICycles.CycleView memory cycle = programme.cycleOf(id);
        assertTrue(cycle.state == ICycles.CycleState.Approved);
        assertEq(cycle.approvals, 1);
        assertEq(cycle.approvedAt, now_());
        assertBalances(FUNDS - 10 * AMOUNT, 10 * AMOUNT, 0, 0);

        vm.expectRevert(_wrongState(id, ICycles.CycleState.Approved));
        vm.prank(secondApprover);
        programme.approveCycle(id, termsHash);
    }

    function test_ApproveCycle_GivenTwoApproversAreNeeded() public {
        CycleId id = prepare(_listOver(100_001e6));
        bytes32 termsHash = hashOf(id);
        vm.expectEmit(address(programme));
        emit ICycles.CycleApproved(id, approver, 1, 2);
        vm.prank(approver);
        programme.approveCycle(id, termsHash);
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Prepared);
        assertBalances(FUNDS, 0, 0, 0);

        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_ApprovedAlready.selector, id, approver));
        vm.prank(approver);
        programme.approveCycle(id, termsHash);

        vm.expectEmit(address(programme));
        emit ICycles.CycleApproved(id, secondApprover, 2, 2);
        vm.prank(secondApprover);
        programme.approveCycle(id, termsHash);
        assertBalances(FUNDS - 100_001e6, 100_001e6, 0, 0);
    }

    // --- helpers

    function _listOver(uint56 total) private pure returns (ListBuilder.List memory) {
        return ListBuilder.even(FIRST, 1, total);
    }

    function _refuseTerms(ICycles.CycleTerms memory terms, bytes32 field) private {
        _refuse(terms, abi.encodeWithSelector(ICycles.Cycles_TermsInvalid.selector, field));
    }

    function _refuse(ICycles.CycleTerms memory terms, bytes memory reason) private {
        CycleId id = programme.nextCycleId();
        vm.expectRevert(reason);
        vm.prank(preparer);
        programme.prepareCycle(id, terms);
    }

    function _missing(Role role, address officer) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, officer);
    }

    function _wrongState(CycleId id, ICycles.CycleState state) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ICycles.Cycles_WrongState.selector, id, state);
    }
}
