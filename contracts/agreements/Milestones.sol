// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAgreementTerms} from "../interfaces/IAgreementTerms.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {MilestoneId} from "../types/MilestoneId.sol";
import {Role} from "../types/Roles.sol";
import {AgreementStorage, Milestone, agreementStorage} from "./AgreementState.sol";
import {MilestonePayments} from "./MilestonePayments.sol";

/// @title Milestones: evidence, verification, authorisation, payment
abstract contract Milestones is MilestonePayments, IMilestones {
    /// @inheritdoc IMilestones
    function submitMilestone(
        MilestoneId milestone,
        uint128 claimed,
        bytes32 evidence,
        string calldata uri
    ) external nonReentrant {
        // check
        AgreementStorage storage s = _requireActive();
        _requirePartner(Role.Preparer);
        // What is submitted after a notice has run out would only keep the termination busy.
        if (s.noticeEndsAt != 0 && block.timestamp >= s.noticeEndsAt) {
            revert IAgreementSettings.Agreement_NotActive(IAgreementSettings.AgreementState.Terminated);
        }
        Milestone storage m = _milestone(milestone);
        if (m.state != MilestoneState.Planned && m.state != MilestoneState.Returned) {
            revert Milestones_WrongState(milestone, m.state);
        }
        if (evidence == 0) revert Milestones_EvidenceMissing();
        _requireClaim(milestone, m, claimed);

        // effect
        if (m.kind == IAgreementTerms.MilestoneKind.Advance) _openAdvance(milestone);
        _reserve(claimed, m.claimed);
        m.state = MilestoneState.Submitted;
        m.finding = Finding.None;
        m.termsVersion = s.version;
        m.since = uint40(block.timestamp);
        m.submitter = msg.sender;
        m.claimed = claimed;
        m.evidence = evidence;
        emit MilestoneSubmitted(milestone, evidence, msg.sender, claimed, s.version, uri);
    }

    /// @inheritdoc IMilestones
    function verifyMilestone(MilestoneId milestone, bytes32 evidence) external nonReentrant {
        // check
        Milestone storage m = _requireState(milestone, MilestoneState.Submitted);
        _requireEvidence(milestone, m, evidence);
        if (m.kind == IAgreementTerms.MilestoneKind.Advance) revert Milestones_NothingToVerify(milestone);
        uint16 bit = _bitOf(m, msg.sender);
        if (bit == 0) revert Milestones_NotAMonitor(milestone, msg.sender);
        if (m.votes & bit != 0) revert Milestones_VerifiedAlready(milestone, msg.sender);
        if (msg.sender == m.submitter || _isPartnerOfficer(msg.sender)) {
            revert Milestones_MonitorNotIndependent(msg.sender);
        }

        // effect
        uint16 votes = m.votes | bit;
        m.votes = votes;
        uint8 count = _count(votes);
        emit MilestoneVerified(milestone, evidence, msg.sender, count);
        if (count < _conductOf(m).quorum) return;
        m.state = MilestoneState.Verified;

        // interaction, when the agency has authorised before
        if (m.authorised > 0) _payAuthorised(milestone, m);
    }

    /// @inheritdoc IMilestones
    function returnMilestone(
        MilestoneId milestone,
        bytes32 evidence,
        Finding finding,
        bytes32 report
    ) external nonReentrant {
        // check
        Milestone storage m = _milestone(milestone);
        bool isOpen =
            m.state == MilestoneState.Submitted || (m.state == MilestoneState.Verified && m.authorised == 0);
        if (!isOpen) revert Milestones_WrongState(milestone, m.state);
        _requireEvidence(milestone, m, evidence);
        _requireFinding(finding, false);
        if (!_isReviewer(m, msg.sender)) revert Milestones_NotAMonitor(milestone, msg.sender);

        // effect
        m.state = MilestoneState.Returned;
        m.finding = finding;
        m.votes = 0;
        m.since = uint40(block.timestamp);
        m.authorised = 0;
        emit MilestoneReturned(milestone, evidence, msg.sender, finding, report);
    }

    /// @inheritdoc IMilestones
    function authoriseMilestone(
        MilestoneId milestone,
        bytes32 evidence,
        uint128 amount,
        Finding finding
    ) external onlyAct nonReentrant {
        // check
        Milestone storage m = _milestone(milestone);
        MilestoneState now_ = m.state;
        if (now_ != MilestoneState.Submitted && now_ != MilestoneState.Verified) {
            revert Milestones_WrongState(milestone, now_);
        }
        if (m.authorised > 0) revert Milestones_AuthorisedAlready(milestone);
        _requireEvidence(milestone, m, evidence);
        uint128 claimed = m.claimed;
        if (amount == 0 || amount > claimed) revert Milestones_AmountInvalid(milestone, amount, claimed);
        _requireFinding(finding, amount == claimed);

        // effect: at most the milestone's amount, so it fits
        m.authorised = uint104(amount);
        m.finding = finding;
        emit MilestoneAuthorised(milestone, evidence, amount, finding);

        // interaction, when the quorum was there before or none is needed
        if (m.kind == IAgreementTerms.MilestoneKind.Advance) m.state = MilestoneState.Verified;
        if (m.state == MilestoneState.Verified) _payAuthorised(milestone, m);
    }

    /// @inheritdoc IMilestones
    function payMilestone(MilestoneId milestone) external nonReentrant {
        Milestone storage m = _requireState(milestone, MilestoneState.Verified);
        bool isWaiting = m.authorised == 0 || (m.authorised == m.paid && _isDisputable(m));
        if (isWaiting) revert Milestones_NothingToPay(milestone);
        _pay(milestone, m);
        _giveBackIfOver();
    }

    /// @inheritdoc IMilestones
    function milestones() external view returns (uint32) {
        return uint32(agreementStorage().milestones.length);
    }

    /// @inheritdoc IMilestones
    function milestoneOf(MilestoneId milestone) external view returns (MilestoneView memory view_) {
        Milestone storage m = _milestone(milestone);
        view_.state = m.state;
        view_.kind = m.kind;
        view_.finding = m.finding;
        view_.termsVersion = m.termsVersion;
        view_.dueAt = m.dueAt;
        view_.since = m.since;
        view_.periodEndsAt = _periodEnd(m);
        view_.verifications = _count(m.votes);
        view_.submitter = m.submitter;
        view_.amount = m.amount;
        view_.claimed = m.claimed;
        view_.authorised = m.authorised;
        view_.paid = m.paid;
        view_.isDecided = m.isDecided;
        view_.description = m.description;
        view_.evidence = m.evidence;
    }

    /// @inheritdoc IMilestones
    function hasVerified(MilestoneId milestone, address monitor) external view returns (bool) {
        Milestone storage m = _milestone(milestone);
        return m.votes & _bitOf(m, monitor) != 0;
    }

    /// @dev A deliverable has one price; of an advance or a reimbursement the amount is the limit.
    function _requireClaim(MilestoneId id, Milestone storage m, uint128 claimed) private view {
        uint128 amount = m.amount;
        bool isFit =
            m.kind == IAgreementTerms.MilestoneKind.Deliverable
                ? claimed == amount
                : claimed > 0 && claimed <= amount;
        if (!isFit) revert Milestones_ClaimInvalid(id, claimed, amount);
    }

    /// @dev Who may return a submission: the agency always, a monitor while monitors are asked.
    function _isReviewer(Milestone storage m, address account) private view returns (bool) {
        bool isAsked = m.state == MilestoneState.Submitted && m.kind != IAgreementTerms.MilestoneKind.Advance;
        return (isAsked && _bitOf(m, account) != 0) || _isAgencyOfficer(account);
    }

    /// @dev The monitor's bit in the votes of the milestone; 0 for whoever is none.
    function _bitOf(Milestone storage m, address account) private view returns (uint16) {
        uint8 place = agreementStorage().placeOfMonitor[m.termsVersion][account];
        return place == 0 ? 0 : uint16(1) << (place - 1);
    }

    function _periodEnd(Milestone storage m) private view returns (uint40) {
        MilestoneState now_ = m.state;
        if (now_ == MilestoneState.Disputed) return m.since + _conductOf(m).arbiterPeriod;
        bool isReviewed =
            now_ == MilestoneState.Submitted ||
                now_ == MilestoneState.Returned ||
                (now_ == MilestoneState.Verified && (m.authorised == 0 || _isDisputable(m)));
        return isReviewed ? uint40(_reviewEnd(m)) : 0;
    }

    function _count(uint16 votes) private pure returns (uint8 count) {
        for (; votes != 0; votes &= votes - 1) ++count;
    }
}
