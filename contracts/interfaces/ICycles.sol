// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {CycleId} from "../types/Ids.sol";

/// @title Cycles: what was approved is what is paid
/// @notice A cycle is a Merkle root over a whole entitlement list, with all its terms. A preparer signs it; approvers (how many,
/// and whether Finance must release, follows amount bands) restate the hash of exactly that. Then anyone loads the list,
/// chunk by chunk, in any order, since every chunk proves itself.
///
/// Life: Prepared -> (AwaitingRelease ->) Approved -> Closed; or Returned; or Cancelled before opening. Stopping brings expiry to now.
/// An approved cycle takes the lowest free *bank* of entitlement words whose last cycle is older, and frees it at its end.
interface ICycles {
    enum CycleKind {
        Regular,
        TopUp,
        Corrective,
        FollowUp
    }

    enum CycleState {
        None,
        Prepared,
        Returned,
        AwaitingRelease,
        Approved,
        Cancelled,
        Closed
    }

    /// @param listRoot Merkle root over the chunks' leaves, `keccak256(keccak256(abi.encode(chainId, this, cycleId, chunk,
    /// keccak256(payload))))`, in the format of OpenZeppelin's standard tree.
    /// @param chunks How many chunks have households.
    /// @param total Ledger units over the whole list.
    /// @param opensAt, expiresAt, graceEndsAt Unix seconds: sales are dated opensAt to expiresAt; late receipts count to graceEndsAt.
    /// A cycle lasts at most five years, its grace at most one.
    /// @param periodFirstDay, periodLastDay The assistance period, days since 1970-01-01.
    /// @param parent The cycle that a top-up, corrective or follow-up cycle belongs to; 0 for a regular one.
    /// @param checkpoint, registryDigest State of the account registry that the list was built on.
    /// @param controlSheet keccak256 of the control sheet's canonical form.
    struct CycleTerms {
        bytes32 listRoot;
        uint32 chunks;
        uint32 households;
        uint128 total;
        uint40 opensAt;
        uint40 expiresAt;
        uint40 graceEndsAt;
        uint32 periodFirstDay;
        uint32 periodLastDay;
        CycleKind kind;
        CycleId parent;
        uint64 checkpoint;
        bytes32 registryDigest;
        bytes32 controlSheet;
    }

    /// @notice A cycle as stored. Amounts in ledger units.
    struct CycleView {
        CycleState state;
        uint8 bank;
        uint40 opensAt;
        uint40 expiresAt;
        uint40 graceEndsAt;
        uint8 approvals;
        uint40 approvedAt;
        uint128 total;
        uint128 loaded;
        uint128 redeemed;
        uint128 refunded;
        uint32 chunks;
        uint32 chunksLoaded;
        address preparer;
        bytes32 listRoot;
        bytes32 termsHash;
    }

    /// @notice Up to `upTo` ledger units approved within 30 days, this many approvers are needed, and a release by Finance or not.
    struct Band {
        uint128 upTo;
        uint8 approvers;
        bool needsRelease;
    }

    struct ChunkLoad {
        uint32 chunk;
        bytes payload;
        bytes32[] proof;
    }

    event CyclePrepared(CycleId indexed cycle, address indexed preparer, bytes32 termsHash, CycleTerms terms);
    /// @notice `approvals` of `needed` approvers have approved by now.
    event CycleApproved(CycleId indexed cycle, address indexed approver, uint8 approvals, uint8 needed);
    event CycleReturned(CycleId indexed cycle, address indexed officer, bytes32 reason);
    event CycleReleased(CycleId indexed cycle, address indexed officer);
    /// @notice All approvals are in: the total is reserved and the list can be loaded into this bank.
    event CycleActivated(CycleId indexed cycle, uint8 bank, uint128 total);
    /// @notice `payload` is (uint8 lane, uint56 amount) for each household, ascending; the account's number is 256 * chunk + lane.
    event ChunkLoaded(CycleId indexed cycle, uint32 indexed chunk, uint128 total, bytes payload);
    event CycleCancelled(CycleId indexed cycle, bytes32 reason);
    /// @notice Expiry or end of grace moved (stopped: expiry is now; extended: both later; paused by a member of the Council, or such a pause
    /// lifted: reason "PAUSED" or "PAUSE-LIFTED", see {IPauses}).
    event CycleTimesChanged(CycleId indexed cycle, uint40 expiresAt, uint40 graceEndsAt, bytes32 reason);
    /// @notice The part of the total that was never loaded was given back.
    event CycleReduced(CycleId indexed cycle, uint128 total, bytes32 reason);
    /// @notice The cycle is over; `unspent` went back to free money.
    event CycleClosed(CycleId indexed cycle, uint128 unspent);
    event BandsChanged(Band[] bands);

