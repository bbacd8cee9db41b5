// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Proxy} from "@openzeppelin/contracts/proxy/Proxy.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {Acts} from "../governance/Acts.sol";
import {IBeneficiaryAccounts} from "../interfaces/IBeneficiaryAccounts.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {IProgrammeSettings} from "../interfaces/IProgrammeSettings.sol";
import {EntitlementLists} from "./EntitlementLists.sol";
import {Redemptions} from "./Redemptions.sol";

/// @title Programme: one agency's assistance programme
/// @notice The counter: loading of lists and redemptions. What it does not know it runs in its office ({ProgrammeOffice}: dual control,
/// Budget, Cycles), and what that does not know in the shop desk ({ProgrammeShops}: Shops, Corrections, Settlements), all on this
/// contract's storage, because the modules together outgrow the size of one contract. Seen from outside there is one address with the
/// functions of {IProgramme}.
///
/// Trust: office and desk are fixed by the implementation; an upgrade of the beacon replaces all three together.
contract Programme is Proxy, Initializable, EntitlementLists, Redemptions {
    address private immutable _OFFICE;

    constructor(
        IConsortium consortium,
        IBeneficiaryAccounts accounts,
        address office
    ) Acts(consortium) Redemptions(accounts) {
        _OFFICE = office;
        // This contract is only ever code for proxies; on its own storage nobody can start a programme.
        _disableInitializers();
    }

    /// @dev No function of the other parts takes ether, and none could send it back.
    function _fallback() internal override {
        if (msg.value > 0) revert IProgrammeSettings.Programme_EtherNotAccepted();
        super._fallback();
    }

    /// @inheritdoc Proxy
    function _implementation() internal view override returns (address) {
        return _OFFICE;
    }
}
