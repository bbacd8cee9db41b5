// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Consortium} from "../../../contracts/governance/Consortium.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {OrganisationId} from "../../../contracts/types/Ids.sol";
import {OrganisationKind, Role} from "../../../contracts/types/Roles.sol";
import {Test} from "./Test.sol";

/// @notice A consortium of two agencies with all their officers: base of the tests of contracts that ask for roles.
abstract contract ConsortiumTest is Test {
    uint40 internal constant GRANT_DELAY = 2 days;

    Consortium internal consortium;
    OrganisationId internal agency;
    OrganisationId internal otherAgency;

    address internal council = makeAddr("council");
    address internal administrator = makeAddr("administrator");
    address internal preparer = makeAddr("preparer");
    address internal approver = makeAddr("approver");
    address internal secondApprover = makeAddr("second approver");
    address internal finance = makeAddr("finance");
    address internal custodian = makeAddr("custodian");
    address internal monitor = makeAddr("monitor");
    address internal guardian = makeAddr("guardian");
    address internal stranger = makeAddr("stranger");
    address internal otherAdministrator = makeAddr("other administrator");
    address internal otherApprover = makeAddr("other approver");
    address internal otherCustodian = makeAddr("other custodian");
    address internal otherFinance = makeAddr("other finance");

    function setUp() public virtual {
        // Away from the epoch, so that "some days ago" exists.
        vm.warp(1_780_000_000);
        consortium = new Consortium(council, GRANT_DELAY);
        vm.startPrank(council);
        agency = consortium.admit("Agency", OrganisationKind.Agency, "XX-AGENCY-1", administrator);
        otherAgency = consortium.admit("Other agency", OrganisationKind.Agency, "", otherAdministrator);
        consortium.nameGuardian(agency, guardian);
        vm.stopPrank();

        _propose(agency, administrator, Role.Preparer, preparer);
        _propose(agency, administrator, Role.Approver, approver);
        _propose(agency, administrator, Role.Approver, secondApprover);
        _propose(agency, administrator, Role.Finance, finance);
        _propose(agency, administrator, Role.Custodian, custodian);
        _propose(agency, administrator, Role.Monitor, monitor);
        _propose(otherAgency, otherAdministrator, Role.Approver, otherApprover);
        _propose(otherAgency, otherAdministrator, Role.Custodian, otherCustodian);
        _propose(otherAgency, otherAdministrator, Role.Finance, otherFinance);
        skip(GRANT_DELAY);
        consortium.activateGrant(agency, Role.Preparer, preparer);
        consortium.activateGrant(agency, Role.Approver, approver);
        consortium.activateGrant(agency, Role.Approver, secondApprover);
        consortium.activateGrant(agency, Role.Finance, finance);
        consortium.activateGrant(agency, Role.Custodian, custodian);
        consortium.activateGrant(agency, Role.Monitor, monitor);
        consortium.activateGrant(otherAgency, Role.Approver, otherApprover);
        consortium.activateGrant(otherAgency, Role.Custodian, otherCustodian);
        consortium.activateGrant(otherAgency, Role.Finance, otherFinance);
    }

    /// @notice Appoints an officer of the agency, waiting out the delay.
    function appoint(Role role, address officer) internal {
        _propose(agency, administrator, role, officer);
        skip(GRANT_DELAY);
        consortium.activateGrant(agency, role, officer);
    }

    /// @notice Proposes and approves an act at once.
    function runAct(
        IDualControl target,
        address proposer,
        address approver_,
        bytes memory act
    ) internal returns (bytes memory) {
        uint256 actId = proposeAct(target, proposer, act);
        vm.prank(approver_);
        return target.approveAct(actId, act);
    }

    function proposeAct(IDualControl target, address proposer, bytes memory act) internal returns (uint256) {
        vm.prank(proposer);
        return target.proposeAct(act);
    }

    /// @notice Expects that the officers of an act agree and the act then reverts with `reason`.
    function expectActRevert(
        IDualControl target,
        address proposer,
        address approver_,
        bytes memory act,
        bytes memory reason
    ) internal {
        uint256 actId = proposeAct(target, proposer, act);
        vm.expectRevert(reason);
        vm.prank(approver_);
        target.approveAct(actId, act);
    }

    function _propose(OrganisationId organisation, address by, Role role, address officer) private {
        vm.prank(by);
        consortium.proposeGrant(organisation, role, officer, 0);
    }
}
