// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";

/// @notice Any batch against a plain model that looks at one item after the other, one household in one mapping.
contract RedeemModelTest is ProgrammeTest {
    using ListBuilder for ListBuilder.List;

    struct Item {
        uint32 account;
        uint56 amount;
        uint32 refersTo;
        uint8 flags;
    }

    uint56 private constant LISTED = 100;
    uint64 private constant LIMIT = 600;
    uint64 private constant CEILING = 700;
    uint32 private constant HELD = FIRST + 6;
    uint32 private constant NOT_LOADED = FIRST + 520;

    CycleId private id;
    uint32 private first;
    address private key;
    bytes private rejected;
    IRedemptions.Stop private cause;
    mapping(uint32 account => uint256) private left;
    uint256 private sold;
    uint256 private refunded;

    function setUp() public override {
        super.setUp();
        ListBuilder.List memory list = ListBuilder.even(FIRST, 10, LISTED).and(FIRST + 300, LISTED);
        id = prepare(list.and(NOT_LOADED, LISTED));
        approve(id);
        for (uint256 i = 0; i < 2; ++i) {
            ListBuilder.Tree memory tree = treeOf(id);
            programme.loadChunk(id, tree.chunks[i], tree.payloads[i], ListBuilder.proof(tree, i));
        }
        uint32[] memory held = new uint32[](1);
        held[0] = HELD;
        vm.prank(custodian);
        programme.holdAccounts(held, now_() + 60 days);
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        (terms.ceilingPerDay, terms.offlineDays) = (CEILING, 1);
        financeAct(abi.encodeCall(IShops.changeShopTerms, (shop, terms)));
        key = authorise("limited terminal", shop, LIMIT);
        first = today();
        for (uint32 i = 0; i < 10; ++i) left[FIRST + i] = LISTED;
        left[FIRST + 300] = LISTED;
    }

    function testFuzz_Redeem_GivenAnyBatchOfATerminal(uint256 seed, uint8 size, bool hasExtracts) public {
        uint256 count = 1 + (uint256(size) % 40);
        bytes memory items;
        bytes memory counted;
        uint32 next = 1;
        for (uint256 i = 0; i < count; ++i) {
            Item memory item = _any(uint256(keccak256(abi.encode(seed, i))), uint32(i + 1));
            bytes memory packed = Receipts.item(item.account, item.amount, item.refersTo, item.flags);
            items = bytes.concat(items, packed);
            if (cause != IRedemptions.Stop.None) continue;
            IRedemptions.Rejection code = _judge(item, next, hasExtracts);
            if (cause != IRedemptions.Stop.None) continue;
            if (code != IRedemptions.Rejection.None) {
                rejected = bytes.concat(rejected, Receipts.rejection(uint16(i), code));
            }
            counted = bytes.concat(counted, packed);
            ++next;
        }
        IRedemptions.ListExtract[] memory extracts = hasExtracts ? extractsOf(id) : noExtracts();
        expectReceipts(key, id, 1, counted, rejected, cause);
        assertEq(redeem(key, id, 1, items, extracts), next);
        for (uint32 i = 0; i < 310; ++i) assertEq(programme.entitlementLeft(id, FIRST + i), left[FIRST + i]);
        assertEq(programme.netSalesOf(key, id), sold - refunded);
        assertEq(programme.shopOf(shop).bucketUsed, sold);
        assertEq(programme.ledgerOf(shop, id).gross, sold);
        assertEq(programme.cycleOf(id).refunded, refunded);
    }

    /// @dev Mostly sales in order; now and then everything else.
    function _any(uint256 dice, uint32 number) private view returns (Item memory item) {
        item.account = FIRST + uint32(dice % 12);
        if ((dice >> 16) % 8 == 0) item.account = FIRST + 300;
        if ((dice >> 24) % 48 == 0) item.account = NOT_LOADED;
        item.amount = uint56((dice >> 32) % ((dice >> 96) % 16 == 0 ? 900 : 60));
        bool isRefund = (dice >> 48) % 4 == 0;
        item.refersTo = isRefund ? uint32((dice >> 56) % (number + 1)) : first + uint32((dice >> 56) % 32);
        item.flags = (isRefund ? 1 : 0) | uint8((1 + ((dice >> 80) % 4)) << 1);
        if ((dice >> 88) % 16 == 0) item.flags = uint8(dice >> 120);
    }

    function _judge(
        Item memory item,
        uint32 number,
        bool hasExtracts
    ) private returns (IRedemptions.Rejection) {
        bool isRefund = item.flags & 1 != 0;
        uint8 recognition = item.flags >> 1;
        if (recognition == 0 || recognition > 4 || item.amount == 0) return IRedemptions.Rejection.Malformed;
        if (item.account == NOT_LOADED) {
            cause = IRedemptions.Stop.ChunkNotLoaded;
            return IRedemptions.Rejection.None;
        }
        return isRefund ? _judgeRefund(item, number, hasExtracts) : _judgeSale(item);
    }

    function _judgeSale(Item memory item) private returns (IRedemptions.Rejection) {
        if (item.refersTo < first || item.refersTo > first + 30) return IRedemptions.Rejection.OutsidePeriod;
        if (item.account == HELD) return IRedemptions.Rejection.AccountHeld;
        if (item.amount > left[item.account]) return IRedemptions.Rejection.NotEnoughLeft;
        if (sold - refunded + item.amount > LIMIT) return IRedemptions.Rejection.OverTerminalLimit;
        if (item.amount > CEILING) return IRedemptions.Rejection.OverCeiling;
        if (sold + item.amount > CEILING) {
            cause = IRedemptions.Stop.CeilingUsedUp;
            return IRedemptions.Rejection.None;
        }
        sold += item.amount;
        left[item.account] -= item.amount;
        return IRedemptions.Rejection.None;
    }

    function _judgeRefund(
        Item memory item,
        uint32 number,
        bool hasExtracts
    ) private returns (IRedemptions.Rejection) {
        if (item.refersTo == 0 || item.refersTo >= number) return IRedemptions.Rejection.NoSuchSale;
        if (refunded + item.amount > sold) return IRedemptions.Rejection.RefundAboveSales;
        if (!hasExtracts) {
            cause = IRedemptions.Stop.ListExtractMissing;
            return IRedemptions.Rejection.None;
        }
        bool isListed = item.account < FIRST + 10 || item.account == FIRST + 300;
        uint256 listed = isListed ? LISTED : 0;
        if (left[item.account] + item.amount > listed) return IRedemptions.Rejection.RefundAboveList;
        refunded += item.amount;
        left[item.account] += item.amount;
        return IRedemptions.Rejection.None;
    }
}
