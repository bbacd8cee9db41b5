// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {OrganisationId} from "../types/Ids.sol";
import {IDualControl} from "./IDualControl.sol";

/// @title Currency unit: an agency's unit of account in a local currency
/// @notice An ERC-20 with the currency's minor units. Two officers issue it against a recorded funding; a programme retires it when a
/// bank settlement is instructed, and gets back what the bank returned.
///
/// Trust: whoever accepts units trusts the agency to hold the money that backs them; each issue names its document.
interface ICurrencyUnit is IERC20, IERC165, IDualControl {
    /// @param sourceAmount Amount in the source currency's minor units.
    /// @param sourceCurrency ISO 4217 code, ASCII.
    /// @param rate Units a source minor unit, scaled by 1e18.
    /// @param document keccak256 of the funding document.
    struct Funding {
        uint128 sourceAmount;
        bytes3 sourceCurrency;
        uint128 rate;
        bytes32 document;
    }

    event UnitsIssued(address indexed to, uint256 amount, Funding funding);
    event UnitsRetired(address indexed holder, bytes32 indexed paymentReference, uint256 amount);
    event UnitsRestored(address indexed holder, bytes32 indexed paymentReference, uint256 amount);
    event RetirementFinal(address indexed holder, bytes32 indexed paymentReference, uint256 amount);

    error CurrencyUnit_FundingInvalid(bytes32 field);
    /// @notice Units were issued against this document before: one funding is issued once.
    error CurrencyUnit_DocumentUsed(bytes32 document);
    error CurrencyUnit_ReferenceUsed(address holder, bytes32 paymentReference);
    error CurrencyUnit_NothingRetired(address holder, bytes32 paymentReference);

    /// @notice Act (Finance, Approver): issue units against a funding. Emits {UnitsIssued}.
    /// @dev Requirements: amount > 0; source amount, currency, rate and document are given; amount equals
    /// sourceAmount * rate / 1e18, rounded down; no units were issued against the document before.
    function issue(address to, uint256 amount, Funding calldata funding) external;

    /// @notice Retire the caller's own units under a reference of theirs, e.g. for a bank payment. Emits {UnitsRetired}.
    function retire(uint256 amount, bytes32 paymentReference) external;

    /// @notice Give the caller back what it retired under the reference, once, unless it is final. Emits {UnitsRestored}.
    function restore(bytes32 paymentReference) external returns (uint256 amount);

    /// @notice The caller's retirement is final: the bank has paid. Emits {RetirementFinal}.
    function finalise(bytes32 paymentReference) external;

    /// @notice What the holder retired under the reference and may still restore.
    function retiredOf(address holder, bytes32 paymentReference) external view returns (uint256);

    /// @notice Whose unit it is.
    function organisation() external view returns (OrganisationId);
}
