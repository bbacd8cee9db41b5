// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title A token that reverts when nothing is to be transferred, for tests only
contract ZeroShyToken is PlainToken {
    error ZeroShyToken_Nothing();

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    function _update(address from, address to, uint256 value) internal override {
        if (value == 0) revert ZeroShyToken_Nothing();
        super._update(from, to, value);
    }
}
