// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import { ECDSA } from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import { EIP712 } from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import { ICycles } from "../interfaces/ICycles.sol";
import { IBeneficiaryAccounts } from "../interfaces/IBeneficiaryAccounts.sol";
import { IRedemptions } from "../interfaces/IRedemptions.sol";
import { ISettlements } from "../interfaces/ISettlements.sol";
import { IShops } from "../interfaces/IShops.sol";
import { AccountBitmap } from "../libraries/AccountBitmap.sol";
import { EntitlementWord, EntitlementWordLibrary } from "../libraries/EntitlementWord.sol";
import { ReceiptItem, ReceiptItems } from "../libraries/ReceiptItems.sol";
import { CycleId, ShopId } from "../types/Ids.sol";
import { Role } from "../types/Roles.sol";
import { ProgrammeModule } from "./ProgrammeModule.sol";
import { Cycle, ProgrammeStorage, Shop, bucketOf, listedAmount, programmeStorage } from "./ProgrammeState.sol";

/// @title Counting receipts
abstract contract Redemptions is ProgrammeModule, EIP712, IRedemptions {
    using AccountBitmap for AccountBitmap.Bitmap;
    using ReceiptItems for bytes;

    /// @dev The run of one batch: what its items read and change, kept in memory until the end. Amounts in ledger units.
    struct Run {
        // fixed for the run
        CycleId cycle;
        uint256 bank;
        uint256 firstDay;
        uint256 lastDay;
        bool isCycleOver;
        uint256 limit;
        uint256 capacity;
        // changing
        uint256 sold;
        uint256 refunded;
        uint256 used;
        uint256 gross;
        uint256 refunds;
        uint256 owedBefore;
        uint256 wordKey;
        EntitlementWord word;
        uint256 summaryIndex;
        uint256 closedBlocks;
        uint256 heldBlocks;
    }

    bytes32 private constant BATCH_TYPE =
        keccak256("ReceiptBatch(address terminal,uint32 cycle,uint32 firstNumber,bytes items)");

    /// @dev The registry of all agencies; the same for every programme of this implementation.
    IBeneficiaryAccounts private immutable _ACCOUNTS;

    uint256 private constant NO_WORD = type(uint256).max;
    uint256 private constant LONGEST_HOLD = 90 days;

    constructor(IBeneficiaryAccounts accounts) EIP712("Annona Programme", "1") {
        _ACCOUNTS = accounts;
    }

    /// @inheritdoc IRedemptions
    function redeem(
        ReceiptBatch calldata batch,
        bytes calldata signature,
        ListExtract[] calldata extracts
    ) external returns (uint32 nextNumber) {
        // check
        uint256 count = batch.items.countItems();
        IShops.Terminal storage terminal = programmeStorage().terminals[batch.terminal];
        if (terminal.status != IShops.TerminalStatus.Active) {
            revert Redemptions_TerminalNotActive(batch.terminal, uint8(terminal.status));
        }
        nextNumber = terminal.nextNumber;
        if (batch.firstNumber > nextNumber) revert Redemptions_Gap(batch.terminal, nextNumber, batch.firstNumber);
        uint256 known = nextNumber - batch.firstNumber;
        if (known >= count) return nextNumber;
        (address signer, , ) = ECDSA.tryRecoverCalldata(hashBatch(batch), signature);
        if (signer != batch.terminal) revert Redemptions_SignatureInvalid(batch.terminal);

        // effect
        nextNumber = uint32(batch.firstNumber + _run(batch, extracts, terminal, known));
        terminal.nextNumber = nextNumber;
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
            _hashTypedDataV4(keccak256(abi.encode(BATCH_TYPE, batch.terminal, batch.cycle, batch.firstNumber, items)));
    }

    /// @dev Count the items from index `known` on until the end or a stop; `end` is the first index that does not count.
    function _run(
        ReceiptBatch calldata batch,
        ListExtract[] calldata extracts,
        IShops.Terminal storage terminal,
        uint256 known
    ) private returns (uint256 end) {
        Run memory run;
        Stop stop = _begin(run, batch, terminal);
        end = known;
        uint256 count = batch.items.length / ReceiptItems.ITEM_BYTES;
        bytes memory rejections = ReceiptItems.newRejections(stop == Stop.None ? count : 0);
        while (end < count && stop == Stop.None) {
            uint256 number = batch.firstNumber + end;
            Rejection rejection;
            (rejection, stop) = _item(run, batch.items.itemAt(end), number, extracts);
            if (stop != Stop.None) break;
            if (rejection != Rejection.None) {
                ReceiptItems.push(rejections, end - known, uint256(rejection));
                _setBit(programmeStorage().rejectedReceipts[batch.terminal], number);
            }
            ++end;
        }
        if (end > known && !run.isCycleOver) _finish(run, batch.terminal, terminal.shop);
        _announce(batch, terminal.shop, known, end, rejections, stop);
    }

    function _announce(
        ReceiptBatch calldata batch,
        ShopId shop,
        uint256 known,
        uint256 end,
        bytes memory rejections,
        Stop stop
    ) private {
        bytes calldata counted = batch.items[known * ReceiptItems.ITEM_BYTES:end * ReceiptItems.ITEM_BYTES];
        uint32 first = uint32(batch.firstNumber + known);
        emit ReceiptsRecorded(batch.terminal, batch.cycle, shop, first, counted, rejections, stop);
    }

    /// @dev Read what the run needs; or the cause that stops it before its first item.
    function _begin(
        Run memory run,
        ReceiptBatch calldata batch,
        IShops.Terminal storage terminal
    ) private view returns (Stop) {
        ProgrammeStorage storage s = programmeStorage();
        Cycle storage cycle = s.cycles[batch.cycle];
        ICycles.CycleState state = cycle.state;
        run.isCycleOver =
            state == ICycles.CycleState.Cancelled ||
            state == ICycles.CycleState.Closed ||
            state == ICycles.CycleState.Returned ||
            (state == ICycles.CycleState.Approved && block.timestamp > cycle.graceEndsAt);
        if (run.isCycleOver) return Stop.None;
        if (state != ICycles.CycleState.Approved) return Stop.CycleNotApproved;
        if (block.timestamp < cycle.opensAt) return Stop.NotOpenYet;
        Shop storage shop = s.shops[terminal.shop];
        if (!shop.isActive) return Stop.ShopNotActive;

        run.cycle = batch.cycle;
        run.limit = terminal.limitPerCycle;
        run.bank = cycle.bank;
        run.firstDay = cycle.opensAt / 1 days;
        run.lastDay = cycle.expiresAt / 1 days;
        (run.capacity, run.used) = bucketOf(shop);
        IShops.TerminalTally storage tally = s.tallies[batch.terminal][batch.cycle];
        run.sold = tally.sold;
        run.refunded = tally.refunded;
        run.owedBefore = _owed(s.ledgers[terminal.shop][batch.cycle]);
        run.wordKey = NO_WORD;
        run.summaryIndex = NO_WORD;
        return Stop.None;
    }

    /// @dev Count one item, or say why it does not count.
    function _item(
        Run memory run,
        ReceiptItem item,
        uint256 number,
        ListExtract[] calldata extracts
    ) private returns (Rejection, Stop) {
        if (run.isCycleOver) return (Rejection.CycleEnded, Stop.None);
        if (!item.isWellFormed()) return (Rejection.Malformed, Stop.None);
        uint256 account = item.account();
        if (!_open(run, account)) return (Rejection.None, Stop.ChunkNotLoaded);
        return item.isRefund() ? _refund(run, item, number, account, extracts) : _sale(run, item, account);
    }

    function _sale(Run memory run, ReceiptItem item, uint256 account) private view returns (Rejection, Stop) {
        uint256 amount = item.amount();
        uint256 day = item.refersTo();
        if (day < run.firstDay || day > run.lastDay) return (Rejection.OutsidePeriod, Stop.None);
        Rejection barred = _barred(run, account);
        if (barred != Rejection.None) return (barred, Stop.None);
        if (amount > run.word.left(account)) return (Rejection.NotEnoughLeft, Stop.None);
        // unchecked: sums of a few amounts below 2^128; refunded never exceeds sold
        unchecked {
            if (run.sold - run.refunded + amount > run.limit) return (Rejection.OverTerminalLimit, Stop.None);
            if (amount > run.capacity) return (Rejection.OverCeiling, Stop.None);
            if (run.used + amount > run.capacity) return (Rejection.None, Stop.CeilingUsedUp);
            run.sold += amount;
            run.used += amount;
            run.gross += amount;
        }
        run.word = run.word.debit(account, amount);
        return (Rejection.None, Stop.None);
    }

    function _refund(
        Run memory run,
        ReceiptItem item,
        uint256 number,
        uint256 account,
        ListExtract[] calldata extracts
    ) private view returns (Rejection, Stop) {
        uint256 amount = item.amount();
        uint256 sale = item.refersTo();
        if (sale == 0 || sale >= number) return (Rejection.NoSuchSale, Stop.None);
        if (run.refunded + amount > run.sold) return (Rejection.RefundAboveSales, Stop.None);
        if (run.refunds + amount > run.owedBefore + run.gross) return (Rejection.RefundAboveOwed, Stop.None);
        (bool isFound, uint256 listed) = listedAmount(run.cycle, extracts, account);
        if (!isFound) return (Rejection.None, Stop.ListExtractMissing);
        if (run.word.left(account) + amount > listed) return (Rejection.RefundAboveList, Stop.None);
        run.refunded += amount;
        run.refunds += amount;
        run.word = run.word.credit(account, amount);
        return (Rejection.None, Stop.None);
    }

    /// @dev Make the account's word the open one, storing the one before. False when the account's chunk is not loaded.
    function _open(Run memory run, uint256 account) private returns (bool) {
        uint256 key = EntitlementWordLibrary.key(run.bank, account);
        if (key == run.wordKey) return true;
        _store(run);
        run.wordKey = NO_WORD;
        EntitlementWord word = programmeStorage().words[key];
        uint256 id = CycleId.unwrap(run.cycle);
        if (word.tag() != id) {
            // Either the chunk is not loaded, or it lists none of these four accounts.
            if (!_isLoaded(programmeStorage().cycles[run.cycle], account >> 8)) return false;
            word = EntitlementWordLibrary.empty(id);
        }
        run.wordKey = key;
        run.word = word;
        return true;
    }

    /// @dev Store the open word, if there is one and it lists anybody.
    function _store(Run memory run) private {
        if (run.wordKey != NO_WORD) programmeStorage().words[run.wordKey] = run.word;
    }

    /// @dev Whether the account is closed or held. One slot tells it for 65,536 accounts where none is.
    function _barred(Run memory run, uint256 account) private view returns (Rejection) {
        ProgrammeStorage storage s = programmeStorage();
        if (account >> 16 != run.summaryIndex) {
            run.summaryIndex = account >> 16;
            run.closedBlocks = _ACCOUNTS.closedBlocks(run.summaryIndex);
            run.heldBlocks = s.held.blocks[run.summaryIndex];
        }
        uint256 blockBit = 1 << ((account >> 8) & 255);
        if (run.closedBlocks & blockBit != 0 && _ACCOUNTS.isClosed(uint32(account))) return Rejection.AccountClosed;
        if (run.heldBlocks & blockBit != 0 && s.heldUntil[uint32(account)] >= block.timestamp) {
            return Rejection.AccountHeld;
        }
        return Rejection.None;
    }

    /// @dev Store what the run changed.
    function _finish(Run memory run, address terminal, ShopId shopId) private {
        _store(run);
        ProgrammeStorage storage s = programmeStorage();
        IShops.TerminalTally storage tally = s.tallies[terminal][run.cycle];
        tally.sold = uint128(run.sold);
        tally.refunded = uint128(run.refunded);
        Shop storage shop = s.shops[shopId];
        shop.bucketUsed = uint80(run.used);
        shop.bucketAt = uint40(block.timestamp);
        Cycle storage cycle = s.cycles[run.cycle];
        cycle.redeemed += uint128(run.gross);
        cycle.refunded += uint128(run.refunds);
        ISettlements.ShopLedger storage ledger = s.ledgers[shopId][run.cycle];
        ledger.gross += uint128(run.gross);
        ledger.refunds += uint128(run.refunds);
    }
}
