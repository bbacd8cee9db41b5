// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title A source of money that takes back itself what was not spent
/// @notice Announced by ERC-165. Whoever holds unspent money of such a source approves the tokens to it and calls {takeBack}; to any other
/// source it sends the tokens. So the source knows from whom money came back, and books it in the same transaction.
interface IReturnableSource {
    /// @notice Take unspent money back from the caller.
    /// @dev Requirements: exactly the amount arrives.
    /// @param amount Ledger units: the token's smallest unit, or for tokens above 6 decimals their millionth.
    function takeBack(uint128 amount) external;
}
