// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IBeneficiaryAccounts} from "../interfaces/IBeneficiaryAccounts.sol";
import {IRedemptions} from "../interfaces/IRedemptions.sol";
import {EntitlementWord, EntitlementWordLibrary} from "../libraries/EntitlementWord.sol";
import {ReceiptItem, ReceiptItems} from "../libraries/ReceiptItems.sol";
import {CycleId, ShopId} from "../types/Ids.sol";
import {ProgrammeModule} from "./ProgrammeModule.sol";
import {Cycle, StoredWord, WORD_PLACES, listedAmount, programmeStorage} from "./ProgrammeState.sol";

/// @title The run of one batch of receipts: what each item does
/// @notice Plain sales go through a loop that is made for little gas; whatever is not plain is looked at closer, one by one.
abstract contract ReceiptRun is ProgrammeModule {
    /// @dev What the items of a batch read and change, kept in memory until the end. Amounts in ledger units.
    struct Run {
        // fixed for the run
        address key;
        CycleId cycle;
        ShopId shop;
        uint256 firstNumber;
        uint256 known;
        uint256 bank;
        uint256 firstDay;
        uint256 daySpan;
        bool isCycleOver;
        uint256 limit;
        uint256 capacity;
        // changing
        uint256 net;
        uint256 used;
        uint256 gross;
        uint256 refunds;
        uint256 room;
        uint256 openBlock;
        uint256 summaryIndex;
        uint256 barredBlocks;
        bytes rejections;
    }

    /// @dev No group, block or other number of a run.
    uint256 internal constant NONE = type(uint256).max;
    uint256 internal constant ITEM = ReceiptItems.ITEM_BYTES;

    /// @dev Bit f tells whether flags f are those of a sale: no refund, and recognised in one of the four ways.
    uint256 private constant PLAIN_FLAGS = (1 << 2) | (1 << 4) | (1 << 6) | (1 << 8);

    /// @dev The registry of all agencies; the same for every programme of this implementation.
    IBeneficiaryAccounts private immutable _ACCOUNTS;

    constructor(IBeneficiaryAccounts accounts) {
        _ACCOUNTS = accounts;
    }

    /// @dev Count sales that nothing stands against, from `place` on, and return the place of the first item that is not one; what
    /// stands against it is found out by {_item}. Here gas is spent: a word is read and written once for neighbours that follow each
    /// other, and no check costs a call.
    function _plainSales(Run memory run, uint256 place, uint256 end) internal returns (uint256) {
        StoredWord[WORD_PLACES] storage words = programmeStorage().words;
        StoredWord storage stored = words[0];
        uint256 word;
        uint256 group = NONE;
        uint256 room = run.room = _room(run);
        uint256 known = NONE;
        // unchecked: an amount is subtracted only from what is not smaller; distances wrap on purpose
        unchecked {
            for (; place != end; place += ITEM) {
                uint256 item = ReceiptItem.unwrap(ReceiptItems.itemAt(place));
                // Flags and day are mostly those of the item before.
                if (uint40(item) != known) {
                    if (!_isPlain(run, uint40(item))) break;
                    known = uint40(item);
                }
                uint256 amount = (item >> 40) & EntitlementWordLibrary.AMOUNT_MASK;
                if (amount - 1 >= room) break;
                item >>= 96; // what is left of it is the account
                if (item >> 2 != group) {
                    if (group != NONE) stored.word = EntitlementWord.wrap(word);
                    group = item >> 2;
                    stored = words[run.bank | group];
                    word = EntitlementWord.unwrap(stored.word);
                    bool isBarred = item >> 8 != run.openBlock && _isBlockBarred(run, item);
                    if (isBarred || word >> 224 != CycleId.unwrap(run.cycle)) {
                        group = NONE;
                        break;
                    }
                }
                item = (item & 3) * EntitlementWordLibrary.AMOUNT_BITS; // and now its shift within the word
                if (amount > (word >> item) & EntitlementWordLibrary.AMOUNT_MASK) break;
                word -= amount << item;
                room -= amount;
            }
            if (group != NONE) stored.word = EntitlementWord.wrap(word);
            _sell(run, run.room - room);
        }
        return place;
    }

    /// @dev Whether an item with this reference and flags is a sale within the cycle's days.
    function _isPlain(Run memory run, uint256 tail) private pure returns (bool) {
        // unchecked: the distance to the first day wraps for earlier ones
        unchecked {
            return (PLAIN_FLAGS >> (tail & 0xff)) & 1 != 0 && (tail >> 8) - run.firstDay <= run.daySpan;
        }
    }

    /// @dev Deal with the item at an index of the batch, which is no plain sale, and mark it when it is rejected, and when it is a refund.
    function _lookCloser(
        Run memory run,
        ReceiptItem item,
        uint256 index,
        IRedemptions.ListExtract[] calldata extracts
    ) internal returns (IRedemptions.Stop stop) {
        uint256 number = run.firstNumber + index;
        IRedemptions.Rejection rejection;
        (rejection, stop) = _item(run, item, number, extracts);
        if (stop != IRedemptions.Stop.None) return stop;
        if (rejection != IRedemptions.Rejection.None) {
            ReceiptItems.push(run.rejections, index - run.known, uint256(rejection));
            _setBit(programmeStorage().rejectedReceipts[run.key], number);
        }
        if (item.isRefund()) _setBit(programmeStorage().refundReceipts[run.key], number);
    }

    /// @dev Count one item, or say why it does not count.
    function _item(
        Run memory run,
        ReceiptItem item,
        uint256 number,
        IRedemptions.ListExtract[] calldata extracts
    ) private returns (IRedemptions.Rejection, IRedemptions.Stop) {
        if (run.isCycleOver) return (IRedemptions.Rejection.CycleEnded, IRedemptions.Stop.None);
        if (!item.isWellFormed()) return (IRedemptions.Rejection.Malformed, IRedemptions.Stop.None);
        Cycle storage cycle = programmeStorage().cycles[run.cycle];
        if (!_isLoaded(cycle, item.account() >> 8)) {
            // While chunks can still be loaded the account may be in one of them. Otherwise it is not in the list.
            bool isComplete = cycle.chunksLoaded == cycle.chunks || block.timestamp >= cycle.head.expiresAt;
            if (!isComplete) return (IRedemptions.Rejection.None, IRedemptions.Stop.ChunkNotLoaded);
            return (
                item.isRefund()
                    ? IRedemptions.Rejection.RefundAboveList
                    : IRedemptions.Rejection.NotEnoughLeft,
                IRedemptions.Stop.None
            );
        }
        return item.isRefund() ? _refund(run, cycle, item, number, extracts) : _sale(run, cycle, item);
    }

    function _sale(
        Run memory run,
        Cycle storage cycle,
        ReceiptItem item
    ) private returns (IRedemptions.Rejection, IRedemptions.Stop) {
        uint256 amount = item.amount();
        uint256 day = item.refersTo();
        if (day < run.firstDay || day > run.firstDay + run.daySpan)
            return (IRedemptions.Rejection.OutsidePeriod, IRedemptions.Stop.None);
        IRedemptions.Rejection barred = _barred(item.account());
        if (barred != IRedemptions.Rejection.None) return (barred, IRedemptions.Stop.None);
        if (amount > _left(run.cycle, cycle, item.account()))
            return (IRedemptions.Rejection.NotEnoughLeft, IRedemptions.Stop.None);
        if (run.net + amount > run.limit)
            return (IRedemptions.Rejection.OverTerminalLimit, IRedemptions.Stop.None);
        if (amount > run.capacity) return (IRedemptions.Rejection.OverCeiling, IRedemptions.Stop.None);
        if (run.used + amount > run.capacity)
            return (IRedemptions.Rejection.None, IRedemptions.Stop.CeilingUsedUp);
        _sell(run, amount);
        _debit(cycle, item.account(), amount);
        return (IRedemptions.Rejection.None, IRedemptions.Stop.None);
    }

    function _refund(
        Run memory run,
        Cycle storage cycle,
        ReceiptItem item,
        uint256 number,
        IRedemptions.ListExtract[] calldata extracts
    ) private returns (IRedemptions.Rejection, IRedemptions.Stop) {
        uint256 amount = item.amount();
        if (item.refersTo() == 0 || item.refersTo() >= number)
            return (IRedemptions.Rejection.NoSuchSale, IRedemptions.Stop.None);
        if (amount > run.net) return (IRedemptions.Rejection.RefundAboveSales, IRedemptions.Stop.None);
        uint256 owed = _owed(programmeStorage().ledgers[run.shop][run.cycle]) + run.gross;
        if (run.refunds + amount > owed)
            return (IRedemptions.Rejection.RefundAboveOwed, IRedemptions.Stop.None);
        (bool isFound, uint256 listed) = listedAmount(run.cycle, extracts, item.account());
        if (!isFound) return (IRedemptions.Rejection.None, IRedemptions.Stop.ListExtractMissing);
        if (_left(run.cycle, cycle, item.account()) + amount > listed) {
            return (IRedemptions.Rejection.RefundAboveList, IRedemptions.Stop.None);
        }
        run.net -= amount;
        run.refunds += amount;
        _credit(cycle, item.account(), amount);
        return (IRedemptions.Rejection.None, IRedemptions.Stop.None);
    }

    function _sell(Run memory run, uint256 amount) private pure {
        // unchecked: sums of 500 amounts of 56 bits and what fitted into storage before
        unchecked {
            run.net += amount;
            run.used += amount;
            run.gross += amount;
        }
    }

    /// @dev What may still be sold before a limit needs a closer look.
    function _room(Run memory run) private pure returns (uint256) {
        // unchecked: each difference is taken only when it is positive
        unchecked {
            uint256 byLimit = run.limit > run.net ? run.limit - run.net : 0;
            uint256 byCeiling = run.capacity > run.used ? run.capacity - run.used : 0;
            return byLimit < byCeiling ? byLimit : byCeiling;
        }
    }

    /// @dev Whether any account of the account's block is closed or held; an open block is remembered. One slot of each tells it for 65,536
    /// accounts.
    function _isBlockBarred(Run memory run, uint256 account) private view returns (bool) {
        uint256 index = account >> 16;
        if (index != run.summaryIndex) {
            run.summaryIndex = index;
            run.barredBlocks = _ACCOUNTS.closedBlocks(index) | programmeStorage().held.blocks[index];
        }
        if ((run.barredBlocks >> ((account >> 8) & 255)) & 1 != 0) return true;
        run.openBlock = account >> 8;
        return false;
    }

    /// @dev Whether the account itself is closed or held.
    function _barred(uint256 account) private view returns (IRedemptions.Rejection) {
        if (_ACCOUNTS.isClosed(uint32(account))) return IRedemptions.Rejection.AccountClosed;
        bool isHeld = programmeStorage().heldUntil[uint32(account)] >= block.timestamp;
        return isHeld ? IRedemptions.Rejection.AccountHeld : IRedemptions.Rejection.None;
    }
}
