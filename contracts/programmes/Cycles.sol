// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import { IBeneficiaryAccounts } from "../interfaces/IBeneficiaryAccounts.sol";
import { ICycles } from "../interfaces/ICycles.sol";
import { ChunkLeaf } from "../libraries/ChunkLeaf.sol";
import { EntitlementList } from "../libraries/EntitlementList.sol";
import { EntitlementWord, EntitlementWordLibrary } from "../libraries/EntitlementWord.sol";
import { CycleId } from "../types/Ids.sol";
import { Role } from "../types/Roles.sol";
import { CycleTermsLibrary } from "./CycleTermsLibrary.sol";
import { ProgrammeModule } from "./ProgrammeModule.sol";
import { BANKS, Cycle, ProgrammeStorage, programmeStorage } from "./ProgrammeState.sol";

/// @title Approval of cycles and loading of their lists
abstract contract Cycles is ProgrammeModule, ICycles {
    using EntitlementList for bytes;

    /// @dev The registry of all agencies; the same for every programme of this implementation.
    IBeneficiaryAccounts private immutable _ACCOUNTS;

    /// @dev After so long past its grace anyone may close a cycle.
    uint256 private constant ABANDONED_AFTER = 90 days;

    constructor(IBeneficiaryAccounts accounts) {
        _ACCOUNTS = accounts;
    }

    /// @inheritdoc ICycles
    function prepareCycle(CycleId expectedId, CycleTerms calldata terms) external {
        _requireRole(Role.Preparer);
        // check
        ProgrammeStorage storage s = programmeStorage();
        CycleId id = CycleId.wrap(s.lastCycleId + 1);
        if (!(expectedId == id)) revert Cycles_OtherCycleId(expectedId, id);
        CycleTermsLibrary.requireValid(id, terms);
        bytes32 digest = _ACCOUNTS.digestAt(terms.checkpoint);
        if (digest != terms.registryDigest || digest == 0) {
            revert Cycles_RegistryDiffers(terms.checkpoint, terms.registryDigest, digest);
        }

        // effect
        s.lastCycleId = CycleId.unwrap(id);
        Cycle storage cycle = s.cycles[id];
        cycle.state = CycleState.Prepared;
        cycle.opensAt = terms.opensAt;
        cycle.expiresAt = terms.expiresAt;
        cycle.graceEndsAt = terms.graceEndsAt;
        cycle.total = terms.total;
        cycle.preparer = msg.sender;
        cycle.chunks = terms.chunks;
        cycle.listRoot = terms.listRoot;
        cycle.termsHash = hashTerms(id, terms);
        emit CyclePrepared(id, msg.sender, cycle.termsHash, terms);
    }

    /// @inheritdoc ICycles
    function approveCycle(CycleId id, bytes32 termsHash) external {
        _requireRole(Role.Approver);
        // check
        Cycle storage cycle = _requireSignable(id, CycleState.Prepared, termsHash);
        if (cycle.approvedBy[msg.sender]) revert Cycles_ApprovedAlready(id, msg.sender);
        (uint8 needed, bool needsRelease) = approvalNeeded(cycle.total);

        // effect
        cycle.approvedBy[msg.sender] = true;
        uint8 approvals = ++cycle.approvals;
        emit CycleApproved(id, msg.sender, approvals, needed);
        if (approvals < needed) return;
        if (needsRelease) cycle.state = CycleState.AwaitingRelease;
        else _activate(id, cycle);
    }

    /// @inheritdoc ICycles
    function returnCycle(CycleId id, bytes32 reason) external {
        _requireEither(Role.Finance, Role.Approver);
        Cycle storage cycle = programmeStorage().cycles[id];
        if (cycle.state != CycleState.AwaitingRelease) _requireState(id, CycleState.Prepared);
        cycle.state = CycleState.Returned;
        emit CycleReturned(id, msg.sender, reason);
    }

    /// @inheritdoc ICycles
    function releaseCycle(CycleId id, bytes32 termsHash) external {
        _requireRole(Role.Finance);
        Cycle storage cycle = _requireSignable(id, CycleState.AwaitingRelease, termsHash);
        emit CycleReleased(id, msg.sender);
        _activate(id, cycle);
    }

    /// @inheritdoc ICycles
    function loadChunk(CycleId id, uint32 chunk, bytes calldata payload, bytes32[] calldata proof) external {
        Cycle storage cycle = _requireLoadable(id);
        if (_isLoaded(cycle, chunk)) revert Cycles_ChunkAlreadyLoaded(id, chunk);
        _load(id, cycle, chunk, payload, proof);
    }

    /// @inheritdoc ICycles
    function loadMany(CycleId id, ChunkLoad[] calldata loads) external {
        Cycle storage cycle = _requireLoadable(id);
        for (uint256 i = 0; i < loads.length; ++i) {
            ChunkLoad calldata load = loads[i];
            if (!_isLoaded(cycle, load.chunk)) _load(id, cycle, load.chunk, load.payload, load.proof);
        }
    }

    /// @inheritdoc ICycles
    function cancelCycle(CycleId id, bytes32 reason) external onlyAct {
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        if (block.timestamp >= cycle.opensAt) revert Cycles_AlreadyOpen(id, cycle.opensAt);
        _free(_unspent(cycle));
        _leaveBank(cycle, CycleState.Cancelled);
        emit CycleCancelled(id, reason);
    }

    /// @inheritdoc ICycles
    function stopCycle(CycleId id, bytes32 reason) external onlyAct {
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        uint40 now_ = uint40(block.timestamp);
        if (now_ < cycle.opensAt) revert Cycles_NotOpenYet(id, cycle.opensAt);
        if (now_ >= cycle.expiresAt) revert Cycles_Expired(id, cycle.expiresAt);
        uint40 grace = cycle.graceEndsAt - cycle.expiresAt;
        _setTimes(id, cycle, now_, now_ + grace, reason);
    }

    /// @inheritdoc ICycles
    function extendCycle(CycleId id, uint40 expiresAt, uint40 graceEndsAt, bytes32 reason) external onlyAct {
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        bool isEarlier = expiresAt < cycle.expiresAt || graceEndsAt < cycle.graceEndsAt;
        if (isEarlier || graceEndsAt < expiresAt || expiresAt <= block.timestamp) {
            revert Cycles_TimesInvalid(expiresAt, graceEndsAt);
        }
        _setTimes(id, cycle, expiresAt, graceEndsAt, reason);
    }

    /// @inheritdoc ICycles
    function reduceCycle(CycleId id, uint128 total, bytes32 reason) external onlyAct {
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        if (total < cycle.loaded || total >= cycle.total) revert Cycles_TotalInvalid(id, total, cycle.loaded);
        _free(cycle.total - total);
        cycle.total = total;
        emit CycleReduced(id, total, reason);
    }

    /// @inheritdoc ICycles
    function closeCycle(CycleId id) external onlyAct {
        _close(id, 0);
    }

    /// @inheritdoc ICycles
    function closeAbandonedCycle(CycleId id) external {
        _close(id, ABANDONED_AFTER);
    }

    /// @inheritdoc ICycles
    function changeBands(Band[] calldata newBands) external onlyAct {
        _setBands(newBands);
    }

    /// @inheritdoc ICycles
    function cycleOf(CycleId id) external view returns (CycleView memory view_) {
        Cycle storage cycle = programmeStorage().cycles[id];
        view_.state = cycle.state;
        view_.bank = cycle.bank;
        view_.opensAt = cycle.opensAt;
        view_.expiresAt = cycle.expiresAt;
        view_.graceEndsAt = cycle.graceEndsAt;
        view_.approvals = cycle.approvals;
        view_.approvedAt = cycle.approvedAt;
        view_.total = cycle.total;
        view_.loaded = cycle.loaded;
        view_.redeemed = cycle.redeemed;
        view_.refunded = cycle.refunded;
        view_.chunks = cycle.chunks;
        view_.chunksLoaded = cycle.chunksLoaded;
        view_.preparer = cycle.preparer;
        view_.listRoot = cycle.listRoot;
        view_.termsHash = cycle.termsHash;
    }

    /// @inheritdoc ICycles
    function nextCycleId() external view returns (CycleId) {
        return CycleId.wrap(programmeStorage().lastCycleId + 1);
    }

    /// @inheritdoc ICycles
    function entitlementLeft(CycleId id, uint32 account) external view returns (uint256) {
        Cycle storage cycle = programmeStorage().cycles[id];
        return cycle.state == CycleState.Approved ? _wordOf(id, cycle, account).left(account) : 0;
    }

    /// @inheritdoc ICycles
    function loadedChunks(CycleId id, uint256 word) external view returns (uint256) {
        return programmeStorage().cycles[id].loadedChunks[word];
    }

    /// @inheritdoc ICycles
    function bands() external view returns (Band[] memory) {
        return programmeStorage().bands;
    }

    /// @inheritdoc ICycles
    function approvalNeeded(uint128 total) public view returns (uint8 approvers, bool needsRelease) {
        // Lists are not split under a band: what was approved in the last 30 days counts, too.
        ProgrammeStorage storage s = programmeStorage();
        uint256 amount = total;
        for (uint256 i = s.activated.length; i > 0; --i) {
            Cycle storage recent = s.cycles[s.activated[i - 1]];
            if (uint256(recent.approvedAt) + 30 days < block.timestamp) break;
            if (recent.state != CycleState.Cancelled) amount += recent.total;
        }
        for (uint256 i = 0; i < s.bands.length; ++i) {
            Band storage band = s.bands[i];
            if (amount <= band.upTo) return (band.approvers, band.needsRelease);
        }
        revert Cycles_AboveAllBands(amount);
    }

    /// @inheritdoc ICycles
    function hashTerms(CycleId id, CycleTerms calldata terms) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), id, terms));
    }

    function _setBands(Band[] calldata newBands) internal {
        ProgrammeStorage storage s = programmeStorage();
        delete s.bands;
        uint128 before;
        for (uint256 i = 0; i < newBands.length; ++i) {
            Band calldata band = newBands[i];
            if (band.upTo <= before || band.approvers == 0) revert Cycles_BandsInvalid(i);
            before = band.upTo;
            s.bands.push(band);
        }
        if (before == 0) revert Cycles_BandsInvalid(0);
        emit BandsChanged(newBands);
    }

    function _requireSignable(
        CycleId id,
        CycleState state,
        bytes32 termsHash
    ) private view returns (Cycle storage cycle) {
        cycle = _requireState(id, state);
        if (cycle.termsHash != termsHash) revert Cycles_OtherTermsRestated(id, cycle.termsHash, termsHash);
        if (cycle.preparer == msg.sender) revert Cycles_PreparerCannotApprove(id, msg.sender);
        if (block.timestamp >= cycle.expiresAt) revert Cycles_Expired(id, cycle.expiresAt);
    }

    function _requireLoadable(CycleId id) private view returns (Cycle storage cycle) {
        cycle = _requireState(id, CycleState.Approved);
        if (block.timestamp >= cycle.expiresAt) revert Cycles_Expired(id, cycle.expiresAt);
    }

    /// @dev Reserve the total and take the lowest free bank whose words are all older than this cycle.
    function _activate(CycleId id, Cycle storage cycle) private {
        ProgrammeStorage storage s = programmeStorage();
        uint128 total = cycle.total;
        _takeFree(total);
        s.committed += total;

        uint256 bank = 0;
        while (s.banksInUse & (1 << bank) != 0 || !(s.lastCycleOfBank[bank] < id)) {
            if (++bank == BANKS) revert Cycles_NoFreeBank();
        }
        s.banksInUse |= 1 << bank;
        s.lastCycleOfBank[bank] = id;
        s.activated.push(id);
        cycle.bank = uint8(bank);
        cycle.state = CycleState.Approved;
        cycle.approvedAt = uint40(block.timestamp);
        emit CycleActivated(id, uint8(bank), total);
    }

    function _load(
        CycleId id,
        Cycle storage cycle,
        uint32 chunk,
        bytes calldata payload,
        bytes32[] calldata proof
    ) private {
        // check
        uint32 rawId = CycleId.unwrap(id);
        if (!ChunkLeaf.isInList(cycle.listRoot, proof, rawId, chunk, keccak256(payload))) {
            revert Cycles_ChunkNotInList(id, chunk);
        }

        // effect
        uint256 sum = _writeWords(rawId, EntitlementWordLibrary.key(cycle.bank, uint256(chunk) << 8), payload);
        uint256 loaded = cycle.loaded + sum;
        if (loaded > cycle.total) revert Cycles_TotalExceeded(id, cycle.total, loaded);
        cycle.loaded = uint128(loaded);
        _setBit(cycle.loadedChunks, chunk);
        ++cycle.chunksLoaded;
        emit ChunkLoaded(id, chunk, uint128(sum), payload);
    }

    /// @dev Write the words of a chunk; its first word is at `firstKey`. No old word is read: the bank was free, its words are all
    /// older than the cycle, and the chunk was not loaded before.
    function _writeWords(uint256 rawId, uint256 firstKey, bytes calldata payload) private returns (uint256 sum) {
        mapping(uint256 => EntitlementWord) storage words = programmeStorage().words;
        uint256 entries = payload.countEntries();
        uint256 lanesFrom = 0;
        uint256 group = type(uint256).max;
        EntitlementWord word;
        for (uint256 i = 0; i < entries; ++i) {
            (uint256 lane, uint256 amount) = payload.entryAt(i);
            if (lane < lanesFrom || amount == 0) revert Cycles_EntryInvalid(i);
            // unchecked: lane < 256 and amounts are 56 bits wide, so that neither sum can wrap
            unchecked {
                lanesFrom = lane + 1;
                sum += amount;
            }
            if (lane >> 2 != group) {
                if (group != type(uint256).max) words[firstKey + group] = word;
                group = lane >> 2;
                word = EntitlementWordLibrary.empty(rawId);
            }
            word = word.credit(lane, amount);
        }
        words[firstKey + group] = word;
    }

    function _setTimes(CycleId id, Cycle storage cycle, uint40 expiresAt, uint40 graceEndsAt, bytes32 reason) private {
        cycle.expiresAt = expiresAt;
        cycle.graceEndsAt = graceEndsAt;
        emit CycleTimesChanged(id, expiresAt, graceEndsAt, reason);
    }

    function _close(CycleId id, uint256 wait) private {
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        uint256 closesAt = cycle.graceEndsAt + wait;
        if (block.timestamp <= closesAt) revert Cycles_GraceNotOver(id, closesAt);
        uint128 unspent = _unspent(cycle);
        _free(unspent);
        _leaveBank(cycle, CycleState.Closed);
        emit CycleClosed(id, unspent);
    }

    function _leaveBank(Cycle storage cycle, CycleState state) private {
        programmeStorage().banksInUse &= ~(1 << uint256(cycle.bank));
        cycle.state = state;
    }
}
