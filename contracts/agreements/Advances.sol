// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAdvances} from "../interfaces/IAdvances.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {MilestoneId} from "../types/MilestoneId.sol";
import {Role} from "../types/Roles.sol";
import {AgreementStorage, OpenAdvance, agreementStorage} from "./AgreementState.sol";
import {MilestonePayments} from "./MilestonePayments.sol";

/// @title Advances and how they are accounted for
abstract contract Advances is MilestonePayments, IAdvances {
    /// @inheritdoc IAdvances
    function reportSpending(
        MilestoneId milestone,
        uint128 spent,
        bytes32 evidence,
        string calldata uri
    ) external {
        // check
        _requirePartner(Role.Preparer);
        OpenAdvance storage open = _requireOutstanding(milestone, spent);
        if (evidence == 0) revert IMilestones.Milestones_EvidenceMissing();

        // effect: at most what is outstanding, so it fits
        open.reported = uint80(spent);
        open.evidence = evidence;
        emit SpendingReported(milestone, evidence, msg.sender, spent, uri);
    }

    /// @inheritdoc IAdvances
    function acceptSpending(
        MilestoneId milestone,
        bytes32 evidence,
        uint128 amount,
        IMilestones.Finding finding
    ) external onlyAct {
        // check
        OpenAdvance storage open = agreementStorage().advance;
        uint128 reported = open.reported;
        if (open.milestone != MilestoneId.unwrap(milestone) || reported == 0) {
            revert Advances_NoneOutstanding(milestone);
        }
        if (evidence != open.evidence) revert Advances_OtherReport(open.evidence, evidence);
        if (amount > reported) {
            revert IMilestones.Milestones_AmountInvalid(milestone, amount, reported);
        }
        if (amount > open.outstanding) {
            revert Advances_AboveOutstanding(milestone, amount, open.outstanding);
        }
        _requireFinding(finding, amount == reported);

        // effect
        open.reported = 0;
        open.evidence = 0;
        emit SpendingAccepted(milestone, evidence, amount, finding);
        _account(milestone, amount);
    }

    /// @inheritdoc IAdvances
    function refundAdvance(MilestoneId milestone, uint128 amount) external nonReentrant {
        // check
        _requireOutstanding(milestone, amount);

        // effect
        AgreementStorage storage s = agreementStorage();
        // at most what is outstanding, so it fits
        s.books.held += uint80(amount);
        s.books.refunded += uint80(amount);
        emit AdvanceRefunded(milestone, msg.sender, amount);
        _account(milestone, amount);

        // interaction
        _take(msg.sender, amount);
        _giveBackIfOver();
    }

    /// @inheritdoc IAdvances
    function advance() external view returns (Advance memory) {
        OpenAdvance storage open = agreementStorage().advance;
        return Advance(MilestoneId.wrap(open.milestone), open.outstanding, open.reported, open.evidence);
    }

    function _account(MilestoneId id, uint128 amount) private {
        // at most what is outstanding, so it fits
        agreementStorage().advance.outstanding -= uint80(amount);
        if (_milestone(id).state == IMilestones.MilestoneState.Paid) _closeAdvance(id, true);
    }

    function _requireOutstanding(
        MilestoneId id,
        uint128 amount
    ) private view returns (OpenAdvance storage open) {
        open = agreementStorage().advance;
        if (open.milestone != MilestoneId.unwrap(id) || open.outstanding == 0) {
            revert Advances_NoneOutstanding(id);
        }
        if (amount == 0) revert IEscrow.Escrow_ZeroAmount();
        if (amount > open.outstanding) revert Advances_AboveOutstanding(id, amount, open.outstanding);
    }
}
