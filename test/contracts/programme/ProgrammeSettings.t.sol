// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ICycles} from "../../../contracts/interfaces/ICycles.sol";
import {IProgramme} from "../../../contracts/interfaces/IProgramme.sol";
import {IProgrammeSettings} from "../../../contracts/interfaces/IProgrammeSettings.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {OrganisationId} from "../../../contracts/types/Ids.sol";
import {ProgrammeFixture} from "../support/ProgrammeFixture.sol";

contract ProgrammeSettingsTest is ProgrammeFixture {
    // --- initialize

    function test_Initialize_WhenTheAssetHasNoCode() public {
        _refuse(settingsFor(stranger), "asset");
        _refuse(settingsFor(address(0)), "asset");
    }

    function test_Initialize_WhenOrganisationCurrencyOrPayableStepIsMissing() public {
        IProgrammeSettings.ProgrammeSettings memory settings = settingsFor(address(dollar));
        settings.currency = 0;
        _refuse(settings, "currency");
        settings = settingsFor(address(dollar));
        settings.payableStep = 0;
        _refuse(settings, "payableStep");
        // Organisation 0 has no Administrator, so the factory refuses it earlier; a proxy made by somebody else does not.
        settings = settingsFor(address(dollar));
        settings.organisation = OrganisationId.wrap(0);
        IProgramme bare = _bare();
        vm.expectRevert(_invalid("organisation"));
        bare.initialize(settings, bands());
    }

    function test_Initialize_WhenTheAssetHasMoreThan36Decimals() public {
        _refuse(settingsFor(address(new PlainToken(37))), "decimals");
        createProgramme(address(new PlainToken(36)), bands());
        assertEq(scale, 1e30);
    }

    function test_Initialize_WhenTheBandsAreInvalid() public {
        vm.expectRevert(abi.encodeWithSelector(ICycles.Cycles_BandsInvalid.selector, 0));
        vm.prank(administrator);
        factory.createProgramme(settingsFor(address(dollar)), new ICycles.Band[](0));
    }

    function test_Initialize_GivenTheProgrammeWasInitializedOrTheContractIsOnlyCodeForProgrammes() public {
        IProgrammeSettings.ProgrammeSettings memory settings = settingsFor(address(dollar));
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        programme.initialize(settings, bands());
        IProgramme implementation = IProgramme(beacon.implementation());
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        implementation.initialize(settings, bands());
    }

    function test_Initialize_WhenTheSettingsAreComplete() public {
        IProgrammeSettings.ProgrammeSettings memory settings = settingsFor(address(dollar));
        settings.modality = IProgrammeSettings.Modality.Cash;
        vm.expectEmit();
        emit ICycles.BandsChanged(bands());
        vm.expectEmit();
        emit Initializable.Initialized(1);
        vm.prank(administrator);
        IProgramme made = IProgramme(factory.createProgramme(settings, bands()));
        assertEq(abi.encode(made.settings()), abi.encode(settings));
        assertEq(abi.encode(made.bands()), abi.encode(bands()));
    }

    // --- asset scale

    function testFuzz_AssetScale_GivenAnyNumberOfDecimals(uint8 decimals) public {
        decimals = uint8(bound(decimals, 0, 36));
        createProgramme(address(new PlainToken(decimals)), bands());
        assertEq(scale, decimals > 6 ? 10 ** (uint256(decimals) - 6) : 1);
    }

    // --- unknown calls

    function test_GivenACallThatNoPartOfAProgrammeServes() public {
        (bool isTaken, ) = address(programme).call(abi.encodeWithSignature("sweep(address)", stranger));
        assertFalse(isTaken, "unknown function");
    }

    function test_GivenEther() public {
        vm.deal(address(this), 1 ether);
        bytes[2] memory calls = [bytes(""), abi.encodeCall(IBudget.balances, ())];
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool isTaken, bytes memory reason) = address(programme).call{value: 1}(calls[i]);
            assertFalse(isTaken, "ether");
            assertEq(reason, abi.encodeWithSelector(IProgrammeSettings.Programme_EtherNotAccepted.selector));
        }
    }

    // --- helpers

    function _refuse(IProgrammeSettings.ProgrammeSettings memory settings, bytes32 field) private {
        vm.expectRevert(_invalid(field));
        vm.prank(administrator);
        factory.createProgramme(settings, bands());
    }

    function _invalid(bytes32 field) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IProgrammeSettings.Programme_SettingsInvalid.selector, field);
    }

    /// @dev A proxy of the beacon that nobody has initialized.
    function _bare() private returns (IProgramme) {
        return IProgramme(address(new BeaconProxy(address(beacon), "")));
    }
}
