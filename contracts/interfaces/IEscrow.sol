// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title Escrow of an agreement: what is held for the partner
/// @notice All amounts are ledger units: the token's smallest unit, or for tokens above 6 decimals their millionth. Money comes in from
/// recorded sources and leaves to the partner's payout or back to the sources; nothing else ever receives tokens. At all times
/// held = escrowed + refunded - paid - returned.
///
/// What the sources recorded first brought is spent first. What comes back goes to the source recorded last, at most what it brought, then
/// to the one before it. A source that announces {IReturnableSource} takes its money back itself, any other gets a transfer; one that refuses
/// stays credited and holds nobody up.
///
/// Trust: the asset is a plain ERC-20. Tokens that take a fee are refused at {fund}; rebasing tokens must not be used.
interface IEscrow {
    /// @param committed What the agreement costs: paid, and what milestones that are not over can still cost.
    /// @param pending Committed and not paid.
    /// @param escrowed Brought in by sources, ever.
    /// @param paid To the partner, ever.
    /// @param refunded Unspent parts of advances that came back, ever.
    /// @param returned Sent back to sources, ever.
    /// @param held In the contract now.
    /// @param reserved Of it, for submissions that are not over.
    /// @param credited Of it, due to sources that refused it.
    /// @param unfunded Pending and not in escrow: committed only.
    /// @param excess In escrow beyond what is pending.
    struct Money {
        uint128 committed;
        uint128 pending;
        uint128 escrowed;
        uint128 paid;
        uint128 refunded;
        uint128 returned;
        uint128 held;
        uint128 reserved;
        uint128 credited;
        uint128 unfunded;
        uint128 excess;
    }

    /// @param brought Ever brought in, ledger units.
    /// @param credited Of it, ever due back.
    /// @param returned Of that, really sent.
    struct Source {
        bool isRecorded;
        uint128 brought;
        uint128 credited;
        uint128 returned;
    }

    event SourceRecorded(address indexed source, bytes32 document);
    event Escrowed(address indexed source, uint128 amount);
    /// @notice The money is the source's again; {Returned} tells when it was sent.
    event ReturnCredited(address indexed source, uint128 amount);
    event Returned(address indexed source, uint128 amount);
    /// @notice Token or source refused; the amount stays credited to the source and {sendReturn} tries again.
    event ReturnRefused(address indexed source, uint128 amount);

    error Escrow_ZeroAmount();
    error Escrow_SourceNotRecorded(address source);
    error Escrow_SourceInvalid(address source);
    error Escrow_SourceRecordedAlready(address source);
    error Escrow_TooManySources();
    /// @notice Only the source itself brings its money in, so that money goes back where it came from.
    error Escrow_OnlySource(address source, address caller);
    error Escrow_AboveUnfunded(uint256 amount, uint256 unfunded);
    /// @notice The tokens that moved are not the amount: the token takes a fee or misbehaves.
    error Escrow_AmountDiffers(uint256 expected, uint256 moved);
    error Escrow_NotFunded(uint256 needed, uint256 free);
    error Escrow_AboveExcess(uint256 amount, uint256 excess);
    error Escrow_NothingCredited(address source);

    /// @notice Bring money in. The recorded source itself, which has approved the tokens.
    /// @dev Requirements: the agreement is active; the amount is at most what is unfunded; exactly it arrives. Emits {Escrowed}.
    /// @param amount Ledger units.
    /// @param source The caller.
    function fund(uint128 amount, address source) external;

    /// @notice Act (Finance, Approver of the agency): record a source, at most 6. Emits {SourceRecorded}.
    /// @param document keccak256 of the document by which the money is given.
    function recordSource(address source, bytes32 document) external;

    /// @notice Act (Finance, Approver of the agency): give back what is beyond all that is pending, after an amendment or a reduced
    /// payment. Emits {ReturnCredited} and {Returned}.
    function returnExcess(uint128 amount) external;

    /// @notice Send a source what is credited to it, after it was refused. Anyone. Emits {Returned}; reverts when it is refused again.
    function sendReturn(address source) external;

    /// @notice The same, called by the agreement itself alone: each return is a call apart, so that a source which refuses, takes less or burns
    /// its gas stops nothing else. No act: officers cannot propose it.
    function returnCredited(address source) external;

    /// @notice The agreement's money by what became of it, in ledger units.
    function money() external view returns (Money memory);

    /// @notice All recorded sources, oldest first.
    function sources() external view returns (address[] memory);

    /// @notice What a source brought and got back; all zero for a stranger.
    function sourceOf(address source) external view returns (Source memory);

    /// @notice Whether the agreement takes money from this address.
    function isSource(address source) external view returns (bool);

    /// @notice Ever really sent back to the source, ledger units; only grows.
    function returnedTo(address source) external view returns (uint128);

    /// @notice The token that the agreement pays in.
    function asset() external view returns (address);

    /// @notice Smallest units of the token in one ledger unit.
    function assetScale() external view returns (uint256);
}
