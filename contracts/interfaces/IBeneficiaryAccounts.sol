// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {OrganisationId} from "../types/Ids.sol";
import {IDualControl} from "./IDualControl.sol";

/// @title Beneficiary accounts: one custodial account a household, for all agencies
/// @notice An account is a commitment, HMAC-SHA-256 under the consortium's key, that only agencies can connect to a household, and
/// a number by which programmes keep entitlements. A commitment that is known keeps its number: that is the common household
/// identifier. Custodial accounts have no key; any programme's authorised terminals redeem what that programme owes them.
///
/// A custodian signs an *opening*: root and count of a list of commitments. Pushing its chunks is open to anyone, since every
/// chunk proves itself. Numbers of an opening are one block-aligned range; the i-th commitment of the list gets the i-th number,
/// unless it was known already.
///
/// Trust: a custodian can waste numbers (bounded by `MAX_OUTSTANDING` unpushed ones an organisation), but opens nothing that moves money.
interface IBeneficiaryAccounts is IDualControl {
    enum AccountStatus {
        Unknown,
        Open,
        Closed,
        Rebound
    }

    enum ClosingReason {
        Merged,
        Split,
        Left,
        Died,
        Error
    }

    /// @notice One storage slot an account, keyed by commitment.
    struct Account {
        uint32 number;
        OrganisationId organisation;
        AccountStatus status;
        uint8 keyVersion;
    }

    struct Opening {
        bytes32 root;
        OrganisationId organisation;
        uint32 firstNumber;
        uint32 count;
        uint8 keyVersion;
        uint32 pushedChunks;
    }

    struct Closing {
        bytes32 commitment;
        ClosingReason reason;
        bytes32 successor;
    }

    struct Link {
        bytes32 known;
        bytes32 added;
    }

    event OpeningAnnounced(
        uint32 indexed openingId,
        OrganisationId indexed organisation,
        address indexed custodian,
        bytes32 root,
        uint32 firstNumber,
        uint32 count,
        uint8 keyVersion
    );
    /// @notice A chunk was pushed: the i-th of `commitments` (32 bytes each) now has number `firstNumber + i`, unless it was known.
    /// `checkpoint` and `digest` identify the registry's state after it.
    event AccountsOpened(
        uint32 indexed openingId,
        uint32 indexed chunk,
        uint32 firstNumber,
        uint64 checkpoint,
        bytes32 digest,
        bytes commitments
    );
    /// @notice What was not pushed of this opening never will be; so many numbers no longer count as outstanding.
    event OpeningAbandoned(uint32 indexed openingId, OrganisationId indexed organisation, uint32 released);
    event AccountClosed(
        uint32 indexed number,
        OrganisationId indexed organisation,
        ClosingReason reason,
        uint32 successor
    );
    event AccountReopened(uint32 indexed number, OrganisationId indexed organisation);
    event AccountLinked(uint32 indexed number, bytes32 indexed known, bytes32 indexed added);
    event AccountRebound(
        uint32 indexed number,
        bytes32 indexed previous,
        bytes32 indexed current,
        uint8 keyVersion
    );
    event KeyCheckSet(uint8 indexed keyVersion, bytes32 keyCheck);

    error BeneficiaryAccounts_OnlyCouncil(address caller);
    error BeneficiaryAccounts_KeyVersionUnknown(uint8 keyVersion);
    error BeneficiaryAccounts_KeyVersionTaken(uint8 keyVersion);
    /// @notice The next opening has another number than the caller expected; read again and sign again.
    error BeneficiaryAccounts_OtherOpeningId(uint32 expected, uint32 next);
    error BeneficiaryAccounts_EmptyOpening();
    error BeneficiaryAccounts_OpeningTooLarge(uint32 count, uint32 allowed);
    error BeneficiaryAccounts_UnknownOpening(uint32 openingId);
    error BeneficiaryAccounts_ChunkNotInOpening(uint32 openingId, uint32 chunk);
    error BeneficiaryAccounts_ChunkAlreadyPushed(uint32 openingId, uint32 chunk);
    error BeneficiaryAccounts_ChunkSize(uint32 chunk, uint256 expected, uint256 given);
    error BeneficiaryAccounts_EmptyCommitment(uint32 openingId, uint32 chunk, uint256 index);
    /// @notice The commitment is not an account of this organisation in the needed status.
    error BeneficiaryAccounts_AccountUnfit(
        bytes32 commitment,
        AccountStatus status,
        OrganisationId organisation
    );
    error BeneficiaryAccounts_CommitmentTaken(bytes32 commitment, uint32 number);

