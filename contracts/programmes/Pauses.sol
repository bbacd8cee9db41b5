// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ICouncil} from "../interfaces/ICouncil.sol";
import {IPauses} from "../interfaces/IPauses.sol";
import {CycleId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";
import {PauseStorage, isPaused, pauseStorage} from "./PauseState.sol";
import {PausedTime} from "./PausedTime.sol";
import {BANKS, Cycle, ProgrammeStorage, programmeStorage} from "./ProgrammeState.sol";

/// @title Pauses by the Guardian and by members of the Council
abstract contract Pauses is PausedTime, IPauses {
    uint40 private constant LONGEST_MEMBER_PAUSE = 7 days;

    /// @inheritdoc IPauses
    function pauseAsGuardian(bool redemptions, bool payouts, bytes32 reason) external {
        _requireRole(Role.Guardian);
        _requireNamed(redemptions, payouts);
        _requireNotClosed();
        PauseStorage storage s = pauseStorage();
        if (redemptions) {
            s.redemptions.guardianSince = uint40(block.timestamp);
            _forOpenCycles(_halt);
        }
        if (payouts) s.payouts.guardianSince = uint40(block.timestamp);
        emit PausedByGuardian(msg.sender, redemptions, payouts, reason);
    }

    /// @inheritdoc IPauses
    function liftGuardianPause(bool redemptions, bool payouts, uint40 since) external {
        // check: an act of two officers calls the contract from itself
        if (msg.sender != address(this)) _requireRole(Role.Guardian);
        _requireNamed(redemptions, payouts);
        PauseStorage storage s = pauseStorage();
        if (redemptions) _requireSince(s.redemptions.guardianSince, since);
        if (payouts) _requireSince(s.payouts.guardianSince, since);

        // effect
        if (redemptions) {
            s.redemptions.guardianSince = 0;
            _forOpenCycles(_halt);
        }
        if (payouts) s.payouts.guardianSince = 0;
        emit GuardianPauseLifted(msg.sender, redemptions, payouts);
    }

    /// @inheritdoc IPauses
    function pauseAsMember(bool redemptions, bool payouts, bytes32 reason) external {
        // check
        _requireNamed(redemptions, payouts);
        _requireNotClosed();
        PauseStorage storage s = pauseStorage();
        (address council, uint256 epoch) = _councilOf(msg.sender);
        if (epoch == 0) revert Pauses_OnlyMember(msg.sender);
        if (s.usedInEpoch[council][msg.sender] == epoch) revert Pauses_UsedUp(msg.sender, epoch);
        if (redemptions) _requireLapsed(s.redemptions.memberUntil);
        if (payouts) _requireLapsed(s.payouts.memberUntil);

        // effect
        uint40 until = uint40(block.timestamp) + LONGEST_MEMBER_PAUSE;
        s.usedInEpoch[council][msg.sender] = epoch;
        if (redemptions) {
            (s.redemptions.memberUntil, s.redemptionsMember) = (until, msg.sender);
            _forOpenCycles(_giveTime);
            _forOpenCycles(_halt);
        }
        if (payouts) (s.payouts.memberUntil, s.payoutsMember) = (until, msg.sender);
        emit PausedByMember(msg.sender, epoch, redemptions, payouts, until, reason);
    }

    /// @inheritdoc IPauses
    function liftMemberPause(bool redemptions, bool payouts) external {
        // check
        _requireNamed(redemptions, payouts);
        PauseStorage storage s = pauseStorage();
        if (redemptions) _requireMayLift(s.redemptions.memberUntil, s.redemptionsMember);
        if (payouts) _requireMayLift(s.payouts.memberUntil, s.payoutsMember);

        // effect
        if (redemptions) {
            _forOpenCycles(_takeTime);
            s.redemptions.memberUntil = uint40(block.timestamp);
            _forOpenCycles(_halt);
        }
        if (payouts) s.payouts.memberUntil = uint40(block.timestamp);
        emit MemberPauseLifted(msg.sender, redemptions, payouts);
    }

    /// @inheritdoc IPauses
    function pauses() external view returns (PauseView memory redemptions, PauseView memory payouts) {
        PauseStorage storage s = pauseStorage();
        redemptions = _viewOf(s.redemptions.guardianSince, s.redemptions.memberUntil, s.redemptionsMember);
        payouts = _viewOf(s.payouts.guardianSince, s.payouts.memberUntil, s.payoutsMember);
    }

    /// @inheritdoc IPauses
    function mayPauseAsMember(address account) external view returns (bool) {
        (address council, uint256 epoch) = _councilOf(account);
        return epoch != 0 && pauseStorage().usedInEpoch[council][account] != epoch;
    }

    /// @dev At most {BANKS} cycles have a bank.
    function _forOpenCycles(function(CycleId, Cycle storage) internal move) private {
        ProgrammeStorage storage s = programmeStorage();
        for (uint256 bank = 0; bank < BANKS; ++bank) {
            if (s.banksInUse & (1 << bank) == 0) continue;
            CycleId id = s.lastCycleOfBank[bank];
            move(id, s.cycles[id]);
        }
    }

    /// @dev The council now, and its epoch; epoch 0 when the account is no member of it. A council that is a plain address, or does not
    /// know these questions, has no members.
    function _councilOf(address account) private view returns (address council, uint256 epoch) {
        council = _CONSORTIUM.council();
        if (_ask(council, abi.encodeCall(ICouncil.isMember, (account))) != 1) return (council, 0);
        epoch = _ask(council, abi.encodeCall(ICouncil.epoch, ()));
    }

    /// @dev The number that a contract answers; 0 when it answers none.
    function _ask(address target, bytes memory question) private view returns (uint256) {
        (bool isAnswered, bytes32 answer, ) = LowLevelCall.staticcallReturn64Bytes(target, question);
        return isAnswered && LowLevelCall.returnDataSize() == 32 ? uint256(answer) : 0;
    }

    function _requireMayLift(uint40 until, address member) private view {
        if (block.timestamp >= until) revert Pauses_NotPaused();
        if (msg.sender != member && msg.sender != _CONSORTIUM.council()) {
            revert Pauses_OnlyPauser(msg.sender, member);
        }
    }

    function _requireLapsed(uint40 until) private view {
        if (block.timestamp < until) revert Pauses_PausedAlready(until);
    }

    function _requireSince(uint40 since, uint40 restated) private pure {
        if (since == 0) revert Pauses_NotPaused();
        if (since != restated) revert Pauses_OtherPauseRestated(since, restated);
    }

    function _requireNamed(bool redemptions, bool payouts) private pure {
        if (!redemptions && !payouts) revert Pauses_NothingNamed();
    }

    function _viewOf(
        uint40 guardianSince,
        uint40 memberUntil,
        address member
    ) private view returns (PauseView memory) {
        bool isByMember = block.timestamp < memberUntil;
        return
            PauseView({
                guardianSince: guardianSince,
                memberUntil: isByMember ? memberUntil : 0,
                member: isByMember ? member : address(0),
                isPaused: isPaused(guardianSince, memberUntil)
            });
    }
}
