// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IConsortium} from "../interfaces/IConsortium.sol";
import {IDonorFundFactory} from "../interfaces/IDonorFundFactory.sol";
import {IAgreementRegistry} from "../interfaces/IFundRecipient.sol";
import {IProgrammeFactory} from "../interfaces/IProgrammeFactory.sol";
import {OrganisationId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";
import {DonorFund} from "./DonorFund.sol";

/// @title Donor fund factory
contract DonorFundFactory is IDonorFundFactory {
    IConsortium private immutable _CONSORTIUM;
    IProgrammeFactory private immutable _PROGRAMMES;
    IAgreementRegistry private immutable _AGREEMENTS;
    address private immutable _WRAPPED_ETHER;

    /// @inheritdoc IDonorFundFactory
    mapping(address fund => bool) public isFund;

    address[] private _funds;

    /// @param programmes Says who is a programme of the consortium.
    /// @param agreements Says who is an agreement of the consortium.
    /// @param wrappedEther What wraps ether on this chain; zero where nothing does.
    constructor(
        IConsortium consortium,
        IProgrammeFactory programmes,
        IAgreementRegistry agreements,
        address wrappedEther
    ) {
        _CONSORTIUM = consortium;
        _PROGRAMMES = programmes;
        _AGREEMENTS = agreements;
        _WRAPPED_ETHER = wrappedEther;
    }

    /// @inheritdoc IDonorFundFactory
    function createFund(
        OrganisationId organisation,
        address asset,
        string calldata name
    ) external returns (address fund) {
        // check
        _CONSORTIUM.requireRole(organisation, Role.Administrator, msg.sender);

        // interaction: only the fund's own constructor runs here, which asks the asset for its decimals
        DonorFund.Surroundings memory around = DonorFund.Surroundings({
            consortium: _CONSORTIUM,
            programmes: _PROGRAMMES,
            agreements: _AGREEMENTS,
            wrappedEther: _WRAPPED_ETHER
        });
        fund = address(new DonorFund(around, organisation, asset, name));

        // effect
        isFund[fund] = true;
        _funds.push(fund);
        emit FundCreated(fund, organisation, asset, name);
    }

    /// @inheritdoc IDonorFundFactory
    function funds() external view returns (address[] memory) {
        return _funds;
    }
}
