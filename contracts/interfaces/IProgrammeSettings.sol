// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {OrganisationId} from "../types/Ids.sol";
import {ICycles} from "./ICycles.sol";

/// @title What is fixed when a programme is created
interface IProgrammeSettings {
    enum Modality {
        Voucher,
        Cash
    }

    /// @param asset ERC-20 that the programme pays in.
    /// @param currency ISO 4217 code of the asset's currency, ASCII.
    /// @param payableStep Smallest step of an entitlement, ledger units (e.g. the smallest coin).
    /// @param purpose Purpose code of the assistance, ASCII (e.g. an OECD DAC sector).
    struct ProgrammeSettings {
        OrganisationId organisation;
        address asset;
        bytes3 currency;
        uint56 payableStep;
        Modality modality;
        bytes32 purpose;
        string name;
    }

    error Programme_SettingsInvalid(bytes32 field);
    /// @notice A programme pays in its asset; ether that is sent to it is refused.
    error Programme_EtherNotAccepted();

    /// @notice Called once, by the factory.
    function initialize(ProgrammeSettings calldata settings, ICycles.Band[] calldata bands) external;

    /// @notice What was fixed when the programme was made.
    function settings() external view returns (ProgrammeSettings memory);

    /// @notice The ERC-20 that the programme pays in.
    function asset() external view returns (address);

    /// @notice Tokens' smallest units in a ledger unit: 10^(decimals - 6) above 6 decimals, else 1.
    function assetScale() external view returns (uint256);
}
