// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {CycleId, OrganisationId} from "../../../contracts/types/Ids.sol";
import {OrganisationKind, Role} from "../../../contracts/types/Roles.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice What is not limited, or only by time: two officers together, an administrator whom no guardian stops, and the council. The
/// threat model says so; these tests keep it true.
contract CollusionTest is ThiefTest {
    address private puppet = makeAddr("the thief's second address");

    /// Finance and an Approver together can send away what is free. What households are promised stays.
    function test_FinanceAndApprover_TakeAllFreeMoneyAtOnce() public {
        openBigCycle();
        _takeFree(finance, approver, FUNDS - TOTAL);
        assertEq(asset.balanceOf(thiefsOwn), FUNDS - TOTAL);
        assertBalances(0, TOTAL, 0, 0);
    }

    /// With a shop they get at entitlements, too: corrections of two officers know neither limit nor ceiling, only what is left.
    function test_FinanceApproverAndShop_CreditTheShopAboveItsCeiling() public {
        CycleId id = openBigCycle();
        drain(terminal, id);
        assertEq(grossOf(terminal, id), 19_980 * USD);
        ICorrections.Correction memory c;
        (c.terminal, c.cycle, c.amount) = (terminal, id, LISTED);
        c.kind = ICorrections.CorrectionKind.Honour;
        for (uint32 i = 222; i < 342; ++i) {
            (c.number, c.account) = (i + 1, FIRST + i);
            financeAct(abi.encodeCall(ICorrections.correct, (c, noExtracts())));
        }
        assertEq(grossOf(terminal, id), 30_780 * USD, "120 rejected sales honoured, above 30,000 at once");
    }

    /// An administrator appoints its own addresses to every role; only the guardian, within the delay, can stop that.
    function test_Administrator_TakesAllFreeMoneyAfterTheDelay() public {
        _proposeGrants(agency, administrator);
        vm.expectRevert(
            abi.encodeWithSelector(IConsortium.Consortium_GrantWaits.selector, now_() + GRANT_DELAY)
        );
        consortium.activateGrant(agency, Role.Finance, thiefsOwn);
        skip(GRANT_DELAY);
        _activateGrants(agency);
        _takeFree(thiefsOwn, puppet, FUNDS);
        assertEq(asset.balanceOf(thiefsOwn), FUNDS);
    }

    function test_Administrator_TakesNothingWhenTheGuardianCancels() public {
        _proposeGrants(agency, administrator);
        vm.startPrank(guardian);
        consortium.cancelGrant(agency, Role.Finance, thiefsOwn);
        consortium.removeOfficer(agency, Role.Administrator, administrator);
        vm.stopPrank();
        skip(GRANT_DELAY);
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsortium.Consortium_NoSuchGrant.selector,
                agency,
                Role.Finance,
                thiefsOwn
            )
        );
        consortium.activateGrant(agency, Role.Finance, thiefsOwn);
        assertNothingLeft();
    }

    /// The council suspends an agency and names an organisation of its own as trustee: after the delay of its grants it has the money.
    function test_Council_TakesAllFreeMoneyAsTrustee() public {
        vm.startPrank(council);
        OrganisationId own = consortium.admit("Own", OrganisationKind.Agency, "", thiefsOwn);
        consortium.suspend(agency);
        consortium.nameTrustee(agency, own);
        vm.stopPrank();
        _proposeGrants(own, thiefsOwn);
        skip(GRANT_DELAY);
        _activateGrants(own);
        _takeFree(thiefsOwn, puppet, FUNDS);
        assertEq(asset.balanceOf(thiefsOwn), FUNDS);
    }

    function _takeFree(address asFinance, address asApprover, uint128 amount) private {
        bytes memory record = abi.encodeCall(IBudget.recordSource, (thiefsOwn, "mine"));
        runAct(programme, asFinance, asApprover, record);
        runAct(programme, asFinance, asApprover, abi.encodeCall(IBudget.returnUnspent, (amount, thiefsOwn)));
        assertTies();
    }

    function _proposeGrants(OrganisationId organisation, address by) private {
        vm.startPrank(by);
        consortium.proposeGrant(organisation, Role.Finance, thiefsOwn, 0);
        consortium.proposeGrant(organisation, Role.Approver, puppet, 0);
        vm.stopPrank();
    }

    function _activateGrants(OrganisationId organisation) private {
        consortium.activateGrant(organisation, Role.Finance, thiefsOwn);
        consortium.activateGrant(organisation, Role.Approver, puppet);
    }
}
