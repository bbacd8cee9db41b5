// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {OrganisationId} from "../types/Ids.sol";
import {ICycles} from "./ICycles.sol";
import {IProgrammeSettings} from "./IProgrammeSettings.sol";

/// @title Programme factory
/// @notice Makes programmes as proxies of one beacon, which the Council owns: an upgrade reaches all programmes at once.
interface IProgrammeFactory {
    event ProgrammeCreated(
        address indexed programme,
        OrganisationId indexed organisation,
        address indexed asset,
        IProgrammeSettings.ProgrammeSettings settings,
        ICycles.Band[] bands
    );

    /// @notice Create a programme for an organisation. Only an Administrator of it. Emits {ProgrammeCreated}.
    function createProgramme(
        IProgrammeSettings.ProgrammeSettings calldata settings,
        ICycles.Band[] calldata bands
    ) external returns (address programme);

    /// @notice Whether this factory made it.
    function isProgramme(address programme) external view returns (bool);

    /// @notice All programmes of this factory, oldest first.
    function programmes() external view returns (address[] memory);

    /// @notice The beacon that names the code of all programmes; the Council owns it.
    function beacon() external view returns (address);
}
