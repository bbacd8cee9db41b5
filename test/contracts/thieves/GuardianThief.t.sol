// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IClosure} from "../../../contracts/interfaces/IClosure.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {CycleId, OrganisationId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {PausesTest} from "../support/PausesTest.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice Whoever stole the guardian's key can keep a programme still; and a guardian who pauses because officers collude is not
/// overruled by them.
contract GuardianThiefTest is ThiefTest, PausesTest {
    bytes private noRedemptions = abi.encodeWithSelector(IPauses.Pauses_RedemptionsPaused.selector);
    bytes private noPayouts = abi.encodeWithSelector(IPauses.Pauses_PayoutsPaused.selector);

    function setUp() public override(ProgrammeTest, PausesTest) {
        super.setUp();
    }

    function test_Thief_KeepsAProgrammeStillUntilTheCouncilNamesAnotherGuardian() public {
        CycleId id = openBigCycle();
        uint40 since = guardianPauses(true, true);
        assertCannotActAlone(guardian, id);
        assertCannotPropose(guardian, financeActs(id), Role.Finance);
        assertCannotPropose(guardian, listActs(id), Role.Preparer);
        assertNothingLeft();

        address next = makeAddr("next guardian");
        vm.prank(address(members));
        consortium.nameGuardian(agency, next);
        vm.expectRevert(missing(Role.Guardian, guardian));
        guardianPauses(true, true);
        vm.prank(next);
        programme.liftGuardianPause(true, true, since);
        assertPaused(false, false);
        redeem(terminal, id, 1, sale(FIRST, LISTED));
    }

    function test_Thief_CannotShakeOffTheLiftingOfTwoOfficersButByPausingAgain() public {
        CycleId id = openBigCycle();
        uint40 since = guardianPauses(true, true);
        bytes memory act = abi.encodeCall(IPauses.liftGuardianPause, (true, true, since));
        uint256 actId = proposeAct(programme, finance, act);
        skip(WAIT);
        vm.prank(guardian);
        (bool isDone, ) = address(programme).call(abi.encodeCall(programme.withdrawAct, (actId, act)));
        assertFalse(isDone, "not the guardian's to take back");
        vm.prank(approver);
        programme.approveAct(actId, act);
        redeem(terminal, id, 1, sale(FIRST, LISTED));
        guardianPauses(true, true);
        assertPaused(true, true);
    }

    function test_Thief_MovesNoDatesAndOfficersGiveTheTimeBack() public {
        CycleId id = openBigCycle();
        bytes memory items = sales(FIRST, 10, LISTED);
        uint40 since = guardianPauses(true, true);
        assertDates(id, termsOf[id].expiresAt, termsOf[id].graceEndsAt);
        skip(60 days);
        refuseFinanceAct(abi.encodeCall(ICycles.closeCycle, (id)), noRedemptions);
        listAct(abi.encodeCall(ICycles.extendCycle, (id, now_() + 10 days, now_() + 20 days, "PAUSED")));
        guardianLifts(true, true, since);
        expectReceipts(terminal, id, 1, items, "", IRedemptions.Stop.None);
        redeem(terminal, id, 1, items);
        assertBalances(FUNDS - TOTAL, TOTAL - 10 * uint256(LISTED), 10 * uint256(LISTED), 0);
    }

    function test_Thief_CannotLiftAMembersPause() public {
        memberPauses(true, true);
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_OnlyPauser.selector, guardian, member));
        vm.prank(guardian);
        programme.liftMemberPause(true, true);
        vm.expectRevert(abi.encodeWithSelector(IPauses.Pauses_NotPaused.selector));
        guardianLifts(true, true, now_());
        assertPaused(true, true);
    }

    function test_Thief_CannotPauseAnotherAgencysProgramme() public {
        vm.startPrank(otherAdministrator);
        OrganisationId own = agency;
        agency = otherAgency;
        programme = IProgramme(factory.createProgramme(settingsFor(address(dollar)), bands()));
        agency = own;
        vm.stopPrank();
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsortium.Consortium_MissingRole.selector,
                otherAgency,
                Role.Guardian,
                guardian
            )
        );
        guardianPauses(true, true);
    }

    function test_OfficersWhoCollude_CannotLiftAtOnceWhatTheGuardianPausedBecauseOfThem() public {
        bytes memory early = abi.encodeCall(IPauses.liftGuardianPause, (true, true, now_()));
        uint256 earlyId = proposeAct(programme, finance, early);
        skip(3 days);
        uint40 since = guardianPauses(true, true);
        bytes memory act = abi.encodeCall(IPauses.liftGuardianPause, (true, true, since));
        uint256 actId = proposeAct(programme, finance, act);
        vm.startPrank(approver);
        vm.expectRevert();
        programme.approveAct(earlyId, early);
        vm.expectRevert();
        programme.approveAct(actId, act);
        vm.stopPrank();

        skip(WAIT - 1);
        vm.startPrank(guardian);
        consortium.removeOfficer(agency, Role.Approver, approver);
        consortium.removeOfficer(agency, Role.Finance, finance);
        vm.stopPrank();
        skip(1);
        vm.expectRevert(missing(Role.Approver, approver));
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertPaused(true, true);
        assertNothingLeft();
    }

    function test_OfficersWhoCollude_CannotMoveAnythingWhileItIsPaused() public {
        CycleId id = openBigCycle();
        redeem(terminal, id, 1, sale(FIRST, LISTED));
        addFees(LISTED);
        vm.prank(custodian);
        programme.revokeTerminal(terminal);
        guardianPauses(true, true);
        refuseFinanceAct(abi.encodeCall(ISettlements.settle, (settlement(shop, id, LISTED))), noPayouts);
        refuseFinanceAct(abi.encodeCall(IBudget.returnUnspent, (1, source)), noPayouts);
        refuseFinanceAct(reEntering(terminal, 9, id, FIRST + 1, LISTED), noRedemptions);
        skip(100 days);
        refuseFinanceAct(abi.encodeCall(ICycles.closeCycle, (id)), noRedemptions);
        uint256 actId = proposeAct(programme, finance, abi.encodeCall(IClosure.closeProgramme, (source)));
        skip(WAIT);
        vm.expectRevert(noRedemptions);
        vm.prank(approver);
        programme.approveAct(actId, abi.encodeCall(IClosure.closeProgramme, (source)));
        assertNothingLeft();
    }
}
