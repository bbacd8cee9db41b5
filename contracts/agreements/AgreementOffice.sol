// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Acts} from "../governance/Acts.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {Advances} from "./Advances.sol";
import {AgreementEnd} from "./AgreementEnd.sol";
import {AgreementStorage, agreementStorage} from "./AgreementState.sol";
import {AgreementTerms} from "./AgreementTerms.sol";
import {Disputes} from "./Disputes.sol";

/// @title The office of an agreement
/// @notice The part of {MilestoneAgreement} for what happens now and then: terms, advances, disputes, the end. It runs on the storage of the
/// agreement that calls it and holds nothing itself.
contract AgreementOffice is
    Initializable,
    Advances,
    AgreementTerms,
    Disputes,
    AgreementEnd,
    IAgreementSettings
{
    constructor(IConsortium consortium) Acts(consortium) {
        _disableInitializers();
    }

    /// @inheritdoc IAgreementSettings
    function initialize(AgreementSettings calldata settings_) external initializer {
        if (settings_.asset.code.length == 0) revert Agreement_SettingsInvalid("asset");
        if (settings_.currency == 0) revert Agreement_SettingsInvalid("currency");
        if (settings_.agency == settings_.partner) revert Agreement_SettingsInvalid("partner");
        // Reverts for organisations that were never admitted.
        _CONSORTIUM.organisationOf(settings_.agency);
        _CONSORTIUM.organisationOf(settings_.partner);
        uint256 decimals = IERC20Metadata(settings_.asset).decimals();
        if (decimals > 36) revert Agreement_SettingsInvalid("decimals");

        AgreementStorage storage s = agreementStorage();
        s.settings = settings_;
        s.agency = settings_.agency;
        s.partner = settings_.partner;
        s.asset = IERC20Metadata(settings_.asset);
        // at most 30
        s.scaleDigits = decimals > 6 ? uint8(decimals - 6) : 0;
        s.state = AgreementState.Proposed;
    }

    /// @inheritdoc IAgreementSettings
    function settings() external view returns (AgreementSettings memory) {
        return agreementStorage().settings;
    }

    /// @inheritdoc IAgreementSettings
    function state() external view returns (AgreementState) {
        return agreementStorage().state;
    }
}
