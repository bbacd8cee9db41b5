// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

contract ProgrammeActsTest is ProgrammeTest {
    CycleId private constant ONE = CycleId.wrap(1);

    // --- any act

    function test_GivenAnyAct_WhenSomebodyCallsItDirectly() public {
        address[7] memory callers = [
            preparer,
            approver,
            finance,
            custodian,
            guardian,
            administrator,
            stranger
        ];
        bytes[] memory acts = _allActs();
        for (uint256 i = 0; i < acts.length; ++i) {
            for (uint256 j = 0; j < callers.length; ++j) _refuseDirectly(callers[j], acts[i]);
        }
    }

    function test_GivenAnyAct_WhenAnOfficerWithoutTheProposingRoleProposesIt() public {
        bytes[] memory acts = _listActs();
        for (uint256 i = 0; i < acts.length; ++i) _refuseProposal(finance, Role.Preparer, acts[i]);
        acts = _moneyActs();
        for (uint256 i = 0; i < acts.length; ++i) _refuseProposal(preparer, Role.Finance, acts[i]);
        acts = _allActs();
        for (uint256 i = 0; i < acts.length; ++i) {
            Role role = i < _listActs().length ? Role.Preparer : Role.Finance;
            _refuseProposal(approver, role, acts[i]);
            _refuseProposal(custodian, role, acts[i]);
            _refuseProposal(otherFinance, role, acts[i]);
        }
    }

    function test_GivenAnyAct_WhenTheProposerApprovesIt() public {
        // One address never holds both roles at once, but one after the other.
        bytes[] memory acts = _moneyActs();
        uint256[] memory ids = new uint256[](acts.length);
        for (uint256 i = 0; i < acts.length; ++i) ids[i] = proposeAct(programme, finance, acts[i]);
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Finance, finance);
        appoint(Role.Approver, finance);
        for (uint256 i = 0; i < acts.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_SameOfficer.selector, finance));
            vm.prank(finance);
            programme.approveAct(ids[i], acts[i]);
        }
    }

    function test_GivenAnyAct_WhenAnOfficerOfAnotherOrganisationApprovesIt() public {
        bytes[] memory acts = _moneyActs();
        for (uint256 i = 0; i < acts.length; ++i) {
            uint256 actId = proposeAct(programme, finance, acts[i]);
            vm.expectRevert(_missing(Role.Approver, otherApprover));
            vm.prank(otherApprover);
            programme.approveAct(actId, acts[i]);
        }
    }

    // --- waits

    function test_GivenAnActOnBandsOrPayouts() public {
        bytes[2] memory acts = [
            abi.encodeCall(ICycles.changeBands, (bands())),
            abi.encodeCall(IShops.changePayout, (shop, tokenPayout(otherPayout)))
        ];
        for (uint256 i = 0; i < acts.length; ++i) {
            uint256 actId = proposeAct(programme, finance, acts[i]);
            uint256 readyAt = now_() + 2 days;
            vm.warp(readyAt - 1);
            vm.expectRevert(
                abi.encodeWithSelector(IDualControl.DualControl_TooEarly.selector, actId, readyAt)
            );
            vm.prank(approver);
            programme.approveAct(actId, acts[i]);
            vm.warp(readyAt);
            vm.prank(approver);
            programme.approveAct(actId, acts[i]);
        }
    }

    // --- no act

    function test_GivenAFunctionThatIsNoAct() public {
        bytes4[9] memory selectors = [
            ICycles.prepareCycle.selector,
            ICycles.approveCycle.selector,
            ICycles.releaseCycle.selector,
            IBudget.fund.selector,
            IShops.authoriseTerminal.selector,
            IRedemptions.redeem.selector,
            IRedemptions.holdAccounts.selector,
            IDualControl.approveAct.selector,
            bytes4("none")
        ];
        for (uint256 i = 0; i < selectors.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_NotAnAct.selector, selectors[i]));
            vm.prank(finance);
            programme.proposeAct(abi.encodePacked(selectors[i], new bytes(64)));
        }
    }

    // --- suspension

    function test_GivenTheOrganisationIsSuspended() public {
        addFees(1000);
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, 1000));
        vm.startPrank(council);
        consortium.suspend(agency);
        consortium.nameTrustee(agency, otherAgency);
        vm.stopPrank();

        redeem(terminal, id, 2, sale(FIRST, 500));
        runAct(
            programme,
            otherFinance,
            otherApprover,
            abi.encodeCall(ISettlements.settle, (settlement(shop, id, 1500)))
        );
        assertEq(asset.balanceOf(payout), 1522);
        ICycles.CycleTerms memory terms = draft(tenHouseholds());
        CycleId next = programme.nextCycleId();
        vm.expectRevert(_missing(Role.Preparer, preparer));
        vm.prank(preparer);
        programme.prepareCycle(next, terms);
        _refuseProposal(finance, Role.Finance, _moneyActs()[0]);
        assertTies();
    }

    // --- all acts

    function _listActs() private pure returns (bytes[] memory acts) {
        acts = new bytes[](4);
        acts[0] = abi.encodeCall(ICycles.cancelCycle, (ONE, ""));
        acts[1] = abi.encodeCall(ICycles.stopCycle, (ONE, ""));
        acts[2] = abi.encodeCall(ICycles.extendCycle, (ONE, 1, 1, ""));
        acts[3] = abi.encodeCall(ICycles.reduceCycle, (ONE, 1, ""));
    }

    function _moneyActs() private view returns (bytes[] memory acts) {
        acts = new bytes[](12);
        ICorrections.Correction memory correction;
        ISettlements.SettlementTerms memory terms;
        acts[0] = abi.encodeCall(IBudget.recordSource, (stranger, ""));
        acts[1] = abi.encodeCall(IBudget.returnUnspent, (1, source));
        acts[2] = abi.encodeCall(IBudget.changeFeeReserve, (1, true));
        acts[3] = abi.encodeCall(ICycles.closeCycle, (ONE));
        acts[4] = abi.encodeCall(IShops.registerShop, (shopTerms("SHOP-3"), tokenPayout(payout)));
        acts[5] = abi.encodeCall(IShops.changeShopTerms, (shop, shopTerms("SHOP-1")));
        acts[6] = abi.encodeCall(ICorrections.correct, (correction, noExtracts()));
        acts[7] = abi.encodeCall(ISettlements.settle, (terms));
        acts[8] = abi.encodeCall(ISettlements.confirmSettlement, (1, BANK_STATEMENT));
        acts[9] = abi.encodeCall(ISettlements.returnSettlement, (1, "", BANK_STATEMENT));
        acts[10] = abi.encodeCall(ICycles.changeBands, (bands()));
        acts[11] = abi.encodeCall(IShops.changePayout, (shop, tokenPayout(stranger)));
    }

    function _allActs() private view returns (bytes[] memory acts) {
        bytes[] memory list = _listActs();
        bytes[] memory money = _moneyActs();
        acts = new bytes[](list.length + money.length);
        for (uint256 i = 0; i < acts.length; ++i)
            acts[i] = i < list.length ? list[i] : money[i - list.length];
    }

    // --- helpers

    function _refuseDirectly(address caller, bytes memory act) private {
        vm.prank(caller);
        (bool isDone, bytes memory reason) = address(programme).call(act);
        assertFalse(isDone);
        assertEq(reason, abi.encodeWithSelector(IDualControl.DualControl_TwoOfficersNeeded.selector, caller));
    }

    function _refuseProposal(address officer, Role role, bytes memory act) private {
        vm.expectRevert(_missing(role, officer));
        vm.prank(officer);
        programme.proposeAct(act);
    }

    function _missing(Role role, address officer) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, officer);
    }
}
