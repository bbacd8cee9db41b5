// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title The one function of wrapped ether (WETH) that ERC-20 does not have and a fund needs
interface IWrappedEther {
    /// @notice Mint as many tokens to the caller as ether was sent, wei for wei.
    function deposit() external payable;
}
