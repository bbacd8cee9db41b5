// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {PlainToken} from "./PlainToken.sol";

/// @title A token that can be told to answer transfers with false instead of reverting, for tests only
contract FalseToken is PlainToken {
    /// @notice While set, transfers move nothing and return false.
    bool public isRefusing;

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    /// @notice Start or stop refusing transfers. Anyone.
    function setRefusing(bool isRefusing_) external {
        isRefusing = isRefusing_;
    }

    /// @inheritdoc ERC20
    function transfer(address to, uint256 value) public override returns (bool) {
        return !isRefusing && super.transfer(to, value);
    }

    /// @inheritdoc ERC20
    function transferFrom(address from, address to, uint256 value) public override returns (bool) {
        return !isRefusing && super.transferFrom(from, to, value);
    }
}
