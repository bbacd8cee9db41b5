// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {IBeneficiaryAccounts} from "../interfaces/IBeneficiaryAccounts.sol";
import {ICycles} from "../interfaces/ICycles.sol";
import {IRedemptions} from "../interfaces/IRedemptions.sol";
import {ISettlements} from "../interfaces/ISettlements.sol";
import {IShops} from "../interfaces/IShops.sol";
import {AccountBitmap} from "../libraries/AccountBitmap.sol";
import {EntitlementWordLibrary} from "../libraries/EntitlementWord.sol";
import {ReceiptItems} from "../libraries/ReceiptItems.sol";
import {Role} from "../types/Roles.sol";
import {RedemptionSwitch, isPaused, pauseStorage} from "./PauseState.sol";
import {
    Ceiling,
    Cycle,
    CycleHead,
    ProgrammeStorage,
    bucketOf,
    netSales,
    programmeStorage,
    setNetSales
} from "./ProgrammeState.sol";
import {ReceiptRun} from "./ReceiptRun.sol";

/// @title Counting receipts
abstract contract Redemptions is ReceiptRun, EIP712, IRedemptions {
    using AccountBitmap for AccountBitmap.Bitmap;
    using ReceiptItems for bytes;

    bytes32 private constant BATCH_TYPE = keccak256(
        "ReceiptBatch(address terminal,uint32 cycle,uint32 firstNumber,bytes items)"
    );

    uint256 private constant LONGEST_HOLD = 90 days;

    constructor(IBeneficiaryAccounts accounts) ReceiptRun(accounts) EIP712("Annona Programme", "1") {}

    /// @inheritdoc IRedemptions
    function redeem(
        ReceiptBatch calldata batch,
        bytes calldata signature,
        ListExtract[] calldata extracts
    ) external returns (uint32 nextNumber) {
        // check
        uint256 count = batch.items.countItems();
        Run memory run;
        (run.key, run.cycle, run.firstNumber) = (batch.terminal, batch.cycle, batch.firstNumber);
        IShops.Terminal memory terminal = programmeStorage().terminals[run.key];
        if (terminal.status != IShops.TerminalStatus.Active) {
            revert Redemptions_TerminalNotActive(run.key, uint8(terminal.status));
        }
        if (run.firstNumber > terminal.nextNumber) {
            revert Redemptions_Gap(run.key, terminal.nextNumber, batch.firstNumber);
        }
        run.known = terminal.nextNumber - run.firstNumber;
        if (run.known >= count) return terminal.nextNumber;
        (address signer, , ) = ECDSA.tryRecoverCalldata(hashBatch(batch), signature);
        if (signer != run.key) revert Redemptions_SignatureInvalid(run.key);

        // effect
        run.shop = terminal.shop;
        return _count(run, batch.items, extracts, _begin(run, terminal));
    }

    /// @inheritdoc IRedemptions
    function holdAccounts(uint32[] calldata accounts, uint40 until) external {
        _requireRole(Role.Custodian);
        uint256 latest = block.timestamp + LONGEST_HOLD;
        if (until <= block.timestamp || until > latest) revert Redemptions_HoldTooLong(until, latest);
        ProgrammeStorage storage s = programmeStorage();
        for (uint256 i = 0; i < accounts.length; ++i) {
            s.held.set(accounts[i]);
            s.heldUntil[accounts[i]] = until;
            emit AccountHeld(accounts[i], until, msg.sender);
        }
    }

    /// @inheritdoc IRedemptions
    function releaseAccounts(uint32[] calldata accounts) external {
        _requireRole(Role.Custodian);
        ProgrammeStorage storage s = programmeStorage();
        for (uint256 i = 0; i < accounts.length; ++i) {
            s.held.clear(accounts[i]);
            delete s.heldUntil[accounts[i]];
            emit AccountReleased(accounts[i], msg.sender);
        }
    }

    /// @inheritdoc IRedemptions
    function heldUntil(uint32 account) external view returns (uint40) {
        uint40 until = programmeStorage().heldUntil[account];
        return until >= block.timestamp ? until : 0;
    }

    /// @inheritdoc IRedemptions
    function receiptStatus(address terminal, uint32 number) external view returns (bool, bool) {
        ProgrammeStorage storage s = programmeStorage();
        return (_bit(s.rejectedReceipts[terminal], number), _bit(s.correctedReceipts[terminal], number));
    }

    /// @inheritdoc IRedemptions
    function hashBatch(ReceiptBatch calldata batch) public view returns (bytes32) {
        bytes32 items = keccak256(batch.items);
        return
            _hashTypedDataV4(
                keccak256(abi.encode(BATCH_TYPE, batch.terminal, batch.cycle, batch.firstNumber, items))
            );
    }

    /// @dev Count the items that are not known yet until the end or a stop, and store what they changed.
    function _count(
        Run memory run,
        bytes calldata items,
        ListExtract[] calldata extracts,
        Stop stop
    ) private returns (uint32 nextNumber) {
        (uint256 first, uint256 endPlace) = items.places();
        uint256 place = first + run.known * ITEM;
        if (stop == Stop.None) run.rejections = ReceiptItems.newRejections(items.length);
        while (stop == Stop.None) {
            if (!run.isCycleOver) place = _plainSales(run, place, endPlace);
            if (place == endPlace) break;
            stop = _lookCloser(run, ReceiptItems.itemAt(place), (place - first) / ITEM, extracts);
            if (stop == Stop.None) place += ITEM;
        }
        nextNumber = uint32(run.firstNumber + (place - first) / ITEM);
        bytes calldata counted = items[run.known * ITEM:place - first];
        if (counted.length > 0) _finish(run, nextNumber);
        _announce(run, counted, stop);
    }

    function _announce(Run memory run, bytes calldata counted, Stop stop) private {
        uint32 first = uint32(run.firstNumber + run.known);
        emit ReceiptsRecorded(run.key, run.cycle, run.shop, first, counted, run.rejections, stop);
    }

    /// @dev Read what the run needs; or the cause that stops it before its first item.
    function _begin(Run memory run, IShops.Terminal memory terminal) private view returns (Stop) {
        ProgrammeStorage storage s = programmeStorage();
        CycleHead memory head = s.cycles[run.cycle].head;
        if (head.state != ICycles.CycleState.Approved) {
            RedemptionSwitch memory pause = pauseStorage().redemptions;
            // A closed programme has no open cycle, and no active terminal.
            if (pause.isClosed) {
                revert Redemptions_TerminalNotActive(run.key, uint8(IShops.TerminalStatus.Revoked));
            }
            if (isPaused(pause.guardianSince, pause.memberUntil)) return Stop.Paused;
            run.isCycleOver =
                head.state == ICycles.CycleState.Cancelled ||
                head.state == ICycles.CycleState.Closed ||
                head.state == ICycles.CycleState.Returned;
            return run.isCycleOver ? Stop.None : Stop.CycleNotApproved;
        }
        if (block.timestamp < head.haltedUntil) return Stop.Paused;
        run.isCycleOver = block.timestamp > head.graceEndsAt;
        if (run.isCycleOver) return Stop.None;
        if (block.timestamp < head.opensAt) return Stop.NotOpenYet;
        Ceiling memory ceiling = s.shops[terminal.shop].ceiling;
        if (!ceiling.isActive) return Stop.ShopNotActive;

        run.limit = terminal.limitPerCycle;
        run.bank = EntitlementWordLibrary.key(head.bank, 0);
        run.firstDay = head.opensAt / 1 days;
        run.daySpan = head.expiresAt / 1 days - run.firstDay;
        (run.capacity, run.used) = bucketOf(ceiling);
        run.net = netSales(run.key, terminal, run.cycle);
        run.openBlock = NONE;
        run.summaryIndex = NONE;
        return Stop.None;
    }

    /// @dev Store what the run changed. Refunds are rare, and most of their slots are left alone without one.
    function _finish(Run memory run, uint32 nextNumber) private {
        ProgrammeStorage storage s = programmeStorage();
        IShops.Terminal storage terminal = s.terminals[run.key];
        terminal.nextNumber = nextNumber;
        if (run.isCycleOver) return;
        setNetSales(terminal, run.key, run.cycle, run.net);
        Ceiling storage ceiling = s.shops[run.shop].ceiling;
        (ceiling.used, ceiling.usedAt) = (uint80(run.used), uint40(block.timestamp));
        Cycle storage cycle = s.cycles[run.cycle];
        cycle.head.redeemed += uint80(run.gross);
        ISettlements.ShopLedger storage ledger = s.ledgers[run.shop][run.cycle];
        ledger.gross += uint128(run.gross);
        if (run.refunds == 0) return;
        cycle.refunded += uint128(run.refunds);
        ledger.refunds += uint128(run.refunds);
    }
}
