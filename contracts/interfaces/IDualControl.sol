// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Two officers for every act
/// @notice An *act* is the calldata of one of this contract's own functions. One officer proposes it; another officer restates
/// the same bytes and thereby approves and runs it. What an act is, and which roles propose and approve it, is fixed by the
/// contract.
///
/// Trust: an approver trusts nothing but the bytes that they restate. The number of a proposal is only a handle; a number that
/// moved to other bytes (a reorganisation, a lying node) makes the approval fail instead of approving something else.
interface IDualControl {
    /// @notice A proposed act.
    /// @param hash keccak256 of the act's calldata.
    /// @param proposer The officer who proposed it; zero once it was approved or withdrawn.
    /// @param proposedAt Unix time in seconds.
    struct ProposedAct {
        bytes32 hash;
        address proposer;
        uint40 proposedAt;
    }

    /// @notice An officer proposed an act. `act` is the calldata that will run.
    event ActProposed(uint256 indexed actId, bytes4 indexed selector, address indexed proposer, bytes act);
    /// @notice A second officer approved the act, and it ran in the same transaction.
    event ActApproved(uint256 indexed actId, bytes4 indexed selector, address indexed approver);
    /// @notice The proposal was taken back or sent back; it cannot be approved any more.
    event ActWithdrawn(uint256 indexed actId, address indexed officer);

    /// @notice The function with this selector is not something that two officers can do.
    error DualControl_NotAnAct(bytes4 selector);
    /// @notice There is no open proposal with this number: it never existed, or it was approved or withdrawn.
    error DualControl_NotOpen(uint256 actId);
    /// @notice The restated act is not the proposed one.
    error DualControl_OtherActRestated(uint256 actId, bytes32 proposed, bytes32 restated);
    /// @notice The officer who proposed an act cannot approve it.
    error DualControl_SameOfficer(address officer);
    /// @notice This act has a waiting time; it can be approved from `readyAt` (Unix seconds) on.
    error DualControl_TooEarly(uint256 actId, uint256 readyAt);
    /// @notice The proposal is older than 30 days; propose it again.
    error DualControl_Lapsed(uint256 actId, uint256 lapsedAt);
    /// @notice The function is an act: it runs only through {approveAct}.
    error DualControl_TwoOfficersNeeded(address caller);

    /// @notice Propose an act.
    /// @dev Requirements: the selector is an act; the caller holds the proposing role. Emits {ActProposed}.
    /// @param act Calldata of the function to run on this contract.
    /// @return actId Handle for {approveAct} and {withdrawAct}.
    function proposeAct(bytes calldata act) external returns (uint256 actId);

    /// @notice Restate and approve an act; it runs at once.
    /// @dev Requirements: `actId` is open; `act` has the proposed hash; the caller holds the approving role and is not the
    /// proposer; the waiting time of the act has passed and the proposal has not lapsed. Emits {ActApproved} and whatever the
    /// act emits. A revert of the act is passed on and leaves the proposal open.
    /// @return result What the act returned, ABI-encoded.
    function approveAct(uint256 actId, bytes calldata act) external returns (bytes memory result);

    /// @notice Take back one's own proposal, or send back somebody else's as an approver.
    /// @dev `act` is restated so that the approving role can be read from it. Emits {ActWithdrawn}.
    function withdrawAct(uint256 actId, bytes calldata act) external;

    /// @notice The proposal with this number; all zero when it is not open.
    function proposedAct(uint256 actId) external view returns (ProposedAct memory);
}
