// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {EntitlementList} from "../../../contracts/libraries/EntitlementList.sol";
import {Test} from "../support/Test.sol";

/// @notice Gives the library calldata to read.
contract EntitlementListHarness {
    using EntitlementList for bytes;

    function countEntries(bytes calldata payload) external pure returns (uint256) {
        return payload.countEntries();
    }

    function entryAt(bytes calldata payload, uint256 index) external pure returns (uint256, uint256) {
        return payload.entryAt(index);
    }

    /// @notice What all 256 lanes are listed with.
    function amounts(bytes calldata payload) external pure returns (uint256[256] memory all) {
        for (uint256 lane = 0; lane < 256; ++lane) all[lane] = payload.amountOf(lane);
    }
}

contract EntitlementListTest is Test {
    EntitlementListHarness private harness;

    function setUp() public {
        harness = new EntitlementListHarness();
    }

    function test_CountEntries_GivenALengthThatCannotBeRight() public {
        uint16[6] memory lengths = [0, 1, 7, 9, 2_047, 2_056];
        for (uint256 i = 0; i < lengths.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_PayloadLength.selector, lengths[i]));
            harness.countEntries(new bytes(lengths[i]));
        }
    }

    function test_CountEntries_GivenOneAndAllHouseholds() public view {
        assertEq(harness.countEntries(new bytes(8)), 1);
        assertEq(harness.countEntries(new bytes(2_048)), 256);
    }

    function test_EntryAt_GivenTheFieldsInTheTable() public view {
        bytes memory payload = hex"07000000000000ffff00000000000001";
        (uint256 lane, uint256 amount) = harness.entryAt(payload, 0);
        assertEq(lane, 7);
        assertEq(amount, 255);
        (lane, amount) = harness.entryAt(payload, 1);
        assertEq(lane, 255);
        assertEq(amount, 1);
    }

    /// The plain model: an amount for each of the 256 lanes, zero for who is not listed.
    function testFuzz_GivenAnyList(uint256 listed, uint256 seed) public view {
        uint256[256] memory model;
        bytes memory payload;
        uint256 count = 0;
        for (uint256 lane = 0; lane < 256; ++lane) {
            if ((listed >> lane) & 1 == 0 && !(lane == 255 && count == 0)) continue;
            model[lane] = bound(uint256(keccak256(abi.encode(seed, lane))), 1, type(uint56).max);
            payload = bytes.concat(payload, abi.encodePacked(uint8(lane), uint56(model[lane])));
            ++count;
        }

        assertEq(harness.countEntries(payload), count, "entries");
        uint256[256] memory amounts = harness.amounts(payload);
        for (uint256 lane = 0; lane < 256; ++lane) assertEq(amounts[lane], model[lane], "listed with");
    }

    /// Bytes that no list is: whatever is found must stand in them beside just that lane.
    function testFuzz_AmountOf_GivenAnyBytes(uint64[] calldata entries) public view {
        uint256 count = entries.length < 256 ? entries.length : 256;
        if (count == 0) return;
        bytes memory payload;
        for (uint256 i = 0; i < count; ++i) payload = bytes.concat(payload, bytes8(entries[i]));

        uint256[256] memory amounts = harness.amounts(payload);
        for (uint256 lane = 0; lane < 256; ++lane) {
            bool isThere = amounts[lane] == 0;
            for (uint256 i = 0; i < count && !isThere; ++i) {
                isThere = entries[i] >> 56 == lane && entries[i] & type(uint56).max == amounts[lane];
            }
            assertTrue(isThere, "an amount from nowhere");
        }
    }

    function testFuzz_CountEntries_GivenAnyLength(uint16 length) public {
        uint256 size = length % 3_000;
        bool isRight = size % 8 == 0 && size > 0 && size <= 2_048;
        if (isRight) {
            assertEq(harness.countEntries(new bytes(size)), size / 8);
            return;
        }
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_PayloadLength.selector, size));
        harness.countEntries(new bytes(size));
    }
}
