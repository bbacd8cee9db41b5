// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {BeneficiaryAccounts} from "../../contracts/accounts/BeneficiaryAccounts.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {ICycles} from "../../contracts/interfaces/ICycles.sol";
import {IProgramme} from "../../contracts/interfaces/IProgramme.sol";
import {IProgrammeFactory} from "../../contracts/interfaces/IProgrammeFactory.sol";
import {IProgrammeSettings} from "../../contracts/interfaces/IProgrammeSettings.sol";
import {Programme} from "../../contracts/programmes/Programme.sol";
import {ProgrammeFactory} from "../../contracts/programmes/ProgrammeFactory.sol";
import {ProgrammeOffice} from "../../contracts/programmes/ProgrammeOffice.sol";
import {ProgrammeShops} from "../../contracts/programmes/ProgrammeShops.sol";
import {DocumentRegistry} from "../../contracts/records/DocumentRegistry.sol";
import {DemoDollar} from "../../contracts/testing/DemoDollar.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {ConsortiumTest} from "./support/ConsortiumTest.sol";

/// @notice The next version of a programme.
contract NextProgramme is Programme {
    string public constant version = "next";

    constructor(
        IConsortium consortium,
        BeneficiaryAccounts accounts,
        address office
    ) Programme(consortium, accounts, office) {}
}

contract ProgrammeFactoryTest is ConsortiumTest {
    ProgrammeFactory private factory;
    UpgradeableBeacon private beacon;
    BeneficiaryAccounts private accounts;
    DemoDollar private dollar;
    address private office;

    function setUp() public override {
        super.setUp();
        dollar = new DemoDollar();
        accounts = new BeneficiaryAccounts(consortium);
        office = address(
            new ProgrammeOffice(
                consortium,
                accounts,
                address(new ProgrammeShops(consortium, new DocumentRegistry(consortium)))
            )
        );
        beacon = new UpgradeableBeacon(address(new Programme(consortium, accounts, office)), council);
        factory = new ProgrammeFactory(consortium, address(beacon));
    }

    // --- create programme

    function test_CreateProgramme_WhenTheCallerIsNoAdministratorOfTheOrganisation() public {
        address[3] memory others = [council, otherAdministrator, approver];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IConsortium.Consortium_MissingRole.selector,
                    agency,
                    Role.Administrator,
                    others[i]
                )
            );
            vm.prank(others[i]);
            factory.createProgramme(_settings(), _bands());
        }
    }

    function test_CreateProgramme_WhenTheSettingsAreInvalid() public {
        IProgrammeSettings.ProgrammeSettings memory settings = _settings();
        settings.asset = address(0);
        vm.expectRevert(
            abi.encodeWithSelector(IProgrammeSettings.Programme_SettingsInvalid.selector, bytes32("asset"))
        );
        vm.prank(administrator);
        factory.createProgramme(settings, _bands());

        assertEq(factory.programmes().length, 0);
    }

    function test_CreateProgramme_WhenAnAdministratorCreates() public {
        // The address of a programme is not known before.
        vm.expectEmit(false, true, true, true, address(factory));
        emit IProgrammeFactory.ProgrammeCreated(address(0), agency, address(dollar), _settings(), _bands());
        address programme = _create();

        assertTrue(factory.isProgramme(programme));
        assertEq(factory.programmes().length, 1);
        assertEq(factory.programmes()[0], programme);
        assertEq(factory.beacon(), address(beacon));
        assertEq(abi.encode(IProgramme(programme).settings()), abi.encode(_settings()));
        assertEq(abi.encode(IProgramme(programme).bands()), abi.encode(_bands()));
    }

    function test_CreateProgramme_GivenACreatedProgramme() public {
        address programme = _create();
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        vm.prank(administrator);
        IProgramme(programme).initialize(_settings(), _bands());
    }

    // --- is programme

    function test_IsProgramme_GivenAProxyOfTheSameBeaconThatSomebodyElseMade() public {
        bytes memory call_ = abi.encodeCall(IProgrammeSettings.initialize, (_settings(), _bands()));
        address impostor = address(new BeaconProxy(address(beacon), call_));
        assertFalse(factory.isProgramme(impostor));
    }

    // --- beacon

    function test_Beacon_WhenTheCouncilUpgrades() public {
        address first = _create();
        address second = _create();
        assertNotEq(first, second);
        address next = address(new NextProgramme(consortium, accounts, office));

        vm.prank(council);
        beacon.upgradeTo(next);

        assertEq(NextProgramme(payable(first)).version(), "next");
        assertEq(NextProgramme(payable(second)).version(), "next");
        assertEq(abi.encode(IProgramme(first).settings()), abi.encode(_settings()));
    }

    function test_Beacon_WhenAnyoneElseUpgrades() public {
        address next = address(new NextProgramme(consortium, accounts, office));
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, administrator));
        vm.prank(administrator);
        beacon.upgradeTo(next);
    }

    function _create() private returns (address) {
        vm.prank(administrator);
        return factory.createProgramme(_settings(), _bands());
    }

    function _settings() private view returns (IProgrammeSettings.ProgrammeSettings memory) {
        return
            IProgrammeSettings.ProgrammeSettings({
                organisation: agency,
                asset: address(dollar),
                currency: "USD",
                payableStep: 10_000,
                modality: IProgrammeSettings.Modality.Voucher,
                purpose: "72040",
                name: "Food assistance"
            });
    }

    function _bands() private pure returns (ICycles.Band[] memory bands) {
        bands = new ICycles.Band[](2);
        bands[0] = ICycles.Band(1_000e6, 1, false);
        bands[1] = ICycles.Band(1_000_000e6, 2, true);
    }
}
