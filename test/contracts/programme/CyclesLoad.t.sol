// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Vm} from "../support/Vm.sol";

contract CyclesLoadTest is ProgrammeTest {
    using ListBuilder for ListBuilder.List;
    using ListBuilder for ListBuilder.Tree;

    // --- load chunk

    function test_LoadChunk_GivenTheCycleIsNotApproved() public {
        CycleId id = prepare(manyHouseholds());
        _refuseLoad(id, 0, _wrongState(id, ICycles.CycleState.Prepared));
        ICycles.ChunkLoad[] memory loads = treeOf(id).loads();
        vm.expectRevert(_wrongState(id, ICycles.CycleState.Prepared));
        programme.loadMany(id, loads);
    }

    function test_LoadChunk_GivenTheCycleIsClosed() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        finish(id);
        _refuseLoad(id, 0, _wrongState(id, ICycles.CycleState.Closed));
    }

    function test_LoadChunk_GivenTheCycleHasExpired() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        uint40 expiresAt = termsOf[id].expiresAt;
        vm.warp(expiresAt);
        bytes memory reason = abi.encodeWithSelector(ICycles.Cycles_Expired.selector, id, expiresAt);
        _refuseLoad(id, 0, reason);
        ICycles.ChunkLoad[] memory loads = treeOf(id).loads();
        vm.expectRevert(reason);
        programme.loadMany(id, loads);
        vm.warp(expiresAt - 1);
        load(id);
    }

    function test_LoadChunk_GivenTheChunkIsLoaded() public {
        CycleId id = openCycle(manyHouseholds());
        _refuseLoad(id, 1, abi.encodeWithSelector(ICycles.Cycles_ChunkAlreadyLoaded.selector, id, 2));
    }

    function test_LoadChunk_WhenTheChunkIsNotInTheRoot() public {
        CycleId id = prepare(manyHouseholds());
        CycleId other = prepare(manyHouseholds());
        approve(id);
        approve(other);
        ListBuilder.Tree memory tree = treeOf(id);
        bytes memory more = bytes.concat(tree.payloads[2]);
        more[7] = bytes1(uint8(more[7]) + 1);
        _refuseOutsider(id, 3, more, tree.proof(2));
        _refuseOutsider(id, 4, tree.payloads[2], tree.proof(2));
        _refuseOutsider(id, 3, tree.payloads[2], tree.proof(1));
        _refuseOutsider(other, 3, tree.payloads[2], tree.proof(2));
        // The same root, signed by the same officers in another programme, under the same cycle number.
        ICycles.CycleTerms memory terms = termsOf[id];
        createProgramme(address(dollar), bands());
        financeAct(abi.encodeCall(IBudget.recordSource, (source, keccak256("agreement"))));
        fund(FUNDS);
        assertTrue(prepare(manyHouseholds(), terms) == id);
        approve(id);
        _refuseOutsider(id, 3, tree.payloads[2], tree.proof(2));
    }

    function test_LoadChunk_WhenTheChunkCoversNoAccountNumbers() public {
        ListBuilder.List memory list = tenHouseholds();
        CycleId id = programme.nextCycleId();
        ListBuilder.Tree memory tree = list.tree(address(programme), id);
        // Beyond the numbers, chunk 2^26 + 1 of bank 0 would be the words of chunk 1 of bank 1.
        uint32[] memory chunks = new uint32[](2);
        bytes[] memory payloads = new bytes[](2);
        (chunks[0], chunks[1]) = (1, (1 << 26) + 1);
        (payloads[0], payloads[1]) = (tree.payloads[0], tree.payloads[0]);
        _approveTree(tree, chunks, payloads, 2 * tree.total);
        CycleId neighbour = openCycle(list);
        programme.loadChunk(id, 1, payloads[0], tree.proof(0));
        _refuseOutsider(id, chunks[1], payloads[1], tree.proof(1));
        assertEq(programme.entitlementLeft(neighbour, FIRST), AMOUNT);
    }

    function test_LoadChunk_WhenThePayloadHasNoWholeNumberOfEntries() public {
        _refusePayload("", abi.encodeWithSelector(ICycles.Cycles_PayloadLength.selector, 0));
        _refusePayload(new bytes(7), abi.encodeWithSelector(ICycles.Cycles_PayloadLength.selector, 7));
        _refusePayload(new bytes(2056), abi.encodeWithSelector(ICycles.Cycles_PayloadLength.selector, 2056));
    }

    function test_LoadChunk_WhenAnEntryIsZeroOrOutOfOrder() public {
        bytes memory good = ListBuilder.entry(5, 10);
        bytes memory zero = bytes.concat(good, ListBuilder.entry(6, 0));
        _refusePayload(zero, abi.encodeWithSelector(ICycles.Cycles_EntryInvalid.selector, 1));
        bytes memory twice = bytes.concat(good, good);
        _refusePayload(twice, abi.encodeWithSelector(ICycles.Cycles_EntryInvalid.selector, 1));
        bytes memory descending = bytes.concat(ListBuilder.entry(0, 1), good, ListBuilder.entry(4, 10));
        _refusePayload(descending, abi.encodeWithSelector(ICycles.Cycles_EntryInvalid.selector, 2));
        bytes memory full = bytes.concat(ListBuilder.entry(255, 1), ListBuilder.entry(0, 1));
        _refusePayload(full, abi.encodeWithSelector(ICycles.Cycles_EntryInvalid.selector, 1));
    }

    function test_LoadChunk_WhenTheLoadedTotalWouldBeAboveTheApprovedOne() public {
        ICycles.CycleTerms memory terms = draft(manyHouseholds());
        terms.total = 300 * AMOUNT;
        CycleId id = prepare(manyHouseholds(), terms);
        approve(id);
        _load(id, 0);
        bytes memory reason = abi.encodeWithSelector(
            ICycles.Cycles_TotalExceeded.selector,
            id,
            300 * AMOUNT,
            512 * AMOUNT
        );
        _refuseLoad(id, 1, reason);
        _load(id, 2);
        assertEq(programme.cycleOf(id).loaded, 257 * AMOUNT);
    }

    function test_LoadChunk_WhenAnyonePushesTheChunksInAnyOrder() public {
        ListBuilder.List memory list = manyHouseholds().and(FIRST + 514, 7).and(type(uint32).max, 9);
        CycleId id = prepare(list);
        approve(id);
        ListBuilder.Tree memory tree = treeOf(id);
        bytes32[] memory proof = tree.proof(3);
        assertEq(tree.chunks[3], (1 << 24) - 1);
        vm.expectEmit(address(programme));
        emit ICycles.ChunkLoaded(id, (1 << 24) - 1, 9, tree.payloads[3]);
        vm.prank(stranger);
        programme.loadChunk(id, (1 << 24) - 1, tree.payloads[3], proof);
        _load(id, 2);
        _load(id, 0);
        _load(id, 1);

        for (uint256 i = 0; i < list.accounts.length; ++i) {
            assertEq(programme.entitlementLeft(id, list.accounts[i]), list.amounts[i]);
        }
        assertEq(programme.entitlementLeft(id, FIRST - 1), 0);
        assertEq(programme.entitlementLeft(id, FIRST + 513), 0);
        assertEq(programme.entitlementLeft(id, FIRST + 515), 0);
        assertEq(programme.loadedChunks(id, 0), 14);
        assertEq(programme.loadedChunks(id, (1 << 16) - 1), 1 << 255);
        ICycles.CycleView memory cycle = programme.cycleOf(id);
        assertEq(cycle.chunksLoaded, 4);
        assertEq(cycle.loaded, tree.total);
        assertTies();
    }

    // --- load many

    function test_LoadMany_GivenSomeAreLoadedOrStandTwiceInTheCall() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        _load(id, 1);
        ICycles.ChunkLoad[] memory loads = treeOf(id).loads();
        ICycles.ChunkLoad[] memory twice = new ICycles.ChunkLoad[](6);
        for (uint256 i = 0; i < 6; ++i) twice[i] = loads[i % 3];
        vm.recordLogs();
        programme.loadMany(id, twice);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 2);
        assertEq(logs[0].topics[2], bytes32(uint256(1)));
        assertEq(logs[1].topics[2], bytes32(uint256(3)));
        assertEq(programme.cycleOf(id).loaded, 513 * AMOUNT);
        assertEq(programme.cycleOf(id).chunksLoaded, 3);
        assertTies();
    }

    function test_LoadMany_GivenAllAreLoaded() public {
        CycleId id = openCycle(manyHouseholds());
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        vm.recordLogs();
        load(id);
        assertEq(vm.getRecordedLogs().length, 0);
        assertEq(programme.entitlementLeft(id, FIRST), 0);
    }

    // --- any list

    /// A list of any households has exactly theirs: neither the others of their words nor those of the chunks beside them have anything.
    function testFuzz_GivenAnyList(uint256 seed) public {
        uint32 count = uint32(1 + (seed % 40));
        ListBuilder.List memory list = ListBuilder.even(0, count, 1);
        uint32 account = 0;
        for (uint256 i = 0; i < count; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            account += uint32(1 + (dice % 300));
            list.accounts[i] = account;
            list.amounts[i] = uint56(1 + ((dice >> 32) % 2_000e6));
        }
        CycleId id = openCycle(list);
        uint256 sum = 0;
        uint256 next = 0;
        uint32 last = 0;
        for (uint32 number = 0; number < account + 300;) {
            bool isListed = next < count && list.accounts[next] == number;
            assertEq(programme.entitlementLeft(id, number), isListed ? list.amounts[next] : 0);
            if (isListed) {
                sum += list.amounts[next++];
                last = number;
            }
            // Every number around a household, samples of those between.
            bool isFar = number > last + 4 && (next == count || list.accounts[next] > number + 20);
            number += isFar ? 17 : 1;
        }
        assertEq(programme.cycleOf(id).loaded, sum);
    }

    // --- banks

    function test_Banks_GivenSeveralCyclesAreOpen() public {
        CycleId[] memory ids = new CycleId[](3);
        for (uint56 i = 0; i < 3; ++i) {
            ids[i] = openCycle(ListBuilder.even(FIRST, 10, 10 + i));
            assertEq(programme.cycleOf(ids[i]).bank, i);
        }
        redeem(terminal, ids[1], 1, sale(FIRST, 11));
        redeem(terminal, ids[2], 2, sale(FIRST, 2));
        assertEq(programme.entitlementLeft(ids[0], FIRST), 10);
        assertEq(programme.entitlementLeft(ids[1], FIRST), 0);
        assertEq(programme.entitlementLeft(ids[2], FIRST), 10);
        assertBalances(FUNDS - 330, 330 - 13, 13, 0);
    }

    function test_Banks_GivenABankWasUsedBefore() public {
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, 1));
        finish(id);
        assertEq(programme.entitlementLeft(id, FIRST + 1), 0);

        ListBuilder.List memory list = ListBuilder.even(FIRST + 1, 1, 70);
        CycleId later = prepare(list.and(FIRST + 300, 80));
        approve(later);
        assertEq(programme.cycleOf(later).bank, 0);
        assertEq(programme.entitlementLeft(later, FIRST + 1), 0);
        load(later);
        assertEq(programme.entitlementLeft(later, FIRST), 0);
        assertEq(programme.entitlementLeft(later, FIRST + 1), 70);
        assertEq(programme.entitlementLeft(later, FIRST + 2), 0);
        assertEq(programme.entitlementLeft(later, FIRST + 4), 0);
        assertEq(programme.entitlementLeft(later, FIRST + 300), 80);
    }

    function test_Banks_GivenAYoungerCycleUsedTheLowestBank() public {
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.opensAt = now_() + 1 days;
        CycleId older = prepare(tenHouseholds(), terms);
        terms = draft(tenHouseholds());
        terms.opensAt = now_() + 1 days;
        CycleId younger = openCycle(tenHouseholds(), terms);
        cancel(younger);
        approve(older);
        assertEq(programme.cycleOf(older).bank, 1);
        CycleId next = prepare(tenHouseholds());
        approve(next);
        assertEq(programme.cycleOf(next).bank, 0);
    }

    function test_Banks_GivenAllBanksAreTaken() public {
        CycleId first = programme.nextCycleId();
        for (uint256 i = 0; i < 16; ++i) {
            CycleId open = prepare(tenHouseholds());
            approve(open);
            assertEq(programme.cycleOf(open).bank, i);
        }
        assertBalances(FUNDS - 160 * AMOUNT, 160 * AMOUNT, 0, 0);
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.expiresAt += 30 days;
        terms.graceEndsAt += 30 days;
        CycleId id = prepare(tenHouseholds(), terms);
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(ICycles.Cycles_NoFreeBank.selector);
        vm.prank(approver);
        programme.approveCycle(id, termsHash);
        finish(first);
        approve(id);
        assertEq(programme.cycleOf(id).bank, 0);
    }

    // --- helpers

    function _load(CycleId id, uint256 index) private {
        ListBuilder.Tree memory tree = treeOf(id);
        programme.loadChunk(id, tree.chunks[index], tree.payloads[index], tree.proof(index));
        assertTies();
    }

    function _refuseLoad(CycleId id, uint256 index, bytes memory reason) private {
        ListBuilder.Tree memory tree = treeOf(id);
        bytes32[] memory proof = tree.proof(index);
        vm.expectRevert(reason);
        programme.loadChunk(id, tree.chunks[index], tree.payloads[index], proof);
    }

    function _refuseOutsider(CycleId id, uint32 chunk, bytes memory payload, bytes32[] memory proof) private {
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_ChunkNotInList.selector, id, chunk));
        programme.loadChunk(id, chunk, payload, proof);
    }

    /// @dev Two officers sign a list whose only chunk has this payload; it must still not load.
    function _refusePayload(bytes memory payload, bytes memory reason) private {
        ListBuilder.Tree memory tree;
        uint32[] memory chunks = new uint32[](1);
        bytes[] memory payloads = new bytes[](1);
        (chunks[0], payloads[0]) = (1, payload);
        CycleId id = _approveTree(tree, chunks, payloads, 1000);
        bytes32[] memory proof = tree.proof(0);
        vm.expectRevert(reason);
        programme.loadChunk(id, 1, payload, proof);
    }

    function _approveTree(
        ListBuilder.Tree memory tree,
        uint32[] memory chunks,
        bytes[] memory payloads,
        uint128 total
    ) private returns (CycleId id) {
        tree.plant(address(programme), programme.nextCycleId(), chunks, payloads);
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        terms.listRoot = tree.root();
        terms.chunks = uint32(chunks.length);
        terms.total = total;
        id = prepare(tenHouseholds(), terms);
        approve(id);
    }

    function _wrongState(CycleId id, ICycles.CycleState state) private pure returns (bytes memory) {
        return abi.encodeWithSelector(ICycles.Cycles_WrongState.selector, id, state);
    }
}
