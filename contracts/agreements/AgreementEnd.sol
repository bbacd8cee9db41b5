// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAdvances} from "../interfaces/IAdvances.sol";
import {IAgreementEnd} from "../interfaces/IAgreementEnd.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {OrganisationId} from "../types/Ids.sol";
import {MilestoneId} from "../types/MilestoneId.sol";
import {Role} from "../types/Roles.sol";
import {AgreementStorage, Milestone, agreementStorage} from "./AgreementState.sol";
import {MilestonePayments} from "./MilestonePayments.sol";

/// @title The end of an agreement
abstract contract AgreementEnd is MilestonePayments, IAgreementEnd {
    /// @inheritdoc IAgreementEnd
    function giveNotice(bytes32 reason) external onlyAct {
        _giveNotice(Party.Agency, agreementStorage().partner, reason);
    }

    /// @inheritdoc IAgreementEnd
    function giveNoticeAsPartner(bytes32 reason) external {
        _requirePartner(Role.Administrator);
        _giveNotice(Party.Partner, agreementStorage().agency, reason);
    }

    /// @inheritdoc IAgreementEnd
    function withdrawNotice() external {
        AgreementStorage storage s = _requireActive();
        Party party = s.noticeParty;
        if (party == Party.None) revert End_NoNotice();
        // Each side takes back its own.
        if (party == Party.Partner) _requirePartner(Role.Administrator);
        else if (!_isAgencyOfficer(msg.sender)) {
            _CONSORTIUM.requireRole(s.agency, Role.Approver, msg.sender);
        }
        s.noticeParty = Party.None;
        s.noticeEndsAt = 0;
        s.noticeReason = 0;
        emit NoticeWithdrawn(party, msg.sender);
    }

    /// @inheritdoc IAgreementEnd
    function terminate() external nonReentrant {
        // check
        AgreementStorage storage s = _requireActive();
        if (s.noticeParty == Party.None) revert End_NoNotice();
        if (block.timestamp < s.noticeEndsAt) revert End_NoticeRuns(s.noticeEndsAt);

        // effect
        s.state = IAgreementSettings.AgreementState.Terminated;
        emit AgreementTerminated(s.noticeParty);

        // interaction: pay what is verified, then give back what nobody can claim any more
        for (uint32 number = 1; number <= s.milestoneCount; ++number) {
            _endMilestone(MilestoneId.wrap(number), s.milestones[number]);
        }
        _giveBackIfOver();
    }

    /// @inheritdoc IAgreementEnd
    function complete() external nonReentrant {
        // check
        AgreementStorage storage s = _requireActive();
        _requireEitherSide();
        if (s.books.pending > 0) revert End_MilestonesOpen(s.books.pending);
        uint32 advanced = s.advance.milestone;
        if (advanced != 0)
            revert IAdvances.Advances_UnderWay(MilestoneId.wrap(advanced), s.advance.outstanding);

        // effect
        s.state = IAgreementSettings.AgreementState.Completed;
        emit AgreementCompleted(msg.sender);

        // interaction
        _giveBackIfOver();
    }

    /// @inheritdoc IAgreementEnd
    function notice() external view returns (Notice memory) {
        AgreementStorage storage s = agreementStorage();
        return Notice(s.noticeParty, s.noticeEndsAt, s.noticeReason);
    }

    /// @inheritdoc IAgreementEnd
    function isClosed() external view returns (bool) {
        IAgreementSettings.AgreementState now_ = agreementStorage().state;
        return
            now_ == IAgreementSettings.AgreementState.Completed ||
            now_ == IAgreementSettings.AgreementState.Terminated;
    }

    /// @dev An organisation that the Consortium suspended has no officers to wait for.
    function _giveNotice(Party party, OrganisationId other, bytes32 reason) private {
        AgreementStorage storage s = _requireActive();
        if (s.noticeParty != Party.None) revert End_NoticeGivenAlready(s.noticeParty, s.noticeEndsAt);
        uint256 period =
            _CONSORTIUM.organisationOf(other).isSuspended ? 0 : s.conducts[s.version].noticePeriod;
        s.noticeParty = party;
        s.noticeEndsAt = uint40(block.timestamp + period);
        s.noticeReason = reason;
        emit NoticeGiven(party, s.noticeEndsAt, reason);
    }

    function _endMilestone(MilestoneId id, Milestone storage m) private {
        IMilestones.MilestoneState now_ = m.state;
        if (now_ == IMilestones.MilestoneState.Planned) {
            _close(id, m);
        } else if (now_ == IMilestones.MilestoneState.Returned) {
            if (block.timestamp <= _reviewEnd(m)) _toArbiter(id, m, 0);
            else _close(id, m);
        } else if (now_ == IMilestones.MilestoneState.Submitted) {
            _toArbiter(id, m, 0);
        } else if (now_ == IMilestones.MilestoneState.Verified) {
            _endVerified(id, m);
        }
    }

    /// @dev The monitors found it done: it is paid in full unless the agency said less before.
    function _endVerified(MilestoneId id, Milestone storage m) private {
        if (_authorised(m) == 0) {
            m.authorised = m.claimed;
            m.isAuthorised = true;
            m.finding = IMilestones.Finding.None;
        } else if (_isDisputable(m)) {
            _toArbiter(id, m, 0);
            return;
        }
        _pay(id, m);
    }
}
