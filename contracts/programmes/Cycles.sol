// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IBeneficiaryAccounts} from "../interfaces/IBeneficiaryAccounts.sol";
import {ICycles} from "../interfaces/ICycles.sol";
import {CycleId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";
import {CycleTermsLibrary} from "./CycleTermsLibrary.sol";
import {PausedTime} from "./PausedTime.sol";
import {BANKS, Cycle, ProgrammeStorage, programmeStorage} from "./ProgrammeState.sol";

/// @title Approval of cycles, and what officers may change later
abstract contract Cycles is PausedTime, ICycles {
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
        _requireNotClosed();
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
        cycle.head.state = CycleState.Prepared;
        cycle.head.opensAt = terms.opensAt;
        cycle.head.expiresAt = terms.expiresAt;
        cycle.head.graceEndsAt = terms.graceEndsAt;
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
        bool isAwaiting = programmeStorage().cycles[id].head.state == CycleState.AwaitingRelease;
        CycleState state = isAwaiting ? CycleState.AwaitingRelease : CycleState.Prepared;
        Cycle storage cycle = _requireSignable(id, state, termsHash);
        if (cycle.approvedBy[msg.sender]) revert Cycles_ApprovedAlready(id, msg.sender);
        (uint8 needed, bool needsRelease) = approvalNeeded(cycle.total);

        // effect
        cycle.approvedBy[msg.sender] = true;
        uint8 approvals = ++cycle.head.approvals;
        emit CycleApproved(id, msg.sender, approvals, needed);
        if (approvals < needed) return;
        if (needsRelease) cycle.head.state = CycleState.AwaitingRelease;
        else _activate(id, cycle);
    }

    /// @inheritdoc ICycles
    function returnCycle(CycleId id, bytes32 reason) external {
        _requireEither(Role.Finance, Role.Approver);
        Cycle storage cycle = programmeStorage().cycles[id];
        if (cycle.head.state != CycleState.AwaitingRelease) _requireState(id, CycleState.Prepared);
        cycle.head.state = CycleState.Returned;
        emit CycleReturned(id, msg.sender, reason);
    }

    /// @inheritdoc ICycles
    function releaseCycle(CycleId id, bytes32 termsHash) external {
        _requireRole(Role.Finance);
        Cycle storage cycle = _requireSignable(id, CycleState.AwaitingRelease, termsHash);
        (uint8 needed, ) = approvalNeeded(cycle.total);
        if (cycle.head.approvals < needed) revert Cycles_ApprovalsMissing(id, cycle.head.approvals, needed);
        emit CycleReleased(id, msg.sender);
        _activate(id, cycle);
    }

    /// @inheritdoc ICycles
    function cancelCycle(CycleId id, bytes32 reason) external onlyAct {
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        if (block.timestamp >= cycle.head.opensAt) revert Cycles_AlreadyOpen(id, cycle.head.opensAt);
        _free(_unspent(cycle));
        _leaveBank(cycle, CycleState.Cancelled);
        emit CycleCancelled(id, reason);
    }

    /// @inheritdoc ICycles
    function stopCycle(CycleId id, bytes32 reason) external onlyAct {
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        uint40 now_ = uint40(block.timestamp);
        if (now_ < cycle.head.opensAt) revert Cycles_NotOpenYet(id, cycle.head.opensAt);
        if (now_ >= cycle.head.expiresAt) revert Cycles_Expired(id, cycle.head.expiresAt);
        uint40 grace = cycle.head.graceEndsAt - cycle.head.expiresAt;
        // The part of the grace that a pause takes is given back; the expiry is what the officers want it to be.
        uint40 lost = _timeLost(cycle);
        _noteMoved(cycle, false, lost > 0);
        _setTimes(id, cycle, now_, now_ + grace + lost, reason);
    }

    /// @inheritdoc ICycles
    function extendCycle(CycleId id, uint40 expiresAt, uint40 graceEndsAt, bytes32 reason) external onlyAct {
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        bool isEarlier = expiresAt < cycle.head.expiresAt || graceEndsAt < cycle.head.graceEndsAt;
        if (
            isEarlier ||
            !CycleTermsLibrary.isGraceValid(expiresAt, graceEndsAt) ||
            expiresAt <= block.timestamp
        ) {
            revert Cycles_TimesInvalid(expiresAt, graceEndsAt);
        }
        // Dates that two officers name are theirs: no pause that is lifted takes anything from them.
        _noteMoved(cycle, false, false);
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
        view_.state = cycle.head.state;
        view_.bank = cycle.head.bank;
        view_.opensAt = cycle.head.opensAt;
        view_.expiresAt = cycle.head.expiresAt;
        view_.graceEndsAt = cycle.head.graceEndsAt;
        view_.approvals = cycle.head.approvals;
        view_.approvedAt = cycle.approvedAt;
        view_.total = cycle.total;
        view_.loaded = cycle.loaded;
        view_.redeemed = cycle.head.redeemed;
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
            if (recent.head.state != CycleState.Cancelled) amount += recent.total;
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
        _requireNotClosed();
        cycle = _requireState(id, state);
        if (cycle.termsHash != termsHash) revert Cycles_OtherTermsRestated(id, cycle.termsHash, termsHash);
        if (cycle.preparer == msg.sender) revert Cycles_PreparerCannotApprove(id, msg.sender);
        if (block.timestamp >= cycle.head.expiresAt) revert Cycles_Expired(id, cycle.head.expiresAt);
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
        cycle.head.bank = uint8(bank);
        cycle.head.state = CycleState.Approved;
        cycle.approvedAt = uint40(block.timestamp);
        emit CycleActivated(id, uint8(bank), total);
        _giveTime(id, cycle);
        _halt(id, cycle);
    }

    function _close(CycleId id, uint256 wait) private {
        // Receipts that wait for the end of a pause still count.
        _requireRedemptions();
        Cycle storage cycle = _requireState(id, CycleState.Approved);
        uint256 closesAt = cycle.head.graceEndsAt + wait;
        if (block.timestamp <= closesAt) revert Cycles_GraceNotOver(id, closesAt);
        uint128 unspent = _unspent(cycle);
        _free(unspent);
        _leaveBank(cycle, CycleState.Closed);
        emit CycleClosed(id, unspent);
    }

    function _leaveBank(Cycle storage cycle, CycleState state) private {
        programmeStorage().banksInUse &= ~(1 << uint256(cycle.head.bank));
        cycle.head.state = state;
    }
}
