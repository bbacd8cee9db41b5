// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {IAgreementFactory} from "../interfaces/IAgreementFactory.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {Role} from "../types/Roles.sol";

/// @title Agreement factory
contract AgreementFactory is IAgreementFactory {
    IConsortium private immutable _CONSORTIUM;

    /// @inheritdoc IAgreementFactory
    address public immutable beacon;
    /// @inheritdoc IAgreementFactory
    mapping(address agreement => bool) public isAgreement;

    address[] private _agreements;

    /// @param beacon_ An UpgradeableBeacon whose implementation is a MilestoneAgreement, owned by the Council.
    constructor(IConsortium consortium, address beacon_) {
        _CONSORTIUM = consortium;
        beacon = beacon_;
    }

    /// @inheritdoc IAgreementFactory
    function createAgreement(
        IAgreementSettings.AgreementSettings calldata settings
    ) external returns (address agreement) {
        // check
        _CONSORTIUM.requireRole(settings.agency, Role.Administrator, msg.sender);

        // interaction: only code that the beacon's owner chose runs here
        agreement = address(
            new BeaconProxy(beacon, abi.encodeCall(IAgreementSettings.initialize, (settings)))
        );

        // effect
        isAgreement[agreement] = true;
        _agreements.push(agreement);
        emit AgreementCreated(agreement, settings.agency, settings.partner, settings);
    }

    /// @inheritdoc IAgreementFactory
    function agreements() external view returns (address[] memory) {
        return _agreements;
    }
}
