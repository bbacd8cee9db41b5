// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {Consortium} from "../../contracts/governance/Consortium.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {OrganisationKind, Role} from "../../contracts/types/Roles.sol";
import {ConsortiumTest} from "./support/ConsortiumTest.sol";

contract ConsortiumContractTest is ConsortiumTest {
    OrganisationId private constant UNKNOWN = OrganisationId.wrap(99);

    address private officer = makeAddr("officer");

    // --- constructor

    function test_Constructor_WhenTheCouncilIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_ZeroAddress.selector));
        new Consortium(address(0), 1);
    }

    function test_Constructor_WhenTheCouncilIsGiven() public {
        vm.expectEmit();
        emit IConsortium.CouncilChanged(council, address(0));
        Consortium fresh = new Consortium(council, 5);

        assertEq(fresh.council(), council);
        assertEq(fresh.grantDelay(), 5);
        assertEq(fresh.organisations(), 0);
        assertFalse(fresh.hasRole(fresh.DEFAULT_ADMIN_ROLE(), council));
        assertFalse(fresh.hasRole(fresh.DEFAULT_ADMIN_ROLE(), address(this)));
    }

    // --- admit

    function test_Admit_WhenTheCallerIsNotTheCouncil() public {
        vm.expectRevert(_onlyCouncil(administrator));
        vm.prank(administrator);
        consortium.admit("Third", OrganisationKind.Donor, "", officer);
    }

    function test_Admit_WhenTheNameIsEmpty() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_EmptyName.selector));
        vm.prank(council);
        consortium.admit("", OrganisationKind.Donor, "", officer);
    }

    function test_Admit_WhenTheAdministratorIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_ZeroAddress.selector));
        vm.prank(council);
        consortium.admit("Third", OrganisationKind.Donor, "", address(0));
    }

    function test_Admit_WhenTheCouncilAdmits() public {
        OrganisationId third = OrganisationId.wrap(3);
        vm.expectEmit(address(consortium));
        emit IConsortium.OrganisationAdmitted(third, OrganisationKind.Donor, "Third", "XM-DAC-3", officer);
        vm.expectEmit(address(consortium));
        emit IConsortium.OfficerAppointed(third, Role.Administrator, officer, 0);
        vm.prank(council);
        OrganisationId admitted = consortium.admit("Third", OrganisationKind.Donor, "XM-DAC-3", officer);

        assertTrue(admitted == third);
        assertEq(consortium.organisations(), 3);
        IConsortium.Organisation memory organisation = consortium.organisationOf(third);
        assertEq(organisation.name, "Third");
        assertEq(organisation.iatiIdentifier, "XM-DAC-3");
        assertTrue(organisation.kind == OrganisationKind.Donor);
        assertFalse(organisation.isSuspended);
        assertTrue(consortium.holds(third, Role.Administrator, officer));
        assertFalse(consortium.holds(agency, Role.Administrator, officer));
    }

    // --- name guardian

    function test_NameGuardian_WhenTheCallerIsNotTheCouncil() public {
        vm.expectRevert(_onlyCouncil(administrator));
        vm.prank(administrator);
        consortium.nameGuardian(agency, administrator);
    }

    function test_NameGuardian_WhenTheOrganisationIsUnknown() public {
        vm.expectRevert(_unknown(UNKNOWN));
        vm.prank(council);
        consortium.nameGuardian(UNKNOWN, officer);
    }

    function test_NameGuardian_WhenTheCouncilReplacesTheGuardian() public {
        vm.expectEmit(address(consortium));
        emit IConsortium.OfficerRemoved(agency, Role.Guardian, guardian);
        vm.expectEmit(address(consortium));
        emit IConsortium.GuardianNamed(agency, officer, guardian);
        vm.prank(council);
        consortium.nameGuardian(agency, officer);

        assertTrue(consortium.holds(agency, Role.Guardian, officer));
        assertFalse(consortium.holds(agency, Role.Guardian, guardian));
    }

    function test_NameGuardian_WhenTheCouncilNamesNobody() public {
        vm.prank(council);
        consortium.nameGuardian(agency, address(0));

        assertFalse(consortium.holds(agency, Role.Guardian, guardian));
        assertFalse(consortium.holds(agency, Role.Guardian, address(0)));
    }

    // --- change council

    function test_ChangeCouncil_WhenTheCallerIsNotTheCouncil() public {
        vm.expectRevert(_onlyCouncil(stranger));
        vm.prank(stranger);
        consortium.changeCouncil(stranger);
    }

    function test_ChangeCouncil_WhenTheCouncilIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_ZeroAddress.selector));
        vm.prank(council);
        consortium.changeCouncil(address(0));
    }

    function test_ChangeCouncil_WhenTheCouncilHandsOver() public {
        vm.expectEmit(address(consortium));
        emit IConsortium.CouncilChanged(officer, council);
        vm.prank(council);
        consortium.changeCouncil(officer);

        vm.expectRevert(_onlyCouncil(council));
        vm.prank(council);
        consortium.suspend(agency);
        vm.prank(officer);
        consortium.suspend(agency);
    }

    // --- holds

    function test_Holds_GivenAnEndDate() public {
        uint40 until = uint40(block.timestamp) + GRANT_DELAY + 1 days;
        _proposeGrant(Role.Monitor, officer, until);
        skip(GRANT_DELAY);
        consortium.activateGrant(agency, Role.Monitor, officer);

        vm.warp(until);
        assertTrue(consortium.holds(agency, Role.Monitor, officer));
        vm.warp(until + 1);
        assertFalse(consortium.holds(agency, Role.Monitor, officer));
        assertFalse(consortium.isOfficer(agency, officer));
    }

    function test_Holds_GivenANewEndDate() public {
        uint40 until = uint40(block.timestamp) + GRANT_DELAY + 1 days;
        _proposeGrant(Role.Monitor, officer, until);
        skip(GRANT_DELAY);
        consortium.activateGrant(agency, Role.Monitor, officer);
        appoint(Role.Monitor, officer);

        vm.warp(until + 1000 days);
        assertTrue(consortium.holds(agency, Role.Monitor, officer));
    }

    function test_Holds_GivenAnotherOrganisation() public view {
        assertTrue(consortium.holds(agency, Role.Approver, approver));
        assertFalse(consortium.holds(otherAgency, Role.Approver, approver));
        assertFalse(consortium.holds(UNKNOWN, Role.Approver, approver));
        assertFalse(consortium.holds(OrganisationId.wrap(0), Role.Approver, address(0)));
    }

    function testFuzz_Holds_GivenAnyAccountAndRole(uint8 role_, uint8 actor, bool isSuspended) public {
        Role role = Role(uint8(bound(role_, 0, uint8(type(Role).max))));
        address[5] memory actors = [administrator, preparer, approver, otherFinance, stranger];
        address account = actors[actor % actors.length];
        if (isSuspended) {
            _suspend(agency);
            _nameTrustee(agency, otherAgency);
        }

        if (!consortium.holds(agency, role, account)) vm.expectRevert(_missing(role, account));
        consortium.requireRole(agency, role, account);
    }

    // --- views

    function test_IsOfficer_GivenAnyRole() public view {
        address[7] memory officers = [
            administrator,
            preparer,
            approver,
            finance,
            custodian,
            monitor,
            guardian
        ];
        for (uint256 i = 0; i < officers.length; ++i) assertTrue(consortium.isOfficer(agency, officers[i]));
        assertFalse(consortium.isOfficer(agency, stranger));
        assertFalse(consortium.isOfficer(agency, council));
        assertFalse(consortium.isOfficer(agency, otherApprover));
    }

    function test_OrganisationOf_WhenTheOrganisationIsUnknown() public {
        vm.expectRevert(_unknown(UNKNOWN));
        consortium.organisationOf(UNKNOWN);
    }

    // --- access control

    function test_AccessControl_WhenAnyoneGrantsOrRevokes() public {
        bytes32 role = _key(agency, Role.Approver);
        address[3] memory others = [council, administrator, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            bytes memory reason = abi.encodeWithSelector(
                IAccessControl.AccessControlUnauthorizedAccount.selector,
                others[i],
                bytes32(0)
            );
            vm.startPrank(others[i]);
            vm.expectRevert(reason);
            consortium.grantRole(role, others[i]);
            vm.expectRevert(reason);
            consortium.revokeRole(role, approver);
            vm.stopPrank();
        }
    }

    function test_AccessControl_WhenSomebodyRenouncesForAnother() public {
        bytes32 role = _key(agency, Role.Approver);
        vm.expectRevert(IAccessControl.AccessControlBadConfirmation.selector);
        vm.prank(administrator);
        consortium.renounceRole(role, approver);
    }

    function test_AccessControl_WhenTheCouncilAppoints() public {
        vm.expectEmit(address(consortium));
        emit IAccessControl.RoleGranted(_key(agency, Role.Guardian), officer, council);
        vm.prank(council);
        consortium.nameGuardian(agency, officer);
    }

    function test_AccessControl_WhenAnOfficerRenounces() public {
        vm.expectEmit(address(consortium));
        emit IAccessControl.RoleRevoked(_key(agency, Role.Guardian), guardian, guardian);
        vm.expectEmit(address(consortium));
        emit IConsortium.OfficerRemoved(agency, Role.Guardian, guardian);
        vm.prank(guardian);
        consortium.renounceRole(_key(agency, Role.Guardian), guardian);
        assertFalse(consortium.isOfficer(agency, guardian));

        // The next guardian replaces nobody.
        vm.expectEmit(address(consortium));
        emit IConsortium.GuardianNamed(agency, officer, address(0));
        vm.prank(council);
        consortium.nameGuardian(agency, officer);
    }

    function _proposeGrant(Role role, address to, uint40 until) private {
        vm.prank(administrator);
        consortium.proposeGrant(agency, role, to, until);
    }

    function _suspend(OrganisationId organisation) private {
        vm.prank(council);
        consortium.suspend(organisation);
    }

    function _nameTrustee(OrganisationId organisation, OrganisationId trustee) private {
        vm.prank(council);
        consortium.nameTrustee(organisation, trustee);
    }

    function _key(OrganisationId organisation, Role role) private pure returns (bytes32) {
        return bytes32((uint256(OrganisationId.unwrap(organisation)) << 8) | uint256(role));
    }

    function _onlyCouncil(address caller) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_OnlyCouncil.selector, caller);
    }

    function _unknown(OrganisationId organisation) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_UnknownOrganisation.selector, organisation);
    }

    function _missing(Role role, address account) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, account);
    }
}
