// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IBudget} from "./IBudget.sol";
import {IClosure} from "./IClosure.sol";
import {ICorrections} from "./ICorrections.sol";
import {ICycles} from "./ICycles.sol";
import {IDualControl} from "./IDualControl.sol";
import {IEntitlementLists} from "./IEntitlementLists.sol";
import {IPauses} from "./IPauses.sol";
import {IProgrammeSettings} from "./IProgrammeSettings.sol";
import {IRedemptions} from "./IRedemptions.sol";
import {ISettlements} from "./ISettlements.sol";
import {IShops} from "./IShops.sol";

/// @title Programme: one agency's assistance programme
/// @notice Budget + Cycles + Shops + Redemptions + Corrections + Settlements + Pauses + Closure, each specified by its own interface. A beacon proxy made
/// by the {IProgrammeFactory}; what is fixed at creation never changes.
interface IProgramme is
    IProgrammeSettings,
    IDualControl,
    IBudget,
    ICycles,
    IEntitlementLists,
    IShops,
    IRedemptions,
    ICorrections,
    ISettlements,
    IPauses,
    IClosure
{}
