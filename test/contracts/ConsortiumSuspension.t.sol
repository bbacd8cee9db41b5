// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {ConsortiumTest} from "./support/ConsortiumTest.sol";

contract ConsortiumSuspensionTest is ConsortiumTest {
    OrganisationId private constant UNKNOWN = OrganisationId.wrap(99);

    // --- suspend and reinstate

    function test_Suspend_WhenTheCallerIsNotTheCouncil() public {
        vm.expectRevert(_onlyCouncil(administrator));
        vm.prank(administrator);
        consortium.suspend(agency);
    }

    function test_Suspend_WhenTheOrganisationIsUnknown() public {
        vm.startPrank(council);
        vm.expectRevert(_unknown(UNKNOWN));
        consortium.suspend(UNKNOWN);
        vm.expectRevert(_unknown(OrganisationId.wrap(0)));
        consortium.suspend(OrganisationId.wrap(0));
    }

    function test_Suspend_WhenItIsSuspendedAlready() public {
        _suspend(agency);
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_AlreadySuspended.selector, agency));
        vm.prank(council);
        consortium.suspend(agency);
    }

    function test_Suspend_WhenTheCouncilSuspends() public {
        vm.expectEmit(address(consortium));
        emit IConsortium.OrganisationSuspended(agency);
        _suspend(agency);

        assertTrue(consortium.organisationOf(agency).isSuspended);
        assertFalse(consortium.isOfficer(agency, administrator));
        assertFalse(consortium.isOfficer(agency, approver));
        assertFalse(consortium.isOfficer(agency, finance));
        assertFalse(consortium.isOfficer(agency, guardian));
        assertTrue(consortium.isOfficer(otherAgency, otherApprover));
    }

    function test_Reinstate_WhenTheCallerIsNotTheCouncil() public {
        _suspend(agency);
        vm.expectRevert(_onlyCouncil(administrator));
        vm.prank(administrator);
        consortium.reinstate(agency);
    }

    function test_Reinstate_WhenItIsNotSuspended() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_NotSuspended.selector, agency));
        vm.prank(council);
        consortium.reinstate(agency);
    }

    function test_Reinstate_WhenTheCouncilReinstates() public {
        _suspend(agency);
        _nameTrustee(agency, otherAgency);

        vm.expectEmit(address(consortium));
        emit IConsortium.OrganisationReinstated(agency);
        _reinstate(agency);

        assertTrue(consortium.holds(agency, Role.Approver, approver));
        assertFalse(consortium.holds(agency, Role.Approver, otherApprover));
        assertTrue(consortium.organisationOf(agency).trustee == OrganisationId.wrap(0));
    }

    // --- name trustee

    function test_NameTrustee_WhenTheCallerIsNotTheCouncil() public {
        _suspend(agency);
        vm.expectRevert(_onlyCouncil(otherAdministrator));
        vm.prank(otherAdministrator);
        consortium.nameTrustee(agency, otherAgency);
    }

    function test_NameTrustee_WhenTheOrganisationIsNotSuspended() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_NotSuspended.selector, agency));
        vm.prank(council);
        consortium.nameTrustee(agency, otherAgency);
    }

    function test_NameTrustee_WhenTheTrusteeIsUnfit() public {
        _suspend(agency);
        _suspend(otherAgency);
        OrganisationId[3] memory unfit = [agency, UNKNOWN, otherAgency];
        for (uint256 i = 0; i < unfit.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_TrusteeUnfit.selector, unfit[i]));
            vm.prank(council);
            consortium.nameTrustee(agency, unfit[i]);
        }
    }

    function test_NameTrustee_WhenTheCouncilNamesATrustee() public {
        _suspend(agency);
        vm.expectEmit(address(consortium));
        emit IConsortium.TrusteeNamed(agency, otherAgency);
        _nameTrustee(agency, otherAgency);

        assertTrue(consortium.holds(agency, Role.Finance, otherFinance));
        assertTrue(consortium.holds(agency, Role.Approver, otherApprover));
        assertTrue(consortium.isOfficer(agency, otherFinance));
        assertTrue(consortium.isOfficer(agency, otherApprover));
        assertFalse(consortium.isOfficer(agency, otherCustodian));
        assertFalse(consortium.isOfficer(agency, finance));
        assertFalse(consortium.holds(agency, Role.Custodian, otherCustodian));
        assertFalse(consortium.holds(agency, Role.Administrator, otherAdministrator));
        assertFalse(consortium.holds(agency, Role.Finance, finance));
    }

    function test_NameTrustee_WhenTheTrusteeIsSuspendedItself() public {
        _suspend(agency);
        _nameTrustee(agency, otherAgency);
        _suspend(otherAgency);

        assertFalse(consortium.holds(agency, Role.Finance, otherFinance));
        assertFalse(consortium.holds(agency, Role.Approver, otherApprover));
    }

    function _suspend(OrganisationId organisation) private {
        vm.prank(council);
        consortium.suspend(organisation);
    }

    function _reinstate(OrganisationId organisation) private {
        vm.prank(council);
        consortium.reinstate(organisation);
    }

    function _nameTrustee(OrganisationId organisation, OrganisationId trustee) private {
        vm.prank(council);
        consortium.nameTrustee(organisation, trustee);
    }

    function _onlyCouncil(address caller) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_OnlyCouncil.selector, caller);
    }

    function _unknown(OrganisationId organisation) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_UnknownOrganisation.selector, organisation);
    }
}
