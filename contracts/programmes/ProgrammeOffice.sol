// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import { Acts } from "../governance/Acts.sol";
import { DualControl } from "../governance/DualControl.sol";
import { IBudget } from "../interfaces/IBudget.sol";
import { IConsortium } from "../interfaces/IConsortium.sol";
import { ICorrections } from "../interfaces/ICorrections.sol";
import { ICycles } from "../interfaces/ICycles.sol";
import { IDocumentRegistry } from "../interfaces/IDocumentRegistry.sol";
import { ISettlements } from "../interfaces/ISettlements.sol";
import { IShops } from "../interfaces/IShops.sol";
import { Role } from "../types/Roles.sol";
import { Budget } from "./Budget.sol";
import { Corrections } from "./Corrections.sol";
import { programmeStorage } from "./ProgrammeState.sol";
import { Settlements } from "./Settlements.sol";
import { Shops } from "./Shops.sol";

/// @title The office of a programme
/// @notice The part of {Programme} where two officers act: Budget, Shops, Corrections, Settlements, and the proposals of all acts, those of the
/// cycles included. It runs on the storage of the programme that calls it and holds nothing itself.
contract ProgrammeOffice is DualControl, Budget, Shops, Corrections, Settlements {
    /// @dev Bands and payouts wait, so that somebody sees them before they count.
    uint40 private constant CHANGE_WAIT = 2 days;

    constructor(IConsortium consortium, IDocumentRegistry documents) Acts(consortium) Settlements(documents) {}

    /// @inheritdoc DualControl
    function _officersOf(bytes calldata act) internal view override returns (Officers memory officers) {
        bytes4 selector = bytes4(act);
        officers.organisation = programmeStorage().settings.organisation;
        officers.approver = Role.Approver;
        if (_isListAct(selector)) {
            officers.proposer = Role.Preparer;
        } else if (_isMoneyAct(selector)) {
            officers.proposer = Role.Finance;
        } else if (selector == ICycles.changeBands.selector || selector == IShops.changePayout.selector) {
            officers.proposer = Role.Finance;
            officers.wait = CHANGE_WAIT;
        } else {
            revert DualControl_NotAnAct(selector);
        }
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
}
