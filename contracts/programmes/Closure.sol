// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IBudget} from "../interfaces/IBudget.sol";
import {IClosure} from "../interfaces/IClosure.sol";
import {SendBack} from "../libraries/SendBack.sol";
import {pauseStorage} from "./PauseState.sol";
import {ProgrammeModule} from "./ProgrammeModule.sol";
import {BANKS, ProgrammeStorage, programmeStorage} from "./ProgrammeState.sol";

/// @title The end of a programme
abstract contract Closure is ProgrammeModule, IClosure {
    using SafeERC20 for IERC20;

    /// @inheritdoc IClosure
    function closeProgramme(address source) external onlyAct nonReentrant {
        // check
        ProgrammeStorage storage s = programmeStorage();
        _requireRedemptions();
        _requirePayouts();
        _requireNoOpenCycle();
        if (s.instructed > 0) revert Closure_WithTheBank(s.instructed);
        if (s.committed > 0) revert Closure_StillOwed(s.committed);
        if (!s.isSource[source]) revert IBudget.Budget_SourceNotRecorded(source);
        (uint128 fees, uint128 unspent) = (s.fees, s.free + s.fees);
        (uint256 tokens, uint256 expected) = (_holding(), unspent * s.assetScale);
        if (tokens < expected) revert IBudget.Budget_AmountDiffers(expected, tokens);

        // effect
        pauseStorage().redemptions.isClosed = true;
        (s.fees, s.free) = (0, 0);
        if (fees > 0) emit IBudget.FeeReserveChanged(fees, false);
        if (unspent > 0) emit IBudget.UnspentReturned(source, unspent);
        emit ProgrammeClosed(source, tokens);

        // interaction: everything must leave, what was sent unasked included
        IERC20 asset = IERC20(s.settings.asset);
        if (unspent > 0) SendBack.send(asset, source, unspent, s.assetScale);
        if (tokens > expected) asset.safeTransfer(source, tokens - expected);
        uint256 stayed = _holding();
        if (stayed > 0) revert IBudget.Budget_AmountDiffers(tokens, tokens - stayed);
    }

    /// @inheritdoc IClosure
    function isClosed() external view returns (bool) {
        return pauseStorage().redemptions.isClosed;
    }

    function _requireNoOpenCycle() private view {
        ProgrammeStorage storage s = programmeStorage();
        if (s.banksInUse == 0) return;
        for (uint256 bank = 0; bank < BANKS; ++bank) {
            if (s.banksInUse & (1 << bank) != 0) revert Closure_CycleOpen(s.lastCycleOfBank[bank]);
        }
    }
}
