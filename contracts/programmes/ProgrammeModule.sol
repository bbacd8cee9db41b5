// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Acts} from "../governance/Acts.sol";
import {IBudget} from "../interfaces/IBudget.sol";
import {IClosure} from "../interfaces/IClosure.sol";
import {ICycles} from "../interfaces/ICycles.sol";
import {IPauses} from "../interfaces/IPauses.sol";
import {ISettlements} from "../interfaces/ISettlements.sol";
import {EntitlementWord, EntitlementWordLibrary} from "../libraries/EntitlementWord.sol";
import {CycleId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";
import {PayoutSwitch, RedemptionSwitch, isPaused, pauseStorage} from "./PauseState.sol";
import {Cycle, ProgrammeStorage, StoredWord, programmeStorage} from "./ProgrammeState.sol";

/// @title What the modules of a programme share: officers, the ledger of money, and entitlement words
abstract contract ProgrammeModule is Acts, ReentrancyGuardTransient {
    /// @dev Reverts unless the caller acts in this role for the programme's organisation.
    function _requireRole(Role role) internal view {
        _CONSORTIUM.requireRole(programmeStorage().settings.organisation, role, msg.sender);
    }

    /// @dev Reverts unless the caller acts in one of two roles for the programme's organisation.
    function _requireEither(Role role, Role other) internal view {
        if (!_CONSORTIUM.holds(programmeStorage().settings.organisation, role, msg.sender))
            _requireRole(other);
    }

    /// @dev Reverts when the programme is closed for good.
    function _requireNotClosed() internal view {
        if (pauseStorage().redemptions.isClosed) revert IClosure.Closure_Closed();
    }

    /// @dev Reverts while redemptions are paused.
    function _requireRedemptions() internal view {
        RedemptionSwitch memory pause = pauseStorage().redemptions;
        if (isPaused(pause.guardianSince, pause.memberUntil)) revert IPauses.Pauses_RedemptionsPaused();
    }

    /// @dev Reverts while payouts are paused.
    function _requirePayouts() internal view {
        PayoutSwitch memory pause = pauseStorage().payouts;
        if (isPaused(pause.guardianSince, pause.memberUntil)) revert IPauses.Pauses_PayoutsPaused();
    }

    /// @dev The cycle, which must be in this state.
    function _requireState(CycleId id, ICycles.CycleState state) internal view returns (Cycle storage cycle) {
        cycle = programmeStorage().cycles[id];
        if (cycle.head.state != state) revert ICycles.Cycles_WrongState(id, cycle.head.state);
    }

    /// @dev What a cycle's households could still redeem, ledger units.
    function _unspent(Cycle storage cycle) internal view returns (uint128) {
        return cycle.total - (cycle.head.redeemed - cycle.refunded);
    }

    /// @dev Owed to the shop in the cycle, ledger units.
    function _owed(ISettlements.ShopLedger storage ledger) internal view returns (uint256) {
        return ledger.gross - ledger.refunds - ledger.settled;
    }

    /// @dev Give committed money back to free money.
    function _free(uint128 amount) internal {
        ProgrammeStorage storage s = programmeStorage();
        s.committed -= amount;
        s.free += amount;
    }

    /// @dev Take from free money, for the caller to put elsewhere.
    function _takeFree(uint128 amount) internal {
        ProgrammeStorage storage s = programmeStorage();
        if (amount > s.free) revert IBudget.Budget_NotEnoughFree(amount, s.free);
        s.free -= amount;
    }

    /// @dev Take from the fee reserve, for the caller to put elsewhere.
    function _takeFees(uint128 amount) internal {
        ProgrammeStorage storage s = programmeStorage();
        if (amount > s.fees) revert IBudget.Budget_NotEnoughFees(amount, s.fees);
        s.fees -= amount;
    }

    /// @dev Tokens that the programme holds, in the token's smallest unit.
    function _holding() internal view returns (uint256) {
        return IERC20(programmeStorage().settings.asset).balanceOf(address(this));
    }

    /// @dev Reverts unless exactly `amount` ledger units moved.
    function _requireMoved(uint128 amount, uint256 tokens) internal view {
        uint256 expected = amount * programmeStorage().assetScale;
        if (tokens != expected) revert IBudget.Budget_AmountDiffers(expected, tokens);
    }

    /// @dev What the account has left in the cycle, ledger units; 0 when its word is of an older cycle.
    function _left(CycleId id, Cycle storage cycle, uint256 account) internal view returns (uint256) {
        EntitlementWord word = _stored(cycle, account).word;
        return word.tag() == CycleId.unwrap(id) ? word.left(account) : 0;
    }

    /// @dev Take from an account. Requires amount <= {_left}.
    function _debit(Cycle storage cycle, uint256 account, uint256 amount) internal {
        StoredWord storage stored = _stored(cycle, account);
        stored.word = stored.word.debit(account, amount);
    }

    /// @dev Give to an account what it was listed with. Requires that its chunk is loaded, so that its word is of this cycle.
    function _credit(Cycle storage cycle, uint256 account, uint256 amount) internal {
        StoredWord storage stored = _stored(cycle, account);
        stored.word = stored.word.credit(account, amount);
    }

    function _stored(Cycle storage cycle, uint256 account) private view returns (StoredWord storage) {
        return programmeStorage().words[EntitlementWordLibrary.key(cycle.head.bank, account)];
    }

    function _isLoaded(Cycle storage cycle, uint256 chunk) internal view returns (bool) {
        return _bit(cycle.loadedChunks, chunk);
    }

    function _bit(mapping(uint256 => uint256) storage bits, uint256 number) internal view returns (bool) {
        return bits[number >> 8] & (1 << (number & 255)) != 0;
    }

    function _setBit(mapping(uint256 => uint256) storage bits, uint256 number) internal {
        bits[number >> 8] |= 1 << (number & 255);
    }
}
