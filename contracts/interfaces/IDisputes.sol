// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {MilestoneId} from "../types/MilestoneId.sol";

/// @title Disputes: what an arbiter decides
/// @notice The arbiter of the version under which a milestone was submitted splits the disputed amount between the partner's payout and the
/// escrow, and can do nothing else. If the arbiter is silent for the arbiter's period, anyone applies the default of the terms.
///
/// What can be disputed: a submission on which nobody acted for the review period (partner); a returned one within the review period (either side); the
/// part that an authorisation cut, within the review period (partner). For the agency a Finance officer or Approver, for the partner an
/// Administrator.
interface IDisputes {
    /// @param disputed Ledger units that the arbiter splits.
    /// @param decideBy Unix seconds.
    /// @param reason keccak256 of the document that says why; 0 when the agreement was terminated.
    event MilestoneDisputed(
        MilestoneId indexed milestone,
        address indexed officer,
        uint128 disputed,
        uint40 decideBy,
        bytes32 reason
    );
    /// @param decision keccak256 of the arbiter's reasons; 0 for the default of the terms.
    event DisputeDecided(
        MilestoneId indexed milestone,
        address indexed arbiter,
        uint128 toPartner,
        uint128 toAgency,
        bytes32 decision
    );

    /// @notice The review runs until then; silence is no reason yet.
    error Disputes_ReviewRuns(MilestoneId milestone, uint256 until);
    error Disputes_TooLate(MilestoneId milestone, uint256 until);
    error Disputes_OnlyArbiter(address arbiter, address caller);
    error Disputes_AboveDisputed(MilestoneId milestone, uint128 amount, uint128 disputed);
    error Disputes_ArbiterHasTime(MilestoneId milestone, uint256 until);

    /// @notice Send a milestone to the arbiter. Emits {MilestoneDisputed}.
    function disputeMilestone(MilestoneId milestone, bytes32 reason) external;

    /// @notice Split the disputed amount; the rest stays in escrow. The arbiter, in time. Emits {DisputeDecided} and the events of the payment.
    function decideDispute(MilestoneId milestone, uint128 toPartner, bytes32 decision) external;

    /// @notice Apply the share that the terms name for the arbiter's silence. Anyone, after the arbiter's period. Emits {DisputeDecided} with
    /// no arbiter, and the events of the payment.
    function applyDefault(MilestoneId milestone) external;
}
