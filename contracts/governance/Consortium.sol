// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {OrganisationId} from "../types/Ids.sol";
import {OrganisationKind, Role} from "../types/Roles.sol";

/// @title Consortium on OpenZeppelin's AccessControl
/// @dev An AccessControl role is an organisation and one of its roles: `bytes32(organisation << 8 | role)`. Nobody ever holds
/// DEFAULT_ADMIN_ROLE, so AccessControl's own grantRole and revokeRole are closed to everyone. Its hasRole tells who was appointed;
/// {holds} tells who may act now.
contract Consortium is IConsortium, AccessControl {
    /// @dev A proposed grant; `readyAt` is zero when there is none. Unix seconds.
    struct Grant {
        uint40 readyAt;
        uint40 until;
    }

    uint8 private constant ORGANISATION_SHIFT = 8;

    /// @inheritdoc IConsortium
    uint40 public immutable grantDelay;
    /// @inheritdoc IConsortium
    address public council;
    /// @inheritdoc IConsortium
    uint32 public organisations;

    mapping(OrganisationId organisation => Organisation) private _organisations;
    mapping(OrganisationId organisation => address) private _guardians;
    mapping(OrganisationId organisation => uint40) private _reinstatedAt;
    mapping(bytes32 key => mapping(address officer => Grant)) private _grants;
    /// @dev Last second of an appointment: the greatest number when it has no end, zero when there is none. So one slot tells who may act.
    mapping(bytes32 key => mapping(address officer => uint40)) private _untilOf;
    /// @dev A bit for each role that the officer was appointed to, so that {isOfficer} reads one slot for whoever is none.
    mapping(OrganisationId organisation => mapping(address officer => uint256)) private _rolesOf;

    modifier onlyCouncil() {
        if (msg.sender != council) revert Consortium_OnlyCouncil(msg.sender);
        _;
    }

    constructor(address council_, uint40 grantDelay_) {
        grantDelay = grantDelay_;
        _setCouncil(council_);
    }

    /// @inheritdoc IConsortium
    function admit(
        string calldata name,
        OrganisationKind kind,
        string calldata iatiIdentifier,
        address administrator
    ) external onlyCouncil returns (OrganisationId organisation) {
        // check
        if (bytes(name).length == 0) revert Consortium_EmptyName();
        if (administrator == address(0)) revert Consortium_ZeroAddress();

        // effect
        organisation = OrganisationId.wrap(++organisations);
        _organisations[organisation] = Organisation({
            name: name,
            iatiIdentifier: iatiIdentifier,
            kind: kind,
            isSuspended: false,
            trustee: OrganisationId.wrap(0)
        });
        emit OrganisationAdmitted(organisation, kind, name, iatiIdentifier, administrator);
        _appoint(organisation, Role.Administrator, administrator, 0);
    }

    /// @inheritdoc IConsortium
    function suspend(OrganisationId organisation) external onlyCouncil {
        Organisation storage o = _known(organisation);
        if (o.isSuspended) revert Consortium_AlreadySuspended(organisation);
        o.isSuspended = true;
        emit OrganisationSuspended(organisation);
    }

    /// @inheritdoc IConsortium
    function reinstate(OrganisationId organisation) external onlyCouncil {
        Organisation storage o = _suspended(organisation);
        o.isSuspended = false;
        o.trustee = OrganisationId.wrap(0);
        _reinstatedAt[organisation] = uint40(block.timestamp);
        emit OrganisationReinstated(organisation);
    }

    /// @inheritdoc IConsortium
    function nameTrustee(OrganisationId organisation, OrganisationId trustee) external onlyCouncil {
        Organisation storage o = _suspended(organisation);
        if (!_isKnown(trustee) || _organisations[trustee].isSuspended)
            revert Consortium_TrusteeUnfit(trustee);
        o.trustee = trustee;
        emit TrusteeNamed(organisation, trustee);
    }

    /// @inheritdoc IConsortium
    function nameGuardian(OrganisationId organisation, address guardian) external onlyCouncil {
        _known(organisation);
        address previous = _guardians[organisation];
        _revokeRole(_key(organisation, Role.Guardian), previous);
        _guardians[organisation] = guardian;
        emit GuardianNamed(organisation, guardian, previous);
        if (guardian != address(0)) _appoint(organisation, Role.Guardian, guardian, 0);
    }

    /// @inheritdoc IConsortium
    function changeCouncil(address council_) external onlyCouncil {
        _setCouncil(council_);
    }

    /// @inheritdoc IConsortium
    function proposeGrant(OrganisationId organisation, Role role, address officer, uint40 until) external {
        // check
        requireRole(organisation, Role.Administrator, msg.sender);
        if (role == Role.None || role == Role.Guardian) revert Consortium_RoleNotGrantable(role);
        if (officer == address(0)) revert Consortium_ZeroAddress();
        uint40 readyAt = uint40(block.timestamp) + grantDelay;
        if (_isPast(until, readyAt)) revert Consortium_EndDatePassed(until);

        // effect
        _grants[_key(organisation, role)][officer] = Grant(readyAt, until);
        emit GrantProposed(organisation, role, officer, readyAt, until);
    }

    /// @inheritdoc IConsortium
    function cancelGrant(OrganisationId organisation, Role role, address officer) external {
        _requireAdministratorOrGuardian(organisation);
        _takeGrant(organisation, role, officer);
        emit GrantCancelled(organisation, role, officer);
    }

    /// @inheritdoc IConsortium
    function activateGrant(OrganisationId organisation, Role role, address officer) external {
        // check
        Grant memory grant = _takeGrant(organisation, role, officer);
        if (_organisations[organisation].isSuspended) revert Consortium_AlreadySuspended(organisation);
        uint256 readyAt = _readyAt(organisation, grant);
        if (block.timestamp < readyAt) revert Consortium_GrantWaits(readyAt);
        if (_isPast(grant.until, block.timestamp)) revert Consortium_EndDatePassed(grant.until);
        _requireCompatible(organisation, role, officer);

        // effect
        _appoint(organisation, role, officer, grant.until);
    }

    /// @inheritdoc IConsortium
    function removeOfficer(OrganisationId organisation, Role role, address officer) external {
        _requireAdministratorOrGuardian(organisation);
        // The Guardian is a check on the Administrators, so they cannot remove it.
        if (role == Role.Guardian) revert Consortium_RoleNotGrantable(role);
        if (!_revokeRole(_key(organisation, role), officer))
            revert Consortium_MissingRole(organisation, role, officer);
    }

    /// @inheritdoc IConsortium
    function requireRole(OrganisationId organisation, Role role, address account) public view {
        if (!holds(organisation, role, account)) revert Consortium_MissingRole(organisation, role, account);
    }

    /// @inheritdoc IConsortium
    function holds(OrganisationId organisation, Role role, address account) public view returns (bool) {
        Organisation storage o = _organisations[organisation];
        if (!o.isSuspended) return _isAppointed(organisation, role, account);

        // A suspended organisation's shops are still paid, by the trustee; nothing else goes on.
        if (role != Role.Finance && role != Role.Approver) return false;
        OrganisationId trustee = o.trustee;
        return !_organisations[trustee].isSuspended && _isAppointed(trustee, role, account);
    }

    /// @inheritdoc IConsortium
    function isOfficer(OrganisationId organisation, address account) external view returns (bool) {
        if (_organisations[organisation].isSuspended) {
            return holds(organisation, Role.Finance, account) || holds(organisation, Role.Approver, account);
        }
        uint256 roles = _rolesOf[organisation][account];
        for (uint8 role = uint8(Role.Administrator); roles >> role != 0; ++role) {
            if (roles & (1 << role) != 0 && _isAppointed(organisation, Role(role), account)) return true;
        }
        return false;
    }

    /// @inheritdoc IConsortium
    function isSuspended(OrganisationId organisation) external view returns (bool) {
        return _organisations[organisation].isSuspended;
    }

    /// @inheritdoc IConsortium
    function organisationOf(OrganisationId organisation) external view returns (Organisation memory) {
        return _known(organisation);
    }

    /// @dev Every way out of a role leads through here: removal, a new guardian, and AccessControl's renounceRole.
    function _revokeRole(bytes32 key, address officer) internal override returns (bool wasRevoked) {
        wasRevoked = super._revokeRole(key, officer);
        if (!wasRevoked) return false;
        delete _untilOf[key][officer];

        OrganisationId organisation = OrganisationId.wrap(uint32(uint256(key) >> ORGANISATION_SHIFT));
        Role role = Role(uint8(uint256(key)));
        if (role == Role.Guardian) delete _guardians[organisation];
        _rolesOf[organisation][officer] &= ~(1 << uint8(role));
        emit OfficerRemoved(organisation, role, officer);
    }

    function _appoint(OrganisationId organisation, Role role, address officer, uint40 until) private {
        bytes32 key = _key(organisation, role);
        _untilOf[key][officer] = until == 0 ? type(uint40).max : until;
        _rolesOf[organisation][officer] |= 1 << uint8(role);
        _grantRole(key, officer);
        emit OfficerAppointed(organisation, role, officer, until);
    }

    /// @dev Takes a proposed grant off the books and returns it.
    function _takeGrant(
        OrganisationId organisation,
        Role role,
        address officer
    ) private returns (Grant memory grant) {
        bytes32 key = _key(organisation, role);
        grant = _grants[key][officer];
        if (grant.readyAt == 0) revert Consortium_NoSuchGrant(organisation, role, officer);
        delete _grants[key][officer];
    }

    function _setCouncil(address council_) private {
        if (council_ == address(0)) revert Consortium_ZeroAddress();
        emit CouncilChanged(council_, council);
        council = council_;
    }

    function _requireAdministratorOrGuardian(OrganisationId organisation) private view {
        if (holds(organisation, Role.Guardian, msg.sender)) return;
        requireRole(organisation, Role.Administrator, msg.sender);
    }

    /// @dev Whoever approves must not be who prepared, nor who handles the money.
    function _requireCompatible(OrganisationId organisation, Role role, address officer) private view {
        if (role == Role.Approver) {
            _requireNotAppointed(organisation, Role.Preparer, officer, role);
            _requireNotAppointed(organisation, Role.Finance, officer, role);
        } else if (role == Role.Preparer || role == Role.Finance) {
            _requireNotAppointed(organisation, Role.Approver, officer, role);
        }
    }

    function _requireNotAppointed(
        OrganisationId organisation,
        Role held,
        address officer,
        Role role
    ) private view {
        if (_isAppointed(organisation, held, officer)) revert Consortium_RolesExclude(officer, held, role);
    }

    /// @dev A grant that was proposed before a suspension waits anew after it, so that the Guardian, who could not act meanwhile, still
    /// has the whole delay to cancel it.
    function _readyAt(OrganisationId organisation, Grant memory grant) private view returns (uint256) {
        uint256 reinstatedAt = _reinstatedAt[organisation];
        if (reinstatedAt == 0) return grant.readyAt;
        uint256 afterReinstating = reinstatedAt + grantDelay;
        return afterReinstating > grant.readyAt ? afterReinstating : grant.readyAt;
    }

    function _isAppointed(
        OrganisationId organisation,
        Role role,
        address account
    ) private view returns (bool) {
        return _untilOf[_key(organisation, role)][account] >= block.timestamp;
    }

    function _known(OrganisationId organisation) private view returns (Organisation storage) {
        if (!_isKnown(organisation)) revert Consortium_UnknownOrganisation(organisation);
        return _organisations[organisation];
    }

    function _suspended(OrganisationId organisation) private view returns (Organisation storage o) {
        o = _known(organisation);
        if (!o.isSuspended) revert Consortium_NotSuspended(organisation);
    }

    function _isKnown(OrganisationId organisation) private view returns (bool) {
        uint32 id = OrganisationId.unwrap(organisation);
        return id != 0 && id <= organisations;
    }

    /// @dev An end date of 0 means none.
    function _isPast(uint40 until, uint256 time) private pure returns (bool) {
        return until != 0 && until < time;
    }

    function _key(OrganisationId organisation, Role role) private pure returns (bytes32) {
        return bytes32((uint256(OrganisationId.unwrap(organisation)) << ORGANISATION_SHIFT) | uint256(role));
    }
}
