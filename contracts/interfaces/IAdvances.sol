// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {MilestoneId} from "../types/MilestoneId.sol";
import {IMilestones} from "./IMilestones.sol";

/// @title Advances: money paid before it is spent
/// @notice At most one advance is under way at a time: from its submission until all of it is accounted for, by spending that the agency
/// accepted or by refund. The next one cannot be submitted before, nor can the agreement be completed. Deliverables and reimbursements go on.
interface IAdvances {
    /// @param milestone The advance that is under way; 0 for none.
    /// @param outstanding Paid and not accounted for, ledger units.
    /// @param reported Spending that the partner reported and the agency has not judged.
    /// @param evidence keccak256 of that report.
    struct Advance {
        MilestoneId milestone;
        uint128 outstanding;
        uint128 reported;
        bytes32 evidence;
    }

    event SpendingReported(
        MilestoneId indexed milestone,
        bytes32 indexed evidence,
        address indexed officer,
        uint128 spent,
        string uri
    );
    event SpendingAccepted(
        MilestoneId indexed milestone,
        bytes32 indexed evidence,
        uint128 amount,
        IMilestones.Finding finding
    );
    event AdvanceRefunded(MilestoneId indexed milestone, address indexed payer, uint128 amount);
    event AdvanceAccountedFor(MilestoneId indexed milestone);

    /// @notice Another advance is under way or not accounted for.
    error Advances_UnderWay(MilestoneId milestone, uint256 outstanding);
    error Advances_NoneOutstanding(MilestoneId milestone);
    error Advances_AboveOutstanding(MilestoneId milestone, uint256 amount, uint256 outstanding);
    error Advances_OtherReport(bytes32 expected, bytes32 given);

    /// @notice Report what of the advance was spent. A Preparer of the partner. Replaces a report that was not judged yet. Emits
    /// {SpendingReported}.
    /// @param evidence keccak256 of the report with its vouchers.
    function reportSpending(
        MilestoneId milestone,
        uint128 spent,
        bytes32 evidence,
        string calldata uri
    ) external;

    /// @notice Act (Finance, Approver of the agency): accept the reported spending, or less of it (also nothing) with a finding. What is not accepted
    /// stays outstanding. Emits {SpendingAccepted}, and {AdvanceAccountedFor} when nothing is left.
    function acceptSpending(
        MilestoneId milestone,
        bytes32 evidence,
        uint128 amount,
        IMilestones.Finding finding
    ) external;

    /// @notice Pay back what was not spent. Anyone who has approved the tokens. The money is in escrow again, or goes on to the sources when
    /// the agreement is over. Emits {AdvanceRefunded}, and {AdvanceAccountedFor} when nothing is left.
    function refundAdvance(MilestoneId milestone, uint128 amount) external;

    /// @notice The advance that is not accounted for yet; all zero when there is none.
    function advance() external view returns (Advance memory);
}
