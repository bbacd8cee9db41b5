// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAgreementTerms} from "../interfaces/IAgreementTerms.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {MilestoneId} from "../types/MilestoneId.sol";
import {Role} from "../types/Roles.sol";
import {AgreementStorage, Milestone, Seat, agreementStorage} from "./AgreementState.sol";
import {MilestonePayments} from "./MilestonePayments.sol";

/// @title Terms of an agreement and their amendments
abstract contract AgreementTerms is MilestonePayments, IAgreementTerms {
    uint256 private constant OFFER_LAPSES_AFTER = 30 days;
    /// @dev Bounds what signing and terminating cost, also at coming prices of storage.
    uint256 private constant MOST_MILESTONES = 24;
    /// @dev As many as there are bits for votes.
    uint256 private constant MOST_MONITORS = 16;
    /// @dev 10^21 ledger units, and the sum of all milestones still fits into 80 bits.
    uint256 private constant MOST_AMOUNT = type(uint72).max;
    uint256 private constant SHORTEST_PERIOD = 1 days;
    uint256 private constant LONGEST_PERIOD = 90 days;
    /// @dev Hundredths of a percent in a whole.
    uint256 private constant WHOLE_SHARE = 10_000;

    /// @inheritdoc IAgreementTerms
    function offerTerms(Terms calldata terms) external onlyAct {
        // check
        _requireOpen();
        _requireFit(terms);

        // effect
        AgreementStorage storage s = agreementStorage();
        bytes32 termsHash = hashTerms(terms);
        s.offerHash = termsHash;
        s.offerLapsesAt = uint40(block.timestamp + OFFER_LAPSES_AFTER);
        emit TermsOffered(terms.version, termsHash, s.offerLapsesAt, terms);
    }

    /// @inheritdoc IAgreementTerms
    function acceptTerms(Terms calldata terms) external nonReentrant {
        // check
        _requireOpen();
        _requirePartner(Role.Administrator);
        AgreementStorage storage s = agreementStorage();
        bytes32 termsHash = hashTerms(terms);
        if (termsHash != s.offerHash) revert Terms_OtherTermsRestated(s.offerHash, termsHash);
        if (block.timestamp > s.offerLapsesAt) revert Terms_OfferLapsed(s.offerLapsesAt);
        _requireFit(terms);

        // effect
        s.offerHash = 0;
        s.offerLapsesAt = 0;
        s.version = terms.version;
        s.state = IAgreementSettings.AgreementState.Active;
        _setConduct(terms, termsHash);
        _setMilestones(terms.milestones);
        emit TermsAccepted(terms.version, termsHash, msg.sender, s.books.pending);
    }

    /// @inheritdoc IAgreementTerms
    function dropOffer(bytes32 termsHash, bytes32 reason) external {
        _requireEitherSide();
        AgreementStorage storage s = agreementStorage();
        if (termsHash == 0 || termsHash != s.offerHash) {
            revert Terms_OtherTermsRestated(s.offerHash, termsHash);
        }
        s.offerHash = 0;
        s.offerLapsesAt = 0;
        emit OfferDropped(termsHash, msg.sender, reason);
    }

    /// @inheritdoc IAgreementTerms
    function hashTerms(Terms calldata terms) public view returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), agreementStorage().settings, terms));
    }

    /// @inheritdoc IAgreementTerms
    function version() external view returns (uint16) {
        return agreementStorage().version;
    }

    /// @inheritdoc IAgreementTerms
    function conductOf(uint16 version_) external view returns (Conduct memory) {
        return agreementStorage().conducts[version_];
    }

    /// @inheritdoc IAgreementTerms
    function monitorsOf(uint16 version_) external view returns (address[] memory) {
        return agreementStorage().monitors[version_];
    }

    /// @inheritdoc IAgreementTerms
    function offer() external view returns (Offer memory) {
        AgreementStorage storage s = agreementStorage();
        return Offer(s.offerHash, s.offerLapsesAt);
    }

    function _setConduct(Terms calldata terms, bytes32 termsHash) private {
        AgreementStorage storage s = agreementStorage();
        uint16 number = terms.version;
        s.conducts[number] = Conduct({
            payout: terms.payout,
            reviewPeriod: terms.reviewPeriod,
            silenceShare: terms.silenceShare,
            quorum: terms.quorum,
            arbiter: terms.arbiter,
            arbiterPeriod: terms.arbiterPeriod,
            noticePeriod: terms.noticePeriod,
            termsHash: termsHash
        });
        s.monitors[number] = terms.monitors;
        for (uint256 i = 0; i < terms.monitors.length; ++i) {
            // at most MOST_MONITORS
            s.seats[number][terms.monitors[i]] = Seat(uint8(i + 1), terms.quorum, s.partner);
        }
    }

    function _setMilestones(MilestoneTerms[] calldata list) private {
        AgreementStorage storage s = agreementStorage();
        uint32 known = s.milestoneCount;
        for (uint32 i = 0; i < list.length; ++i) {
            Milestone storage m = s.milestones[i + 1];
            if (i >= known) _define(m, list[i]);
            else if (!_isSame(m, list[i])) _change(MilestoneId.wrap(i + 1), m, list[i]);
        }
        // at most MOST_MILESTONES
        s.milestoneCount = uint32(list.length);
    }

    /// @dev A planned or returned milestone is planned anew, or cancelled. What was reserved for a returned one is free again.
    function _change(MilestoneId id, Milestone storage m, MilestoneTerms calldata terms) private {
        if (terms.amount == 0) {
            _close(id, m);
            m.kind = terms.kind;
            m.amount = 0;
            m.dueDay = terms.dueDay;
            if (m.termsVersion == 0) m.document = terms.description;
            return;
        }
        agreementStorage().books.reserved -= m.claimed;
        agreementStorage().books.pending -= m.amount;
        if (m.kind == MilestoneKind.Advance) _closeAdvance(id, false);
        m.claimed = 0;
        m.termsVersion = 0;
        m.finding = IMilestones.Finding.None;
        _define(m, terms);
    }

    function _define(Milestone storage m, MilestoneTerms calldata terms) private {
        m.state = IMilestones.MilestoneState.Planned;
        m.kind = terms.kind;
        // at most MOST_AMOUNT
        m.amount = uint72(terms.amount);
        m.dueDay = terms.dueDay;
        m.document = terms.description;
        agreementStorage().books.pending += m.amount;
    }

    function _requireOpen() private view {
        IAgreementSettings.AgreementState now_ = agreementStorage().state;
        bool isOpen =
            now_ == IAgreementSettings.AgreementState.Proposed ||
                now_ == IAgreementSettings.AgreementState.Active;
        if (!isOpen) revert IAgreementSettings.Agreement_NotActive(now_);
    }

    function _requireFit(Terms calldata terms) private view {
        uint16 next = agreementStorage().version + 1;
        if (terms.version != next) revert Terms_OtherVersion(next, terms.version);
        if (terms.documents == 0) revert Terms_Invalid("documents");
        if (_isOwn(terms.payout)) revert Terms_Invalid("payout");
        if (terms.silenceShare > WHOLE_SHARE) revert Terms_Invalid("silenceShare");
        if (terms.noticePeriod > LONGEST_PERIOD) revert Terms_Invalid("noticePeriod");
        _requirePeriod(terms.reviewPeriod, "reviewPeriod");
        _requirePeriod(terms.arbiterPeriod, "arbiterPeriod");
        _requireArbiterFit(terms);
        _requireMonitorsFit(terms);
        _requireMilestonesFit(terms.milestones);
    }

    function _requireArbiterFit(Terms calldata terms) private view {
        address arbiter = terms.arbiter;
        bool isUnfit =
            _isOwn(arbiter) ||
                arbiter == terms.payout ||
                _isPartnerOfficer(arbiter) ||
                _CONSORTIUM.isOfficer(agreementStorage().agency, arbiter);
        if (isUnfit) revert Terms_Invalid("arbiter");
    }

    function _requireMonitorsFit(Terms calldata terms) private view {
        uint256 count = terms.monitors.length;
        if (count > MOST_MONITORS) revert Terms_Invalid("monitors");
        if (terms.quorum == 0 || terms.quorum > count) revert Terms_Invalid("quorum");
        for (uint256 i = 0; i < count; ++i) {
            address monitor = terms.monitors[i];
            bool isUnfit = _isOwn(monitor) || monitor == terms.payout || monitor == terms.arbiter;
            for (uint256 j = 0; j < i; ++j) isUnfit = isUnfit || terms.monitors[j] == monitor;
            isUnfit = isUnfit || _isPartnerOfficer(monitor) || _isAgencyOfficer(monitor);
            if (isUnfit) revert Terms_MonitorUnfit(monitor);
        }
    }

    function _requireMilestonesFit(MilestoneTerms[] calldata list) private view {
        AgreementStorage storage s = agreementStorage();
        uint256 known = s.milestoneCount;
        if (list.length == 0 || list.length < known || list.length > MOST_MILESTONES) {
            revert Terms_Invalid("milestones");
        }
        for (uint32 i = 0; i < list.length; ++i) {
            MilestoneId id = MilestoneId.wrap(i + 1);
            Milestone storage m = s.milestones[i + 1];
            if (i < known && _isSame(m, list[i])) continue;
            if (i < known) _requireChangeable(id, m);
            bool isFit = list[i].description != 0 && list[i].dueDay != 0 && list[i].amount <= MOST_AMOUNT;
            // Only what was there before can be cancelled.
            if (!isFit || (i >= known && list[i].amount == 0)) revert Terms_MilestoneInvalid(id);
        }
    }

    function _requireChangeable(MilestoneId id, Milestone storage m) private view {
        if (m.state != IMilestones.MilestoneState.Planned && m.state != IMilestones.MilestoneState.Returned) {
            revert Terms_MilestoneFixed(id);
        }
    }

    /// @dev Of what was submitted, the description is not kept any more: it is in the version under which it was.
    function _isSame(Milestone storage m, MilestoneTerms calldata terms) private view returns (bool) {
        bool isSameText = m.termsVersion != 0 || m.document == terms.description;
        return isSameText && m.kind == terms.kind && m.dueDay == terms.dueDay && m.amount == terms.amount;
    }

    /// @dev No address, or one at which nobody acts.
    function _isOwn(address account) private view returns (bool) {
        return
            account == address(0) || account == address(this) || account == address(agreementStorage().asset);
    }

    function _requirePeriod(uint256 period, bytes32 field) private pure {
        if (period < SHORTEST_PERIOD || period > LONGEST_PERIOD) revert Terms_Invalid(field);
    }
}
