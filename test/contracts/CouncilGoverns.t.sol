// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {ICouncil} from "../../contracts/interfaces/ICouncil.sol";
import {IDocumentRegistry} from "../../contracts/interfaces/IDocumentRegistry.sol";
import {ISettlements} from "../../contracts/interfaces/ISettlements.sol";
import {CycleId, OrganisationId} from "../../contracts/types/Ids.sol";
import {OrganisationKind, Role} from "../../contracts/types/Roles.sol";
import {GovernedTest} from "./support/GovernedTest.sol";

contract CouncilGovernsTest is GovernedTest {
    // --- organisations

    function test_Organisations_WhenTheCouncilAdmitsOne() public {
        address boss = makeAddr("administrator of the third");
        decide(
            address(consortium),
            abi.encodeCall(IConsortium.admit, ("Third agency", OrganisationKind.Partner, "XX-3", boss))
        );
        OrganisationId third = OrganisationId.wrap(consortium.organisations());
        assertEq(consortium.organisationOf(third).name, "Third agency");
        assertTrue(consortium.holds(third, Role.Administrator, boss));
    }

    function test_Organisations_WhenTheCouncilSuspendsOne() public {
        decide(address(consortium), abi.encodeCall(IConsortium.suspend, (agency)));
        assertFalse(consortium.isOfficer(agency, finance));
        assertFalse(consortium.holds(agency, Role.Administrator, administrator));
        decide(address(consortium), abi.encodeCall(IConsortium.reinstate, (agency)));
        assertTrue(consortium.holds(agency, Role.Finance, finance));
    }

    function test_Organisations_WhenTheCouncilNamesATrustee() public {
        addFees(1e6);
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        ICouncil.Call[] memory calls = new ICouncil.Call[](2);
        calls[0] = ICouncil.Call(address(consortium), abi.encodeCall(IConsortium.suspend, (agency)));
        calls[1] = ICouncil.Call(
            address(consortium),
            abi.encodeCall(IConsortium.nameTrustee, (agency, otherAgency))
        );
        body.execute(ready(calls), calls, WHY);

        // It signs for the suspended one: records its statement, and pays.
        bytes32 statement = keccak256("the trustee's reconciliation");
        bytes32 subject = bytes32(uint256(uint160(address(programme))));
        vm.prank(otherFinance);
        documents.record(agency, statement, IDocumentRegistry.DocumentKind.Statement, subject, "");
        ISettlements.SettlementTerms memory terms = settlement(shop, id, AMOUNT);
        terms.statement = statement;
        runAct(programme, otherFinance, otherApprover, abi.encodeCall(ISettlements.settle, (terms)));
        assertEq(asset.balanceOf(payout), AMOUNT + terms.commission);
    }

    function test_Organisations_WhenTheCouncilNamesAGuardian() public {
        address watch = makeAddr("watch");
        decide(address(consortium), abi.encodeCall(IConsortium.nameGuardian, (otherAgency, watch)));
        vm.prank(otherAdministrator);
        consortium.proposeGrant(otherAgency, Role.Preparer, stranger, 0);
        vm.expectEmit(address(consortium));
        emit IConsortium.GrantCancelled(otherAgency, Role.Preparer, stranger);
        vm.prank(watch);
        consortium.cancelGrant(otherAgency, Role.Preparer, stranger);
    }

    // --- accounts

    function test_Accounts_WhenTheCouncilPublishesTheCheckOfAKey() public {
        decide(
            address(registry),
            abi.encodeCall(IBeneficiaryAccounts.setKeyCheck, (2, keccak256("next key")))
        );
        assertEq(registry.keyCheckOf(2), keccak256("next key"));
    }

    // --- several calls

    function test_SeveralCalls_WhenAllSucceed() public {
        ICouncil.Call[] memory calls = _pair();
        body.execute(ready(calls), calls, WHY);
        assertTrue(consortium.organisationOf(otherAgency).isSuspended);
        assertTrue(consortium.organisationOf(otherAgency).trustee == agency);
    }

    function test_SeveralCalls_WhenOneIsRefused() public {
        // The trustee is suspended when the council's moment comes.
        ICouncil.Call[] memory calls = _pair();
        uint256 id = ready(calls);
        vm.prank(address(body));
        consortium.suspend(agency);
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_TrusteeUnfit.selector, agency));
        body.execute(id, calls, WHY);
        assertFalse(consortium.organisationOf(otherAgency).isSuspended);
        assertState(id, ICouncil.ProposalState.Ready);

        vm.prank(address(body));
        consortium.reinstate(agency);
        body.execute(id, calls, WHY);
        assertTrue(consortium.organisationOf(otherAgency).isSuspended);
    }

    // --- who may

    function test_WhoMay_WhenAMemberCallsTheConsortiumItself() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_OnlyCouncil.selector, member[0]));
        vm.prank(member[0]);
        consortium.suspend(agency);
    }

    function test_WhoMay_WhenTheFormerCouncilCalls() public {
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_OnlyCouncil.selector, former));
        vm.prank(former);
        consortium.suspend(agency);
    }

    function test_WhoMay_WhenTheCouncilHandsOverToTheNext() public {
        address next = makeAddr("next council");
        ICouncil.Call[] memory calls = callTo(
            address(consortium),
            abi.encodeCall(IConsortium.changeCouncil, (next))
        );
        uint256 id = table(calls);
        agree(id, 1);
        agree(id, 2);
        skip(UPGRADE_DELAY);
        expectWrongState(id, ICouncil.ProposalState.Open);
        body.execute(id, calls, WHY);
        agree(id, 3);
        skip(UPGRADE_DELAY - 1);
        expectWrongState(id, ICouncil.ProposalState.Queued);
        body.execute(id, calls, WHY);
        skip(1);
        body.execute(id, calls, WHY);
        assertEq(consortium.council(), next);
    }

    function _pair() private view returns (ICouncil.Call[] memory calls) {
        calls = new ICouncil.Call[](2);
        calls[0] = ICouncil.Call(address(consortium), abi.encodeCall(IConsortium.suspend, (otherAgency)));
        calls[1] = ICouncil.Call(
            address(consortium),
            abi.encodeCall(IConsortium.nameTrustee, (otherAgency, agency))
        );
    }
}
