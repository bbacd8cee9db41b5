// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title A token whose issuer replaces its code while it is in use, for tests only
/// @notice The next version has other decimals, and keeps hundredths of every transfer for the issuer.
contract UpgradedToken is PlainToken {
    uint256 private constant WHOLE = 100;

    /// @notice Hundredths that the issuer keeps.
    uint256 public feeParts;

    bool private _isUpgraded;
    uint8 private _nextDecimals;

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    /// @notice Become the next version. Anyone.
    function upgrade(uint8 decimals_, uint256 feeParts_) external {
        (_isUpgraded, _nextDecimals, feeParts) = (true, decimals_, feeParts_);
    }

    /// @inheritdoc PlainToken
    function decimals() public view override returns (uint8) {
        return _isUpgraded ? _nextDecimals : super.decimals();
    }

    function _update(address from, address to, uint256 value) internal override {
        bool isTransfer = from != address(0) && to != address(0);
        uint256 fee = isTransfer ? (value * feeParts) / WHOLE : 0;
        super._update(from, to, value - fee);
        if (fee > 0) super._update(from, address(0), fee);
    }
}
