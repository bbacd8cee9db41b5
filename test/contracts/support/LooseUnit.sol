// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {ICurrencyUnit} from "../../../contracts/interfaces/ICurrencyUnit.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";

/// @notice Says that it is a unit of account, so that banks may pay in its place, and does not keep to what that means. It can be told to
/// forget a part of what it retires and restores, and to call somebody whenever it is called ({ReentrantToken-arm}).
contract LooseUnit is ReentrantToken, IERC165 {
    /// @notice What it leaves untouched of every retirement and of every restoration, the unit's smallest parts.
    uint256 public forgotten;

    mapping(bytes32 paymentReference => uint256) private _retired;

    constructor() ReentrantToken(6) {}

    function forget(uint256 amount) external {
        forgotten = amount;
    }

    function retire(uint256 amount, bytes32 paymentReference) external {
        _retired[paymentReference] = amount;
        _burn(msg.sender, amount - forgotten);
    }

    function restore(bytes32 paymentReference) external returns (uint256 amount) {
        amount = _retired[paymentReference] - forgotten;
        _mint(msg.sender, amount);
    }

    function finalise(bytes32 paymentReference) external {
        delete _retired[paymentReference];
        // Nothing moves, but whom it is to call is called.
        _mint(msg.sender, 0);
    }

    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(ICurrencyUnit).interfaceId || interfaceId == type(IERC165).interfaceId;
    }
}
