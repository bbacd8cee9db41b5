// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {Receipts} from "../support/Receipts.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice Whoever stole a preparer's key writes lists, which somebody else must approve.
contract PreparerThiefTest is ThiefTest {
    using ListBuilder for ListBuilder.List;
    using ListBuilder for ListBuilder.Tree;

    address private thief;

    function setUp() public override {
        super.setUp();
        thief = preparer;
    }

    function test_Thief_MovesNothingWithAListOfItsOwn() public {
        CycleId id = prepare(ListBuilder.even(FIRST, 10, 90_000 * USD));
        assertBalances(FUNDS, 0, 0, 0);

        ListBuilder.Tree memory tree = treeOf(id);
        vm.expectRevert(
            abi.encodeWithSelector(ICycles.Cycles_WrongState.selector, id, ICycles.CycleState.Prepared)
        );
        programme.loadChunk(id, tree.chunks[0], tree.payloads[0], tree.proof(0));
        redeem(terminal, id, 1, sale(FIRST, USD));
        assertEq(nextNumber(terminal), 1, "stopped before the first receipt");
        assertEq(programme.entitlementLeft(id, FIRST), 0);
        assertNothingLeft();
    }

    function test_Thief_CannotApproveItsOwnList() public {
        CycleId id = prepare(tenHouseholds());
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(missing(Role.Approver, thief));
        vm.prank(thief);
        programme.approveCycle(id, termsHash);

        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Preparer, thief);
        appoint(Role.Approver, thief);
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_PreparerCannotApprove.selector, id, thief));
        vm.prank(thief);
        programme.approveCycle(id, termsHash);
        assertBalances(FUNDS, 0, 0, 0);
    }

    /// The approver's machine recomputes the root from the list that was agreed on; a swapped one has another hash.
    function test_Thief_CannotSwapTheListUnderTheApprover() public {
        ICycles.CycleTerms memory agreed = draft(tenHouseholds());
        CycleId id = prepare(ListBuilder.even(FIRST, 10, 9_000 * USD));
        bytes32 restated = programme.hashTerms(id, agreed);
        vm.expectRevert(
            abi.encodeWithSelector(ICycles.Cycles_OtherTermsRestated.selector, id, hashOf(id), restated)
        );
        vm.prank(approver);
        programme.approveCycle(id, restated);
        assertBalances(FUNDS, 0, 0, 0);
    }

    /// An approver who signs blindly signs away at most the first band, 100,000 within 30 days, however it is split.
    function test_Thief_GetsAtMostTheFirstBandFromOneBlindApprover() public {
        approve(prepare(ListBuilder.even(FIRST, 10, 6_000 * USD)));
        approve(prepare(ListBuilder.even(FIRST, 10, 4_000 * USD)));
        assertBalances(FUNDS - 100_000 * USD, 100_000 * USD, 0, 0);

        CycleId id = prepare(ListBuilder.even(FIRST, 1, 1));
        approve(id);
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Prepared, "a second approver is needed");
        assertBalances(FUNDS - 100_000 * USD, 100_000 * USD, 0, 0);
    }

    /// And what is approved still has to be sold at a shop, whose terminals have limits, and be settled.
    function test_Thief_NeedsTerminalsToTakeWhatWasApprovedBlindly() public {
        CycleId id = openCycle(ListBuilder.even(FIRST, 10, 10_000 * USD));
        redeem(terminal, id, 1, sales(FIRST, 10, 10_000 * USD));
        assertEq(grossOf(terminal, id), 20_000 * USD);
        assertNothingLeft();
    }

    /// A root over two versions of one chunk is no list; who recomputes it sees that. Approved blindly, the first version that is loaded
    /// counts, within the total. The other one only lets a terminal give a household back more than was loaded for it: what that
    /// terminal took from others.
    function test_Thief_AddsNothingToACycleWithTwoVersionsOfAChunk() public {
        (CycleId id, ListBuilder.Tree memory tree) = _openWithTwoVersions();
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_ChunkAlreadyLoaded.selector, id, 1));
        programme.loadChunk(id, 1, tree.payloads[1], tree.proof(1));

        bytes memory items = bytes.concat(
            sale(FIRST + 1, 50 * USD),
            Receipts.refund(FIRST, 50 * USD, 1),
            Receipts.refund(FIRST, 1, 1)
        );
        redeem(terminal, id, 1, items, _onlySecond(tree));
        assertEq(programme.entitlementLeft(id, FIRST), 60 * USD, "10 of its own, 50 of its neighbour");
        assertEq(programme.entitlementLeft(id, FIRST + 1), 0);
        assertBalances(FUNDS - 60 * USD, 60 * USD, 0, 0);
    }

    function test_Thief_CannotLoadTheGreaterVersionAboveTheTotal() public {
        (CycleId id, ListBuilder.Tree memory tree) = _prepareTwoVersions();
        approve(id);
        vm.expectRevert(
            abi.encodeWithSelector(ICycles.Cycles_TotalExceeded.selector, id, 60 * USD, 150 * USD)
        );
        programme.loadChunk(id, 1, tree.payloads[1], tree.proof(1));
    }

    function test_Thief_OnlyProposesToEndOrChangeCycles() public {
        CycleId id = openBigCycle();
        assertCannotActAlone(thief, id);
        assertCannotPropose(thief, financeActs(id), Role.Finance);
        assertCannotApprove(thief, financeActs(id), finance);
        assertCannotApprove(thief, listActs(id), thief);
        assertCannotCall(thief, id, Role.Preparer);
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Approved);
        assertBalances(FUNDS - TOTAL, TOTAL, 0, 0);
        assertNothingLeft();
    }

    /// It can use up cycle numbers; the honest list is then signed again for the next one.
    function test_Thief_DelaysAnHonestListByUsingUpItsNumber() public {
        appoint(Role.Preparer, stranger);
        ICycles.CycleTerms memory honest = draft(tenHouseholds());
        CycleId id = prepare(ListBuilder.even(FIRST, 1, 1));
        CycleId next = programme.nextCycleId();
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_OtherCycleId.selector, id, next));
        vm.prank(stranger);
        programme.prepareCycle(id, honest);
        honest = draft(tenHouseholds());
        vm.prank(stranger);
        programme.prepareCycle(next, honest);
        assertTrue(programme.cycleOf(next).state == ICycles.CycleState.Prepared);
    }

    function _openWithTwoVersions() private returns (CycleId id, ListBuilder.Tree memory tree) {
        (id, tree) = _prepareTwoVersions();
        approve(id);
        programme.loadChunk(id, 1, tree.payloads[0], tree.proof(0));
    }

    /// @dev Chunk 1 twice: 10 and 50 for two neighbours, or 100 and 50. The total is that of the first.
    function _prepareTwoVersions() private returns (CycleId id, ListBuilder.Tree memory tree) {
        id = programme.nextCycleId();
        ListBuilder.List memory list = ListBuilder.even(FIRST, 1, 10 * USD).and(FIRST + 1, 50 * USD);
        ICycles.CycleTerms memory terms = draft(list);
        uint32[] memory chunks = new uint32[](2);
        (chunks[0], chunks[1]) = (1, 1);
        bytes[] memory payloads = new bytes[](2);
        bytes memory neighbour = ListBuilder.entry(1, 50 * USD);
        payloads[0] = bytes.concat(ListBuilder.entry(0, 10 * USD), neighbour);
        payloads[1] = bytes.concat(ListBuilder.entry(0, 100 * USD), neighbour);
        tree.plant(address(programme), id, chunks, payloads);
        terms.listRoot = tree.root();
        prepare(list, terms);
    }

    function _onlySecond(
        ListBuilder.Tree memory tree
    ) private pure returns (IRedemptions.ListExtract[] memory extracts) {
        extracts = new IRedemptions.ListExtract[](1);
        extracts[0] = IRedemptions.ListExtract(1, tree.payloads[1], tree.proof(1));
    }
}