    /// @notice Sign an opening and reserve its numbers.
    /// @dev Requirements: the caller is a Custodian of the organisation; `expectedId` is the next opening; the key version is known;
    /// 0 < count and the organisation's reserved, unpushed numbers stay within `MAX_OUTSTANDING`. Emits {OpeningAnnounced}.
    /// @param root Merkle root over the chunks' leaves, `keccak256(keccak256(abi.encode(chainId, this, organisation, chunk,
    /// keccak256(commitments))))`, in the format of OpenZeppelin's standard tree.
    /// @param count Commitments in the list, all chunks but the last holding 256.
    function announceOpening(
        uint32 expectedId,
        OrganisationId organisation,
        bytes32 root,
        uint32 count,
        uint8 keyVersion
    ) external returns (uint32 openingId);

    /// @notice Push one chunk of an opening. Anyone.
    /// @dev Requirements: the chunk proves itself against the signed root and was not pushed before; no commitment is zero.
    /// Emits {AccountsOpened}.
    function openAccounts(
        uint32 openingId,
        uint32 chunk,
        bytes calldata commitments,
        bytes32[] calldata proof
    ) external;

    /// @notice Act (Custodian proposes, Approver approves): give up the unpushed chunks of an opening, e.g. one signed over a wrong
    /// list, so that they no longer count against `MAX_OUTSTANDING`. Their numbers stay unused. Emits {OpeningAbandoned}.
    /// @dev Requirements: the opening is this organisation's, not abandoned, and not pushed completely. Its root becomes zero.
    function abandonOpening(OrganisationId organisation, uint32 openingId) external;

    /// @notice Act (Custodian, Approver): close accounts. Each emits {AccountClosed}.
    function closeAccounts(OrganisationId organisation, Closing[] calldata closings) external;

    /// @notice Act (Custodian, Approver): undo closings. Each emits {AccountReopened}.
    function reopenAccounts(OrganisationId organisation, bytes32[] calldata commitments) external;

    /// @notice Act (Custodian, Approver): second commitments for known households. Each emits {AccountLinked}.
    function linkAccounts(OrganisationId organisation, Link[] calldata links) external;

    /// @notice Act (Custodian, Approver): move accounts to commitments under a newer key. Each emits {AccountRebound}.
    function rebindAccounts(OrganisationId organisation, Link[] calldata links, uint8 keyVersion) external;

    /// @notice Publish the check value of a key version, so that a machine refuses a wrong key. Only the Council, once a version.
    /// @param keyCheck HMAC-SHA-256(key, "annona key check 1").
    function setKeyCheck(uint8 keyVersion, bytes32 keyCheck) external;

    /// @notice The account of a commitment, of a second one as well; status None when it is not known.
    function accountOf(bytes32 commitment) external view returns (Account memory);

    /// @notice Many at once, in the order asked.
    function accountsOf(bytes32[] calldata commitments) external view returns (Account[] memory);

    /// @notice What a custodian signed for an opening; all zero when it is not there.
    function openingOf(uint32 openingId) external view returns (Opening memory);

    /// @notice Whether a chunk of an opening is on the ledger.
    function isChunkPushed(uint32 openingId, uint32 chunk) external view returns (bool);

    /// @notice Bitmap of pushed chunks `256 * word` to `256 * word + 255` of an opening.
    function pushedChunks(uint32 openingId, uint256 word) external view returns (uint256);

    /// @notice Number of the next opening.
    function nextOpeningId() external view returns (uint32);

    /// @notice Latest checkpoint: how many chunks were ever pushed.
    function checkpoint() external view returns (uint64);

    /// @notice Digest of the registry after the given checkpoint; zero when it is still to come.
    /// @dev digest(n) = keccak256(abi.encode(digest(n-1), openingId, chunk, firstNumber, keccak256(commitments))).
    function digestAt(uint64 checkpoint_) external view returns (bytes32);

    /// @notice The check value of a version of the consortium key; zero when it is not published.
    function keyCheckOf(uint8 keyVersion) external view returns (bytes32);

    /// @notice Whether the account with this number is closed.
    function isClosed(uint32 number) external view returns (bool);

    /// @notice Bit b tells whether any account of block `256 * word + b` (256 numbers each) is closed: programmes read this one
    /// slot for 65,536 accounts before they look closer.
    function closedBlocks(uint256 word) external view returns (uint256);
}
