// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {IAgreementTerms} from "../interfaces/IAgreementTerms.sol";
import {IDualControl} from "../interfaces/IDualControl.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {MilestoneId} from "../types/MilestoneId.sol";
import {Role} from "../types/Roles.sol";
import {AgreementStorage, Milestone, Seat, agreementStorage} from "./AgreementState.sol";
import {MilestonePayments} from "./MilestonePayments.sol";

/// @title Milestones: evidence, verification, authorisation, payment
abstract contract Milestones is EIP712, MilestonePayments, IMilestones {
    bytes32 private constant STATEMENT_TYPEHASH = keccak256(
        "Verification(uint32 milestone,bytes32 evidence,uint40 submittedAt)"
    );

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
        uint16 version = s.version;
        // Else the partner could make a monitor its officer for a moment.
        if (s.seats[version][msg.sender].place != 0) revert Milestones_MonitorNotIndependent(msg.sender);

        // effect
        if (m.kind == IAgreementTerms.MilestoneKind.Advance) _openAdvance(milestone);
        // at most the milestone's amount, so it fits
        _reserve(uint80(claimed), m.claimed);
        m.state = MilestoneState.Submitted;
        m.finding = Finding.None;
        m.termsVersion = version;
        m.since = uint40(block.timestamp);
        m.claimed = uint72(claimed);
        m.document = evidence;
        emit MilestoneSubmitted(milestone, evidence, msg.sender, claimed, version, uri);
    }

    /// @inheritdoc IMilestones
    function verifyMilestone(MilestoneId milestone, bytes32 evidence) external nonReentrant {
        Milestone storage m = _requireAsked(milestone, evidence);
        if (_vote(milestone, m, msg.sender)) _payIfAuthorised(milestone, m);
    }

    /// @inheritdoc IMilestones
    function verifyBySignatures(
        MilestoneId milestone,
        bytes32 evidence,
        Statement[] calldata statements
    ) external nonReentrant {
        Milestone storage m = _requireAsked(milestone, evidence);
        bytes32 digest = hashStatement(milestone, evidence, m.since);
        bool isDone;
        for (uint256 i = 0; i < statements.length; ++i) {
            Statement calldata statement = statements[i];
            if (
                !SignatureChecker.isValidSignatureNowCalldata(statement.monitor, digest, statement.signature)
            ) {
                revert Milestones_SignatureInvalid(statement.monitor);
            }
            isDone = _vote(milestone, m, statement.monitor);
        }
        if (isDone) _payIfAuthorised(milestone, m);
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
            m.state == MilestoneState.Submitted ||
                (m.state == MilestoneState.Verified && _authorised(m) == 0);
        if (!isOpen) revert Milestones_WrongState(milestone, m.state);
        _requireEvidence(milestone, m, evidence);
        _requireFinding(finding, false);
        if (!_isReviewer(m, msg.sender)) revert Milestones_NotAMonitor(milestone, msg.sender);

        // effect
        m.state = MilestoneState.Returned;
        m.finding = finding;
        m.votes = 0;
        m.since = uint40(block.timestamp);
        _voidAuthorisation(m);
        emit MilestoneReturned(milestone, evidence, msg.sender, finding, report);
    }

    /// @inheritdoc IMilestones
    function proposeAuthorisation(
        MilestoneId milestone,
        bytes32 evidence,
        uint128 amount,
        Finding finding
    ) external {
        // check
        _CONSORTIUM.requireRole(agreementStorage().agency, Role.Finance, msg.sender);
        Milestone storage m = _requireAuthorisable(milestone, evidence);
        uint128 claimed = m.claimed;
        if (amount == 0 || amount > claimed) revert Milestones_AmountInvalid(milestone, amount, claimed);
        _requireFinding(finding, amount == claimed);

        // effect: at most the milestone's amount, so it fits
        m.proposer = msg.sender;
        m.authorised = uint72(amount);
        m.finding = finding;
        emit AuthorisationProposed(milestone, evidence, msg.sender, amount, finding);
    }

    /// @inheritdoc IMilestones
    function authoriseMilestone(
        MilestoneId milestone,
        bytes32 evidence,
        uint128 amount,
        Finding finding
    ) external nonReentrant {
        // check
        _CONSORTIUM.requireRole(agreementStorage().agency, Role.Approver, msg.sender);
        Milestone storage m = _requireAuthorisable(milestone, evidence);
        address proposer = m.proposer;
        if (proposer == address(0)) revert Milestones_NothingProposed(milestone);
        if (proposer == msg.sender) revert IDualControl.DualControl_SameOfficer(msg.sender);
        if (amount != m.authorised || finding != m.finding) {
            revert Milestones_OtherAuthorisation(milestone, m.authorised, m.finding);
        }

        // effect
        m.isAuthorised = true;
        emit MilestoneAuthorised(milestone, evidence, msg.sender, amount, finding);

        // interaction, when the quorum was there before or none is needed
        if (m.kind == IAgreementTerms.MilestoneKind.Advance) m.state = MilestoneState.Verified;
        if (m.state == MilestoneState.Verified) _payAuthorised(milestone, m);
    }

    /// @inheritdoc IMilestones
    function payMilestone(MilestoneId milestone) external nonReentrant {
        Milestone storage m = _requireState(milestone, MilestoneState.Verified);
        uint72 authorised = _authorised(m);
        bool isWaiting = authorised == 0 || (authorised == m.paid && _isDisputable(m));
        if (isWaiting) revert Milestones_NothingToPay(milestone);
        _pay(milestone, m);
        _giveBackIfOver();
    }

    /// @inheritdoc IMilestones
    function hashStatement(
        MilestoneId milestone,
        bytes32 evidence,
        uint40 submittedAt
    ) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(STATEMENT_TYPEHASH, milestone, evidence, submittedAt)));
    }

    /// @inheritdoc IMilestones
    function milestones() external view returns (uint32) {
        return agreementStorage().milestoneCount;
    }

    /// @inheritdoc IMilestones
    function milestoneOf(MilestoneId milestone) external view returns (MilestoneView memory view_) {
        Milestone storage m = _milestone(milestone);
        view_.state = m.state;
        view_.kind = m.kind;
        view_.finding = m.finding;
        view_.termsVersion = m.termsVersion;
        view_.dueDay = m.dueDay;
        view_.since = m.since;
        view_.periodEndsAt = _periodEnd(m);
        view_.verifications = _count(m.votes);
        view_.amount = m.amount;
        view_.claimed = m.claimed;
        view_.authorised = _authorised(m);
        view_.proposed = m.authorised - view_.authorised;
        view_.proposer = m.isAuthorised ? address(0) : m.proposer;
        view_.paid = m.paid;
        view_.isDecided = m.isDecided;
        if (m.termsVersion == 0) view_.description = m.document;
        else view_.evidence = m.document;
    }

    /// @inheritdoc IMilestones
    function hasVerified(MilestoneId milestone, address monitor) external view returns (bool) {
        Milestone storage m = _milestone(milestone);
        return m.votes & _bitOf(m, monitor) != 0;
    }

    /// @dev A submission on which monitors are asked, with exactly this evidence.
    function _requireAsked(MilestoneId id, bytes32 evidence) private view returns (Milestone storage m) {
        m = _requireState(id, MilestoneState.Submitted);
        _requireEvidence(id, m, evidence);
        if (m.kind == IAgreementTerms.MilestoneKind.Advance) revert Milestones_NothingToVerify(id);
    }

    /// @dev Count the monitor's vote.
    /// @return isDone Whether the quorum has verified the milestone now.
    function _vote(MilestoneId id, Milestone storage m, address monitor) private returns (bool isDone) {
        // check
        Seat memory seat = agreementStorage().seats[m.termsVersion][monitor];
        if (seat.place == 0) revert Milestones_NotAMonitor(id, monitor);
        uint16 bit = _bitAt(seat.place);
        uint16 votes = m.votes;
        if (votes & bit != 0) revert Milestones_VerifiedAlready(id, monitor);
        if (_CONSORTIUM.isOfficer(seat.partner, monitor)) revert Milestones_MonitorNotIndependent(monitor);

        // effect
        votes |= bit;
        uint8 count = _count(votes);
        m.votes = votes;
        isDone = count >= seat.quorum;
        if (isDone) m.state = MilestoneState.Verified;
        emit MilestoneVerified(id, m.document, monitor, count);
    }

    /// @dev A verified milestone is paid when the agency has authorised it before.
    function _payIfAuthorised(MilestoneId id, Milestone storage m) private {
        if (_authorised(m) > 0) _payAuthorised(id, m);
    }

    /// @dev A submission with exactly this evidence on which the agency has not decided.
    function _requireAuthorisable(
        MilestoneId id,
        bytes32 evidence
    ) private view returns (Milestone storage m) {
        m = _milestone(id);
        if (m.state != MilestoneState.Submitted && m.state != MilestoneState.Verified) {
            revert Milestones_WrongState(id, m.state);
        }
        if (_authorised(m) > 0) revert Milestones_AuthorisedAlready(id);
        _requireEvidence(id, m, evidence);
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
        uint8 place = agreementStorage().seats[m.termsVersion][account].place;
        return place == 0 ? 0 : _bitAt(place);
    }

    /// @dev Places count from 1.
    function _bitAt(uint8 place) private pure returns (uint16) {
        return uint16(1) << (place - 1);
    }

    function _periodEnd(Milestone storage m) private view returns (uint40) {
        MilestoneState now_ = m.state;
        if (now_ == MilestoneState.Disputed) return m.since + _conductOf(m).arbiterPeriod;
        bool isReviewed =
            now_ == MilestoneState.Submitted ||
                now_ == MilestoneState.Returned ||
                (now_ == MilestoneState.Verified && (_authorised(m) == 0 || _isDisputable(m)));
        return isReviewed ? uint40(_reviewEnd(m)) : 0;
    }

    function _count(uint16 votes) private pure returns (uint8 count) {
        for (; votes != 0; votes &= votes - 1) ++count;
    }
}
