// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @notice Number of a milestone within one agreement. Starts at 1; 0 means "none".
type MilestoneId is uint32;

using {sameMilestone as ==} for MilestoneId global;

function sameMilestone(MilestoneId a, MilestoneId b) pure returns (bool) {
    return MilestoneId.unwrap(a) == MilestoneId.unwrap(b);
}
