// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import { Proxy } from "@openzeppelin/contracts/proxy/Proxy.sol";
import { Initializable } from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import { IERC20Metadata } from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import { Acts } from "../governance/Acts.sol";
import { IBeneficiaryAccounts } from "../interfaces/IBeneficiaryAccounts.sol";
import { IConsortium } from "../interfaces/IConsortium.sol";
import { ICycles } from "../interfaces/ICycles.sol";
import { IProgrammeSettings } from "../interfaces/IProgrammeSettings.sol";
import { OrganisationId } from "../types/Ids.sol";
import { Cycles } from "./Cycles.sol";
import { ProgrammeStorage, programmeStorage } from "./ProgrammeState.sol";
import { Redemptions } from "./Redemptions.sol";

/// @title Programme: one agency's assistance programme
/// @notice Cycles and Redemptions. Whatever it does not know it runs in its office ({ProgrammeOffice}: dual control, Budget, Shops,
/// Corrections, Settlements) on its own storage, because all modules together outgrow the size of one contract. Seen from
/// outside there is one address with the functions of {IProgramme}.
///
/// Trust: the office is fixed by the implementation; an upgrade of the beacon replaces both together.
contract Programme is Proxy, Initializable, Cycles, Redemptions, IProgrammeSettings {
    address private immutable _OFFICE;

    constructor(
        IConsortium consortium,
        IBeneficiaryAccounts accounts,
        address office
    ) Acts(consortium) Cycles(accounts) Redemptions(accounts) {
        _OFFICE = office;
        _disableInitializers();
    }

    /// @inheritdoc IProgrammeSettings
    function initialize(
        ProgrammeSettings calldata settings_,
        ICycles.Band[] calldata bands_
    ) external initializer {
        if (settings_.asset.code.length == 0) revert Programme_SettingsInvalid("asset");
        if (OrganisationId.unwrap(settings_.organisation) == 0) revert Programme_SettingsInvalid("organisation");
        if (settings_.currency == 0) revert Programme_SettingsInvalid("currency");
        if (settings_.payableStep == 0) revert Programme_SettingsInvalid("payableStep");
        uint256 decimals = IERC20Metadata(settings_.asset).decimals();
        if (decimals > 36) revert Programme_SettingsInvalid("decimals");

        ProgrammeStorage storage s = programmeStorage();
        s.settings = settings_;
        s.assetScale = decimals > 6 ? 10 ** (decimals - 6) : 1;
        _setBands(bands_);
    }

    /// @inheritdoc IProgrammeSettings
    function settings() external view returns (ProgrammeSettings memory) {
        return programmeStorage().settings;
    }

    /// @inheritdoc IProgrammeSettings
    function assetScale() external view returns (uint256) {
        return programmeStorage().assetScale;
    }

    /// @inheritdoc Proxy
    function _implementation() internal view override returns (address) {
        return _OFFICE;
    }
}
