// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Council: the governance multisig of the member organisations
/// @notice One organisation, one address, one voice. A member proposes a list of calls; members approve it; with the quorum a delay
/// starts; then anyone may execute it within a grace period. Every change of members, quorums and delays is such a proposal, and
/// starts a new *epoch*: approvals of an earlier epoch do not count, and pending proposals start again.
///
/// How many approvals and how long a delay a proposal needs follows from its calls alone, see {Level}.
///
/// Trust: a quorum of members can do everything that the Council is asked for elsewhere, after the delay, in public. Fewer can
/// do nothing but stop a proposal, see {object}. One lost key bricks nothing: from three members on no quorum needs all of them.
interface ICouncil {
    /// @notice A member organisation.
    /// @param account Its address: a key, or a contract such as a Safe (ERC-1271).
    /// @param nameHash keccak256 of its public name, in UTF-8.
    struct Member {
        address account;
        bytes32 nameHash;
    }

    /// @param quorum Approvals that an ordinary proposal needs.
    /// @param upgradeQuorum Approvals that configuration and upgrades need; at least `quorum`.
    /// @param delay Seconds between quorum and execution; at most 30 days.
    /// @param upgradeDelay Seconds between quorum and execution of upgrades; 14 to 90 days.
    /// @param gracePeriod Seconds after the delay in which a proposal can be executed; 3 to 60 days.
    struct Settings {
        uint8 quorum;
        uint8 upgradeQuorum;
        uint40 delay;
        uint40 upgradeDelay;
        uint40 gracePeriod;
    }

    /// @notice A call that the Council makes. It never sends ether: it never has any.
    struct Call {
        address target;
        bytes data;
    }

    /// @notice What a proposal needs.
    /// Ordinary: `quorum`, `delay`.
    /// Configuration, when a call goes to the Council itself: `upgradeQuorum`, `delay`.
    /// Upgrade, when a call is upgradeTo, transferOwnership, renounceOwnership or changeCouncil, whatever its target:
    /// `upgradeQuorum`, `upgradeDelay`.
    enum Level {
        Ordinary,
        Configuration,
        Upgrade
    }

    /// @notice Open: waits for approvals. Queued: waits for the end of its delay. Ready: can be executed. Lapsed: its grace period is
    /// over. A new epoch opens again what is queued, ready or lapsed: it needs all its approvals anew.
    enum ProposalState {
        None,
        Open,
        Queued,
        Ready,
        Lapsed,
        Executed,
        Cancelled
    }

    /// @param hash {hashProposal} of its number, calls and rationale.
    /// @param proposer The member who made it.
    /// @param level What it needs.
    /// @param epoch Epoch that `approvals`, `objections` and `readyAt` are of.
    /// @param approvals Members who approve it now.
    /// @param objections Members who object to it.
    /// @param readyAt Unix time in seconds from which it can be executed; 0 without a quorum.
    struct Proposal {
        bytes32 hash;
        address proposer;
        Level level;
        uint32 epoch;
        uint8 approvals;
        uint8 objections;
        uint40 readyAt;
        ProposalState state;
    }

    /// @notice A member proposed these calls. `rationale` is the keccak256 of the document that explains them, `uri` where it is.
    event ProposalMade(
        uint256 indexed proposalId,
        address indexed proposer,
        Level level,
        Call[] calls,
        bytes32 rationale,
        string uri
    );
    event ProposalApproved(uint256 indexed proposalId, address indexed member, uint8 approvals, uint8 needed);
    event ApprovalRevoked(uint256 indexed proposalId, address indexed member, uint8 approvals);
    /// @notice Signatures that the member gave before and that nobody has handed in count no more; the next carry `nonce`.
    event SignaturesVoided(address indexed member, uint256 nonce);
    /// @notice The proposal has its quorum and can be executed from `readyAt` on (Unix seconds).
    event ProposalQueued(uint256 indexed proposalId, uint40 readyAt);
    event ProposalObjected(
        uint256 indexed proposalId,
        address indexed member,
        uint8 objections,
        uint8 needed
    );
    event ProposalCancelled(uint256 indexed proposalId);
    event ProposalExecuted(uint256 indexed proposalId, address indexed executor);
    /// @notice Members, quorums or delays changed; a new epoch began.
    event Reconfigured(uint32 indexed epoch, Member[] added, address[] removed, Settings settings);

    error Council_OnlyMember(address caller);
    error Council_OnlyCouncil(address caller);
    error Council_NoCalls();
    error Council_UnknownProposal(uint256 proposalId);
    /// @notice The restated proposal is not the one with this number.
    error Council_OtherProposalRestated(uint256 proposalId, bytes32 proposed, bytes32 restated);
    error Council_WrongState(uint256 proposalId, ProposalState state);
    error Council_ApprovedAlready(uint256 proposalId, address member);
    error Council_NotApproved(uint256 proposalId, address member);
    error Council_ObjectedAlready(uint256 proposalId, address member);
    /// @notice A member who is to be removed has no say in whether the proposal is stopped.
    error Council_ToBeRemoved(uint256 proposalId, address member);
    error Council_SignatureExpired(uint256 deadline);
    error Council_SignatureInvalid(address member);
    /// @notice `field` is the name of the setting that does not fit, in ASCII.
    error Council_SettingsInvalid(bytes32 field);
    error Council_MemberInvalid(address account);

