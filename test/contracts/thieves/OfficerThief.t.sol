// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice Whoever stole the key of one approver, or of one finance officer, but not of both.
contract OfficerThiefTest is ThiefTest {
    function test_Approver_ProposesNothing() public {
        CycleId id = openBigCycle();
        assertCannotActAlone(approver, id);
        assertCannotPropose(approver, financeActs(id), Role.Finance);
        assertCannotPropose(approver, listActs(id), Role.Preparer);
        assertCannotCall(approver, id, Role.Approver);
        assertBalances(FUNDS - TOTAL, TOTAL, 0, 0);
        assertNothingLeft();
    }

    function test_Approver_ApprovesOnlyTheBytesThatWereProposed() public {
        bytes memory honest = abi.encodeCall(IBudget.returnUnspent, (USD, source));
        bytes memory greedy = abi.encodeCall(IBudget.returnUnspent, (FUNDS, source));
        uint256 actId = proposeAct(programme, finance, honest);
        vm.expectRevert(
            abi.encodeWithSelector(
                IDualControl.DualControl_OtherActRestated.selector,
                actId,
                keccak256(honest),
                keccak256(greedy)
            )
        );
        vm.prank(approver);
        programme.approveAct(actId, greedy);
        assertNothingLeft();
    }

    /// It can send back what others prepare, which is a nuisance until the guardian removes it.
    function test_Approver_SendsBackWhatOthersPrepare() public {
        CycleId id = prepare(tenHouseholds());
        bytes memory act = abi.encodeCall(IBudget.returnUnspent, (USD, source));
        uint256 actId = proposeAct(programme, finance, act);
        vm.startPrank(approver);
        programme.returnCycle(id, "mine");
        programme.withdrawAct(actId, act);
        vm.stopPrank();
        assertTrue(programme.cycleOf(id).state == ICycles.CycleState.Returned);

        vm.prank(guardian);
        consortium.removeOfficer(agency, Role.Approver, approver);
        id = prepare(tenHouseholds());
        vm.expectRevert(missing(Role.Approver, approver));
        vm.prank(approver);
        programme.returnCycle(id, "mine");
    }

    function test_Finance_ApprovesNothing() public {
        CycleId id = openBigCycle();
        assertCannotActAlone(finance, id);
        assertCannotPropose(finance, listActs(id), Role.Preparer);
        assertCannotApprove(finance, financeActs(id), finance);
        assertCannotApprove(finance, listActs(id), preparer);
        assertCannotCall(finance, id, Role.Finance);
        assertBalances(FUNDS - TOTAL, TOTAL, 0, 0);
        assertNothingLeft();
    }

    function test_Finance_ReleasesOnlyWhatApproversApproved() public {
        CycleId id = prepare(tenHouseholds());
        bytes32 termsHash = hashOf(id);
        vm.expectRevert(
            abi.encodeWithSelector(ICycles.Cycles_WrongState.selector, id, ICycles.CycleState.Prepared)
        );
        vm.prank(finance);
        programme.releaseCycle(id, termsHash);
        assertBalances(FUNDS, 0, 0, 0);
    }
}
