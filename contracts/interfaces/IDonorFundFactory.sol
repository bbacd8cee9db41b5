// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {OrganisationId} from "../types/Ids.sol";

/// @title Donor fund factory
/// @notice Makes donor funds, so that everybody can tell a fund of the consortium from a copy of its code. A fund is no proxy: nobody can
/// change what it does.
interface IDonorFundFactory {
    event FundCreated(
        address indexed fund,
        OrganisationId indexed organisation,
        address indexed asset,
        string name
    );

    /// @notice Create a fund of an organisation. Only an Administrator of it. Emits {FundCreated}.
    /// @param asset ERC-20 that the fund holds; wrapped ether for a fund that takes ether.
    /// @param name The fund's public name.
    function createFund(
        OrganisationId organisation,
        address asset,
        string calldata name
    ) external returns (address fund);

    /// @notice Whether this factory made it.
    function isFund(address fund) external view returns (bool);

    /// @notice All funds of this factory, oldest first.
    function funds() external view returns (address[] memory);
}
