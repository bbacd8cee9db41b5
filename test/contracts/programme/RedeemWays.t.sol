// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ListBuilder} from "../support/ListBuilder.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Receipts} from "../support/Receipts.sol";
import {Vm} from "../support/Vm.sol";

/// @notice A batch goes a quick way through plain sales and a careful one through the rest; somebody held in a block sends everybody of
/// the block the careful way. Both must come to the same, and the quick one must stay cheap: storage is what it is counted by.
contract RedeemWaysTest is ProgrammeTest {
    using ListBuilder for ListBuilder.List;

    /// @dev What a batch read and wrote of the programme's storage, a slot as often as it did so.
    struct Cost {
        uint256 reads;
        uint256 writes;
        uint256 slotsWritten;
    }

    uint56 private constant LISTED = 100;
    /// @dev The first household of the second block.
    uint32 private constant SECOND = FIRST + 256;

    CycleId private id;
    address private key;

    function setUp() public override {
        super.setUp();
        IShops.ShopTerms memory terms = shopTerms("SHOP-1");
        (terms.ceilingPerDay, terms.offlineDays) = (800, 1);
        financeAct(abi.encodeCall(IShops.changeShopTerms, (shop, terms)));
        key = authorise("limited terminal", shop, 600);
        id = openCycle(_list());
    }

    // --- the same result

    function testFuzz_Redeem_GivenAnyBatchWithSomebodyHeldInEveryBlockOrNobody(
        uint256 seed,
        uint8 size
    ) public {
        bytes memory items;
        for (uint32 i = 0; i <= size % 40; ++i) {
            items = bytes.concat(items, _any(uint256(keccak256(abi.encode(seed, i))), i + 1));
        }
        uint256 state = vm.snapshotState();
        bytes32 quick = _outcomeOf(items);
        vm.revertToState(state);
        _hold(FIRST + 200, SECOND + 200);
        assertEq(_outcomeOf(items), quick, "what the batch came to");
    }

    // --- the cost

    function test_Redeem_WhenNeighboursBuyOneAfterTheOther() public {
        _assertOneWord(id);
        CycleId later = openCycle(_list());
        assertEq(programme.cycleOf(later).bank, 1);
        _assertOneWord(later);
    }

    function test_Redeem_WhenHouseholdsOfTwoBlocksBuy() public {
        Cost memory one = _costOf(id, bytes.concat(_all(id, FIRST), _all(id, FIRST + 4)), 2 * LISTED);
        Cost memory two = _costOf(id, bytes.concat(_all(id, FIRST), _all(id, SECOND)), 2 * LISTED);
        _assertSame(two, one);
    }

    function test_Redeem_WhenSomebodyBuysWhoseNeighbourIsHeld() public {
        Cost memory free = _costOf(id, sale(FIRST, 1), 1);
        _hold(FIRST + 1, SECOND);
        assertEq(_costOf(id, sale(FIRST, 1), 1).writes, free.writes, "writes");
    }

    function test_Redeem_GivenAHoldWasReleased() public {
        bytes memory items = sales(FIRST, 4, 1);
        Cost memory before = _costOf(id, items, 4);
        uint32[] memory accounts = _hold(FIRST + 5, SECOND);
        assertGt(_costOf(id, items, 4).reads, before.reads, "the careful way reads more");
        vm.prank(custodian);
        programme.releaseAccounts(accounts);
        _assertSame(_costOf(id, items, 4), before);
    }

    function test_Redeem_WhenATerminalGoesOnSelling() public {
        redeem(key, id, 1, sale(FIRST, 1));
        // The word, the terminal, the shop's ceiling, the cycle's head and the shop's ledger.
        assertEq(_costOf(id, sale(FIRST, 1), 1).slotsWritten, 5, "slots");
    }

    // --- helpers

    /// @dev Mostly sales, of amounts that often add up to a limit exactly; now and then everything else.
    function _any(uint256 dice, uint32 number) private view returns (bytes memory) {
        uint32 account = (dice % 4 == 0 ? SECOND : FIRST) + uint32((dice >> 8) % 8);
        uint56 amount = (dice >> 16) % 16 == 0 ? 0 : 20 * uint56(1 + ((dice >> 32) % 6));
        if ((dice >> 40) % 8 == 0) return Receipts.refund(account, amount, uint32((dice >> 48) % number));
        uint32 day = (dice >> 56) % 16 == 0 ? today() - 1 : today() + uint32((dice >> 64) % 2);
        return Receipts.sale(account, amount, day);
    }

    /// @dev Sends the batch, and takes down all that can be seen of it.
    function _outcomeOf(bytes memory items) private returns (bytes32 outcome) {
        vm.recordLogs();
        redeem(key, id, 1, items, extractsOf(id));
        Vm.Log[] memory logs = vm.getRecordedLogs();
        outcome = keccak256(abi.encode(logs, programme.cycleOf(id), programme.terminalOf(key)));
        outcome = keccak256(abi.encode(outcome, programme.shopOf(shop), programme.ledgerOf(shop, id)));
        for (uint32 i = 0; i < 8; ++i) {
            uint256 left = programme.entitlementLeft(id, FIRST + i);
            outcome = keccak256(abi.encode(outcome, left, programme.entitlementLeft(id, SECOND + i)));
        }
    }

    /// @dev One sale, four sales of neighbours, and two sales of which each has a word of its own.
    function _assertOneWord(CycleId cycle) private {
        Cost memory one = _costOf(cycle, _all(cycle, FIRST), LISTED);
        bytes memory four;
        for (uint32 i = 0; i < 4; ++i) four = bytes.concat(four, _all(cycle, FIRST + i));
        _assertSame(_costOf(cycle, four, 4 * LISTED), one);
        bytes memory two = bytes.concat(_all(cycle, FIRST), _all(cycle, FIRST + 4));
        assertEq(_costOf(cycle, two, 2 * LISTED).writes, one.writes + 1, "one more word");
    }

    function _assertSame(Cost memory cost, Cost memory expected) private pure {
        assertEq(cost.reads, expected.reads, "reads");
        assertEq(cost.writes, expected.writes, "writes");
    }

    /// @dev Of a batch that sells so much; leaves everything as it was.
    function _costOf(CycleId cycle, bytes memory items, uint256 sold) private returns (Cost memory cost) {
        IRedemptions.ReceiptBatch memory batch = batchOf(key, cycle, nextNumber(key), items);
        bytes memory good = signed(batch);
        uint256 before = programme.cycleOf(cycle).redeemed;
        uint256 state = vm.snapshotState();
        vm.record();
        programme.redeem(batch, good, noExtracts());
        (bytes32[] memory reads, bytes32[] memory writes) = vm.accesses(address(programme));
        assertEq(programme.cycleOf(cycle).redeemed, before + sold, "what it sold");
        vm.revertToState(state);
        return Cost(reads.length, writes.length, _countDistinct(writes));
    }

    function _countDistinct(bytes32[] memory slots) private pure returns (uint256 count) {
        for (uint256 i = 0; i < slots.length; ++i) {
            uint256 first = 0;
            while (slots[first] != slots[i]) ++first;
            if (first == i) ++count;
        }
    }

    /// @dev A sale of all that the household has, on the cycle's last day.
    function _all(CycleId cycle, uint32 account) private view returns (bytes memory) {
        return Receipts.sale(account, LISTED, uint32(termsOf[cycle].expiresAt / 1 days));
    }

    function _hold(uint32 one, uint32 other) private returns (uint32[] memory accounts) {
        accounts = new uint32[](2);
        (accounts[0], accounts[1]) = (one, other);
        vm.prank(custodian);
        programme.holdAccounts(accounts, now_() + 1 days);
    }

    /// @dev Seven neighbours in each of two blocks.
    function _list() private pure returns (ListBuilder.List memory list) {
        list = ListBuilder.even(FIRST, 7, LISTED);
        for (uint32 i = 0; i < 7; ++i) list = list.and(SECOND + i, LISTED);
    }
}
