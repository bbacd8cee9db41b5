// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ICycles} from "../interfaces/ICycles.sol";
import {CycleId} from "../types/Ids.sol";
import {RedemptionSwitch, haltedUntil, pauseStorage} from "./PauseState.sol";
import {ProgrammeModule} from "./ProgrammeModule.sol";
import {Cycle} from "./ProgrammeState.sol";

/// @title Time that a Council member's pause takes from cycles, and gives back
/// @notice A pause has a known end, so the dates are moved when it begins, and whoever reads them later, in a batch of receipts above all,
/// reads what counts and needs no other slot. At most sixteen cycles are open. What a pause did not use is taken back when it is lifted;
/// for that, the banks of the cycles whose dates it moved are noted. Dates that two officers set meanwhile are theirs and stay.
abstract contract PausedTime is ProgrammeModule {
    bytes32 private constant PAUSED = "PAUSED";
    bytes32 private constant PAUSE_LIFTED = "PAUSE-LIFTED";

    /// @dev Move the dates that the rest of the pause falls before; those that are over stay so.
    function _giveTime(CycleId id, Cycle storage cycle) internal {
        uint40 lost = _timeLost(cycle);
        (uint40 expiresAt, uint40 graceEndsAt) = (cycle.head.expiresAt, cycle.head.graceEndsAt);
        bool isGraceMoved = lost > 0 && block.timestamp <= graceEndsAt;
        bool isExpiryMoved = lost > 0 && block.timestamp < expiresAt;
        _noteMoved(cycle, isExpiryMoved, isGraceMoved);
        if (!isGraceMoved) return;
        _setTimes(id, cycle, isExpiryMoved ? expiresAt + lost : expiresAt, graceEndsAt + lost, PAUSED);
    }

    /// @dev Write into the cycle until when redemptions are paused.
    function _halt(CycleId, Cycle storage cycle) internal {
        cycle.head.haltedUntil = haltedUntil(pauseStorage().redemptions);
    }

    /// @dev Move the dates back that the rest of the pause was given for.
    function _takeTime(CycleId id, Cycle storage cycle) internal {
        RedemptionSwitch memory pause = pauseStorage().redemptions;
        uint256 bank = 1 << uint256(cycle.head.bank);
        uint40 lost = _timeLost(cycle);
        if (lost == 0 || pause.movedGraces & bank == 0) return;
        uint40 expiresAt = cycle.head.expiresAt;
        if (pause.movedExpiries & bank != 0) expiresAt -= lost;
        _setTimes(id, cycle, expiresAt, cycle.head.graceEndsAt - lost, PAUSE_LIFTED);
    }

    /// @dev Seconds that the cycle is, or will be, open and the pause still lasts.
    function _timeLost(Cycle storage cycle) internal view returns (uint40) {
        uint40 from = uint40(block.timestamp);
        if (from < cycle.head.opensAt) from = cycle.head.opensAt;
        uint40 until = pauseStorage().redemptions.memberUntil;
        return from < until ? until - from : 0;
    }

    /// @dev Remember which dates of the cycle the pause in force has moved.
    function _noteMoved(Cycle storage cycle, bool isExpiryMoved, bool isGraceMoved) internal {
        RedemptionSwitch storage pause = pauseStorage().redemptions;
        uint16 bank = uint16(1 << uint256(cycle.head.bank));
        (uint16 expiries, uint16 graces) = (pause.movedExpiries & ~bank, pause.movedGraces & ~bank);
        pause.movedExpiries = isExpiryMoved ? expiries | bank : expiries;
        pause.movedGraces = isGraceMoved ? graces | bank : graces;
    }

    function _setTimes(
        CycleId id,
        Cycle storage cycle,
        uint40 expiresAt,
        uint40 graceEndsAt,
        bytes32 reason
    ) internal {
        cycle.head.expiresAt = expiresAt;
        cycle.head.graceEndsAt = graceEndsAt;
        emit ICycles.CycleTimesChanged(id, expiresAt, graceEndsAt, reason);
    }
}
