// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Budget of a programme: what its money is for
/// @notice All amounts are ledger units: the token's smallest unit, or for tokens above 6 decimals their millionth. Money is *free*,
/// *reserved* by approved cycles, *owed* to shops for receipts, or kept in the *fee reserve*; the four add up to what the programme
/// holds for its purpose. Tokens leave only to approved payouts of shops ({ISettlements}) and recorded sources.
///
/// Trust: the asset is a plain ERC-20. Tokens that take a fee are refused at {fund}; rebasing tokens must not be used.
interface IBudget {
    /// @param free Not yet promised to anyone.
    /// @param reserved Approved for households, not yet redeemed.
    /// @param owed Redeemed at shops, not yet settled.
    /// @param fees Set aside for shop commissions.
    struct Balances {
        uint128 free;
        uint128 reserved;
        uint128 owed;
        uint128 fees;
    }

    event Funded(address indexed source, address indexed payer, uint256 amount);
    event UnspentReturned(address indexed source, uint256 amount);
    event SourceRecorded(address indexed source, bytes32 document);
    /// @notice `added` tells whether money moved from free to the fee reserve or back.
    event FeeReserveChanged(uint256 amount, bool added);

    error Budget_SourceNotRecorded(address source);
    error Budget_ZeroAmount();
    /// @notice The tokens that arrived are not the amount that was sent: the token takes a fee or misbehaves.
    error Budget_AmountDiffers(uint256 expected, uint256 received);
    error Budget_NotEnoughFree(uint256 needed, uint256 free);
    error Budget_NotEnoughFees(uint256 needed, uint256 fees);

    /// @notice Bring money in from the caller, who has approved the tokens. Anyone.
    /// @dev Requirements: the programme is not closed; `source` is recorded; the balance grows by exactly the amount. Emits {Funded}.
    /// @param amount Ledger units.
    /// @param source The recorded address to which unspent money of this origin may go back.
    function fund(uint128 amount, address source) external;

    /// @notice Act (Finance, Approver): record an address to which unspent money may be returned. Emits {SourceRecorded}.
    function recordSource(address source, bytes32 document) external;

    /// @notice Act (Finance, Approver): return free money to a recorded source. Not while payouts are paused. Emits {UnspentReturned}.
    /// @dev A source that is an {IReturnableSource}, such as a donor fund, takes it itself and books it as a return.
    function returnUnspent(uint128 amount, address source) external;

    /// @notice Act (Finance, Approver): set free money aside for commissions, or take it back. Emits {FeeReserveChanged}.
    function changeFeeReserve(uint128 amount, bool add) external;

    /// @notice The programme's money by what it is for, in ledger units.
    function balances() external view returns (Balances memory);

    /// @notice Whether money may go back to this address: two officers recorded it.
    function isSource(address source) external view returns (bool);
}
