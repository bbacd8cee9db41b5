// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EntitlementWord, EntitlementWordLibrary} from "../../../contracts/libraries/EntitlementWord.sol";
import {Test} from "../support/Test.sol";

contract EntitlementWordTest is Test {
    uint256 private constant MOST = type(uint56).max;
    uint256 private constant GROUPS = 1 << 30;

    /// The plain model: what each of the four accounts has left.
    uint256[4] private model;

    function test_Empty_GivenACycle() public pure {
        EntitlementWord word = EntitlementWordLibrary.empty(7);

        assertEq(EntitlementWord.unwrap(word), uint256(7) << 224);
        assertEq(word.tag(), 7);
        for (uint256 account = 0; account < 4; ++account) assertEq(word.left(account), 0);
    }

    function test_Credit_GivenAllFourHaveTheMost() public pure {
        EntitlementWord word = EntitlementWordLibrary.empty(type(uint32).max);
        for (uint256 account = 0; account < 4; ++account) word = word.credit(account, MOST);

        assertEq(EntitlementWord.unwrap(word), type(uint256).max);
        assertEq(word.debit(2, MOST).left(1), MOST);
        assertEq(word.debit(2, MOST).left(2), 0);
        assertEq(word.debit(2, MOST).left(3), MOST);
    }

    function test_Left_GivenTheFieldsInTheRegister() public pure {
        // 224: tag, 168: 4n + 3, 112: 4n + 2, 56: 4n + 1, 0: 4n
        uint256 raw = (9 << 224) | (uint256(4) << 168) | (uint256(3) << 112) | (uint256(2) << 56) | 1;
        EntitlementWord word = EntitlementWord.wrap(raw);

        assertEq(word.tag(), 9);
        assertEq(word.left(256), 1);
        assertEq(word.left(257), 2);
        assertEq(word.left(258), 3);
        assertEq(word.left(259), 4);
    }

    /// Steps are packed: bits 0-1 the account, bit 2 credit or debit, the rest how much of what is possible.
    function testFuzz_GivenAnyCreditsAndDebits(uint32 cycle, uint32 first, uint64[] calldata steps) public {
        EntitlementWord word = EntitlementWordLibrary.empty(cycle);
        uint256 group = (uint256(first) >> 2) << 2;
        for (uint256 i = 0; i < steps.length && i < 40; ++i) {
            uint256 lane = steps[i] & 3;
            if (steps[i] & 4 == 0) {
                uint256 amount = bound(steps[i] >> 3, 0, MOST - model[lane]);
                model[lane] += amount;
                word = word.credit(group + lane, amount);
            } else {
                uint256 amount = bound(steps[i] >> 3, 0, model[lane]);
                model[lane] -= amount;
                word = word.debit(group + lane, amount);
            }
            assertEq(word.tag(), cycle, "tag");
            for (uint256 other = 0; other < 4; ++other) {
                assertEq(word.left(group + other), model[other], "left");
            }
        }
    }

    function testFuzz_Key_GivenAnyTwoAccounts(
        uint8 bank,
        uint32 account,
        uint8 otherBank,
        uint32 other
    ) public pure {
        uint256 key = EntitlementWordLibrary.key(bank % 16, account);
        uint256 otherKey = EntitlementWordLibrary.key(otherBank % 16, other);

        assertLe(key, 16 * GROUPS - 1, "within the words of all banks");
        bool isSameWord = bank % 16 == otherBank % 16 && account / 4 == other / 4;
        assertEq(key == otherKey, isSameWord, "one word for four neighbours of a bank");
    }

    function testFuzz_Key_GivenTheFirstAccountOfAChunk(uint8 bank, uint32 account) public pure {
        // Loading counts on it: the words of a chunk follow each other.
        uint256 firstKey = EntitlementWordLibrary.key(bank % 16, (uint256(account) >> 8) << 8);
        assertEq(EntitlementWordLibrary.key(bank % 16, account), firstKey + ((account & 255) >> 2));
    }
}
