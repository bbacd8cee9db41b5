// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {BeaconProxy} from "@openzeppelin/contracts/proxy/beacon/BeaconProxy.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {AgreementOffice} from "../../../contracts/agreements/AgreementOffice.sol";
import {MilestoneAgreement} from "../../../contracts/agreements/MilestoneAgreement.sol";
import {IAgreementFactory} from "../../../contracts/interfaces/IAgreementFactory.sol";
import {IAgreementSettings} from "../../../contracts/interfaces/IAgreementSettings.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IMilestoneAgreement} from "../../../contracts/interfaces/IMilestoneAgreement.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {OrganisationId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

/// @notice The next version of an agreement.
contract NextAgreement is MilestoneAgreement {
    string public constant release = "next";

    constructor(IConsortium consortium, address office) MilestoneAgreement(consortium, office) {}
}

contract AgreementFactoryTest is AgreementTest {
    // --- create agreement

    function test_CreateAgreement_WhenTheCallerIsNoAdministratorOfTheAgency() public {
        IAgreementSettings.AgreementSettings memory s = settingsWith(address(asset));
        address[4] memory others = [council, approver, partnerAdministrator, otherAdministrator];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(missing(agency, Role.Administrator, others[i]));
            vm.prank(others[i]);
            factory.createAgreement(s);
        }
    }

    function test_CreateAgreement_WhenTheSettingsAreInvalid() public {
        IAgreementSettings.AgreementSettings memory s = settingsWith(stranger);
        _refuse(s, _invalid("asset"));
        s = settingsWith(address(asset));
        s.currency = 0;
        _refuse(s, _invalid("currency"));
        s = settingsWith(address(asset));
        s.partner = agency;
        _refuse(s, _invalid("partner"));
        s = settingsWith(address(new PlainToken(37)));
        _refuse(s, _invalid("decimals"));
        assertEq(factory.agreements().length, 1);
    }

    function test_CreateAgreement_WhenThePartnerIsUnknown() public {
        IAgreementSettings.AgreementSettings memory s = settingsWith(address(asset));
        s.partner = OrganisationId.wrap(4);
        _refuse(s, abi.encodeWithSelector(IConsortium.Consortium_UnknownOrganisation.selector, s.partner));
    }

    function test_CreateAgreement_WhenAnAdministratorCreates() public {
        IAgreementSettings.AgreementSettings memory s = settingsWith(address(asset));
        // The address of an agreement is not known before.
        vm.expectEmit(false, true, true, true, address(factory));
        emit IAgreementFactory.AgreementCreated(address(0), agency, partner, s);
        vm.prank(administrator);
        address created = factory.createAgreement(s);
        assertTrue(factory.isAgreement(created));
        assertEq(factory.agreements().length, 2);
        assertEq(factory.agreements()[1], created);
        assertEq(factory.beacon(), address(beacon));
        assertEq(abi.encode(IMilestoneAgreement(created).settings()), abi.encode(s));
        assertEq(
            uint256(IMilestoneAgreement(created).state()),
            uint256(IAgreementSettings.AgreementState.Proposed)
        );
        assertEq(IMilestoneAgreement(created).asset(), address(asset));
    }

    function test_CreateAgreement_GivenACreatedAgreement() public {
        IAgreementSettings.AgreementSettings memory s = settingsWith(address(asset));
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        vm.prank(administrator);
        agreement.initialize(s);
    }

    function test_CreateAgreement_GivenTheImplementationItself() public {
        AgreementOffice office = new AgreementOffice(consortium);
        IMilestoneAgreement bare = IMilestoneAgreement(
            address(new MilestoneAgreement(consortium, address(office)))
        );
        IAgreementSettings.AgreementSettings memory s = settingsWith(address(asset));
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        bare.initialize(s);
        vm.expectRevert(Initializable.InvalidInitialization.selector);
        office.initialize(s);
    }

    // --- is agreement

    function test_IsAgreement_GivenAProxyOfTheSameBeaconThatSomebodyElseMade() public {
        bytes memory call_ = abi.encodeCall(IAgreementSettings.initialize, (settingsWith(address(asset))));
        assertFalse(factory.isAgreement(address(new BeaconProxy(address(beacon), call_))));
    }

    // --- beacon

    function test_Beacon_WhenTheCouncilUpgrades() public {
        start();
        submit(WORK, 1_000 * USD);
        verify(WORK, monitor);
        bytes memory before = abi.encode(agreement.milestoneOf(WORK), agreement.money());
        address next = address(new NextAgreement(consortium, address(new AgreementOffice(consortium))));
        vm.prank(council);
        beacon.upgradeTo(next);
        assertEq(NextAgreement(payable(address(agreement))).release(), "next");
        assertEq(abi.encode(agreement.milestoneOf(WORK), agreement.money()), before);
        verify(WORK, secondMonitor);
        authorise(WORK, 1_000 * USD);
        assertState(WORK, IMilestones.MilestoneState.Paid);
    }

    function test_Beacon_WhenAnyoneElseUpgrades() public {
        address next = address(new NextAgreement(consortium, address(this)));
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, administrator));
        vm.prank(administrator);
        beacon.upgradeTo(next);
    }

    // --- helpers

    function _refuse(IAgreementSettings.AgreementSettings memory s, bytes memory reason) private {
        vm.expectRevert(reason);
        vm.prank(administrator);
        factory.createAgreement(s);
    }

    function _invalid(bytes32 field) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IAgreementSettings.Agreement_SettingsInvalid.selector, field);
    }
}
