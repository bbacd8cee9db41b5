// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ReceiptItem, ReceiptItems} from "../../../contracts/libraries/ReceiptItems.sol";
import {Test} from "../support/Test.sol";

/// @notice Gives the library calldata to read.
contract ReceiptItemsHarness {
    using ReceiptItems for bytes;

    /// @notice An item with its fields told apart.
    struct Fields {
        uint256 account;
        uint256 amount;
        uint256 refersTo;
        bool isRefund;
        bool isWellFormed;
    }

    function countItems(bytes calldata items) external pure returns (uint256) {
        return items.countItems();
    }

    /// @notice All items, walked through by their places.
    function read(bytes calldata items) external pure returns (Fields[] memory all) {
        (uint256 place, uint256 end) = items.places();
        all = new Fields[](items.length / 16);
        for (uint256 i = 0; place != end; ++i) {
            ReceiptItem item = ReceiptItems.itemAt(place);
            all[i] = Fields(
                item.account(),
                item.amount(),
                item.refersTo(),
                item.isRefund(),
                item.isWellFormed()
            );
            place += 16;
        }
    }
}

contract ReceiptItemsTest is Test {
    ReceiptItemsHarness private harness;

    function setUp() public {
        harness = new ReceiptItemsHarness();
    }

    function test_CountItems_GivenALengthThatCannotBeRight() public {
        uint16[6] memory lengths = [0, 1, 15, 17, 7_999, 8_016];
        for (uint256 i = 0; i < lengths.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IRedemptions.Redemptions_BatchSize.selector, lengths[i], 500)
            );
            harness.countItems(new bytes(lengths[i]));
        }
    }

    function test_CountItems_GivenOneAndTheMost() public view {
        assertEq(harness.countItems(new bytes(16)), 1);
        assertEq(harness.countItems(new bytes(8_000)), 500);
    }

    function test_Read_GivenTheFieldsInTheTable() public view {
        bytes memory items = hex"00000100000000000001f4000050e302";
        ReceiptItemsHarness.Fields memory fields = harness.read(items)[0];
        assertEq(fields.account, 256);
        assertEq(fields.amount, 500);
        assertEq(fields.refersTo, 20_707);
        assertFalse(fields.isRefund);
        assertTrue(fields.isWellFormed);
    }

    /// The plain model: the fields that went in.
    function testFuzz_Read_GivenAnyItems(uint256 seed, uint8 size) public view {
        uint256 count = 1 + (size % 50);
        bytes memory items;
        for (uint256 i = 0; i < count; ++i) items = bytes.concat(items, _pack(_random(seed, i)));

        ReceiptItemsHarness.Fields[] memory all = harness.read(items);
        assertEq(all.length, count);
        for (uint256 i = 0; i < count; ++i) {
            bytes32 random = _random(seed, i);
            assertEq(all[i].account, uint32(bytes4(random)), "account");
            assertEq(all[i].amount, uint56(bytes7(random << 32)), "amount");
            assertEq(all[i].refersTo, uint32(bytes4(random << 88)), "reference");
            assertEq(all[i].isRefund, uint8(random[15]) % 2 == 1, "refund");
        }
    }

    function test_IsWellFormed_GivenAllFlags() public view {
        for (uint256 flags = 0; flags < 256; ++flags) {
            uint256 recognition = flags / 2;
            bool isKnown = recognition >= 1 && recognition <= 4;
            bytes memory item = abi.encodePacked(uint32(256), uint56(1), uint32(1), uint8(flags));
            assertEq(harness.read(item)[0].isWellFormed, isKnown, "recognition");
            bytes memory nothing = abi.encodePacked(uint32(256), uint56(0), uint32(1), uint8(flags));
            assertFalse(harness.read(nothing)[0].isWellFormed, "amount of zero");
        }
    }

    /// The plain model: bytes put one after the other. What was in memory before and comes after stays whole.
    function testFuzz_Push_GivenAnyRejections(uint16[] calldata indices, uint8 items) public pure {
        uint256 most = 1 + (items % 200);
        bytes memory before = "before";
        bytes memory rejections = ReceiptItems.newRejections(most * 16);
        bytes memory after_ = "after";
        assertEq(rejections.length, 0);

        bytes memory model;
        for (uint256 i = 0; i < indices.length && i < most; ++i) {
            uint8 code = uint8(1 + (i % 12));
            ReceiptItems.push(rejections, indices[i], code);
            model = bytes.concat(model, abi.encodePacked(indices[i], code));
        }
        assertEq(rejections, model);
        assertEq(before, "before");
        assertEq(after_, "after");
    }

    function test_Push_GivenEveryItemOfTheLargestBatch() public pure {
        bytes memory rejections = ReceiptItems.newRejections(8_000);
        bytes memory after_ = "after";
        for (uint256 i = 0; i < 500; ++i) ReceiptItems.push(rejections, i, 12);

        assertEq(rejections.length, 1_500);
        assertEq(uint8(rejections[1_497]), 1);
        assertEq(uint8(rejections[1_498]), 243);
        assertEq(uint8(rejections[1_499]), 12);
        assertEq(after_, "after");
    }

    function _random(uint256 seed, uint256 i) private pure returns (bytes32) {
        return keccak256(abi.encode(seed, i));
    }

    function _pack(bytes32 random) private pure returns (bytes memory) {
        return abi.encodePacked(bytes16(random));
    }
}
