// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title A well-behaved token with any number of decimals, for tests only
/// @notice Base of the misbehaving ones. Anyone mints it.
contract PlainToken is ERC20 {
    uint8 private immutable _DECIMALS;

    constructor(uint8 decimals_) ERC20("Plain Token", "PLAIN") {
        _DECIMALS = decimals_;
    }

    /// @notice Make money out of nothing. Anyone.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice As chosen at deployment.
    function decimals() public view virtual override returns (uint8) {
        return _DECIMALS;
    }
}
