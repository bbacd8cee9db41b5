// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IEscrow} from "../interfaces/IEscrow.sol";
import {AgreementStorage, Books, agreementStorage} from "./AgreementState.sol";
import {EscrowMoney} from "./EscrowMoney.sol";

/// @title Escrow of an agreement
abstract contract Escrow is EscrowMoney, IEscrow {
    /// @dev Bounds the loop over them when money is given back.
    uint256 private constant MOST_SOURCES = 6;

    /// @inheritdoc IEscrow
    function fund(uint128 amount, address source) external nonReentrant {
        // check
        AgreementStorage storage s = _requireActive();
        Source storage origin = s.sourceOf[source];
        if (amount == 0) revert Escrow_ZeroAmount();
        if (!origin.isRecorded) revert Escrow_SourceNotRecorded(source);
        if (msg.sender != source) revert Escrow_OnlySource(source, msg.sender);
        (uint80 unfunded, ) = _fit(s.books);
        if (amount > unfunded) revert Escrow_AboveUnfunded(amount, unfunded);

        // effect
        origin.brought += amount;
        // at most what is unfunded, so it fits
        s.books.escrowed += uint80(amount);
        s.books.held += uint80(amount);
        emit Escrowed(source, amount);

        // interaction
        _take(msg.sender, amount);
    }

    /// @inheritdoc IEscrow
    function recordSource(address source, bytes32 document) external onlyAct {
        AgreementStorage storage s = agreementStorage();
        if (source == address(0) || source == address(this) || source == address(s.asset)) {
            revert Escrow_SourceInvalid(source);
        }
        if (s.sourceOf[source].isRecorded) revert Escrow_SourceRecordedAlready(source);
        if (s.sources.length == MOST_SOURCES) revert Escrow_TooManySources();
        s.sourceOf[source].isRecorded = true;
        s.sources.push(source);
        emit SourceRecorded(source, document);
    }

    /// @inheritdoc IEscrow
    function returnExcess(uint128 amount) external onlyAct nonReentrant {
        if (amount == 0) revert Escrow_ZeroAmount();
        (, uint80 excess) = _fit(agreementStorage().books);
        if (amount > excess) revert Escrow_AboveExcess(amount, excess);
        // at most the excess, so it fits
        _giveBack(uint80(amount));
    }

    /// @inheritdoc IEscrow
    function sendReturn(address source) external nonReentrant {
        _sendCredited(source);
    }

    /// @inheritdoc IEscrow
    function returnCredited(address source) external onlyAct {
        _sendCredited(source);
    }

    /// @inheritdoc IEscrow
    function money() external view returns (Money memory m) {
        Books storage b = agreementStorage().books;
        (m.unfunded, m.excess) = _fit(b);
        m.committed = b.paid + b.pending;
        m.pending = b.pending;
        m.escrowed = b.escrowed;
        m.paid = b.paid;
        m.refunded = b.refunded;
        m.returned = b.returned;
        m.held = b.held;
        m.reserved = b.reserved;
        m.credited = b.credited;
    }

    /// @inheritdoc IEscrow
    function sources() external view returns (address[] memory) {
        return agreementStorage().sources;
    }

    /// @inheritdoc IEscrow
    function sourceOf(address source) external view returns (Source memory) {
        return agreementStorage().sourceOf[source];
    }

    /// @inheritdoc IEscrow
    function isSource(address source) external view returns (bool) {
        return agreementStorage().sourceOf[source].isRecorded;
    }

    /// @inheritdoc IEscrow
    function returnedTo(address source) external view returns (uint128) {
        return agreementStorage().sourceOf[source].returned;
    }

    /// @inheritdoc IEscrow
    function asset() external view returns (address) {
        return address(agreementStorage().asset);
    }

    /// @inheritdoc IEscrow
    function assetScale() external view returns (uint256) {
        return _scale();
    }
}
