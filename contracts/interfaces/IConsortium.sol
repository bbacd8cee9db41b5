// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {OrganisationId} from "../types/Ids.sol";
import {OrganisationKind, Role} from "../types/Roles.sol";

/// @title Consortium: member organisations and their officers
/// @notice The Council admits, suspends and reinstates organisations. An organisation's Administrator proposes officers; a
/// proposed grant waits out a delay in which the Guardian, whom the Council names, can cancel it.
///
/// Trust: the Council can replace every guardian and suspend every organisation, but it can grant no officer role itself other
/// than the Administrator at admission and the Guardian.
interface IConsortium {
    /// @param name Public name of the organisation (organisations are not personal data).
    /// @param iatiIdentifier IATI organisation identifier, e.g. "XM-DAC-41140"; may be empty.
    struct Organisation {
        string name;
        string iatiIdentifier;
        OrganisationKind kind;
        bool isSuspended;
        OrganisationId trustee;
    }

    event OrganisationAdmitted(
        OrganisationId indexed organisation,
        OrganisationKind kind,
        string name,
        string iatiIdentifier,
        address administrator
    );
    event OrganisationSuspended(OrganisationId indexed organisation);
    event OrganisationReinstated(OrganisationId indexed organisation);
    event TrusteeNamed(OrganisationId indexed organisation, OrganisationId indexed trustee);
    event GuardianNamed(
        OrganisationId indexed organisation,
        address indexed guardian,
        address indexed previous
    );
    /// @notice A grant was proposed; it can be activated from `readyAt` on. `until` 0 means no end date.
    event GrantProposed(
        OrganisationId indexed organisation,
        Role indexed role,
        address indexed officer,
        uint40 readyAt,
        uint40 until
    );
    event GrantCancelled(OrganisationId indexed organisation, Role indexed role, address indexed officer);
    event OfficerAppointed(
        OrganisationId indexed organisation,
        Role indexed role,
        address indexed officer,
        uint40 until
    );
    event OfficerRemoved(OrganisationId indexed organisation, Role indexed role, address indexed officer);
    event CouncilChanged(address indexed council, address indexed previous);

    error Consortium_OnlyCouncil(address caller);
    error Consortium_UnknownOrganisation(OrganisationId organisation);
    error Consortium_MissingRole(OrganisationId organisation, Role role, address account);
    error Consortium_EmptyName();
    error Consortium_ZeroAddress();
    /// @notice The role cannot be granted this way (None; Guardian is named by the Council).
    error Consortium_RoleNotGrantable(Role role);
    /// @notice The address already holds `held`, which must not meet `role` in one address.
    error Consortium_RolesExclude(address officer, Role held, Role role);
    error Consortium_NoSuchGrant(OrganisationId organisation, Role role, address officer);
    error Consortium_GrantWaits(uint256 readyAt);
    error Consortium_EndDatePassed(uint256 until);
    error Consortium_AlreadySuspended(OrganisationId organisation);
    error Consortium_NotSuspended(OrganisationId organisation);
    error Consortium_TrusteeUnfit(OrganisationId trustee);

    /// @notice Admit an organisation. Only the Council. Emits {OrganisationAdmitted} and {OfficerAppointed} for the administrator.
    function admit(
        string calldata name,
        OrganisationKind kind,
        string calldata iatiIdentifier,
        address administrator
    ) external returns (OrganisationId organisation);

    /// @notice Take away all roles of an organisation until it is reinstated. Only the Council.
    function suspend(OrganisationId organisation) external;

    /// @notice End a suspension; the trustee, if any, has no say any more. Only the Council.
    function reinstate(OrganisationId organisation) external;

    /// @notice Name an organisation whose Finance officers and Approvers act for a suspended one, so that its shops are still
    /// paid. Only the Council, only while suspended; the trustee must not be suspended itself.
    function nameTrustee(OrganisationId organisation, OrganisationId trustee) external;

    /// @notice Name (or with zero, remove) the Guardian of an organisation. Only the Council.
    function nameGuardian(OrganisationId organisation, address guardian) external;

    /// @notice Hand the Council's rights to another address. Only the Council.
    function changeCouncil(address council) external;

    /// @notice Propose an officer. Only an Administrator of the organisation. Proposing again restarts the wait.
    /// @param until Last second of the appointment (officer in charge); 0 for none.
    function proposeGrant(OrganisationId organisation, Role role, address officer, uint40 until) external;

    /// @notice Cancel a proposed grant. Only the organisation's Guardian or an Administrator.
    function cancelGrant(OrganisationId organisation, Role role, address officer) external;

    /// @notice Appoint the proposed officer once the wait is over. Anyone.
    /// @dev Requirements: the grant was proposed and waited; the roles do not exclude each other.
    function activateGrant(OrganisationId organisation, Role role, address officer) external;

    /// @notice Remove an officer at once. Only an Administrator or the Guardian of the organisation.
    function removeOfficer(OrganisationId organisation, Role role, address officer) external;

    /// @notice Whether the address may act in the role for the organisation now: appointed, not past its end date, the
    /// organisation not suspended; or Finance officer or Approver of the trustee of a suspended one.
    function holds(OrganisationId organisation, Role role, address account) external view returns (bool);

    /// @notice Reverts with {Consortium_MissingRole} unless {holds}.
    function requireRole(OrganisationId organisation, Role role, address account) external view;

    /// @notice Whether the address may act in any role of the organisation now.
    function isOfficer(OrganisationId organisation, address account) external view returns (bool);

    /// @notice Whether the Council has suspended the organisation; false for an unknown one.
    function isSuspended(OrganisationId organisation) external view returns (bool);

    /// @notice What is known of an organisation. Reverts with {Consortium_UnknownOrganisation} for another number.
    function organisationOf(OrganisationId organisation) external view returns (Organisation memory);

    /// @notice How many organisations were ever admitted; their ids are 1 to this number.
    function organisations() external view returns (uint32);

    /// @notice Who admits, suspends and reinstates.
    function council() external view returns (address);

    /// @notice Seconds that a proposed grant waits.
    function grantDelay() external view returns (uint40);
}