    error Cycles_OtherCycleId(CycleId expected, CycleId next);
    error Cycles_TermsInvalid(bytes32 field);
    error Cycles_RegistryDiffers(uint64 checkpoint, bytes32 expected, bytes32 actual);
    error Cycles_WrongState(CycleId cycle, CycleState state);
    error Cycles_OtherTermsRestated(CycleId cycle, bytes32 prepared, bytes32 restated);
    error Cycles_PreparerCannotApprove(CycleId cycle, address officer);
    error Cycles_ApprovedAlready(CycleId cycle, address officer);
    /// @notice Since the last approval other cycles were activated, and together they need more approvers.
    error Cycles_ApprovalsMissing(CycleId cycle, uint8 approvals, uint8 needed);
    error Cycles_AboveAllBands(uint256 amount);
    error Cycles_NoFreeBank();
    error Cycles_Expired(CycleId cycle, uint256 expiresAt);
    error Cycles_AlreadyOpen(CycleId cycle, uint256 opensAt);
    error Cycles_NotOpenYet(CycleId cycle, uint256 opensAt);
    error Cycles_GraceNotOver(CycleId cycle, uint256 graceEndsAt);
    error Cycles_ChunkNotInList(CycleId cycle, uint32 chunk);
    error Cycles_ChunkAlreadyLoaded(CycleId cycle, uint32 chunk);
    /// @notice The length of a chunk's payload is no whole number of entries between 1 and 256.
    error Cycles_PayloadLength(uint256 length);
    /// @notice An entry is zero, or its lane is not above the one before.
    error Cycles_EntryInvalid(uint256 index);
    error Cycles_TotalExceeded(CycleId cycle, uint256 total, uint256 loaded);
    error Cycles_TimesInvalid(uint40 expiresAt, uint40 graceEndsAt);
    error Cycles_TotalInvalid(CycleId cycle, uint256 total, uint256 loaded);
    error Cycles_BandsInvalid(uint256 index);

    /// @notice Prepare a cycle: sign its list and terms.
    /// @dev Requirements: the caller is a Preparer; `expectedId` is the next cycle; the terms are complete and in order; the registry
    /// had the named digest at the named checkpoint. Emits {CyclePrepared}.
    function prepareCycle(CycleId expectedId, CycleTerms calldata terms) external;

    /// @notice Approve exactly the prepared terms.
    /// @dev Requirements: the caller is an Approver, is not the preparer and has not approved before; the hash is the prepared one;
    /// the cycle is unexpired; the programme is not closed; at the last needed approval without release: enough free money and a free bank. Emits
    /// {CycleApproved}, and {CycleActivated} when nothing more is needed. A cycle that awaits release can still be approved by more
    /// officers.
    function approveCycle(CycleId cycle, bytes32 termsHash) external;

    /// @notice Send a prepared cycle, or one that awaits release, back. An Approver or Finance officer. Emits {CycleReturned}.
    /// @param reason Code of the reason, ASCII, e.g. "AMOUNTS".
    function returnCycle(CycleId cycle, bytes32 reason) external;

    /// @notice Release a cycle above a band.
    /// @dev Requirements: the caller is a Finance officer and not the preparer; the cycle awaits release with this hash; it has as
    /// many approvals as it needs now; enough free money and a free bank. Emits {CycleReleased} and {CycleActivated}.
    function releaseCycle(CycleId cycle, bytes32 termsHash) external;

    /// @notice Act (Preparer, Approver): cancel an approved cycle before it opens; its total is free again. Emits {CycleCancelled}.
    function cancelCycle(CycleId cycle, bytes32 reason) external;

    /// @notice Act (Preparer, Approver): stop an open cycle: no loads and no sales dated after today; grace runs from now, and after the pause of
    /// a Council member if there is one.
    function stopCycle(CycleId cycle, bytes32 reason) external;

    /// @notice Act (Preparer, Approver): extend expiry and grace. Neither must be earlier than it was; grace lasts at most a year.
    function extendCycle(CycleId cycle, uint40 expiresAt, uint40 graceEndsAt, bytes32 reason) external;

    /// @notice Act (Preparer, Approver): lower the total to no less than what is loaded; the rest is free again.
    function reduceCycle(CycleId cycle, uint128 total, bytes32 reason) external;

    /// @notice Act (Finance, Approver) after grace: close the cycle; the unspent is free again. Not while redemptions are paused. Emits
    /// {CycleClosed}.
    function closeCycle(CycleId cycle) external;

    /// @notice Close a cycle 90 days after its grace ended. Anyone. Not while redemptions are paused. Emits {CycleClosed}.
    function closeAbandonedCycle(CycleId cycle) external;

    /// @notice Act (Finance, Approver; waits two days): replace the amount bands. Ascending; the last bounds what can be approved.
    function changeBands(Band[] calldata bands) external;

    /// @notice Where a cycle stands and what it holds; state None when it is not there.
    function cycleOf(CycleId cycle) external view returns (CycleView memory);

    /// @notice Number of the next cycle.
    function nextCycleId() external view returns (CycleId);

    /// @notice The hash that officers approve: over chain, programme, cycle and all its terms (docs/encodings.md).
    function hashTerms(CycleId cycle, CycleTerms calldata terms) external view returns (bytes32);

    /// @notice How many approvers an amount needs, from the smallest band up.
    function bands() external view returns (Band[] memory);

    /// @notice Approvers needed, and whether Finance must release, if this amount were approved now.
    function approvalNeeded(uint128 total) external view returns (uint8 approvers, bool needsRelease);
}
