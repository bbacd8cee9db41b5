// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {OrganisationId, ShopId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {Watcher} from "../support/Watcher.sol";

/// @notice Acts of two officers: most are approved at once, some stay open and are approved later, and every so often their proposer
/// or somebody without the role tries to approve them.
abstract contract ActsHandler is Watcher {
    struct OpenAct {
        uint256 site;
        address target;
        uint256 actId;
        address proposer;
        bytes act;
    }

    uint256 private constant MOST_OPEN = 6;
    OpenAct[] private _open;

    /// @notice Open acts are approved, withdrawn and approved by the wrong officers; the turncoat changes sides.
    function tidyOffice(uint256 seed) external oneRound {
        uint256 dice = _pick(seed, "office", 8);
        if (dice < 5) _approveOpenAct(seed);
        else if (dice < 6) _withdrawAct(seed);
        else _turn(seed);
    }

    /// @dev An officer tries to approve one of the open acts; half of them after the longest wait there is.
    function _approveOpenAct(uint256 seed) private {
        if (_open.length == 0) return;
        if (_isOneIn(seed, "wait", 2)) skip(2 days);
        address[6] memory officers = [approver, secondApprover, turncoat, both, finance, hostile];
        _approve(_pick(seed, "act", _open.length), officers[_pick(seed, "officer", 6)]);
    }

    /// @dev Whoever proposed an act takes it back, or an approver sends it back.
    function _withdrawAct(uint256 seed) private {
        if (_open.length == 0) return;
        uint256 index = _pick(seed, "act", _open.length);
        OpenAct memory open = _open[index];
        address officer = _isOneIn(seed, "officer", 2) ? open.proposer : approver;
        bytes memory data = abi.encodeCall(IDualControl.withdrawAct, (open.actId, open.act));
        (bool isDone, ) = _send(officer, open.target, data);
        _count("withdrawn act", isDone);
        if (isDone) _forget(index);
    }

    /// @dev The turncoat changes sides: from preparing and paying to approving, or back. Open proposals stay open.
    function _turn(uint256 seed) private {
        if (!_isOneIn(seed, "rare", 3)) return;
        if (isTurncoatApprover) {
            _remove(Role.Approver);
            appoint(Role.Preparer, turncoat);
            appoint(Role.Finance, turncoat);
        } else {
            _remove(Role.Preparer);
            _remove(Role.Finance);
            appoint(Role.Approver, turncoat);
        }
        isTurncoatApprover = !isTurncoatApprover;
        _count("turncoat", true);
    }

    /// @dev Proposes an act on a programme of the site and, mostly, approves it.
    function _act(uint256 site, address proposer, bytes memory act, uint256 seed) internal returns (bool) {
        return _actOn(site, address(sites[site].programme), proposer, act, seed);
    }

    function _actOn(
        uint256 site,
        address target,
        address proposer,
        bytes memory act,
        uint256 seed
    ) internal returns (bool) {
        if (_open.length == MOST_OPEN) _forget(0);
        (bool isDone, bytes memory result) = _send(
            proposer,
            target,
            abi.encodeCall(IDualControl.proposeAct, (act))
        );
        if (!isDone) {
            _count(_kindOf(bytes4(act)), false);
            return false;
        }
        _open.push(OpenAct(site, target, abi.decode(result, (uint256)), proposer, act));
        uint256 dice = _pick(seed, "fate of the act", 10);
        if (dice == 0) return false;
        if (dice == 1 && _approve(_open.length - 1, proposer)) return true;
        if (dice == 2 && _approve(_open.length - 1, hostile)) return true;
        if (_approve(_open.length - 1, dice == 3 ? secondApprover : approver)) return true;
        // What has to wait stays open; what cannot be done is given up.
        if (bytes4(act) != IShops.changePayout.selector) _open.pop();
        return false;
    }

    /// @dev A finance officer: the turncoat now and then.
    function _financeOfficer(uint256 seed) internal view returns (address) {
        return !isTurncoatApprover && _isOneIn(seed, "finance", 4) ? turncoat : finance;
    }

    function _preparingOfficer(uint256 seed) internal view returns (address) {
        return !isTurncoatApprover && _isOneIn(seed, "preparer", 4) ? turncoat : preparer;
    }

    function _approve(uint256 index, address officer) private returns (bool isDone) {
        OpenAct memory open = _open[index];
        bytes memory data = abi.encodeCall(IDualControl.approveAct, (open.actId, open.act));
        (isDone, ) = _send(officer, open.target, data);
        _count(_kindOf(bytes4(open.act)), isDone);
        if (!isDone) return false;
        if (officer == open.proposer || !_isApprover(officer)) ++breaches.loneActs;
        _forget(index);
        _agree(open);
    }

    /// @dev What two officers agreed on, for the model. What the act changed in money is announced by the chain.
    function _agree(OpenAct memory open) private {
        bytes4 selector = bytes4(open.act);
        bytes memory arguments = _arguments(open.act);
        if (selector == IBudget.recordSource.selector) {
            (address added, ) = abi.decode(arguments, (address, bytes32));
            ++mayReceive[open.site][added];
        } else if (selector == IShops.changePayout.selector) {
            (uint32 shopId, IShops.Payout memory to) = abi.decode(arguments, (uint32, IShops.Payout));
            _approvePayout(open.site, shopId, to.account);
        } else if (selector == ICycles.reduceCycle.selector) {
            (uint32 cycle, uint128 lower, ) = abi.decode(arguments, (uint32, uint128, bytes32));
            total[open.site][cycle] = lower;
        } else if (selector == IBeneficiaryAccounts.closeAccounts.selector) {
            (, IBeneficiaryAccounts.Closing[] memory closings) = abi.decode(
                arguments,
                (OrganisationId, IBeneficiaryAccounts.Closing[])
            );
            _setClosed(closings[0].commitment, true);
        } else if (selector == IBeneficiaryAccounts.reopenAccounts.selector) {
            (, bytes32[] memory commitments) = abi.decode(arguments, (OrganisationId, bytes32[]));
            _setClosed(commitments[0], false);
        }
    }

    function _setClosed(bytes32 commitment, bool isClosed_) private {
        isClosed[registry.accountOf(commitment).number] = isClosed_;
    }

    function _kindOf(bytes4 selector) private pure returns (bytes32) {
        if (selector == ICycles.stopCycle.selector) return "stopped cycle";
        if (selector == ICycles.cancelCycle.selector) return "cancelled cycle";
        if (selector == ICycles.extendCycle.selector) return "extended cycle";
        if (selector == ICycles.reduceCycle.selector) return "reduced cycle";
        if (selector == ICycles.closeCycle.selector) return "closed cycle";
        if (selector == IBeneficiaryAccounts.closeAccounts.selector) return "closed account";
        if (selector == IBeneficiaryAccounts.reopenAccounts.selector) return "reopened account";
        if (selector == IBudget.recordSource.selector) return "recorded source";
        if (selector == IBudget.returnUnspent.selector) return "returned money";
        if (selector == IBudget.changeFeeReserve.selector) return "fee reserve";
        if (selector == IShops.changeShopTerms.selector) return "shop terms";
        if (selector == IShops.changePayout.selector) return "payout";
        if (selector == ISettlements.settle.selector) return "act of settling";
        if (selector == ISettlements.confirmSettlement.selector) return "confirmed settlement";
        if (selector == ISettlements.returnSettlement.selector) return "returned settlement";
        return "correction";
    }

    function _isApprover(address officer) private view returns (bool) {
        bool isSteady = officer == approver || officer == secondApprover || officer == both;
        return isSteady || (officer == turncoat && isTurncoatApprover);
    }

    function _remove(Role role) private {
        vm.prank(administrator);
        consortium.removeOfficer(agency, role, turncoat);
    }

    function _forget(uint256 index) private {
        _open[index] = _open[_open.length - 1];
        _open.pop();
    }

    function _arguments(bytes memory act) private pure returns (bytes memory arguments) {
        arguments = new bytes(act.length - 4);
        for (uint256 i = 0; i < arguments.length; ++i) arguments[i] = act[i + 4];
    }
}
