// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {ICouncil} from "../interfaces/ICouncil.sol";
import {CouncilMembers} from "./CouncilMembers.sol";

/// @title Council
/// @dev Members, quorums and delays are in {CouncilMembers}; here is what a proposal goes through. Approvals and objections are kept
/// by epoch, so that a new epoch forgets them all at once.
contract Council is CouncilMembers, EIP712 {
    /// @dev What is stored of a proposal. `readyAt` is 0 without a quorum.
    struct Stored {
        bytes32 hash;
        address proposer;
        uint32 epoch;
        uint40 readyAt;
        Level level;
        bool isExecuted;
        bool isCancelled;
        uint8 approvals;
        uint8 objections;
    }

    bytes32 private constant APPROVAL_TYPEHASH = keccak256(
        "Approval(uint256 proposalId,bytes32 proposalHash,uint32 epoch,address member,uint256 nonce,uint256 deadline)"
    );

    /// @inheritdoc ICouncil
    uint256 public proposals;

    mapping(uint256 proposalId => Stored) private _proposals;
    mapping(uint256 proposalId => mapping(uint32 epoch => mapping(address member => bool))) private _approved;
    mapping(uint256 proposalId => mapping(uint32 epoch => mapping(address member => bool))) private _objected;
    mapping(uint256 proposalId => mapping(address member => bool)) private _isToBeRemoved;
    mapping(address member => uint256) private _nonces;

    constructor(
        Member[] memory members_,
        Settings memory settings_
    ) CouncilMembers(members_, settings_) EIP712("Annona Council", "1") {}

    /// @inheritdoc ICouncil
    function propose(
        Call[] calldata calls,
        bytes32 rationale,
        string calldata uri
    ) external onlyMember returns (uint256 proposalId) {
        if (calls.length == 0) revert Council_NoCalls();
        proposalId = ++proposals;
        Level level = _levelOf(proposalId, calls);
        Stored storage proposal = _proposals[proposalId];
        proposal.hash = hashProposal(proposalId, calls, rationale);
        proposal.proposer = msg.sender;
        proposal.level = level;
        proposal.epoch = epoch;
        emit ProposalMade(proposalId, msg.sender, level, calls, rationale, uri);
        _approve(proposalId, proposal, msg.sender);
    }

    /// @inheritdoc ICouncil
    function approve(uint256 proposalId, bytes32 hash) external onlyMember {
        _approve(proposalId, _restated(proposalId, hash), msg.sender);
    }

    /// @inheritdoc ICouncil
    function approveBySignature(
        uint256 proposalId,
        bytes32 hash,
        address member,
        uint256 deadline,
        bytes calldata signature
    ) external {
        if (!isMember(member)) revert Council_OnlyMember(member);
        if (block.timestamp > deadline) revert Council_SignatureExpired(deadline);
        Stored storage proposal = _restated(proposalId, hash);
        bytes32 approval = keccak256(
            abi.encode(APPROVAL_TYPEHASH, proposalId, hash, epoch, member, _nonces[member], deadline)
        );
        bool isSigned = SignatureChecker.isValidSignatureNowCalldata(
            member,
            _hashTypedDataV4(approval),
            signature
        );
        if (!isSigned) revert Council_SignatureInvalid(member);
        _approve(proposalId, proposal, member);
    }

    /// @inheritdoc ICouncil
    function revoke(uint256 proposalId) external {
        Stored storage proposal = _pending(proposalId);
        if (!_approved[proposalId][epoch][msg.sender]) revert Council_NotApproved(proposalId, msg.sender);
        _approved[proposalId][epoch][msg.sender] = false;
        proposal.approvals -= 1;
        if (proposal.approvals < approvalsNeeded(proposal.level)) proposal.readyAt = 0;
        emit ApprovalRevoked(proposalId, msg.sender, proposal.approvals);
        voidSignatures();
    }

    /// @inheritdoc ICouncil
    function object(uint256 proposalId) external onlyMember {
        Stored storage proposal = _pending(proposalId);
        if (_isToBeRemoved[proposalId][msg.sender]) revert Council_ToBeRemoved(proposalId, msg.sender);
        if (_objected[proposalId][epoch][msg.sender]) revert Council_ObjectedAlready(proposalId, msg.sender);
        _objected[proposalId][epoch][msg.sender] = true;
        uint8 objections = ++proposal.objections;
        uint8 needed = _memberCount() - approvalsNeeded(proposal.level) + 1;
        emit ProposalObjected(proposalId, msg.sender, objections, needed);
        if (objections < needed) return;
        proposal.isCancelled = true;
        emit ProposalCancelled(proposalId);
    }

    /// @inheritdoc ICouncil
    function execute(uint256 proposalId, Call[] calldata calls, bytes32 rationale) external {
        // check
        Stored storage proposal = _restated(proposalId, hashProposal(proposalId, calls, rationale));
        ProposalState state = _stateOf(proposal);
        if (state != ProposalState.Ready) revert Council_WrongState(proposalId, state);

        // effect: used up before the calls run, so that it cannot run twice
        proposal.isExecuted = true;
        emit ProposalExecuted(proposalId, msg.sender);

        // interaction
        for (uint256 i = 0; i < calls.length; ++i) {
            Address.functionCall(calls[i].target, calls[i].data);
        }
    }

    /// @inheritdoc ICouncil
    function proposalOf(uint256 proposalId) external view returns (Proposal memory) {
        Stored memory stored = _known(proposalId);
        bool isOfNow = stored.epoch == epoch;
        return
            Proposal({
                hash: stored.hash,
                proposer: stored.proposer,
                level: stored.level,
                epoch: epoch,
                approvals: isOfNow ? stored.approvals : 0,
                objections: isOfNow ? stored.objections : 0,
                readyAt: isOfNow ? stored.readyAt : 0,
                state: _stateOf(stored)
            });
    }

    /// @inheritdoc ICouncil
    function approves(uint256 proposalId, address member) external view returns (bool) {
        return _approved[proposalId][epoch][member];
    }

    /// @inheritdoc ICouncil
    function nonceOf(address member) external view returns (uint256) {
        return _nonces[member];
    }

    /// @inheritdoc ICouncil
    function voidSignatures() public {
        emit SignaturesVoided(msg.sender, ++_nonces[msg.sender]);
    }

    /// @inheritdoc ICouncil
    function hashProposal(
        uint256 proposalId,
        Call[] calldata calls,
        bytes32 rationale
    ) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), proposalId, calls, rationale));
    }

    function _approve(uint256 proposalId, Stored storage proposal, address member) private {
        _requirePending(proposalId, proposal);
        _startAgain(proposal);
        if (_approved[proposalId][epoch][member]) revert Council_ApprovedAlready(proposalId, member);
        _approved[proposalId][epoch][member] = true;
        uint8 approvals = ++proposal.approvals;
        uint8 needed = approvalsNeeded(proposal.level);
        emit ProposalApproved(proposalId, member, approvals, needed);
        if (approvals != needed) return;
        proposal.readyAt = uint40(block.timestamp) + _delayOf(proposal.level);
        emit ProposalQueued(proposalId, proposal.readyAt);
    }

    /// @dev Counts of an earlier epoch are nobody's any more.
    function _startAgain(Stored storage proposal) private {
        if (proposal.epoch == epoch) return;
        proposal.epoch = epoch;
        proposal.approvals = 0;
        proposal.objections = 0;
        proposal.readyAt = 0;
    }

    /// @dev Also notes whom the proposal would remove.
    function _levelOf(uint256 proposalId, Call[] calldata calls) private returns (Level level) {
        for (uint256 i = 0; i < calls.length; ++i) {
            bytes calldata data = calls[i].data;
            if (_isUpgrade(bytes4(data))) {
                level = Level.Upgrade;
            } else if (calls[i].target == address(this)) {
                if (level == Level.Ordinary) level = Level.Configuration;
                if (bytes4(data) == this.reconfigure.selector) _noteRemoved(proposalId, data);
            }
        }
    }

    function _noteRemoved(uint256 proposalId, bytes calldata data) private {
        (, address[] memory removed, ) = abi.decode(data[4:], (Member[], address[], Settings));
        for (uint256 i = 0; i < removed.length; ++i) _isToBeRemoved[proposalId][removed[i]] = true;
    }

    /// @dev Whatever changes code that holds money, or who decides about it.
    function _isUpgrade(bytes4 selector) private pure returns (bool) {
        return
            selector == UpgradeableBeacon.upgradeTo.selector ||
            selector == Ownable.transferOwnership.selector ||
            selector == Ownable.renounceOwnership.selector ||
            selector == IConsortium.changeCouncil.selector;
    }

    function _pending(uint256 proposalId) private returns (Stored storage proposal) {
        proposal = _known(proposalId);
        _requirePending(proposalId, proposal);
        _startAgain(proposal);
    }

    function _restated(uint256 proposalId, bytes32 hash) private view returns (Stored storage proposal) {
        proposal = _known(proposalId);
        if (proposal.hash != hash) revert Council_OtherProposalRestated(proposalId, proposal.hash, hash);
    }

    function _known(uint256 proposalId) private view returns (Stored storage proposal) {
        proposal = _proposals[proposalId];
        if (proposal.proposer == address(0)) revert Council_UnknownProposal(proposalId);
    }

    function _requirePending(uint256 proposalId, Stored storage proposal) private view {
        ProposalState state = _stateOf(proposal);
        if (state == ProposalState.Open || state == ProposalState.Queued || state == ProposalState.Ready)
            return;
        revert Council_WrongState(proposalId, state);
    }

    function _stateOf(Stored memory proposal) private view returns (ProposalState) {
        if (proposal.isExecuted) return ProposalState.Executed;
        if (proposal.isCancelled) return ProposalState.Cancelled;
        if (proposal.epoch != epoch || proposal.readyAt == 0) return ProposalState.Open;
        if (block.timestamp < proposal.readyAt) return ProposalState.Queued;
        bool isLate = block.timestamp > uint256(proposal.readyAt) + _settings.gracePeriod;
        return isLate ? ProposalState.Lapsed : ProposalState.Ready;
    }

    function _delayOf(Level level) private view returns (uint40) {
        return level == Level.Upgrade ? _settings.upgradeDelay : _settings.delay;
    }
}
