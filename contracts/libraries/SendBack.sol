// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC165Checker} from "@openzeppelin/contracts/utils/introspection/ERC165Checker.sol";
import {IReturnableSource} from "../interfaces/IReturnableSource.sol";

/// @title How unspent money goes back to where it came from
/// @notice A source that takes returns itself ({IReturnableSource}) is asked to, any other gets a transfer.
/// @dev The source is foreign code. So the caller must not be callable meanwhile, and must require afterwards that exactly the tokens left:
/// a source that takes less than it may leaves an allowance behind.
library SendBack {
    using SafeERC20 for IERC20;

    /// @notice Send money of this contract back to a source; reverts when source or token refuse.
    /// @param amount Ledger units.
    /// @param scale Tokens' smallest units in a ledger unit.
    function send(IERC20 asset, address source, uint128 amount, uint256 scale) internal {
        if (ERC165Checker.supportsInterface(source, type(IReturnableSource).interfaceId)) {
            asset.forceApprove(source, amount * scale);
            IReturnableSource(source).takeBack(amount);
        } else {
            asset.safeTransfer(source, amount * scale);
        }
    }
}
