// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title A token that can be told to move less than asked and say that all went well, for tests only
contract ShortToken is PlainToken {
    /// @notice What the sender keeps of every transfer, the token's smallest units.
    uint256 public kept;

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    /// @notice Keep so much of every transfer from now on. Anyone.
    function setKept(uint256 kept_) external {
        kept = kept_;
    }

    function _update(address from, address to, uint256 value) internal override {
        bool isTransfer = from != address(0) && to != address(0);
        uint256 short = value < kept ? value : kept;
        super._update(from, to, isTransfer ? value - short : value);
    }
}
