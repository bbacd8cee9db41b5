// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IProgrammeSettings} from "../../../contracts/interfaces/IProgrammeSettings.sol";
import {ProgrammeOffice} from "../../../contracts/programmes/ProgrammeOffice.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

contract ProgrammeEdgesTest is ProgrammeTest {
    function test_Initialize_WhenTheOfficeIsStartedOnItsOwnStorage() public {
        ProgrammeOffice office = new ProgrammeOffice(consortium, registry, stranger);
        IProgrammeSettings.ProgrammeSettings memory settings = programme.settings();
        ICycles.Band[] memory same = programme.bands();
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        office.initialize(settings, same);
    }
}
