// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Logs} from "../support/Logs.sol";
import {Receipts} from "../support/Receipts.sol";
import {PausesTest} from "../support/PausesTest.sol";

contract PausesEdgesTest is PausesTest, Logs {
    function test_GivenRedemptionsArePaused_WhenATerminalSendsABatchForACycleThatIsClosedOrOnlyPrepared()
        public
    {
        CycleId over = openCycle(tenHouseholds());
        finish(over);
        CycleId prepared = prepare(tenHouseholds());
        bytes memory items = sale(FIRST, 10);
        uint40 since = guardianPauses(true, false);
        _stops(over, items, IRedemptions.Stop.Paused);
        _stops(prepared, items, IRedemptions.Stop.Paused);

        guardianLifts(true, false, since);
        _stops(prepared, items, IRedemptions.Stop.CycleNotApproved);
        bytes memory rejected = Receipts.rejection(0, IRedemptions.Rejection.CycleEnded);
        expectReceipts(terminal, over, 1, items, rejected, IRedemptions.Stop.None);
        assertEq(redeem(terminal, over, 1, items), 2);
    }

    function test_GivenRedemptionsArePaused_WhenATerminalSendsABatchForACycleThatWasApprovedInThePause()
        public
    {
        bytes memory items = sale(FIRST, 10);
        uint40 since = guardianPauses(true, false);
        CycleId id = openCycle(tenHouseholds());
        _stops(id, items, IRedemptions.Stop.Paused);
        guardianLifts(true, false, since);
        expectReceipts(terminal, id, 1, items, "", IRedemptions.Stop.None);
        assertEq(redeem(terminal, id, 1, items), 2);
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT - 10);
    }

    function test_GivenRedemptionsAreNotPaused_WhenACycleIsApproved() public {
        CycleId id = prepare(tenHouseholds());
        vm.recordLogs();
        approve(id);
        assertEq(countLogs(ICycles.CycleTimesChanged.selector), 0);
    }

    function _stops(CycleId id, bytes memory items, IRedemptions.Stop stop) private {
        expectReceipts(terminal, id, 1, "", "", stop);
        assertEq(redeem(terminal, id, 1, items), 1);
    }
}
