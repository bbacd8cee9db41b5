// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IBudget} from "../interfaces/IBudget.sol";
import {SendBack} from "../libraries/SendBack.sol";
import {ProgrammeModule} from "./ProgrammeModule.sol";
import {BANKS, ProgrammeStorage, programmeStorage} from "./ProgrammeState.sol";

/// @title Budget of a programme
abstract contract Budget is ProgrammeModule, IBudget {
    using SafeERC20 for IERC20;

    /// @inheritdoc IBudget
    function fund(uint128 amount, address source) external nonReentrant {
        // check
        ProgrammeStorage storage s = programmeStorage();
        _requireNotClosed();
        if (amount == 0) revert Budget_ZeroAmount();
        if (!s.isSource[source]) revert Budget_SourceNotRecorded(source);

        // effect
        s.free += amount;
        emit Funded(source, msg.sender, amount);

        // interaction: exactly the amount must arrive
        uint256 before = _holding();
        IERC20(s.settings.asset).safeTransferFrom(msg.sender, address(this), amount * s.assetScale);
        _requireMoved(amount, _holding() - before);
    }

    /// @inheritdoc IBudget
    function recordSource(address source, bytes32 document) external onlyAct {
        programmeStorage().isSource[source] = true;
        emit SourceRecorded(source, document);
    }

    /// @inheritdoc IBudget
    function returnUnspent(uint128 amount, address source) external onlyAct nonReentrant {
        // check
        ProgrammeStorage storage s = programmeStorage();
        _requirePayouts();
        if (amount == 0) revert Budget_ZeroAmount();
        if (!s.isSource[source]) revert Budget_SourceNotRecorded(source);

        // effect
        _takeFree(amount);
        emit UnspentReturned(source, amount);

        // interaction
        uint256 before = _holding();
        SendBack.send(IERC20(s.settings.asset), source, amount, s.assetScale);
        _requireMoved(amount, before - _holding());
    }

    /// @inheritdoc IBudget
    function changeFeeReserve(uint128 amount, bool add) external onlyAct {
        if (amount == 0) revert Budget_ZeroAmount();
        ProgrammeStorage storage s = programmeStorage();
        if (add) {
            _takeFree(amount);
            s.fees += amount;
        } else {
            _takeFees(amount);
            s.free += amount;
        }
        emit FeeReserveChanged(amount, add);
    }

    /// @inheritdoc IBudget
    function balances() external view returns (Balances memory) {
        ProgrammeStorage storage s = programmeStorage();
        uint128 reserved;
        for (uint256 bank = 0; bank < BANKS; ++bank) {
            if (s.banksInUse & (1 << bank) != 0) reserved += _unspent(s.cycles[s.lastCycleOfBank[bank]]);
        }
        return Balances(s.free, reserved, s.committed - reserved, s.fees);
    }

    /// @inheritdoc IBudget
    function isSource(address source) external view returns (bool) {
        return programmeStorage().isSource[source];
    }
}
