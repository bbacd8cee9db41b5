// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Acts} from "../governance/Acts.sol";
import {IAgreementTerms} from "../interfaces/IAgreementTerms.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {IMilestones} from "../interfaces/IMilestones.sol";
import {OrganisationId} from "../types/Ids.sol";
import {MilestoneId} from "../types/MilestoneId.sol";
import {Role} from "../types/Roles.sol";
import {AgreementStorage, Milestone, agreementStorage} from "./AgreementState.sol";

/// @title What the modules of an agreement share: the two sides, and how milestones are found
abstract contract AgreementModule is Acts, ReentrancyGuardTransient {
    function _requireActive() internal view returns (AgreementStorage storage s) {
        s = agreementStorage();
        if (s.state != IAgreementSettings.AgreementState.Active) {
            revert IAgreementSettings.Agreement_NotActive(s.state);
        }
    }

    /// @dev Reverts unless the caller acts in this role for the partner.
    function _requirePartner(Role role) internal view {
        _CONSORTIUM.requireRole(agreementStorage().partner, role, msg.sender);
    }

    /// @dev Reverts unless the caller speaks alone for one of the two sides, which only ever sends something back or to the arbiter.
    function _requireEitherSide() internal view {
        if (!_isAgencyOfficer(msg.sender)) _requirePartner(Role.Administrator);
    }

    /// @dev Whether the address is one of the agency's officers who authorise together.
    function _isAgencyOfficer(address account) internal view returns (bool) {
        OrganisationId agency = agreementStorage().agency;
        return
            _CONSORTIUM.holds(agency, Role.Finance, account) ||
            _CONSORTIUM.holds(agency, Role.Approver, account);
    }

    function _isPartnerOfficer(address account) internal view returns (bool) {
        return _CONSORTIUM.isOfficer(agreementStorage().partner, account);
    }

    function _milestone(MilestoneId id) internal view returns (Milestone storage m) {
        m = agreementStorage().milestones[MilestoneId.unwrap(id)];
        if (m.state == IMilestones.MilestoneState.None) revert IMilestones.Milestones_Unknown(id);
    }

    /// @dev The milestone, which must be in this state.
    function _requireState(
        MilestoneId id,
        IMilestones.MilestoneState state_
    ) internal view returns (Milestone storage m) {
        m = _milestone(id);
        if (m.state != state_) revert IMilestones.Milestones_WrongState(id, m.state);
    }

    /// @dev Requires that the milestone was submitted.
    function _requireEvidence(MilestoneId id, Milestone storage m, bytes32 evidence) internal view {
        if (m.document != evidence) revert IMilestones.Milestones_OtherEvidence(id, m.document, evidence);
    }

    /// @dev Something less than what was asked for has a finding, the whole has none.
    function _requireFinding(IMilestones.Finding finding, bool isWhole) internal pure {
        if (isWhole != (finding == IMilestones.Finding.None)) {
            revert IMilestones.Milestones_FindingInvalid(finding);
        }
    }

    /// @dev What is authorised for the milestone; 0 while an authorisation is only proposed.
    function _authorised(Milestone storage m) internal view returns (uint72) {
        return m.isAuthorised ? m.authorised : 0;
    }

    /// @dev What of the terms judges the milestone's latest submission.
    function _conductOf(Milestone storage m) internal view returns (IAgreementTerms.Conduct storage) {
        return agreementStorage().conducts[m.termsVersion];
    }

    /// @dev Until when the review period of the milestone's latest step runs.
    function _reviewEnd(Milestone storage m) internal view returns (uint256) {
        return uint256(m.since) + _conductOf(m).reviewPeriod;
    }
}
