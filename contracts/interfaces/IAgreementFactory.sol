// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {OrganisationId} from "../types/Ids.sol";
import {IAgreementSettings} from "./IAgreementSettings.sol";

/// @title Agreement factory
/// @notice Makes agreements as proxies of one beacon, which the Council owns: an upgrade reaches all agreements at once.
interface IAgreementFactory {
    event AgreementCreated(
        address indexed agreement,
        OrganisationId indexed agency,
        OrganisationId indexed partner,
        IAgreementSettings.AgreementSettings settings
    );

    /// @notice Create an agreement of an agency with a partner. Only an Administrator of the agency. Emits {AgreementCreated}.
    /// @dev The terms are offered on the agreement itself, see {IAgreementTerms}.
    function createAgreement(
        IAgreementSettings.AgreementSettings calldata settings
    ) external returns (address agreement);

    /// @notice Whether this factory made it.
    function isAgreement(address agreement) external view returns (bool);

    /// @notice All agreements of this factory, oldest first.
    function agreements() external view returns (address[] memory);

    /// @notice The beacon that names the code of all agreements; the Council owns it.
    function beacon() external view returns (address);
}
