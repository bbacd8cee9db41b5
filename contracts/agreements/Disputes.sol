// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IDisputes} from "../interfaces/IDisputes.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {MilestoneId} from "../types/MilestoneId.sol";
import {Role} from "../types/Roles.sol";
import {Milestone, agreementStorage} from "./AgreementState.sol";
import {MilestonePayments} from "./MilestonePayments.sol";

/// @title Disputes
abstract contract Disputes is MilestonePayments, IDisputes {
    /// @dev Hundredths of a percent in a whole.
    uint256 private constant WHOLE = 10_000;

    /// @inheritdoc IDisputes
    function disputeMilestone(MilestoneId milestone, bytes32 reason) external nonReentrant {
        Milestone storage m = _milestone(milestone);
        IMilestones.MilestoneState now_ = m.state;
        uint256 reviewEnd = _reviewEnd(m);
        if (now_ == IMilestones.MilestoneState.Returned) {
            _requireEitherSide();
            if (block.timestamp > reviewEnd) revert Disputes_TooLate(milestone, reviewEnd);
        } else {
            _requirePartner(Role.Administrator);
            bool isReduced = now_ == IMilestones.MilestoneState.Verified && _authorised(m) > 0;
            if (isReduced) _requireReduction(milestone, m, reviewEnd);
            else _requireSilence(milestone, now_, reviewEnd);
        }
        _toArbiter(milestone, m, reason);
    }

    /// @inheritdoc IDisputes
    function decideDispute(MilestoneId milestone, uint128 toPartner, bytes32 decision) external nonReentrant {
        Milestone storage m = _requireState(milestone, IMilestones.MilestoneState.Disputed);
        address arbiter = _conductOf(m).arbiter;
        if (msg.sender != arbiter) revert Disputes_OnlyArbiter(arbiter, msg.sender);
        uint256 decideBy = _decideBy(m);
        if (block.timestamp > decideBy) revert Disputes_TooLate(milestone, decideBy);
        uint128 disputed = m.claimed - m.authorised;
        if (toPartner > disputed) revert Disputes_AboveDisputed(milestone, toPartner, disputed);
        _decide(milestone, m, toPartner, decision, arbiter);
    }

    /// @inheritdoc IDisputes
    function applyDefault(MilestoneId milestone) external nonReentrant {
        Milestone storage m = _requireState(milestone, IMilestones.MilestoneState.Disputed);
        uint256 decideBy = _decideBy(m);
        if (block.timestamp <= decideBy) revert Disputes_ArbiterHasTime(milestone, decideBy);
        uint256 disputed = m.claimed - m.authorised;
        uint256 toPartner = (disputed * _conductOf(m).silenceShare) / WHOLE;
        // at most the disputed amount, so it fits
        _decide(milestone, m, uint128(toPartner), 0, address(0));
    }

    function _decide(
        MilestoneId id,
        Milestone storage m,
        uint128 toPartner,
        bytes32 decision,
        address arbiter
    ) private {
        // effect: at most the milestone's amount, so it fits
        uint72 toAgency = m.claimed - m.authorised - uint72(toPartner);
        m.authorised += uint72(toPartner);
        m.isAuthorised = true;
        m.isDecided = true;
        m.state = IMilestones.MilestoneState.Verified;
        m.since = uint40(block.timestamp);
        agreementStorage().books.reserved -= toAgency;
        emit DisputeDecided(id, arbiter, toPartner, toAgency, decision);

        // interaction
        _pay(id, m);
        _giveBackIfOver();
    }

    function _requireReduction(MilestoneId id, Milestone storage m, uint256 reviewEnd) private view {
        if (m.isDecided || m.authorised == m.claimed) revert IMilestones.Milestones_WrongState(id, m.state);
        if (block.timestamp > reviewEnd) revert Disputes_TooLate(id, reviewEnd);
    }

    function _requireSilence(
        MilestoneId id,
        IMilestones.MilestoneState now_,
        uint256 reviewEnd
    ) private view {
        if (now_ != IMilestones.MilestoneState.Submitted && now_ != IMilestones.MilestoneState.Verified) {
            revert IMilestones.Milestones_WrongState(id, now_);
        }
        if (block.timestamp <= reviewEnd) revert Disputes_ReviewRuns(id, reviewEnd);
    }
}
