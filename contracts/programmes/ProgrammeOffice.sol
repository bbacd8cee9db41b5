// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Proxy} from "@openzeppelin/contracts/proxy/Proxy.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Acts} from "../governance/Acts.sol";
import {DualControl} from "../governance/DualControl.sol";
import {IBeneficiaryAccounts} from "../interfaces/IBeneficiaryAccounts.sol";
import {IBudget} from "../interfaces/IBudget.sol";
import {IClosure} from "../interfaces/IClosure.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {ICorrections} from "../interfaces/ICorrections.sol";
import {ICycles} from "../interfaces/ICycles.sol";
import {IPauses} from "../interfaces/IPauses.sol";
import {IProgrammeSettings} from "../interfaces/IProgrammeSettings.sol";
import {ISettlements} from "../interfaces/ISettlements.sol";
import {IShops} from "../interfaces/IShops.sol";
import {OrganisationId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";
import {Budget} from "./Budget.sol";
import {Cycles} from "./Cycles.sol";
import {Pauses} from "./Pauses.sol";
import {ProgrammeStorage, programmeStorage} from "./ProgrammeState.sol";

/// @title The office of a programme
/// @notice The part of {Programme} where officers approve: Budget, Cycles, Pauses, and the proposals of all acts, those of the shop desk included.
/// It runs on the storage of the programme that calls it and holds nothing itself.
contract ProgrammeOffice is Proxy, Initializable, DualControl, Budget, Cycles, Pauses, IProgrammeSettings {
    /// @dev Bands, payouts and the end of the programme wait, so that somebody sees them before they count; and so does the lifting of the
    /// Guardian's pause, so that the Guardian can see to the officers who lift it.
    uint40 private constant CHANGE_WAIT = 2 days;

    address private immutable _SHOP_DESK;

    constructor(
        IConsortium consortium,
        IBeneficiaryAccounts accounts,
        address shopDesk
    ) Acts(consortium) Cycles(accounts) {
        _SHOP_DESK = shopDesk;
        _disableInitializers();
    }

    /// @inheritdoc IProgrammeSettings
    function initialize(
        ProgrammeSettings calldata settings_,
        ICycles.Band[] calldata bands_
    ) external initializer {
        if (settings_.asset.code.length == 0) revert Programme_SettingsInvalid("asset");
        if (OrganisationId.unwrap(settings_.organisation) == 0)
            revert Programme_SettingsInvalid("organisation");
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
    function asset() external view returns (address) {
        return programmeStorage().settings.asset;
    }

    /// @inheritdoc IProgrammeSettings
    function assetScale() external view returns (uint256) {
        return programmeStorage().assetScale;
    }

    /// @inheritdoc DualControl
    function _officersOf(bytes calldata act) internal view override returns (Officers memory officers) {
        _requireNotClosed();
        bytes4 selector = bytes4(act);
        officers.organisation = programmeStorage().settings.organisation;
        officers.approver = Role.Approver;
        if (_isListAct(selector)) {
            officers.proposer = Role.Preparer;
        } else if (_isMoneyAct(selector)) {
            officers.proposer = Role.Finance;
        } else if (_isWaitingAct(selector)) {
            officers.proposer = Role.Finance;
            officers.wait = CHANGE_WAIT;
        } else {
            revert DualControl_NotAnAct(selector);
        }
    }

    function _isWaitingAct(bytes4 selector) private pure returns (bool) {
        return
            selector == ICycles.changeBands.selector ||
            selector == IShops.changePayout.selector ||
            selector == IPauses.liftGuardianPause.selector ||
            selector == IClosure.closeProgramme.selector;
    }

    function _isListAct(bytes4 selector) private pure returns (bool) {
        return
            selector == ICycles.cancelCycle.selector ||
            selector == ICycles.stopCycle.selector ||
            selector == ICycles.extendCycle.selector ||
            selector == ICycles.reduceCycle.selector;
    }

    function _isMoneyAct(bytes4 selector) private pure returns (bool) {
        return
            selector == IBudget.recordSource.selector ||
            selector == IBudget.returnUnspent.selector ||
            selector == IBudget.changeFeeReserve.selector ||
            selector == ICycles.closeCycle.selector ||
            selector == IShops.registerShop.selector ||
            selector == IShops.changeShopTerms.selector ||
            selector == ICorrections.correct.selector ||
            selector == ISettlements.settle.selector ||
            selector == ISettlements.confirmSettlement.selector ||
            selector == ISettlements.returnSettlement.selector;
    }

    /// @inheritdoc Proxy
    function _implementation() internal view override returns (address) {
        return _SHOP_DESK;
    }
}
