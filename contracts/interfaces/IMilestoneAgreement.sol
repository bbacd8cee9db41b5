// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IAdvances} from "./IAdvances.sol";
import {IAgreementEnd} from "./IAgreementEnd.sol";
import {IAgreementSettings} from "./IAgreementSettings.sol";
import {IAgreementTerms} from "./IAgreementTerms.sol";
import {IDisputes} from "./IDisputes.sol";
import {IDualControl} from "./IDualControl.sol";
import {IEscrow} from "./IEscrow.sol";
import {IMilestones} from "./IMilestones.sol";

/// @title Agreement between an agency and an implementing partner, over one asset
/// @notice Who signs. Agency: two officers, Finance proposes and an Approver approves ({IDualControl}), for everything that moves money or
/// binds the agency; one of them alone for what only sends back. Partner: an Administrator (meant to be a Safe) for terms, disputes and
/// notice; a Preparer for evidence and spending reports.
///
/// Trust: two officers of the agency who work together can authorise what the monitors verified, and an advance without them, to the payout
/// that the partner signed; no one can send the escrow anywhere else than to that payout and to recorded sources.
interface IMilestoneAgreement is
    IDualControl,
    IAgreementSettings,
    IEscrow,
    IAdvances,
    IMilestones,
    IAgreementTerms,
    IDisputes,
    IAgreementEnd
{}
