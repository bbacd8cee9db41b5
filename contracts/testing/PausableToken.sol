// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title A token whose issuer can stop all transfers, for tests only
contract PausableToken is PlainToken {
    /// @notice While set, nothing moves.
    bool public isPaused;

    error PausableToken_Paused();

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    /// @notice Stop all transfers, or let them go on. Anyone.
    function setPaused(bool isPaused_) external {
        isPaused = isPaused_;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (isPaused) revert PausableToken_Paused();
        super._update(from, to, value);
    }
}
