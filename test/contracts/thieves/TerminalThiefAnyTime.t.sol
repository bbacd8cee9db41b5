// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CycleId} from "../../../contracts/types/Ids.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice Two cycles are open and a terminal's key is stolen. They are opened once for all tries of the fuzz test: that is most of the work.
contract TerminalThiefAnyTimeTest is ThiefTest {
    CycleId private one;
    CycleId private other;

    function setUp() public override {
        super.setUp();
        one = openBigCycle();
        other = openBigCycle();
    }

    /// Any batches at any times in two cycles: limit and ceiling hold, and no token moves.
    function testFuzz_Thief_GivenAnyBatchesAtAnyTime(uint256 seed) public {
        uint256 start = now_();
        for (uint256 i = 0; i < 8; ++i) {
            uint256 dice = uint256(keccak256(abi.encode(seed, i)));
            skip(dice % 2 days);
            bytes memory items = sales(
                FIRST + (uint32(dice >> 32) % 400),
                100,
                1 + (uint56(dice >> 64) % LISTED)
            );
            CycleId id = (dice >> 128) % 2 == 0 ? one : other;
            redeem(terminal, id, nextNumber(terminal), items);

            uint256 most = 30_000 * USD + ((now_() - start) * 10_000 * USD) / 1 days;
            assertLe(uint256(grossOf(terminal, one)) + grossOf(terminal, other), most, "ceiling");
            assertLe(programme.netSalesOf(terminal, one), 20_000 * USD, "limit");
            assertLe(programme.netSalesOf(terminal, other), 20_000 * USD, "limit of the other cycle");
        }
        assertNothingLeft();
    }
}
