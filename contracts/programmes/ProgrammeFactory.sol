// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {ICycles} from "../interfaces/ICycles.sol";
import {IProgrammeSettings} from "../interfaces/IProgrammeSettings.sol";
import {IProgrammeFactory} from "../interfaces/IProgrammeFactory.sol";
import {Role} from "../types/Roles.sol";

/// @title Programme factory
contract ProgrammeFactory is IProgrammeFactory {
    IConsortium private immutable _CONSORTIUM;

    /// @inheritdoc IProgrammeFactory
    address public immutable beacon;
    /// @inheritdoc IProgrammeFactory
    mapping(address programme => bool) public isProgramme;

    address[] private _programmes;

    /// @param beacon_ An UpgradeableBeacon whose implementation is a Programme, owned by the Council.
    constructor(IConsortium consortium, address beacon_) {
        _CONSORTIUM = consortium;
        beacon = beacon_;
    }

    /// @inheritdoc IProgrammeFactory
    function createProgramme(
        IProgrammeSettings.ProgrammeSettings calldata settings,
        ICycles.Band[] calldata bands
    ) external returns (address programme) {
        // check
        _CONSORTIUM.requireRole(settings.organisation, Role.Administrator, msg.sender);

        // interaction: only code that the beacon's owner chose runs here
        programme = address(
            new BeaconProxy(beacon, abi.encodeCall(IProgrammeSettings.initialize, (settings, bands)))
        );

        // effect
        isProgramme[programme] = true;
        _programmes.push(programme);
        emit ProgrammeCreated(programme, settings.organisation, settings.asset, settings, bands);
    }

    /// @inheritdoc IProgrammeFactory
    function programmes() external view returns (address[] memory) {
        return _programmes;
    }
}
