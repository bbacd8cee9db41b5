// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title What a donor fund pays into
/// @notice Programmes and agreements are funded in the same way, so a fund needs to know no more of them than this. Whether an address is
/// one of the consortium's is not theirs to say: a fund asks the factories.
interface IFundRecipient {
    /// @notice The ERC-20 that it is funded in.
    function asset() external view returns (address);

    /// @notice Whether it is over: it takes no money any more, and never will again.
    function isClosed() external view returns (bool);

    /// @notice Bring money in from the caller, who has approved the tokens.
    /// @dev Requirements: `source` is recorded; exactly the amount arrives.
    /// @param amount Ledger units: the token's smallest unit, or for tokens above 6 decimals their millionth.
    /// @param source The address to which unspent money of this origin may go back.
    function fund(uint128 amount, address source) external;
}

/// @title Who is an agreement of the consortium
interface IAgreementRegistry {
    /// @notice Whether the factory of agreements made it.
    function isAgreement(address agreement) external view returns (bool);
}
