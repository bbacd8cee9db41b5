// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IEntitlementLists} from "../../../contracts/interfaces/IEntitlementLists.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../../contracts/support/ListBuilder.sol";
import {ActsHandler} from "./ActsHandler.sol";

/// @notice The life of cycles: prepared by preparers, approved by officers who may and may not, loaded by anyone, ended in every way.
/// One list in four is a wrong one: a household twice, out of order, with nothing, in a chunk that has no accounts, or more in
/// it than its total says.
abstract contract CyclesHandler is ActsHandler {
    using ListBuilder for ListBuilder.List;
    using ListBuilder for ListBuilder.Tree;

    enum Flaw {
        None,
        HouseholdTwice,
        OutOfOrder,
        Nothing,
        NoAccounts,
        TotalTooLow
    }

    uint256 private constant MOST_RUNNING = 4;
    mapping(uint256 site => mapping(uint32 cycle => Flaw)) private _flawOf;

    /// @notice Lists on their way to approval.
    function advanceList(uint256 seed) external oneRound {
        function(uint256)[5] memory actions = [
            _openCycle,
            _prepareCycle,
            _approveCycle,
            _releaseCycle,
            _returnCycle
        ];
        actions[_pick(seed, "list", 5)](seed);
    }

    /// @notice The relayer pushes chunks.
    function pushList(uint256 seed) external oneRound {
        if (_isOneIn(seed, "many", 3)) _loadMany(seed);
        else _loadChunk(seed);
    }

    /// @notice Two officers change a running cycle.
    function changeCycle(uint256 seed) external oneRound {
        function(uint256)[4] memory actions = [_stopCycle, _cancelCycle, _extendCycle, _reduceCycle];
        actions[_pick(seed, "change", 4)](seed);
    }

    /// @notice Officers, or anyone, close a cycle.
    function endCycle(uint256 seed) external oneRound {
        if (_isOneIn(seed, "anyone", 3)) _closeAbandonedCycle(seed);
        else _closeCycle(seed);
    }

    /// @dev A whole cycle, half of the time with its list, so that there is something to redeem.
    function _openCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        if (_countRunning(site) < MOST_RUNNING) _openAt(site, seed, _isOneIn(seed, "load", 2));
    }

    function _prepareCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        if (_countRunning(site) >= MOST_RUNNING) return;
        _prepare(site, seed, _isOneIn(seed, "flaw", 2) ? Flaw(_pick(seed, "which flaw", 6)) : Flaw.None);
    }

    function _approveCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.Prepared, seed);
        if (cycle == 0) return;
        address[6] memory officers = [approver, secondApprover, turncoat, both, preparer, hostile];
        _approveBy(officers[_pick(seed, "officer", 6)], site, cycle);
    }

    function _releaseCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.AwaitingRelease, seed);
        if (cycle == 0) return;
        address[4] memory officers = [finance, turncoat, preparer, hostile];
        _release(officers[_pick(seed, "officer", 4)], site, cycle);
    }

    function _returnCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.Prepared, seed);
        if (cycle == 0 || !_isOneIn(seed, "rare", 2)) return;
        bytes memory data = abi.encodeCall(ICycles.returnCycle, (CycleId.wrap(cycle), "AMOUNTS"));
        (bool isDone, ) = _send(approver, address(sites[site].programme), data);
        _count("returned cycle", isDone);
    }

    /// @dev The relayer pushes one chunk, which may be loaded already, or be of another cycle.
    function _loadChunk(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.Approved, seed);
        if (cycle == 0) return;
        ListBuilder.Tree memory tree = _treeOf(site, cycle);
        uint256 i = _pick(seed, "chunk", tree.chunks.length);
        uint32 into = _isOneIn(seed, "other cycle", 8) ? _recentCycle(site, seed) : cycle;
        uint32 chunk = _isOneIn(seed, "other chunk", 8) ? tree.chunks[i] + 1 : tree.chunks[i];
        bytes memory data = abi.encodeCall(
            IEntitlementLists.loadChunk,
            (CycleId.wrap(into), chunk, tree.payloads[i], tree.proof(i))
        );
        (bool isDone, ) = _send(stranger, address(sites[site].programme), data);
        _count("chunk", isDone);
    }

    /// @dev The relayer pushes all chunks, loaded or not, the first one twice.
    function _loadMany(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.Approved, seed);
        if (cycle != 0) _loadAll(site, cycle);
    }

    function _stopCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.Approved, seed);
        if (cycle == 0 || !_isOneIn(seed, "rare", 2)) return;
        bytes memory act = abi.encodeCall(ICycles.stopCycle, (CycleId.wrap(cycle), "SHOCK"));
        _act(site, _preparingOfficer(seed), act, seed);
    }

    function _cancelCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = 0;
        for (uint256 i = 0; i < 6; ++i) {
            cycle = _cycleIn(site, ICycles.CycleState.Approved, seed ^ i);
            if (termsOf[site][cycle].opensAt > vm.getBlockTimestamp()) break;
        }
        if (cycle == 0) return;
        bytes memory act = abi.encodeCall(ICycles.cancelCycle, (CycleId.wrap(cycle), "WRONG-LIST"));
        _act(site, _preparingOfficer(seed), act, seed);
    }

    function _extendCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.Approved, seed);
        if (cycle == 0) return;
        ICycles.CycleView memory view_ = sites[site].programme.cycleOf(CycleId.wrap(cycle));
        uint40 by = uint40(_pick(seed, "days", 5) * 1 days);
        bytes memory act = abi.encodeCall(
            ICycles.extendCycle,
            (CycleId.wrap(cycle), view_.expiresAt + by, view_.graceEndsAt + by, "ROADS")
        );
        _act(site, _preparingOfficer(seed), act, seed);
    }

    function _reduceCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.Approved, seed);
        if (cycle == 0) return;
        ICycles.CycleView memory view_ = sites[site].programme.cycleOf(CycleId.wrap(cycle));
        uint256 most = total[site][cycle] + 1;
        uint256 lower = _isOneIn(seed, "anything", 3) ? _pick(seed, "total", most) : view_.loaded;
        bytes memory act = abi.encodeCall(
            ICycles.reduceCycle,
            (CycleId.wrap(cycle), uint128(lower), "FEWER")
        );
        _act(site, _preparingOfficer(seed), act, seed);
    }

    /// @dev Officers close a cycle whose grace is over, if a few tries find one; else they may wait for it.
    function _closeCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        (uint32 cycle, uint256 graceEndsAt) = (0, 0);
        for (uint256 i = 0; i < 4; ++i) {
            cycle = _cycleIn(site, ICycles.CycleState.Approved, seed ^ i);
            if (cycle == 0) return;
            graceEndsAt = sites[site].programme.cycleOf(CycleId.wrap(cycle)).graceEndsAt;
            if (graceEndsAt < vm.getBlockTimestamp()) break;
        }
        bool isGraceOver = graceEndsAt < vm.getBlockTimestamp();
        if (!isGraceOver && _isOneIn(seed, "wait", 3)) vm.warp(graceEndsAt + 1);
        _act(site, _financeOfficer(seed), abi.encodeCall(ICycles.closeCycle, (CycleId.wrap(cycle))), seed);
    }

    /// @dev Anyone closes a cycle, which works 90 days after its grace.
    function _closeAbandonedCycle(uint256 seed) private {
        uint256 site = _siteOf(seed);
        uint32 cycle = _cycleIn(site, ICycles.CycleState.Approved, seed);
        if (cycle == 0) return;
        if (_isOneIn(seed, "wait", 12)) skip(120 days);
        bytes memory data = abi.encodeCall(ICycles.closeAbandonedCycle, (CycleId.wrap(cycle)));
        (bool isDone, ) = _send(hostile, address(sites[site].programme), data);
        _count("closed by anyone", isDone);
    }

    /// @dev The tree of a cycle's list as its preparer built it, flaw included.
    function _treeOf(uint256 site, uint32 cycle) internal view returns (ListBuilder.Tree memory tree) {
        ListBuilder.List storage stored = listOf[site][cycle];
        return _grow(ListBuilder.List(stored.accounts, stored.amounts), site, cycle, _flawOf[site][cycle]);
    }

    function _openAt(uint256 site, uint256 seed, bool isLoaded) internal {
        uint32 cycle = _prepare(site, seed, Flaw.None);
        if (cycle == 0) return;
        _approveBy(approver, site, cycle);
        _approveBy(secondApprover, site, cycle);
        _release(finance, site, cycle);
        if (isLoaded) _loadAll(site, cycle);
    }

    function _prepare(uint256 site, uint256 seed, Flaw flaw) private returns (uint32 cycle) {
        cycle = CycleId.unwrap(sites[site].programme.nextCycleId());
        ListBuilder.List memory list = _list(seed);
        ICycles.CycleTerms memory terms = _terms(_grow(list, site, cycle, flaw), seed);
        if (flaw == Flaw.TotalTooLow) --terms.total;
        address actor = _isOneIn(seed, "hostile", 16) ? hostile : _preparingOfficer(seed);
        bytes memory data = abi.encodeCall(ICycles.prepareCycle, (CycleId.wrap(cycle), terms));
        (bool isDone, ) = _send(actor, address(sites[site].programme), data);
        _count("prepared cycle", isDone);
        if (!isDone) return 0;
        if (actor == hostile) ++breaches.loneActs;
        listOf[site][cycle] = list;
        termsOf[site][cycle] = terms;
        total[site][cycle] = terms.total;
        _flawOf[site][cycle] = flaw;
        _plan(site, cycle, list, flaw);
    }

    /// @dev What of the list may be loaded: the chunk with the flaw, its last one, never.
    function _plan(uint256 site, uint32 cycle, ListBuilder.List memory list, Flaw flaw) private {
        uint256 count = list.accounts.length;
        bool isChunkFlawed = flaw != Flaw.None && flaw != Flaw.TotalTooLow;
        for (uint256 i = 0; i < count; ++i) {
            bool isInFlawedChunk = isChunkFlawed && list.accounts[i] >> 8 == list.accounts[count - 1] >> 8;
            if (!isInFlawedChunk) planned[site][cycle][list.accounts[i]] = list.amounts[i];
        }
    }

    function _grow(
        ListBuilder.List memory list,
        uint256 site,
        uint32 cycle,
        Flaw flaw
    ) private view returns (ListBuilder.Tree memory tree) {
        address programme_ = address(sites[site].programme);
        tree = list.tree(programme_, CycleId.wrap(cycle));
        uint256 last = tree.chunks.length - 1;
        bytes memory payload = tree.payloads[last];
        uint8 lane = uint8(list.accounts[list.accounts.length - 1]);
        if (flaw == Flaw.HouseholdTwice) payload = bytes.concat(payload, ListBuilder.entry(lane, 1));
        if (flaw == Flaw.OutOfOrder) payload = bytes.concat(payload, ListBuilder.entry(0, 1));
        if (flaw == Flaw.Nothing) payload = bytes.concat(payload, ListBuilder.entry(255, 0));
        // Such a chunk would lie on the words of the first chunks in the next bank.
        if (flaw == Flaw.NoAccounts) tree.chunks[last] = (1 << 24) | 1;
        tree.payloads[last] = payload;
        tree.plant(programme_, CycleId.wrap(cycle), tree.chunks, tree.payloads);
    }

    /// @dev At least one household of the universe; amounts are small, and now and then the greatest that there is.
    function _list(uint256 seed) private pure returns (ListBuilder.List memory list) {
        uint32[12] memory accounts = _universe();
        bool isHuge = _isOneIn(seed, "huge", 6);
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint256 dice = _pick(seed, bytes32(i), 1_200);
            if (dice % 4 == 0 && (i > 0 || list.accounts.length > 0)) continue;
            uint56 amount = isHuge && dice % 3 == 0 ? type(uint56).max : uint56(dice + 1);
            list = list.and(accounts[i], amount);
        }
    }

    function _terms(
        ListBuilder.Tree memory tree,
        uint256 seed
    ) private view returns (ICycles.CycleTerms memory terms) {
        uint40 now_ = uint40(vm.getBlockTimestamp());
        terms.listRoot = tree.root();
        terms.chunks = uint32(tree.chunks.length);
        terms.households = tree.households;
        // Sometimes more is approved than listed: what is never loaded.
        terms.total = tree.total + uint128(_isOneIn(seed, "more", 4) ? 100 : 0);
        terms.opensAt = _isOneIn(seed, "later", 3) ? now_ + 12 days : now_;
        terms.expiresAt = terms.opensAt + uint40(5 days + _pick(seed, "days", 20) * 1 days);
        terms.graceEndsAt = terms.expiresAt + uint40(_pick(seed, "grace", 10) * 1 days);
        terms.periodFirstDay = uint32(now_ / 1 days);
        terms.periodLastDay = terms.periodFirstDay + 29;
        terms.checkpoint = registry.checkpoint();
        terms.registryDigest = registry.digestAt(terms.checkpoint);
        terms.controlSheet = keccak256("control sheet");
    }

    function _approveBy(address officer, uint256 site, uint32 cycle) private {
        bytes32 termsHash = sites[site].programme.hashTerms(CycleId.wrap(cycle), termsOf[site][cycle]);
        bytes memory data = abi.encodeCall(ICycles.approveCycle, (CycleId.wrap(cycle), termsHash));
        (bool isDone, ) = _send(officer, address(sites[site].programme), data);
        _count("approval", isDone);
        if (isDone && (officer == hostile || officer == preparer)) ++breaches.loneActs;
    }

    function _release(address officer, uint256 site, uint32 cycle) private {
        bytes32 termsHash = sites[site].programme.hashTerms(CycleId.wrap(cycle), termsOf[site][cycle]);
        bytes memory data = abi.encodeCall(ICycles.releaseCycle, (CycleId.wrap(cycle), termsHash));
        (bool isDone, ) = _send(officer, address(sites[site].programme), data);
        _count("release", isDone);
        if (isDone && (officer == hostile || officer == preparer)) ++breaches.loneActs;
    }

    function _loadAll(uint256 site, uint32 cycle) private {
        ICycles.ChunkLoad[] memory loads = _treeOf(site, cycle).loads();
        ICycles.ChunkLoad[] memory sent = new ICycles.ChunkLoad[](loads.length + 1);
        for (uint256 i = 0; i < sent.length; ++i) sent[i] = loads[i % loads.length];
        bytes memory data = abi.encodeCall(IEntitlementLists.loadMany, (CycleId.wrap(cycle), sent));
        (bool isDone, ) = _send(stranger, address(sites[site].programme), data);
        _count("chunks", isDone);
    }
}
