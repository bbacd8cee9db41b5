// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {ConsortiumTest} from "./support/ConsortiumTest.sol";

contract ConsortiumGrantsTest is ConsortiumTest {
    address private officer = makeAddr("officer");

    // --- propose grant

    function test_ProposeGrant_WhenTheCallerIsNoAdministrator() public {
        address[4] memory others = [council, guardian, approver, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(_missing(Role.Administrator, others[i]));
            vm.prank(others[i]);
            consortium.proposeGrant(agency, Role.Monitor, officer, 0);
        }
    }

    function test_ProposeGrant_WhenTheAdministratorOfAnotherOrganisationCalls() public {
        vm.expectRevert(_missing(Role.Administrator, otherAdministrator));
        vm.prank(otherAdministrator);
        consortium.proposeGrant(agency, Role.Monitor, officer, 0);
    }

    function test_ProposeGrant_WhenTheRoleCannotBeGranted() public {
        Role[2] memory roles = [Role.None, Role.Guardian];
        for (uint256 i = 0; i < roles.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IConsortium.Consortium_RoleNotGrantable.selector, roles[i])
            );
            vm.prank(administrator);
            consortium.proposeGrant(agency, roles[i], officer, 0);
        }
    }

    function test_ProposeGrant_WhenTheOfficerIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_ZeroAddress.selector));
        vm.prank(administrator);
        consortium.proposeGrant(agency, Role.Monitor, address(0), 0);
    }

    function test_ProposeGrant_WhenTheAppointmentWouldBeOverBeforeItStarts() public {
        uint40 until = uint40(block.timestamp) + GRANT_DELAY - 1;
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_EndDatePassed.selector, until));
        vm.prank(administrator);
        consortium.proposeGrant(agency, Role.Monitor, officer, until);
    }

    function test_ProposeGrant_WhenItIsProposedAgain() public {
        _proposeGrant(Role.Monitor, officer, 0);
        skip(GRANT_DELAY - 1);
        _proposeGrant(Role.Monitor, officer, 0);
        uint256 readyAt = block.timestamp + GRANT_DELAY;
        skip(1);

        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_GrantWaits.selector, readyAt));
        consortium.activateGrant(agency, Role.Monitor, officer);
    }

    function test_ProposeGrant_WhenAnAdministratorProposes() public {
        uint40 readyAt = uint40(block.timestamp) + GRANT_DELAY;
        vm.expectEmit(address(consortium));
        emit IConsortium.GrantProposed(agency, Role.Administrator, officer, readyAt, readyAt + 10);
        _proposeGrant(Role.Administrator, officer, readyAt + 10);

        assertFalse(consortium.isOfficer(agency, officer));
    }

    // --- cancel grant

    function test_CancelGrant_WhenTheCallerIsNeitherGuardianNorAdministrator() public {
        _proposeGrant(Role.Monitor, officer, 0);
        address[3] memory others = [council, approver, otherAdministrator];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(_missing(Role.Administrator, others[i]));
            vm.prank(others[i]);
            consortium.cancelGrant(agency, Role.Monitor, officer);
        }
    }

    function test_CancelGrant_WhenNothingWasProposed() public {
        vm.expectRevert(_noSuchGrant(Role.Monitor, officer));
        vm.prank(guardian);
        consortium.cancelGrant(agency, Role.Monitor, officer);
    }

    function test_CancelGrant_WhenTheGuardianOrAnAdministratorCancels() public {
        address[2] memory cancellers = [guardian, administrator];
        for (uint256 i = 0; i < cancellers.length; ++i) {
            _proposeGrant(Role.Monitor, officer, 0);
            skip(GRANT_DELAY);
            vm.expectEmit(address(consortium));
            emit IConsortium.GrantCancelled(agency, Role.Monitor, officer);
            vm.prank(cancellers[i]);
            consortium.cancelGrant(agency, Role.Monitor, officer);

            vm.expectRevert(_noSuchGrant(Role.Monitor, officer));
            consortium.activateGrant(agency, Role.Monitor, officer);
        }
    }

    // --- activate grant

    function test_ActivateGrant_WhenNothingWasProposed() public {
        vm.expectRevert(_noSuchGrant(Role.Monitor, officer));
        consortium.activateGrant(agency, Role.Monitor, officer);

        appoint(Role.Monitor, officer);
        vm.expectRevert(_noSuchGrant(Role.Monitor, officer));
        consortium.activateGrant(agency, Role.Monitor, officer);
    }

    function test_ActivateGrant_WhenTheWaitIsNotOver() public {
        _proposeGrant(Role.Monitor, officer, 0);
        uint256 readyAt = block.timestamp + GRANT_DELAY;
        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_GrantWaits.selector, readyAt));
        consortium.activateGrant(agency, Role.Monitor, officer);
    }

    function test_ActivateGrant_WhenTheEndDatePassed() public {
        uint40 until = uint40(block.timestamp) + GRANT_DELAY;
        _proposeGrant(Role.Monitor, officer, until);
        vm.warp(until + 1);
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_EndDatePassed.selector, until));
        consortium.activateGrant(agency, Role.Monitor, officer);
    }

    function test_ActivateGrant_WhenTheOrganisationIsSuspended() public {
        _proposeGrant(Role.Monitor, officer, 0);
        _suspend(agency);
        skip(GRANT_DELAY);
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_AlreadySuspended.selector, agency));
        consortium.activateGrant(agency, Role.Monitor, officer);
    }

    /// A thief's grant must not ripen while the guardian cannot cancel it.
    function test_ActivateGrant_WhenTheOrganisationWasSuspendedMeanwhile() public {
        _proposeGrant(Role.Monitor, officer, 0);
        _suspend(agency);
        skip(30 days);
        _reinstate(agency);
        uint256 readyAt = block.timestamp + GRANT_DELAY;

        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_GrantWaits.selector, readyAt));
        consortium.activateGrant(agency, Role.Monitor, officer);

        vm.warp(readyAt);
        consortium.activateGrant(agency, Role.Monitor, officer);
        assertTrue(consortium.holds(agency, Role.Monitor, officer));
    }

    function test_ActivateGrant_WhenTheRolesExcludeEachOther() public {
        _expectExclusion(approver, Role.Approver, Role.Preparer);
        _expectExclusion(approver, Role.Approver, Role.Finance);
        _expectExclusion(preparer, Role.Preparer, Role.Approver);
        _expectExclusion(finance, Role.Finance, Role.Approver);
        // Preparer and Finance may meet, and so may Approvers of different organisations.
        appoint(Role.Finance, preparer);
        appoint(Role.Preparer, otherApprover);
    }

    function test_ActivateGrant_WhenTheExcludingRoleWasRemoved() public {
        _proposeGrant(Role.Approver, preparer, 0);
        skip(GRANT_DELAY);
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Preparer, preparer);

        consortium.activateGrant(agency, Role.Approver, preparer);
        assertTrue(consortium.holds(agency, Role.Approver, preparer));
        assertFalse(consortium.holds(agency, Role.Preparer, preparer));
    }

    function test_ActivateGrant_WhenAnyoneActivates() public {
        uint40 until = uint40(block.timestamp) + GRANT_DELAY + 1 days;
        _proposeGrant(Role.Monitor, officer, until);
        skip(GRANT_DELAY);
        vm.expectEmit(address(consortium));
        emit IConsortium.OfficerAppointed(agency, Role.Monitor, officer, until);
        vm.prank(stranger);
        consortium.activateGrant(agency, Role.Monitor, officer);

        assertTrue(consortium.holds(agency, Role.Monitor, officer));
    }

    // --- remove officer

    function test_RemoveOfficer_WhenTheCallerIsNeitherGuardianNorAdministrator() public {
        vm.expectRevert(_missing(Role.Administrator, council));
        vm.prank(council);
        consortium.removeOfficer(agency, Role.Approver, approver);
    }

    function test_RemoveOfficer_WhenTheRoleIsGuardian() public {
        vm.expectRevert(
            abi.encodeWithSelector(IConsortium.Consortium_RoleNotGrantable.selector, Role.Guardian)
        );
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Guardian, guardian);
    }

    function test_RemoveOfficer_WhenTheOfficerDoesNotHoldTheRole() public {
        vm.expectRevert(_missing(Role.Approver, finance));
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Approver, finance);
    }

    function test_RemoveOfficer_WhenTheGuardianOrAnAdministratorRemoves() public {
        vm.expectEmit(address(consortium));
        emit IConsortium.OfficerRemoved(agency, Role.Approver, approver);
        vm.prank(guardian);
        consortium.removeOfficer(agency, Role.Approver, approver);
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Approver, secondApprover);

        assertFalse(consortium.holds(agency, Role.Approver, approver));
        assertFalse(consortium.holds(agency, Role.Approver, secondApprover));
    }

    function _expectExclusion(address holder, Role held, Role role) private {
        _proposeGrant(role, holder, 0);
        skip(GRANT_DELAY);
        vm.expectRevert(
            abi.encodeWithSelector(IConsortium.Consortium_RolesExclude.selector, holder, held, role)
        );
        consortium.activateGrant(agency, role, holder);
    }

    function _proposeGrant(Role role, address to, uint40 until) private {
        vm.prank(administrator);
        consortium.proposeGrant(agency, role, to, until);
    }

    function _suspend(OrganisationId organisation) private {
        vm.prank(council);
        consortium.suspend(organisation);
    }

    function _reinstate(OrganisationId organisation) private {
        vm.prank(council);
        consortium.reinstate(organisation);
    }

    function _missing(Role role, address account) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, account);
    }

    function _noSuchGrant(Role role, address to) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_NoSuchGrant.selector, agency, role, to);
    }
}
