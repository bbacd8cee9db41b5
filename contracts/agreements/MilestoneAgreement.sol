// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Proxy} from "@openzeppelin/contracts/proxy/Proxy.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Acts} from "../governance/Acts.sol";
import {DualControl} from "../governance/DualControl.sol";
import {IAdvances} from "../interfaces/IAdvances.sol";
import {IAgreementEnd} from "../interfaces/IAgreementEnd.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {IAgreementTerms} from "../interfaces/IAgreementTerms.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {Role} from "../types/Roles.sol";
import {AgreementStorage, agreementStorage} from "./AgreementState.sol";
import {Escrow} from "./Escrow.sol";
import {Milestones} from "./Milestones.sol";

/// @title Agreement between an agency and an implementing partner
/// @notice The desk: escrow, milestones, and the proposals of all acts. What it does not know it runs in its office
/// ({AgreementOffice}: terms, advances, disputes, the end) on this contract's storage, because the modules together outgrow the size of one contract. Seen from
/// outside there is one address with the functions of {IMilestoneAgreement}.
///
/// Trust: the office is fixed by the implementation; an upgrade of the beacon replaces both together.
contract MilestoneAgreement is Proxy, Initializable, DualControl, Escrow, Milestones {
    /// @dev A new payout waits, so that somebody sees it before it counts.
    uint40 private constant CHANGE_WAIT = 2 days;

    address private immutable _OFFICE;

    constructor(IConsortium consortium, address office) Acts(consortium) EIP712("Annona Agreement", "1") {
        _OFFICE = office;
        // This contract is only ever code for proxies; on its own storage nobody can start an agreement.
        _disableInitializers();
    }

    /// @inheritdoc DualControl
    function _officersOf(bytes calldata act) internal view override returns (Officers memory officers) {
        bytes4 selector = bytes4(act);
        if (!_isAct(selector)) revert DualControl_NotAnAct(selector);
        officers.organisation = agreementStorage().agency;
        officers.proposer = Role.Finance;
        officers.approver = Role.Approver;
        if (selector == IAgreementTerms.offerTerms.selector && _changesPayout(act[4:])) {
            officers.wait = CHANGE_WAIT;
        }
    }

    /// @dev No function of the office takes ether, and none could send it back.
    function _fallback() internal override {
        if (msg.value > 0) revert IAgreementSettings.Agreement_EtherNotAccepted();
        super._fallback();
    }

    /// @inheritdoc Proxy
    function _implementation() internal view override returns (address) {
        return _OFFICE;
    }

    /// @dev Whether these terms would send the partner's money elsewhere than now.
    function _changesPayout(bytes calldata encoded) private view returns (bool) {
        AgreementStorage storage s = agreementStorage();
        if (s.version == 0) return false;
        address payout = abi.decode(encoded, (IAgreementTerms.Terms)).payout;
        return payout != s.conducts[s.version].payout;
    }

    function _isAct(bytes4 selector) private pure returns (bool) {
        return
            selector == IAgreementTerms.offerTerms.selector ||
            selector == IEscrow.recordSource.selector ||
            selector == IEscrow.returnExcess.selector ||
            selector == IAdvances.acceptSpending.selector ||
            selector == IAgreementEnd.giveNotice.selector;
    }
}
