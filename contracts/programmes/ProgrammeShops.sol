// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Acts} from "../governance/Acts.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {IDocumentRegistry} from "../interfaces/IDocumentRegistry.sol";
import {Closure} from "./Closure.sol";
import {Corrections} from "./Corrections.sol";
import {Settlements} from "./Settlements.sol";
import {Shops} from "./Shops.sol";

/// @title The shop desk of a programme
/// @notice The part of {Programme} that deals with shops: Shops, Corrections, Settlements, and the Closure when nothing is owed any more. It runs on the storage of the programme that
/// calls it and holds nothing itself.
contract ProgrammeShops is Shops, Corrections, Settlements, Closure {
    constructor(
        IConsortium consortium,
        IDocumentRegistry documents
    ) Acts(consortium) Settlements(documents) {}
}
