// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IWrappedEther} from "../interfaces/IWrappedEther.sol";

/// @title Wrapped ether: a stand-in for WETH, for tests and the demo only
contract WrappedEther is ERC20, IWrappedEther {
    constructor() ERC20("Wrapped Ether", "WETH") {}

    /// @notice Like the one it stands in for, it wraps what is simply sent, and answers any call that it does not know.
    fallback() external payable {
        deposit();
    }

    receive() external payable {
        deposit();
    }

    /// @notice Ether for tokens.
    /// @param amount Wei.
    function withdraw(uint256 amount) external {
        _burn(msg.sender, amount);
        Address.sendValue(payable(msg.sender), amount);
    }

    /// @inheritdoc IWrappedEther
    function deposit() public payable {
        _mint(msg.sender, msg.value);
    }
}
