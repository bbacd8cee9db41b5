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
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

/// @notice Everything in a programme that takes an officer, or two, written to a thief's advantage: each test of a stolen key goes through
/// all of it. Amounts that the tests name are in whole dollars times {USD}.
abstract contract ThiefTest is ProgrammeTest {
    struct SoloCall {
        Role role;
        bytes data;
    }

    uint56 internal constant USD = 1e6;
    /// @dev What each of 513 households is listed with: 46,170 dollars in all.
    uint56 internal constant LISTED = 90 * USD;
    uint128 internal constant TOTAL = 513 * uint128(LISTED);

    address internal thiefsOwn = makeAddr("the thief's own address");

    function openBigCycle() internal returns (CycleId) {
        return openCycle(ListBuilder.even(FIRST, 513, LISTED));
    }

    /// @notice The terminal takes all it can from 400 households, all at once.
    function drain(address key, CycleId id) internal {
        redeem(key, id, nextNumber(key), sales(FIRST, 400, LISTED));
    }

    /// @notice What the shop was credited with in the cycle, refunds left out.
    function grossOf(address key, CycleId id) internal view returns (uint128) {
        return programme.ledgerOf(programme.terminalOf(key).shop, id).gross;
    }

    /// @notice Act: a receipt that its revoked terminal never sent is entered from paper.
    function reEntering(
        address key,
        uint32 number,
        CycleId id,
        uint32 account,
        uint56 amount
    ) internal pure returns (bytes memory) {
        ICorrections.Correction memory c;
        (c.terminal, c.number, c.cycle, c.newAccount, c.newAmount) = (key, number, id, account, amount);
        c.kind = ICorrections.CorrectionKind.ReEnter;
        return abi.encodeCall(ICorrections.correct, (c, noExtracts()));
    }

    /// @notice Nobody got any token, and the programme still has all of them.
    function assertNothingLeft() internal view {
        assertEq(asset.balanceOf(address(programme)), FUNDS * scale, "the programme holds everything");
        assertEq(
            asset.balanceOf(thiefsOwn) + asset.balanceOf(payout) + asset.balanceOf(otherPayout),
            0,
            "no payment"
        );
        assertTies();
    }

    /// @notice The acts that Finance proposes.
    function financeActs(CycleId id) internal view returns (bytes[] memory acts) {
        ICorrections.Correction memory c;
        (c.terminal, c.number, c.cycle, c.account, c.amount) = (terminal, 1, id, FIRST, LISTED);
        ICycles.Band[] memory noBands = new ICycles.Band[](1);
        noBands[0] = ICycles.Band(type(uint128).max, 1, false);
        acts = new bytes[](12);
        acts[0] = abi.encodeCall(IBudget.recordSource, (thiefsOwn, "mine"));
        acts[1] = abi.encodeCall(IBudget.returnUnspent, (1, source));
        acts[2] = abi.encodeCall(IBudget.changeFeeReserve, (1, true));
        acts[3] = abi.encodeCall(ICycles.closeCycle, (id));
        acts[4] = abi.encodeCall(ICycles.changeBands, (noBands));
        acts[5] = abi.encodeCall(IShops.registerShop, (shopTerms("MINE"), tokenPayout(thiefsOwn)));
        acts[6] = abi.encodeCall(IShops.changeShopTerms, (shop, shopTerms("MINE")));
        acts[7] = abi.encodeCall(IShops.changePayout, (shop, tokenPayout(thiefsOwn)));
        acts[8] = abi.encodeCall(ICorrections.correct, (c, noExtracts()));
        acts[9] = abi.encodeCall(ISettlements.settle, (settlement(shop, id, 1)));
        acts[10] = abi.encodeCall(ISettlements.confirmSettlement, (1, BANK_STATEMENT));
        acts[11] = abi.encodeCall(ISettlements.returnSettlement, (1, "mine", BANK_STATEMENT));
    }

    /// @notice The acts that a Preparer proposes.
    function listActs(CycleId id) internal view returns (bytes[] memory acts) {
        acts = new bytes[](4);
        acts[0] = abi.encodeCall(ICycles.cancelCycle, (id, "mine"));
        acts[1] = abi.encodeCall(ICycles.stopCycle, (id, "mine"));
        acts[2] = abi.encodeCall(ICycles.extendCycle, (id, now_() + 60 days, now_() + 90 days, "mine"));
        acts[3] = abi.encodeCall(ICycles.reduceCycle, (id, 0, "mine"));
    }

    /// @notice What one officer of the named role may call alone.
    function soloCalls(CycleId id) internal view returns (SoloCall[] memory calls) {
        uint32[] memory accounts = new uint32[](1);
        accounts[0] = FIRST;
        calls = new SoloCall[](8);
        calls[0] = SoloCall(
            Role.Preparer,
            abi.encodeCall(ICycles.prepareCycle, (id, draft(tenHouseholds())))
        );
        calls[1] = SoloCall(Role.Approver, abi.encodeCall(ICycles.approveCycle, (id, hashOf(id))));
        calls[2] = SoloCall(Role.Approver, abi.encodeCall(ICycles.returnCycle, (id, "mine")));
        calls[3] = SoloCall(Role.Finance, abi.encodeCall(ICycles.releaseCycle, (id, hashOf(id))));
        calls[4] = SoloCall(Role.Custodian, abi.encodeCall(IShops.authoriseTerminal, (thiefsOwn, shop, 1)));
        calls[5] = SoloCall(Role.Custodian, abi.encodeCall(IShops.revokeTerminal, (terminal)));
        calls[6] = SoloCall(
            Role.Custodian,
            abi.encodeCall(IRedemptions.holdAccounts, (accounts, now_() + 1 days))
        );
        calls[7] = SoloCall(Role.Custodian, abi.encodeCall(IRedemptions.releaseAccounts, (accounts)));
    }

    /// @notice Called directly, none of the sixteen acts runs.
    function assertCannotActAlone(address thief, CycleId id) internal {
        bytes memory reason = abi.encodeWithSelector(
            IDualControl.DualControl_TwoOfficersNeeded.selector,
            thief
        );
        assertRefused(thief, financeActs(id), reason);
        assertRefused(thief, listActs(id), reason);
    }

    /// @notice Without the role the thief cannot even propose these acts.
    function assertCannotPropose(address thief, bytes[] memory acts, Role role) internal {
        for (uint256 i = 0; i < acts.length; ++i)
            acts[i] = abi.encodeCall(IDualControl.proposeAct, (acts[i]));
        assertRefused(thief, acts, missing(role, thief));
    }

    /// @notice What honest officers propose, the thief cannot approve or send back.
    function assertCannotApprove(address thief, bytes[] memory acts, address proposer) internal {
        for (uint256 i = 0; i < acts.length; ++i) {
            uint256 actId = proposeAct(programme, proposer, acts[i]);
            vm.startPrank(thief);
            vm.expectRevert(missing(Role.Approver, thief));
            programme.approveAct(actId, acts[i]);
            if (thief != proposer) {
                vm.expectRevert(missing(Role.Approver, thief));
                programme.withdrawAct(actId, acts[i]);
            }
            vm.stopPrank();
        }
    }

    /// @notice What takes another role than the thief's is refused, with the role named.
    function assertCannotCall(address thief, CycleId id, Role own) internal {
        SoloCall[] memory calls = soloCalls(id);
        for (uint256 i = 0; i < calls.length; ++i) {
            // Finance and Approver may both return a cycle.
            bool isReturn = bytes4(calls[i].data) == ICycles.returnCycle.selector;
            if (calls[i].role == own || (isReturn && own == Role.Finance)) continue;
            vm.prank(thief);
            (bool isDone, bytes memory reason) = address(programme).call(calls[i].data);
            assertFalse(isDone, "a call of another role");
            assertEq(reason, missing(calls[i].role, thief), "the role is named");
        }
    }

    function assertRefused(address thief, bytes[] memory calls, bytes memory expected) internal {
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(thief);
            (bool isDone, bytes memory reason) = address(programme).call(calls[i]);
            assertFalse(isDone, "an act of one");
            assertEq(reason, expected, "reason");
        }
    }

    function missing(Role role, address thief) internal view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, thief);
    }
}
