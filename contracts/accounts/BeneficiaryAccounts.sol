// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Acts} from "../governance/Acts.sol";
import {DualControl} from "../governance/DualControl.sol";
import {IBeneficiaryAccounts} from "../interfaces/IBeneficiaryAccounts.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {AccountBitmap} from "../libraries/AccountBitmap.sol";
import {AccountWord, AccountWords} from "../libraries/AccountWord.sol";
import {ChunkLeaf} from "../libraries/ChunkLeaf.sol";
import {CommitmentList} from "../libraries/CommitmentList.sol";
import {OrganisationId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";

/// @title Beneficiary accounts
/// @dev An account's own slot says Open or Rebound; whether it is closed is one bit a *number*, so that all commitments of a household
/// agree on it.
contract BeneficiaryAccounts is IBeneficiaryAccounts, DualControl {
    using AccountBitmap for AccountBitmap.Bitmap;
    using AccountWords for Account;
    using CommitmentList for bytes;

    /// @notice How many numbers an organisation may have reserved without having pushed them.
    uint32 public constant MAX_OUTSTANDING = 1 << 20;

    uint256 private constant FIRST_NUMBER = 256;
    uint256 private constant NUMBERS_END = 1 << 32;

    /// @inheritdoc IBeneficiaryAccounts
    uint32 public nextOpeningId = 1;
    /// @inheritdoc IBeneficiaryAccounts
    uint64 public checkpoint;
    uint64 private _nextNumber = uint64(FIRST_NUMBER);

    mapping(bytes32 commitment => AccountWord) private _accounts;
    mapping(uint32 openingId => Opening) private _openings;
    mapping(uint32 openingId => mapping(uint256 word => uint256)) private _pushed;
    mapping(OrganisationId organisation => uint256) private _outstanding;
    /// @inheritdoc IBeneficiaryAccounts
    mapping(uint64 checkpoint_ => bytes32) public digestAt;
    /// @inheritdoc IBeneficiaryAccounts
    mapping(uint8 keyVersion => bytes32) public keyCheckOf;
    AccountBitmap.Bitmap private _closed;

    constructor(IConsortium consortium) Acts(consortium) {}

    /// @inheritdoc IBeneficiaryAccounts
    function announceOpening(
        uint32 expectedId,
        OrganisationId organisation,
        bytes32 root,
        uint32 count,
        uint8 keyVersion
    ) external returns (uint32 openingId) {
        // check
        _CONSORTIUM.requireRole(organisation, Role.Custodian, msg.sender);
        openingId = nextOpeningId;
        if (expectedId != openingId) revert BeneficiaryAccounts_OtherOpeningId(expectedId, openingId);
        _requireKeyVersion(keyVersion);
        if (count == 0 || root == 0) revert BeneficiaryAccounts_EmptyOpening();

        // effect
        nextOpeningId = openingId + 1;
        uint32 firstNumber = _reserve(organisation, count);
        _openings[openingId] = Opening(root, organisation, firstNumber, count, keyVersion, 0);
        emit OpeningAnnounced(openingId, organisation, msg.sender, root, firstNumber, count, keyVersion);
    }

    /// @inheritdoc IBeneficiaryAccounts
    function openAccounts(
        uint32 openingId,
        uint32 chunk,
        bytes calldata commitments,
        bytes32[] calldata proof
    ) external {
        // check
        Opening memory opening = _openings[openingId];
        _requireChunk(openingId, opening, chunk, commitments);
        bytes32 payloadHash = keccak256(commitments);
        if (
            !ChunkLeaf.isInList(
                opening.root,
                proof,
                OrganisationId.unwrap(opening.organisation),
                chunk,
                payloadHash
            )
        ) {
            revert BeneficiaryAccounts_ChunkNotInOpening(openingId, chunk);
        }

        // effect
        _pushed[openingId][chunk >> 8] |= 1 << (chunk & 255);
        _openings[openingId].pushedChunks = opening.pushedChunks + 1;
        _outstanding[opening.organisation] -= CommitmentList.CHUNK_ACCOUNTS;
        uint32 firstNumber = opening.firstNumber + chunk * uint32(CommitmentList.CHUNK_ACCOUNTS);
        Account memory first = Account(
            firstNumber,
            opening.organisation,
            AccountStatus.Open,
            opening.keyVersion
        );
        _open(openingId, chunk, first.pack(), commitments);
        uint64 checkpoint_ = ++checkpoint;
        bytes32 digest = keccak256(
            abi.encode(digestAt[checkpoint_ - 1], openingId, chunk, firstNumber, payloadHash)
        );
        digestAt[checkpoint_] = digest;
        emit AccountsOpened(openingId, chunk, firstNumber, checkpoint_, digest, commitments);
    }

    /// @inheritdoc IBeneficiaryAccounts
    function abandonOpening(OrganisationId organisation, uint32 openingId) external onlyAct {
        // check
        Opening storage opening = _openings[openingId];
        if (opening.root == 0 || !(opening.organisation == organisation)) {
            revert BeneficiaryAccounts_UnknownOpening(openingId);
        }
        uint256 unpushed = CommitmentList.chunksFor(opening.count) - opening.pushedChunks;
        if (unpushed == 0) revert BeneficiaryAccounts_EmptyOpening();

        // effect: nothing proves itself against an empty root
        opening.root = 0;
        uint256 released = unpushed * CommitmentList.CHUNK_ACCOUNTS;
        _outstanding[organisation] -= released;
        emit OpeningAbandoned(openingId, organisation, uint32(released));
    }

    /// @inheritdoc IBeneficiaryAccounts
    function closeAccounts(OrganisationId organisation, Closing[] calldata closings) external onlyAct {
        for (uint256 i = 0; i < closings.length; ++i) {
            Closing calldata closing = closings[i];
            uint32 number = _requireStatus(closing.commitment, organisation, AccountStatus.Open).number;
            _closed.set(number);
            // The successor is looked at after closing: nobody succeeds themselves.
            uint32 successor = closing.successor == 0 ? 0 : _requireOpen(closing.successor).number;
            emit AccountClosed(number, organisation, closing.reason, successor);
        }
    }

    /// @inheritdoc IBeneficiaryAccounts
    function reopenAccounts(OrganisationId organisation, bytes32[] calldata commitments) external onlyAct {
        for (uint256 i = 0; i < commitments.length; ++i) {
            uint32 number = _requireStatus(commitments[i], organisation, AccountStatus.Closed).number;
            _closed.clear(number);
            emit AccountReopened(number, organisation);
        }
    }

    /// @inheritdoc IBeneficiaryAccounts
    function linkAccounts(OrganisationId organisation, Link[] calldata links) external onlyAct {
        for (uint256 i = 0; i < links.length; ++i) {
            Link calldata link = links[i];
            Account memory account = _requireStatus(link.known, organisation, AccountStatus.Open);
            _claim(link.added, account);
            emit AccountLinked(account.number, link.known, link.added);
        }
    }

    /// @inheritdoc IBeneficiaryAccounts
    function rebindAccounts(
        OrganisationId organisation,
        Link[] calldata links,
        uint8 keyVersion
    ) external onlyAct {
        _requireKeyVersion(keyVersion);
        for (uint256 i = 0; i < links.length; ++i) {
            Link calldata link = links[i];
            Account memory account = _requireRebindable(link.known, organisation, keyVersion);
            account.status = AccountStatus.Rebound;
            _accounts[link.known] = account.pack();
            account.status = AccountStatus.Open;
            account.keyVersion = keyVersion;
            _claim(link.added, account);
            emit AccountRebound(account.number, link.known, link.added, keyVersion);
        }
    }

    /// @inheritdoc IBeneficiaryAccounts
    function setKeyCheck(uint8 keyVersion, bytes32 keyCheck) external {
        if (msg.sender != _CONSORTIUM.council()) revert BeneficiaryAccounts_OnlyCouncil(msg.sender);
        if (keyCheckOf[keyVersion] != 0) revert BeneficiaryAccounts_KeyVersionTaken(keyVersion);
        if (keyCheck == 0) revert BeneficiaryAccounts_KeyVersionUnknown(keyVersion);
        keyCheckOf[keyVersion] = keyCheck;
        emit KeyCheckSet(keyVersion, keyCheck);
    }

    /// @inheritdoc IBeneficiaryAccounts
    function accountsOf(bytes32[] calldata commitments) external view returns (Account[] memory accounts) {
        accounts = new Account[](commitments.length);
        for (uint256 i = 0; i < commitments.length; ++i) accounts[i] = accountOf(commitments[i]);
    }

    /// @inheritdoc IBeneficiaryAccounts
    function openingOf(uint32 openingId) external view returns (Opening memory) {
        return _openings[openingId];
    }

    /// @inheritdoc IBeneficiaryAccounts
    function isChunkPushed(uint32 openingId, uint32 chunk) public view returns (bool) {
        return _pushed[openingId][chunk >> 8] & (1 << (chunk & 255)) != 0;
    }

    /// @inheritdoc IBeneficiaryAccounts
    function pushedChunks(uint32 openingId, uint256 word) external view returns (uint256) {
        return _pushed[openingId][word];
    }

    /// @inheritdoc IBeneficiaryAccounts
    function isClosed(uint32 number) external view returns (bool) {
        return _closed.get(number);
    }

    /// @inheritdoc IBeneficiaryAccounts
    function closedBlocks(uint256 word) external view returns (uint256) {
        return _closed.blocks[word];
    }

    /// @inheritdoc IBeneficiaryAccounts
    function accountOf(bytes32 commitment) public view returns (Account memory account) {
        account = _accounts[commitment].unpack();
        if (account.status == AccountStatus.Open && _closed.get(account.number))
            account.status = AccountStatus.Closed;
    }

    /// @dev The loop that runs once a household. `first` is the account that the list's first commitment gets.
    function _open(uint32 openingId, uint32 chunk, AccountWord first, bytes calldata commitments) private {
        uint256 count = commitments.length / CommitmentList.COMMITMENT_BYTES;
        for (uint256 i = 0; i < count; ++i) {
            bytes32 commitment = commitments.commitmentAt(i);
            if (commitment == 0) revert BeneficiaryAccounts_EmptyCommitment(openingId, chunk, i);
            // A known household keeps its number. The opening reserved 256 numbers for each chunk, so `first.plus` fits.
            if (_accounts[commitment].isUnknown()) _accounts[commitment] = first.plus(i);
        }
    }

    /// @dev Takes whole blocks of 256 numbers, so that a chunk of an opening is a block and an agency's households stay neighbours.
    function _reserve(OrganisationId organisation, uint32 count) private returns (uint32 firstNumber) {
        uint256 numbers = CommitmentList.chunksFor(count) * CommitmentList.CHUNK_ACCOUNTS;
        uint256 outstanding = _outstanding[organisation];
        uint256 first = _nextNumber;
        uint256 allowed = MAX_OUTSTANDING - outstanding;
        if (allowed > NUMBERS_END - first) allowed = NUMBERS_END - first;
        if (numbers > allowed) revert BeneficiaryAccounts_OpeningTooLarge(count, uint32(allowed));

        _outstanding[organisation] = outstanding + numbers;
        _nextNumber = uint64(first + numbers);
        return uint32(first);
    }

    /// @dev Gives a new commitment to the household of `account`.
    function _claim(bytes32 commitment, Account memory account) private {
        uint32 taken = _accounts[commitment].number();
        if (commitment == 0 || taken != 0) revert BeneficiaryAccounts_CommitmentTaken(commitment, taken);
        _accounts[commitment] = account.pack();
    }

    /// @dev Custodian and Approver of the organisation that every act names first.
    function _officersOf(bytes calldata act) internal pure override returns (Officers memory) {
        bytes4 selector = bytes4(act);
        bool isAct =
            selector == IBeneficiaryAccounts.abandonOpening.selector ||
                selector == IBeneficiaryAccounts.closeAccounts.selector ||
                selector == IBeneficiaryAccounts.reopenAccounts.selector ||
                selector == IBeneficiaryAccounts.linkAccounts.selector ||
                selector == IBeneficiaryAccounts.rebindAccounts.selector;
        if (!isAct || act.length < 36) revert DualControl_NotAnAct(selector);
        OrganisationId organisation = abi.decode(act[4:36], (OrganisationId));
        return Officers(organisation, Role.Custodian, Role.Approver, 0);
    }

    function _requireChunk(
        uint32 openingId,
        Opening memory opening,
        uint32 chunk,
        bytes calldata commitments
    ) private view {
        if (opening.count == 0) revert BeneficiaryAccounts_UnknownOpening(openingId);
        if (chunk >= CommitmentList.chunksFor(opening.count)) {
            revert BeneficiaryAccounts_ChunkNotInOpening(openingId, chunk);
        }
        if (isChunkPushed(openingId, chunk)) revert BeneficiaryAccounts_ChunkAlreadyPushed(openingId, chunk);
        uint256 expected =
            CommitmentList.commitmentsIn(chunk, opening.count) * CommitmentList.COMMITMENT_BYTES;
        if (commitments.length != expected) {
            revert BeneficiaryAccounts_ChunkSize(chunk, expected, commitments.length);
        }
    }

    function _requireStatus(
        bytes32 commitment,
        OrganisationId organisation,
        AccountStatus status
    ) private view returns (Account memory account) {
        account = accountOf(commitment);
        if (account.status != status || !(account.organisation == organisation))
            _revertUnfit(commitment, account);
    }

    /// @dev Of any organisation: households move between agencies.
    function _requireOpen(bytes32 commitment) private view returns (Account memory account) {
        account = accountOf(commitment);
        if (account.status != AccountStatus.Open) _revertUnfit(commitment, account);
    }

    /// @dev Closed accounts are rebound, too: otherwise the household would be unknown under the new key and get a second number.
    function _requireRebindable(
        bytes32 commitment,
        OrganisationId organisation,
        uint8 keyVersion
    ) private view returns (Account memory account) {
        account = accountOf(commitment);
        bool isFit =
            (account.status == AccountStatus.Open || account.status == AccountStatus.Closed) &&
                account.organisation == organisation &&
                account.keyVersion < keyVersion;
        if (!isFit) _revertUnfit(commitment, account);
    }

    function _requireKeyVersion(uint8 keyVersion) private view {
        if (keyCheckOf[keyVersion] == 0) revert BeneficiaryAccounts_KeyVersionUnknown(keyVersion);
    }

    function _revertUnfit(bytes32 commitment, Account memory account) private pure {
        revert BeneficiaryAccounts_AccountUnfit(commitment, account.status, account.organisation);
    }
}
