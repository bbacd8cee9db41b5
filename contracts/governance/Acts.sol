// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IConsortium} from "../interfaces/IConsortium.sol";
import {IDualControl} from "../interfaces/IDualControl.sol";

/// @title Functions that run only as acts of two officers
/// @notice Split from {DualControl} so that the parts of a programme can hold acts while one of them holds the proposals.
abstract contract Acts {
    /// @dev Organisations and roles are read from here.
    IConsortium internal immutable _CONSORTIUM;

    constructor(IConsortium consortium) {
        _CONSORTIUM = consortium;
    }

    /// @dev Marks an act: it runs only when the contract calls itself, which only {IDualControl-approveAct} does.
    modifier onlyAct() {
        _requireAct();
        _;
    }

    function _requireAct() private view {
        if (msg.sender != address(this)) revert IDualControl.DualControl_TwoOfficersNeeded(msg.sender);
    }
}
