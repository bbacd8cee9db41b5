// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {CycleId} from "../types/Ids.sol";

/// @title Closure: the end of a programme
/// @notice A programme is closed when nobody is owed anything, no cycle is open, and no settlement waits for a bank. Whatever it still
/// holds goes to one recorded source; where several sources are to get something back, it is returned to them before
/// ({IBudget-returnUnspent}).
///
/// A closed programme stays readable and does nothing any more: it takes no money, no act can be proposed or approved, no cycle prepared
/// or approved, and none of its terminals is active. Nothing opens it again.
interface IClosure {
    /// @notice The programme is closed for good. `tokens`, in the token's smallest units, went to `source`: the free money and fee reserve
    /// that {IBudget-UnspentReturned} tells of, and what somebody had sent unasked.
    event ProgrammeClosed(address indexed source, uint256 tokens);

    /// @notice The programme is closed for good.
    error Closure_Closed();
    error Closure_CycleOpen(CycleId cycle);
    /// @notice Shops are owed this much, ledger units.
    error Closure_StillOwed(uint256 owed);
    /// @notice So many settlements were instructed and neither paid nor returned by the bank's statement.
    error Closure_WithTheBank(uint256 settlements);

    /// @notice Act (Finance, Approver; waits two days): close the programme for good and return what it holds to a recorded source.
    /// @dev Requirements: no approved cycle, nothing owed, no settlement instructed; the source is recorded; neither switch is paused
    /// ({IPauses}). A source that is an {IReturnableSource} takes the unspent itself. Emits {IBudget-FeeReserveChanged} and {IBudget-UnspentReturned} where there is something, and {ProgrammeClosed}.
    function closeProgramme(address source) external;

    /// @notice Whether the programme is closed for good.
    function isClosed() external view returns (bool);
}
