// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IBeneficiaryAccounts} from "../../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IClosure} from "../../../contracts/interfaces/IClosure.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IPauses} from "../../../contracts/interfaces/IPauses.sol";
import {IProgrammeFactory} from "../../../contracts/interfaces/IProgrammeFactory.sol";
import {IProgrammeSettings} from "../../../contracts/interfaces/IProgrammeSettings.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {ClosureHandler} from "./ClosureHandler.sol";

/// @notice Somebody tries everything that nobody may do alone. Whatever of it gets through is a breach.
abstract contract HostileHandler is ClosureHandler {
    uint256 private constant ACTS = 17;

    function attack(uint256 seed) external oneRound {
        function(uint256)[3] memory actions = [_actAlone, _proposeWithoutRole, _callWithoutRole];
        actions[_pick(seed, "attack", 3)](seed);
    }

    /// @dev Any officer, the hostile one or a terminal's key calls an act directly, as if two had agreed.
    function _actAlone(uint256 seed) private {
        uint256 site = _siteOf(seed);
        _refused(_anybody(site, seed), address(sites[site].programme), _anyAct(site, seed));
    }

    /// @dev Somebody without any role proposes an act, or approves one with other bytes than were proposed.
    function _proposeWithoutRole(uint256 seed) private {
        uint256 site = _siteOf(seed);
        address programme_ = address(sites[site].programme);
        bytes memory act = _anyAct(site, seed);
        _refused(_isOneIn(seed, "terminal", 2) ? terminalsOf[site][0] : hostile, programme_, _propose(act));

        (, bytes memory result) = _send(finance, programme_, _propose(_anyMoneyAct(site, 0)));
        bytes memory other = _anyMoneyAct(site, 1);
        _refused(
            approver,
            programme_,
            abi.encodeCall(IDualControl.approveAct, (abi.decode(result, (uint256)), other))
        );
    }

    /// @dev Calls that need a role, by somebody who does not have it.
    function _callWithoutRole(uint256 seed) private {
        uint256 site = _siteOf(seed);
        address programme_ = address(sites[site].programme);
        uint256 dice = _pick(seed, "call", 11);
        if (dice < 5) return _refused(hostile, programme_, _roleCall(site, dice, seed));
        if (dice == 5) _refused(hostile, address(sites[site].asset), _take(programme_));
        if (dice == 6)
            _refused(hostile, address(beacon), abi.encodeWithSignature("upgradeTo(address)", hostile));
        if (dice == 7) _refused(hostile, address(factory), _createProgramme(site));
        if (dice == 8) {
            bytes memory grant = abi.encodeCall(
                IConsortium.proposeGrant,
                (agency, Role.Approver, hostile, 0)
            );
            _refused(hostile, address(consortium), grant);
        }
        if (dice == 9) _refused(hostile, address(registry), _announce());
        if (dice == 10) {
            IProgrammeSettings.ProgrammeSettings memory settings = settingsFor(address(sites[site].asset));
            bytes memory again = abi.encodeCall(IProgrammeSettings.initialize, (settings, bands()));
            _refused(hostile, programme_, again);
        }
    }

    /// @notice Any bytes at all.
    function callAnything(uint256 seed, bytes calldata data) external oneRound {
        uint256 site = _siteOf(seed);
        (bool isDone, ) = _send(hostile, address(sites[site].programme), data);
        _count("anything", isDone);
    }

    function _refused(address actor, address target, bytes memory data) private {
        (bool isDone, ) = _send(actor, target, data);
        ++done["refused attempt"];
        if (isDone) ++breaches.loneActs;
    }

    function _anybody(uint256 site, uint256 seed) private view returns (address) {
        address[8] memory actors = [
            hostile,
            preparer,
            approver,
            finance,
            custodian,
            both,
            turncoat,
            terminalsOf[site][0]
        ];
        return actors[_pick(seed, "actor", 8)];
    }

    function _anyAct(uint256 site, uint256 seed) private view returns (bytes memory) {
        uint256 dice = _pick(seed, "which act", ACTS);
        return dice < 8 ? _anyMoneyAct(site, dice) : _anyListAct(site, dice, seed);
    }

    function _anyMoneyAct(uint256 site, uint256 dice) private view returns (bytes memory) {
        IShops.Payout memory toThief = tokenPayout(hostile);
        if (dice == 0) return abi.encodeCall(IBudget.recordSource, (hostile, "mine"));
        if (dice == 1) return abi.encodeCall(IBudget.returnUnspent, (1, source));
        if (dice == 2) return abi.encodeCall(IBudget.changeFeeReserve, (1, true));
        if (dice == 3) return abi.encodeCall(IShops.changePayout, (ShopId.wrap(SMALL_SHOP), toThief));
        if (dice == 4) return abi.encodeCall(IShops.registerShop, (_largeTerms(), toThief));
        if (dice == 5)
            return abi.encodeCall(IShops.changeShopTerms, (ShopId.wrap(SMALL_SHOP), _largeTerms()));
        if (dice == 6) return abi.encodeCall(ISettlements.returnSettlement, (1, "mine", STATEMENT));
        return abi.encodeCall(ISettlements.confirmSettlement, (site == 1 ? 1 : 2, STATEMENT));
    }

    function _anyListAct(uint256 site, uint256 dice, uint256 seed) private view returns (bytes memory) {
        CycleId cycle = CycleId.wrap(_recentCycle(site, seed));
        if (dice == 8) return abi.encodeCall(ICycles.cancelCycle, (cycle, "mine"));
        if (dice == 9) return abi.encodeCall(ICycles.stopCycle, (cycle, "mine"));
        if (dice == 10) {
            uint40 farAway = uint40(vm.getBlockTimestamp() + 3_650 days);
            return abi.encodeCall(ICycles.extendCycle, (cycle, farAway, farAway, "mine"));
        }
        if (dice == 11) return abi.encodeCall(ICycles.reduceCycle, (cycle, 0, "mine"));
        if (dice == 12) return abi.encodeCall(ICycles.closeCycle, (cycle));
        if (dice == 13) return abi.encodeCall(ICycles.changeBands, (bands()));
        if (dice == 14) return abi.encodeCall(IClosure.closeProgramme, (source));
        if (dice == 15) {
            uint40 since = uint40(guardianSince[site][REDEMPTIONS]);
            return abi.encodeCall(IPauses.liftGuardianPause, (true, false, since));
        }
        ICorrections.Correction memory c;
        (c.terminal, c.number, c.cycle, c.account, c.amount) = (terminalsOf[site][0], 1, cycle, 256, 1);
        return abi.encodeCall(ICorrections.correct, (c, new IRedemptions.ListExtract[](0)));
    }

    function _roleCall(uint256 site, uint256 dice, uint256 seed) private view returns (bytes memory) {
        uint32[] memory accounts = new uint32[](1);
        accounts[0] = 256;
        CycleId cycle = CycleId.wrap(_recentCycle(site, seed));
        if (dice == 0) return abi.encodeCall(IShops.authoriseTerminal, (hostile, ShopId.wrap(LARGE_SHOP), 1));
        if (dice == 1) return abi.encodeCall(IShops.revokeTerminal, (terminalsOf[site][0]));
        if (dice == 2) {
            return
                abi.encodeCall(
                    IRedemptions.holdAccounts,
                    (accounts, uint40(vm.getBlockTimestamp() + 1 days))
                );
        }
        if (dice == 3) return abi.encodeCall(IRedemptions.releaseAccounts, (accounts));
        return abi.encodeCall(ICycles.returnCycle, (cycle, "mine"));
    }

    function _propose(bytes memory act) private pure returns (bytes memory) {
        return abi.encodeCall(IDualControl.proposeAct, (act));
    }

    function _take(address programme_) private view returns (bytes memory) {
        return abi.encodeCall(IERC20.transferFrom, (programme_, hostile, 1));
    }

    function _announce() private view returns (bytes memory) {
        uint32 next = registry.nextOpeningId();
        return abi.encodeCall(IBeneficiaryAccounts.announceOpening, (next, agency, "root", 1, 1));
    }

    function _createProgramme(uint256 site) private view returns (bytes memory) {
        IProgrammeSettings.ProgrammeSettings memory settings = settingsFor(address(sites[site].asset));
        return abi.encodeCall(IProgrammeFactory.createProgramme, (settings, bands()));
    }
}
