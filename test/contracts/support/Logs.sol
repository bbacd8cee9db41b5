// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "./Test.sol";
import {Vm} from "./Vm.sol";

/// @notice For tests of what must not be announced.
abstract contract Logs is Test {
    /// @notice How often anybody emitted the event since `vm.recordLogs`. Forgets the logs.
    function countLogs(bytes32 selector) internal returns (uint256 count) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics.length > 0 && logs[i].topics[0] == selector) ++count;
        }
    }
}
