// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {PlainToken} from "./PlainToken.sol";

/// @title A token whose balances grow and shrink by themselves, for tests only
/// @notice Holders own shares; a balance is what the shares are worth in hundredths.
contract RebasingToken is PlainToken {
    uint256 private constant WHOLE = 100;

    /// @notice Hundredths that a share is worth.
    uint256 public worth = WHOLE;

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    /// @notice Change what every balance is worth. Anyone.
    function rebase(uint256 worth_) external {
        worth = worth_;
    }

    /// @inheritdoc ERC20
    function balanceOf(address account) public view override returns (uint256) {
        return (super.balanceOf(account) * worth) / WHOLE;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, (value * WHOLE) / worth);
    }
}