    /// @notice Propose calls. The proposer approves with it.
    /// @dev Requirements: the caller is a member; at least one call. Emits {ProposalMade}, {ProposalApproved}, and
    /// {ProposalQueued} where one approval is enough.
    /// @param rationale keccak256 of the document that explains why.
    /// @param uri Where the document is; may be empty.
    function propose(
        Call[] calldata calls,
        bytes32 rationale,
        string calldata uri
    ) external returns (uint256 proposalId);

    /// @notice Approve a proposal.
    /// @dev Requirements: the caller is a member who has not approved it in this epoch; `hash` is the proposal's; it is open,
    /// queued or ready. Emits {ProposalApproved}, and {ProposalQueued} with the last approval that is needed.
    function approve(uint256 proposalId, bytes32 hash) external;

    /// @notice Hand in a member's approval, signed as EIP-712
    /// `Approval(uint256 proposalId,bytes32 proposalHash,uint32 epoch,address member,uint256 nonce,uint256 deadline)`,
    /// in the domain ("Annona Council", "1"). By a key, or by a contract (ERC-1271). Anyone may hand it in.
    /// @dev Requirements: as for {approve}; signed for this epoch and the member's {nonceOf}; not after `deadline` (Unix seconds).
    function approveBySignature(
        uint256 proposalId,
        bytes32 hash,
        address member,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Take an approval back. The delay starts anew if the quorum is lost with it. Signatures that the member gave
    /// and that nobody has handed in become void.
    /// @dev Requirements: the caller has approved it in this epoch; it is not executed, cancelled or lapsed. Emits {ApprovalRevoked}
    /// and {SignaturesVoided}.
    function revoke(uint256 proposalId) external;

    /// @notice Make all signatures void that the caller gave and that nobody has handed in. Who changes their mind about a signature
    /// cannot revoke before it is handed in, and with it the proposal may be carried at once.
    /// @dev Emits {SignaturesVoided}.
    function voidSignatures() external;

    /// @notice Object to a proposal. As soon as so many members object that the others cannot make the quorum any more, it is
    /// cancelled for good: members - quorum + 1.
    /// @dev Requirements: the caller is a member who has not objected in this epoch and whom the proposal does not remove.
    /// Emits {ProposalObjected}, and {ProposalCancelled} with the last objection that is needed.
    function object(uint256 proposalId) external;

    /// @notice Make the calls of a proposal whose delay is over. Anyone.
    /// @dev Requirements: the proposal is ready; `calls` and `rationale` are the proposed ones. A call that reverts undoes all of it
    /// and leaves the proposal ready. Emits {ProposalExecuted}.
    function execute(uint256 proposalId, Call[] calldata calls, bytes32 rationale) external;

    /// @notice Change members, quorums and delays in one go. Only the Council itself, through a proposal.
    /// @dev Requirements: 1 <= quorum <= upgradeQuorum <= members, from three members on upgradeQuorum < members; delays within
    /// the bounds of {Settings}; nobody is added twice, removed who is no member, or is the zero address or the Council itself.
    /// Emits {Reconfigured}.
    function reconfigure(
        Member[] calldata added,
        address[] calldata removed,
        Settings calldata settings
    ) external;

    /// @notice The members with their names, in no particular order.
    function members() external view returns (Member[] memory);

    /// @notice Whether the address has a voice now.
    function isMember(address account) external view returns (bool);

    /// @notice Quorums, delays and the grace period that hold now.
    function settings() external view returns (Settings memory);

    /// @notice Grows with every {reconfigure}; starts at 1.
    function epoch() external view returns (uint32);

    /// @notice The proposal as it counts now: of an earlier epoch nothing but hash, proposer and level.
    function proposalOf(uint256 proposalId) external view returns (Proposal memory);

    /// @notice Number of the last proposal; they begin with 1.
    function proposals() external view returns (uint256);

    /// @notice Whether the member approves the proposal in this epoch.
    function approves(uint256 proposalId, address member) external view returns (bool);

    /// @notice Approvals that a proposal of this level needs now.
    function approvalsNeeded(Level level) external view returns (uint8);

    /// @notice What the member's next signature has to carry.
    function nonceOf(address member) external view returns (uint256);

    /// @notice keccak256(abi.encode(chain id, this contract, number, calls, rationale)).
    function hashProposal(
        uint256 proposalId,
        Call[] calldata calls,
        bytes32 rationale
    ) external view returns (bytes32);
}
