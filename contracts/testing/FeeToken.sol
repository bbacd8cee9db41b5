// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title A token that keeps one hundredth of every transfer, for tests only
contract FeeToken is PlainToken {
    uint256 private constant FEE_PARTS = 100;

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    function _update(address from, address to, uint256 value) internal override {
        bool isTransfer = from != address(0) && to != address(0);
        uint256 fee = isTransfer ? value / FEE_PARTS : 0;
        super._update(from, to, value - fee);
        if (fee > 0) super._update(from, address(0), fee);
    }
}
