// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Governing} from "./Governing.sol";
import {ProgrammeTest} from "./ProgrammeTest.sol";

/// @notice The consortium and the beacon of {ProgrammeTest} in the hands of a council.
abstract contract GovernedTest is ProgrammeTest, Governing {
    /// @dev Governed before the council did.
    address internal former;

    function setUp() public virtual override {
        super.setUp();
        seatCouncil();
        former = council;
        vm.startPrank(former);
        consortium.changeCouncil(address(body));
        beacon.transferOwnership(address(body));
        vm.stopPrank();
        council = address(body);
    }
}
