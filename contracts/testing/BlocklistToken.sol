// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {PlainToken} from "./PlainToken.sol";

/// @title A token whose issuer blocks addresses, for tests only
contract BlocklistToken is PlainToken {
    /// @notice Addresses that neither send nor receive.
    mapping(address account => bool) public isBlocked;

    error BlocklistToken_Blocked(address account);

    constructor(uint8 decimals_) PlainToken(decimals_) {}

    /// @notice Block or unblock an address. Anyone.
    function setBlocked(address account, bool isBlocked_) external {
        isBlocked[account] = isBlocked_;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (isBlocked[from]) revert BlocklistToken_Blocked(from);
        if (isBlocked[to]) revert BlocklistToken_Blocked(to);
        super._update(from, to, value);
    }
}
