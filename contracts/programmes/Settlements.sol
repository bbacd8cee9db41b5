// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ICurrencyUnit} from "../interfaces/ICurrencyUnit.sol";
import {IDocumentRegistry} from "../interfaces/IDocumentRegistry.sol";
import {ISettlements} from "../interfaces/ISettlements.sol";
import {IShops} from "../interfaces/IShops.sol";
import {CycleId, ShopId} from "../types/Ids.sol";
import {ProgrammeModule} from "./ProgrammeModule.sol";
import {BPS, ProgrammeStorage, Shop, programmeStorage} from "./ProgrammeState.sol";

/// @title Paying shops for reconciled receipts
abstract contract Settlements is ProgrammeModule, ISettlements {
    using SafeERC20 for IERC20;

    /// @dev Where statements are recorded; the same for every programme of this implementation.
    IDocumentRegistry private immutable _DOCUMENTS;

    constructor(IDocumentRegistry documents) {
        _DOCUMENTS = documents;
    }

    /// @inheritdoc ISettlements
    function settle(SettlementTerms calldata terms) external onlyAct nonReentrant returns (uint32 id) {
        // check
        _requirePayouts();
        ProgrammeStorage storage s = programmeStorage();
        id = s.lastSettlementId + 1;
        if (terms.expectedId != id) revert Settlements_OtherSettlementId(terms.expectedId, id);
        _requireTerms(terms);

        // effect: before any token moves, the amount is owed no more
        s.lastSettlementId = id;
        s.ledgers[terms.shop][terms.cycle].settled += terms.amount;
        s.committed -= terms.amount - terms.withholding;
        _takeFees(terms.commission);
        uint128 payment = terms.amount - terms.withholding + terms.commission;

        // interaction
        SettlementState state = _pay(terms, payment);
        if (state == SettlementState.Paid) _free(terms.withholding);
        if (state == SettlementState.Instructed) ++s.instructed;
        if (state == SettlementState.Refused) _oweAgain(terms.shop, terms.cycle, terms);
        s.settlements[id] = Settlement(
            terms.shop,
            terms.cycle,
            state,
            terms.amount,
            terms.withholding,
            terms.commission
        );
        s.endToEndIds[id] = terms.endToEndId;
        emit SettlementMade(id, terms.shop, terms.cycle, state, payment, terms);
    }

    /// @inheritdoc ISettlements
    function confirmSettlement(uint32 id, bytes32 bankStatement) external onlyAct nonReentrant {
        Settlement storage settlement = _requireInstructed(id, bankStatement);
        settlement.state = SettlementState.Paid;
        --programmeStorage().instructed;
        _free(settlement.withholding);
        emit SettlementConfirmed(id, settlement.shop, bankStatement);
        ProgrammeStorage storage s = programmeStorage();
        ICurrencyUnit(s.settings.asset).finalise(s.endToEndIds[id]);
    }

    /// @inheritdoc ISettlements
    function returnSettlement(
        uint32 id,
        bytes32 reason,
        bytes32 bankStatement
    ) external onlyAct nonReentrant {
        // check
        Settlement storage settlement = _requireInstructed(id, bankStatement);
        ProgrammeStorage storage s = programmeStorage();

        // effect
        settlement.state = SettlementState.Returned;
        --s.instructed;
        s.ledgers[settlement.shop][settlement.cycle].settled -= settlement.amount;
        s.committed += settlement.amount - settlement.withholding;
        s.fees += settlement.commission;
        emit SettlementReturned(id, settlement.shop, reason, bankStatement);

        // interaction: the units that were retired come back, all of them
        uint256 before = _holding();
        ICurrencyUnit(s.settings.asset).restore(s.endToEndIds[id]);
        _requireMoved(
            settlement.amount - settlement.withholding + settlement.commission,
            _holding() - before
        );
    }

    /// @inheritdoc ISettlements
    function settlementOf(uint32 id) external view returns (Settlement memory) {
        return programmeStorage().settlements[id];
    }

    /// @inheritdoc ISettlements
    function nextSettlementId() external view returns (uint32) {
        return programmeStorage().lastSettlementId + 1;
    }

    /// @inheritdoc ISettlements
    function ledgerOf(ShopId shop, CycleId cycle) external view returns (ShopLedger memory) {
        return programmeStorage().ledgers[shop][cycle];
    }

    function _requireTerms(SettlementTerms calldata terms) private view {
        ProgrammeStorage storage s = programmeStorage();
        Shop storage shop = s.shops[terms.shop];
        if (terms.amount == 0) revert Settlements_NothingToPay();
        uint256 owed = _owed(s.ledgers[terms.shop][terms.cycle]);
        if (terms.amount > owed) revert Settlements_AboveOwed(terms.shop, terms.cycle, owed, terms.amount);
        if (terms.withholding > terms.amount) {
            revert Settlements_WithholdingAboveAmount(terms.withholding, terms.amount);
        }
        uint256 commission = (uint256(terms.amount) * shop.commissionBps) / BPS;
        if (terms.commission != commission)
            revert Settlements_CommissionDiffers(commission, terms.commission);
        bytes32 payoutHash = keccak256(abi.encode(shop.payout));
        if (terms.payoutHash != payoutHash) {
            revert Settlements_PayoutDiffers(terms.shop, payoutHash, terms.payoutHash);
        }
        _requireRecorded(terms.statement);
        for (uint256 i = 0; i < terms.lastReceipts.length; ++i) {
            TerminalMark calldata mark = terms.lastReceipts[i];
            IShops.Terminal storage terminal = s.terminals[mark.terminal];
            if (!(terminal.shop == terms.shop) || mark.number >= terminal.nextNumber) {
                revert Settlements_MarkInvalid(mark.terminal, mark.number);
            }
        }
    }

    /// @dev Pay or instruct. A token that refuses changes nothing; one that moves another amount than asked reverts.
    function _pay(SettlementTerms calldata terms, uint128 payment) private returns (SettlementState) {
        ProgrammeStorage storage s = programmeStorage();
        IShops.Payout storage payout = s.shops[terms.shop].payout;
        uint256 before = _holding();
        if (payout.mode == IShops.PayoutMode.Bank) {
            if (terms.endToEndId == 0) revert Settlements_EndToEndIdMissing();
            ICurrencyUnit(s.settings.asset).retire(payment * s.assetScale, terms.endToEndId);
            _requireMoved(payment, before - _holding());
            return SettlementState.Instructed;
        }
        if (!IERC20(s.settings.asset).trySafeTransfer(payout.account, payment * s.assetScale)) {
            return SettlementState.Refused;
        }
        _requireMoved(payment, before - _holding());
        return SettlementState.Paid;
    }

    /// @dev Undo the effects of a settlement whose payment was refused.
    function _oweAgain(ShopId shop, CycleId cycle, SettlementTerms calldata terms) private {
        ProgrammeStorage storage s = programmeStorage();
        s.ledgers[shop][cycle].settled -= terms.amount;
        s.committed += terms.amount - terms.withholding;
        s.fees += terms.commission;
    }

    function _requireInstructed(
        uint32 id,
        bytes32 bankStatement
    ) private view returns (Settlement storage settlement) {
        settlement = programmeStorage().settlements[id];
        if (settlement.state != SettlementState.Instructed) {
            revert Settlements_WrongState(id, settlement.state);
        }
        _requireRecorded(bankStatement);
    }

    function _requireRecorded(bytes32 document) private view {
        if (!_DOCUMENTS.isRecordedBy(document, programmeStorage().settings.organisation)) {
            revert Settlements_StatementNotRecorded(document);
        }
    }
}
