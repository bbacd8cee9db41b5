// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {ConsortiumTest} from "./support/ConsortiumTest.sol";
import {Logs} from "./support/Logs.sol";

contract ConsortiumEdgesTest is ConsortiumTest, Logs {
    address private successor = makeAddr("successor");

    function test_NameGuardian_WhenThereWasNone() public {
        vm.recordLogs();
        vm.prank(council);
        consortium.nameGuardian(otherAgency, successor);
        assertEq(countLogs(IConsortium.OfficerRemoved.selector), 0);
        assertTrue(consortium.holds(otherAgency, Role.Guardian, successor));
    }

    function test_NameGuardian_WhenAnotherOfficerWasRemovedBefore() public {
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Monitor, monitor);
        vm.expectEmit(address(consortium));
        emit IConsortium.GuardianNamed(agency, successor, guardian);
        vm.prank(council);
        consortium.nameGuardian(agency, successor);
        assertFalse(consortium.holds(agency, Role.Guardian, guardian));
        assertTrue(consortium.holds(agency, Role.Guardian, successor));
    }

    function test_RenounceRole_WhenTheCallerDoesNotHoldTheRole() public {
        bytes32 key = bytes32((uint256(OrganisationId.unwrap(agency)) << 8) | uint256(Role.Guardian));
        assertTrue(consortium.hasRole(key, guardian), "this is the guardian's role");
        vm.recordLogs();
        vm.prank(stranger);
        consortium.renounceRole(key, stranger);
        assertEq(countLogs(IConsortium.OfficerRemoved.selector), 0);

        vm.prank(council);
        consortium.nameGuardian(agency, successor);
        assertFalse(consortium.holds(agency, Role.Guardian, guardian), "the books knew who was guardian");
    }

    function test_ActivateGrant_WhenAnApproverIsToBeMonitorOrCustodianToo() public {
        appoint(Role.Monitor, approver);
        appoint(Role.Custodian, approver);
        assertTrue(consortium.holds(agency, Role.Monitor, approver));
        assertTrue(consortium.holds(agency, Role.Custodian, approver));
        assertTrue(consortium.holds(agency, Role.Approver, approver));
    }
}
