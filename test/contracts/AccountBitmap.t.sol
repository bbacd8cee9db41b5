// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccountBitmap} from "../../contracts/libraries/AccountBitmap.sol";
import {Test} from "./support/Test.sol";

contract AccountBitmapTest is Test {
    using AccountBitmap for AccountBitmap.Bitmap;

    AccountBitmap.Bitmap private bitmap;
    /// The plain model: one boolean an account, and the accounts that were ever touched.
    mapping(uint32 number => bool) private model;
    uint32[] private touched;

    function test_Set_GivenAnAccountOutsideTheSet() public {
        bitmap.set(70_000);

        assertTrue(bitmap.get(70_000));
        assertFalse(bitmap.get(69_999));
        assertFalse(bitmap.get(70_001));
        assertFalse(bitmap.get(70_000 - 65_536));
        assertFalse(bitmap.get(70_000 + 65_536));
        // 70,000 = 65,536 + 17 * 256 + 112
        assertEq(bitmap.blocks[1], 1 << 17);
        assertEq(bitmap.blocks[0], 0);
    }

    function test_Set_GivenAnAccountInTheSet() public {
        bitmap.set(256);
        bitmap.set(256);

        assertEq(bitmap.accounts[1], 1);
        assertEq(bitmap.blocks[0], 1 << 1);
    }

    function test_Set_GivenTheFirstAndTheLastNumber() public {
        bitmap.set(0);
        bitmap.set(type(uint32).max);

        assertTrue(bitmap.get(0) && bitmap.get(type(uint32).max));
        assertEq(bitmap.blocks[0], 1);
        assertEq(bitmap.blocks[65_535], 1 << 255);
    }

    function test_Clear_GivenAnAccountWithANeighbourInTheSet() public {
        bitmap.set(300);
        bitmap.set(301);
        bitmap.clear(300);

        assertFalse(bitmap.get(300));
        assertTrue(bitmap.get(301));
        assertEq(bitmap.blocks[0], 1 << 1);
    }

    function test_Clear_GivenTheLastAccountOfItsBlock() public {
        bitmap.set(300);
        bitmap.set(600);
        bitmap.clear(300);

        assertEq(bitmap.accounts[1], 0);
        assertEq(bitmap.blocks[0], 1 << 2);
    }

    function test_Clear_GivenAnAccountOutsideTheSet() public {
        bitmap.set(300);
        bitmap.clear(301);
        bitmap.clear(900);

        assertTrue(bitmap.get(300));
        assertEq(bitmap.blocks[0], 1 << 1);
    }

    /// Steps are packed: bit 0 tells set or clear, bits 1-2 the word, bits 3-4 the block, bits 5-7 the account.
    function testFuzz_GivenAnySequenceOfSetsAndClears(bytes calldata steps) public {
        uint256 length = steps.length < 64 ? steps.length : 64;
        for (uint256 i = 0; i < length; ++i) _step(uint8(steps[i]));

        for (uint256 i = 0; i < touched.length; ++i) _checkAgainstModel(touched[i]);
    }

    function testFuzz_GivenAnyTwoNumbers(uint32 kept, uint32 cleared) public {
        bitmap.set(kept);
        bitmap.set(cleared);
        bitmap.clear(cleared);

        assertFalse(bitmap.get(cleared));
        assertEq(bitmap.get(kept), kept != cleared);
        bool isSummarised = bitmap.blocks[cleared >> 16] & (1 << ((cleared >> 8) & 255)) != 0;
        assertEq(isSummarised, kept != cleared && kept >> 8 == cleared >> 8);
    }

    function _step(uint8 step) private {
        uint32 number = (uint32(step >> 1) & 3) * 65_536 + (uint32(step >> 3) & 3) * 256 + (step >> 5) * 36;
        bool isSet = step & 1 == 1;
        if (isSet) bitmap.set(number);
        else bitmap.clear(number);
        model[number] = isSet;
        touched.push(number);
        assertEq(bitmap.get(number), isSet);
    }

    function _checkAgainstModel(uint32 number) private view {
        assertEq(bitmap.get(number), model[number], "account");

        uint32 first = number & ~uint32(255);
        bool isAnySet = false;
        // No step touches any other account of a block.
        for (uint32 i = 0; i < 8; ++i) isAnySet = isAnySet || model[first + i * 36];
        bool isSummarised = bitmap.blocks[number >> 16] & (1 << ((number >> 8) & 255)) != 0;
        assertEq(isSummarised, isAnySet, "summary of the block");
    }
}
