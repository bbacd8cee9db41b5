// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAdvances} from "../../../contracts/interfaces/IAdvances.sol";
import {IAgreementEnd} from "../../../contracts/interfaces/IAgreementEnd.sol";
import {IAgreementSettings} from "../../../contracts/interfaces/IAgreementSettings.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IDisputes} from "../../../contracts/interfaces/IDisputes.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract AgreementActsTest is AgreementTest {
    function setUp() public override {
        super.setUp();
        start();
    }

    // --- any act

    function test_GivenAnyAct_WhenSomebodyCallsItDirectly() public {
        address[6] memory callers = [
            finance,
            approver,
            administrator,
            partnerAdministrator,
            arbiter,
            stranger
        ];
        bytes[] memory acts = _acts();
        for (uint256 i = 0; i < acts.length; ++i) {
            for (uint256 j = 0; j < callers.length; ++j) {
                vm.prank(callers[j]);
                (bool isDone, bytes memory reason) = address(agreement).call(acts[i]);
                assertFalse(isDone);
                assertEq(
                    reason,
                    abi.encodeWithSelector(IDualControl.DualControl_TwoOfficersNeeded.selector, callers[j])
                );
            }
        }
    }

    function test_GivenAnyAct_WhenAnybodyButFinanceOfTheAgencyProposesIt() public {
        address[6] memory others = [
            preparer,
            approver,
            administrator,
            otherFinance,
            partnerAdministrator,
            donor
        ];
        bytes[] memory acts = _acts();
        for (uint256 i = 0; i < acts.length; ++i) {
            for (uint256 j = 0; j < others.length; ++j) {
                vm.expectRevert(missing(agency, Role.Finance, others[j]));
                vm.prank(others[j]);
                agreement.proposeAct(acts[i]);
            }
        }
    }

    function test_GivenAnyAct_WhenAnybodyButAnApproverOfTheAgencyApprovesIt() public {
        address[5] memory others = [finance, preparer, otherApprover, partnerAdministrator, monitor];
        bytes[] memory acts = _acts();
        for (uint256 i = 0; i < acts.length; ++i) {
            uint256 actId = proposeAct(agreement, finance, acts[i]);
            for (uint256 j = 0; j < others.length; ++j) {
                vm.expectRevert(missing(agency, Role.Approver, others[j]));
                vm.prank(others[j]);
                agreement.approveAct(actId, acts[i]);
            }
        }
    }

    function test_GivenAnyAct_WhenTheProposerApprovesIt() public {
        // One address never holds both roles at once, but one after the other.
        bytes[] memory acts = _acts();
        uint256[] memory ids = new uint256[](acts.length);
        for (uint256 i = 0; i < acts.length; ++i) ids[i] = proposeAct(agreement, finance, acts[i]);
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Finance, finance);
        appoint(Role.Approver, finance);
        for (uint256 i = 0; i < acts.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_SameOfficer.selector, finance));
            vm.prank(finance);
            agreement.approveAct(ids[i], acts[i]);
        }
    }

    // --- no act

    function test_GivenAFunctionThatIsNoAct() public {
        bytes4[10] memory selectors = [
            IEscrow.fund.selector,
            IEscrow.sendReturn.selector,
            IEscrow.returnCredited.selector,
            IAgreementTerms.acceptTerms.selector,
            IMilestones.submitMilestone.selector,
            IMilestones.authoriseMilestone.selector,
            IDisputes.decideDispute.selector,
            IAgreementEnd.terminate.selector,
            IDualControl.approveAct.selector,
            bytes4("none")
        ];
        for (uint256 i = 0; i < selectors.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_NotAnAct.selector, selectors[i]));
            vm.prank(finance);
            agreement.proposeAct(abi.encodePacked(selectors[i], new bytes(64)));
        }
    }

    // --- suspension

    function test_GivenTheAgencyIsSuspended_WhenATrusteeIsNamed() public {
        submit(WORK, 1_000 * USD);
        verifyAll(WORK);
        vm.startPrank(council);
        consortium.suspend(agency);
        consortium.nameTrustee(agency, otherAgency);
        vm.stopPrank();
        vm.expectRevert(missing(agency, Role.Finance, finance));
        vm.prank(finance);
        agreement.proposeAuthorisation(WORK, EVIDENCE, 1_000 * USD, IMilestones.Finding.None);
        vm.prank(otherFinance);
        agreement.proposeAuthorisation(WORK, EVIDENCE, 1_000 * USD, IMilestones.Finding.None);
        vm.prank(otherApprover);
        agreement.authoriseMilestone(WORK, EVIDENCE, 1_000 * USD, IMilestones.Finding.None);
        assertPaid(1_000 * USD);
    }

    function test_GivenThePartnerIsSuspended_WhenItSubmits() public {
        vm.prank(council);
        consortium.suspend(partner);
        vm.expectRevert(missing(partner, Role.Preparer, partnerPreparer));
        vm.prank(partnerPreparer);
        agreement.submitMilestone(WORK, 1_000 * USD, EVIDENCE, URI);
    }

    // --- ether

    function test_GivenEther_WhenItIsSentWithACall() public {
        vm.deal(address(this), 3);
        bytes memory reason = abi.encodeWithSelector(IAgreementSettings.Agreement_EtherNotAccepted.selector);
        bytes[2] memory calls = [bytes(""), abi.encodeCall(IAgreementSettings.state, ())];
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool isTaken, bytes memory answer) = address(agreement).call{value: 1}(calls[i]);
            assertFalse(isTaken);
            assertEq(answer, reason);
        }
    }

    function _acts() private view returns (bytes[] memory acts) {
        acts = new bytes[](5);
        acts[0] = abi.encodeCall(IAgreementTerms.offerTerms, (nextTerms()));
        acts[1] = abi.encodeCall(IEscrow.recordSource, (stranger, REASON));
        acts[2] = abi.encodeCall(IEscrow.returnExcess, (1));
        acts[3] = abi.encodeCall(IAdvances.acceptSpending, (ADVANCE, EVIDENCE, 1, IMilestones.Finding.None));
        acts[4] = abi.encodeCall(IAgreementEnd.giveNotice, (REASON));
    }
}
