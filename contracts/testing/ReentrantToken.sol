// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title A token that calls somebody in the middle of a transfer, for tests only
contract ReentrantToken is PlainToken {
    /// @notice Whom the next transfer calls; zero when it calls nobody.
    address public target;
    /// @notice What it calls.
    bytes public data;
    /// @notice Whether the last such call went through.
    bool public hasReentered;
    /// @notice What the last such call returned or reverted with.
    bytes public answer;

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    /// @notice Let the next transfer call `target_`, once. Anyone.
    function arm(address target_, bytes calldata data_) external {
        target = target_;
        data = data_;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        address called = target;
        if (called == address(0)) return;
        target = address(0);
        // The outcome is kept for the test to look at, so the call must not revert the transfer.
        // solhint-disable-next-line avoid-low-level-calls
        (hasReentered, answer) = called.call(data);
    }
}
