// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {PlainToken} from "./PlainToken.sol";

/// @title A token that changes an allowance only to and from zero, like a well-known dollar token, for tests only
contract ApprovalRaceToken is PlainToken {
    error ApprovalRaceToken_NotZero(uint256 allowance);

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    /// @inheritdoc ERC20
    function approve(address spender, uint256 value) public override returns (bool) {
        uint256 before = allowance(msg.sender, spender);
        if (before != 0 && value != 0) revert ApprovalRaceToken_NotZero(before);
        return super.approve(spender, value);
    }
}
