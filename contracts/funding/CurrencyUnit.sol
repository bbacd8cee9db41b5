// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Acts} from "../governance/Acts.sol";
import {DualControl} from "../governance/DualControl.sol";
import {IConsortium} from "../interfaces/IConsortium.sol";
import {ICurrencyUnit} from "../interfaces/ICurrencyUnit.sol";
import {IDualControl} from "../interfaces/IDualControl.sol";
import {OrganisationId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";

/// @title Currency unit
contract CurrencyUnit is ICurrencyUnit, ERC20, DualControl {
    using SafeCast for uint256;

    enum RetirementState {
        None,
        Open,
        Over
    }

    struct Retirement {
        uint248 amount;
        RetirementState state;
    }

    /// @dev Scale of {Funding}'s rate.
    uint256 private constant RATE_SCALE = 1e18;

    /// @inheritdoc ICurrencyUnit
    OrganisationId public immutable organisation;

    uint8 private immutable _DECIMALS;

    mapping(address holder => mapping(bytes32 paymentReference => Retirement)) private _retirements;
    mapping(bytes32 document => bool) private _isDocumentUsed;

    /// @param organisation_ The agency that issues the unit.
    /// @param decimals_ Minor digits of the currency (ISO 4217), e.g. 0 for XOF.
    constructor(
        IConsortium consortium,
        OrganisationId organisation_,
        string memory name_,
        string memory symbol_,
        uint8 decimals_
    ) ERC20(name_, symbol_) Acts(consortium) {
        organisation = organisation_;
        _DECIMALS = decimals_;
    }

    /// @inheritdoc ICurrencyUnit
    function issue(address to, uint256 amount, Funding calldata funding) external onlyAct {
        // check
        if (funding.sourceAmount == 0) revert CurrencyUnit_FundingInvalid("sourceAmount");
        if (funding.sourceCurrency == 0) revert CurrencyUnit_FundingInvalid("sourceCurrency");
        if (funding.rate == 0) revert CurrencyUnit_FundingInvalid("rate");
        if (funding.document == 0) revert CurrencyUnit_FundingInvalid("document");
        uint256 funded = Math.mulDiv(funding.sourceAmount, funding.rate, RATE_SCALE);
        if (amount == 0 || amount != funded) revert CurrencyUnit_FundingInvalid("amount");
        if (_isDocumentUsed[funding.document]) revert CurrencyUnit_DocumentUsed(funding.document);

        // effect
        _isDocumentUsed[funding.document] = true;
        _mint(to, amount);
        emit UnitsIssued(to, amount, funding);
    }

    /// @inheritdoc ICurrencyUnit
    function retire(uint256 amount, bytes32 paymentReference) external {
        // check
        Retirement storage retirement = _retirements[msg.sender][paymentReference];
        if (retirement.state != RetirementState.None)
            revert CurrencyUnit_ReferenceUsed(msg.sender, paymentReference);

        // effect
        _burn(msg.sender, amount);
        retirement.amount = amount.toUint248();
        retirement.state = RetirementState.Open;
        emit UnitsRetired(msg.sender, paymentReference, amount);
    }

    /// @inheritdoc ICurrencyUnit
    function restore(bytes32 paymentReference) external returns (uint256 amount) {
        amount = _endRetirement(paymentReference);
        _mint(msg.sender, amount);
        emit UnitsRestored(msg.sender, paymentReference, amount);
    }

    /// @inheritdoc ICurrencyUnit
    function finalise(bytes32 paymentReference) external {
        uint256 amount = _endRetirement(paymentReference);
        emit RetirementFinal(msg.sender, paymentReference, amount);
    }

    /// @inheritdoc ICurrencyUnit
    function retiredOf(address holder, bytes32 paymentReference) external view returns (uint256) {
        Retirement storage retirement = _retirements[holder][paymentReference];
        return retirement.state == RetirementState.Open ? retirement.amount : 0;
    }

    /// @notice Minor digits of the currency.
    function decimals() public view override returns (uint8) {
        return _DECIMALS;
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return
            interfaceId == type(ICurrencyUnit).interfaceId ||
            interfaceId == type(IDualControl).interfaceId ||
            interfaceId == type(IERC20).interfaceId ||
            interfaceId == type(IERC165).interfaceId;
    }

    function _officersOf(bytes calldata act) internal view override returns (Officers memory) {
        if (bytes4(act) != ICurrencyUnit.issue.selector) revert DualControl_NotAnAct(bytes4(act));
        return Officers(organisation, Role.Finance, Role.Approver, 0);
    }

    /// @dev The reference stays used: a payment that was tried again gets a new one.
    function _endRetirement(bytes32 paymentReference) private returns (uint256) {
        Retirement storage retirement = _retirements[msg.sender][paymentReference];
        if (retirement.state != RetirementState.Open)
            revert CurrencyUnit_NothingRetired(msg.sender, paymentReference);
        retirement.state = RetirementState.Over;
        return retirement.amount;
    }
}
