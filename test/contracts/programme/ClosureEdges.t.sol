// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IClosure} from "../../../contracts/interfaces/IClosure.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";
import {Vm} from "../support/Vm.sol";

contract ClosureEdgesTest is ProgrammeTest {
    function test_CloseProgramme_WhenNothingIsLeftAndNoFeesAreKept() public {
        financeAct(abi.encodeCall(IBudget.returnUnspent, (FUNDS, source)));
        vm.recordLogs();
        _close();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            assertNotEq(logs[i].topics[0], IBudget.UnspentReturned.selector);
            assertNotEq(logs[i].topics[0], IBudget.FeeReserveChanged.selector);
        }
        assertTrue(programme.isClosed());
    }

    function test_CloseProgramme_WhenTheTokenCallsBackWhileTheRestLeaves() public {
        ReentrantToken token = new ReentrantToken(6);
        startProgramme(address(token));
        token.arm(address(programme), abi.encodeCall(IBudget.fund, (1, source)));
        _close();
        assertFalse(token.hasReentered());
        assertEq(
            token.answer(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
        assertEq(asset.balanceOf(source), FUNDS * scale);
    }

    function _close() private {
        bytes memory act = abi.encodeCall(IClosure.closeProgramme, (source));
        uint256 actId = proposeAct(programme, finance, act);
        skip(2 days);
        vm.prank(approver);
        programme.approveAct(actId, act);
    }
}
