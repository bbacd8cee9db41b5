// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title Demo dollar: a stand-in for a dollar token, for tests and the demo only
/// @notice 6 decimals and permits, like the tokens that agencies hold; unlike them, anyone mints it.
contract DemoDollar is ERC20, ERC20Permit {
    constructor() ERC20("Demo Dollar", "dUSD") ERC20Permit("Demo Dollar") {}

    /// @notice Make money out of nothing. Anyone.
    /// @param amount Millionths of a demo dollar.
    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @notice 6, like the tokens it stands in for.
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
