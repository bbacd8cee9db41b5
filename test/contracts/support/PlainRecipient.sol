// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IAgreementRegistry, IFundRecipient} from "../../../contracts/interfaces/IFundRecipient.sol";
import {SendBack} from "../../../contracts/libraries/SendBack.sol";

/// @notice The least that a fund can pay into: it takes money and gives it back when told to. It can be told to misbehave.
contract PlainRecipient is IFundRecipient {
    address public asset;
    uint256 private immutable _SCALE;
    /// @notice What it leaves untouched of every funding.
    uint128 public shortBy;
    bool public isClosed;

    constructor(address asset_, uint256 scale) {
        asset = asset_;
        _SCALE = scale;
    }

    function setShortBy(uint128 amount) external {
        shortBy = amount;
    }

    function close() external {
        isClosed = true;
    }

    function fund(uint128 amount, address) external {
        IERC20(asset).transferFrom(msg.sender, address(this), (amount - shortBy) * _SCALE);
    }

    function giveBack(uint128 amount, address source) external {
        SendBack.send(IERC20(asset), source, amount, _SCALE);
    }
}

/// @notice Says who is an agreement.
contract RecipientList is IAgreementRegistry {
    mapping(address => bool) public isAgreement;

    function add(address recipient) external {
        isAgreement[recipient] = true;
    }
}
