// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {OrganisationId} from "../types/Ids.sol";

/// @title What is fixed when an agreement is created, and where its life stands
interface IAgreementSettings {
    enum AgreementState {
        None,
        Proposed,
        Active,
        Completed,
        Terminated
    }

    /// @param asset ERC-20 that the agreement pays in.
    /// @param currency ISO 4217 code of what the asset stands for, ASCII.
    /// @param title What the agreement is called; public.
    struct AgreementSettings {
        OrganisationId agency;
        OrganisationId partner;
        address asset;
        bytes3 currency;
        string title;
    }

    error Agreement_SettingsInvalid(bytes32 field);
    error Agreement_NotActive(AgreementState state);
    /// @notice An agreement pays in its asset; ether that is sent to it is refused.
    error Agreement_EtherNotAccepted();

    /// @notice Called once, by the factory.
    /// @dev Requirements: an ERC-20 of at most 36 decimals; two different organisations of the consortium.
    function initialize(AgreementSettings calldata settings) external;

    /// @notice What was fixed when the agreement was made.
    function settings() external view returns (AgreementSettings memory);

    /// @notice Where the agreement as a whole stands.
    function state() external view returns (AgreementState);
}
