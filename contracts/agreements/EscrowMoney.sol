// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {IAgreementSettings} from "../interfaces/IAgreementSettings.sol";
import {SendBack} from "../libraries/SendBack.sol";
import {AgreementModule} from "./AgreementModule.sol";
import {AgreementStorage, Books, agreementStorage} from "./AgreementState.sol";

/// @title How an agreement's money moves
/// @notice The only place from which tokens leave, and the only one that takes them in.
abstract contract EscrowMoney is AgreementModule {
    using SafeERC20 for IERC20;

    /// @dev What the return to one source may use. All sources together fit into a transaction, beside a termination.
    uint256 private constant RETURN_GAS = 2_000_000;

    /// @dev Set escrow aside for a submission. `released` of it was set aside before.
    function _reserve(uint80 amount, uint80 released) internal {
        Books storage b = agreementStorage().books;
        uint80 free = b.held + released - b.reserved - b.credited;
        if (amount > free) revert IEscrow.Escrow_NotFunded(amount, free);
        b.reserved = b.reserved + amount - released;
    }

    /// @dev Pull tokens in; exactly the amount must arrive.
    function _take(address payer, uint128 amount) internal {
        AgreementStorage storage s = agreementStorage();
        uint256 before = _holding();
        s.asset.safeTransferFrom(payer, address(this), _tokens(amount));
        _requireMoved(amount, _holding() - before);
    }

    /// @dev Pay tokens out. False, and nothing moved, when the token refuses; reverts when another amount moved.
    function _send(address to, uint128 amount) internal returns (bool isSent) {
        AgreementStorage storage s = agreementStorage();
        uint256 before = _holding();
        isSent = s.asset.trySafeTransfer(to, _tokens(amount));
        if (isSent) _requireMoved(amount, before - _holding());
    }

    /// @dev When the agreement is over, what nobody can claim any more goes back to the sources.
    function _giveBackIfOver() internal {
        AgreementStorage storage s = agreementStorage();
        if (s.state == IAgreementSettings.AgreementState.Active) return;
        _giveBack(s.books.held - s.books.reserved - s.books.credited);
    }

    /// @dev Credit escrow to the sources, the last one first, and send it. Requires that so much is held, neither reserved nor credited;
    /// then the sources have brought at least as much more than was ever credited.
    function _giveBack(uint80 amount) internal {
        AgreementStorage storage s = agreementStorage();
        uint256 count = s.sources.length;
        uint256 i = count;
        while (amount > 0) {
            address source = s.sources[--i];
            IEscrow.Source storage origin = s.sourceOf[source];
            // what a source has brought fits into 80 bits, see {IEscrow-fund}
            uint80 room = uint80(origin.brought - origin.credited);
            uint80 part = amount < room ? amount : room;
            if (part == 0) continue;
            amount -= part;
            origin.credited += part;
            s.books.credited += part;
            emit IEscrow.ReturnCredited(source, part);
        }
        for (; i < count; ++i) _trySendCredited(s.sources[i]);
    }

    /// @dev Send a source what is credited to it; reverts when source or token refuse, or another amount moves.
    function _sendCredited(address source) internal {
        AgreementStorage storage s = agreementStorage();
        IEscrow.Source storage origin = s.sourceOf[source];
        uint80 amount = uint80(origin.credited - origin.returned);
        if (amount == 0) revert IEscrow.Escrow_NothingCredited(source);

        // effect: before any token moves, it is credited no more
        origin.returned += amount;
        s.books.credited -= amount;
        s.books.held -= amount;
        s.books.returned += amount;
        emit IEscrow.Returned(source, amount);

        // interaction
        uint256 before = _holding();
        SendBack.send(s.asset, source, amount, _scale());
        _requireMoved(amount, before - _holding());
    }

    /// @dev The same, apart: whatever a source's code does, it must not stop what else happens in this call.
    function _trySendCredited(address source) private {
        IEscrow.Source storage origin = agreementStorage().sourceOf[source];
        uint128 amount = origin.credited - origin.returned;
        if (amount == 0) return;
        try IEscrow(address(this)).returnCredited{gas: RETURN_GAS}(source) {} catch {
            emit IEscrow.ReturnRefused(source, amount);
        }
    }

    /// @dev What is pending and not in escrow, and what is in escrow beyond what is pending; one of them is 0.
    function _fit(Books storage b) internal view returns (uint80 unfunded, uint80 excess) {
        uint80 usable = b.held - b.credited;
        uint80 pending = b.pending;
        if (usable < pending) unfunded = pending - usable;
        else excess = usable - pending;
    }

    /// @dev Tokens that the agreement holds, in the token's smallest unit.
    function _holding() private view returns (uint256) {
        return agreementStorage().asset.balanceOf(address(this));
    }

    /// @dev Reverts unless exactly `amount` ledger units moved.
    function _requireMoved(uint128 amount, uint256 tokens) private view {
        uint256 expected = _tokens(amount);
        if (tokens != expected) revert IEscrow.Escrow_AmountDiffers(expected, tokens);
    }

    /// @dev The token's smallest units in so many ledger units.
    function _tokens(uint128 amount) private view returns (uint256) {
        return amount * _scale();
    }

    function _scale() internal view returns (uint256) {
        return 10 ** agreementStorage().scaleDigits;
    }
}
