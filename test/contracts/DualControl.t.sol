// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Errors} from "@openzeppelin/contracts/utils/Errors.sol";
import {Acts} from "../../contracts/governance/Acts.sol";
import {DualControl} from "../../contracts/governance/DualControl.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {IDualControl} from "../../contracts/interfaces/IDualControl.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {ConsortiumTest} from "./support/ConsortiumTest.sol";

/// @notice A till with one act of each sort, to prove {DualControl} once.
contract Till is DualControl {
    uint256 public spent;
    uint40 public constant WAIT = 2 days;

    error Till_Empty(uint256 amount);

    constructor(IConsortium consortium) Acts(consortium) {}

    function spend(OrganisationId, uint256 amount) external onlyAct returns (uint256) {
        if (amount > 1000) revert Till_Empty(amount);
        spent += amount;
        return spent;
    }

    function spendLater(OrganisationId, uint256 amount) external onlyAct {
        spent += amount;
    }

    /// @notice Preparer and Custodian do not exclude each other, so one officer can hold both.
    function tidy(OrganisationId) external onlyAct {
        spent = 0;
    }

    /// @notice Calls this contract from within an act, e.g. to approve again.
    function nest(OrganisationId, bytes calldata call_) external onlyAct {
        spent += 1;
        (bool isDone, bytes memory reason) = address(this).call(call_);
        if (!isDone) {
            assembly ("memory-safe") {
                revert(add(reason, 32), mload(reason))
            }
        }
    }

    function notAnAct() external {
        spent += 1;
    }

    function _officersOf(bytes calldata act) internal pure override returns (Officers memory) {
        bytes4 selector = bytes4(act);
        if (selector == this.spendLater.selector)
            return Officers(_first(act), Role.Finance, Role.Approver, WAIT);
        if (selector == this.tidy.selector) return Officers(_first(act), Role.Preparer, Role.Custodian, 0);
        if (selector != this.spend.selector && selector != this.nest.selector)
            revert DualControl_NotAnAct(selector);
        return Officers(_first(act), Role.Finance, Role.Approver, 0);
    }

    function _first(bytes calldata act) private pure returns (OrganisationId) {
        return abi.decode(act[4:36], (OrganisationId));
    }
}

contract DualControlTest is ConsortiumTest {
    Till private till;
    bytes private spend;

    function setUp() public override {
        super.setUp();
        till = new Till(consortium);
        spend = abi.encodeCall(Till.spend, (agency, 10));
    }

    // --- propose act

    function test_ProposeAct_WhenTheSelectorIsNoAct() public {
        vm.startPrank(finance);
        vm.expectRevert(
            abi.encodeWithSelector(IDualControl.DualControl_NotAnAct.selector, Till.notAnAct.selector)
        );
        till.proposeAct(abi.encodeCall(Till.notAnAct, ()));
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_NotAnAct.selector, bytes4(0)));
        till.proposeAct("");
    }

    function test_ProposeAct_WhenTheCallerLacksTheProposingRole() public {
        vm.expectRevert(_missing(Role.Finance, approver));
        vm.prank(approver);
        till.proposeAct(spend);
    }

    function test_ProposeAct_WhenTheCallerHoldsTheProposingRole() public {
        vm.expectEmit(address(till));
        emit IDualControl.ActProposed(1, Till.spend.selector, finance, spend);
        assertEq(proposeAct(till, finance, spend), 1);

        IDualControl.ProposedAct memory proposed = till.proposedAct(1);
        assertEq(proposed.hash, keccak256(spend));
        assertEq(proposed.proposer, finance);
        assertEq(proposed.proposedAt, block.timestamp);
        assertEq(proposeAct(till, finance, spend), 2);
    }

    // --- approve act

    function test_ApproveAct_WhenTheActWasNeverProposed() public {
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_NotOpen.selector, 1));
        vm.prank(approver);
        till.approveAct(1, spend);
    }

    function test_ApproveAct_WhenOtherBytesAreRestated() public {
        uint256 actId = proposeAct(till, finance, spend);
        bytes memory other = abi.encodeCall(Till.spend, (agency, 11));

        vm.expectRevert(_otherAct(actId, spend, other));
        vm.prank(approver);
        till.approveAct(actId, other);
    }

    /// What a reorganisation can do: the number that the approver saw now belongs to somebody else's proposal.
    function test_ApproveAct_WhenTheNumberMovedToOtherBytes() public {
        bytes memory swapped = abi.encodeCall(Till.spend, (agency, 999));
        uint256 actId = proposeAct(till, finance, swapped);

        vm.expectRevert(_otherAct(actId, swapped, spend));
        vm.prank(approver);
        till.approveAct(actId, spend);
        assertEq(till.spent(), 0);
    }

    function test_ApproveAct_WhenTheCallerLacksTheApprovingRole() public {
        uint256 actId = proposeAct(till, finance, spend);
        vm.expectRevert(_missing(Role.Approver, custodian));
        vm.prank(custodian);
        till.approveAct(actId, spend);
    }

    function test_ApproveAct_WhenTheApproverOfAnotherOrganisationCalls() public {
        uint256 actId = proposeAct(till, finance, spend);
        vm.expectRevert(_missing(Role.Approver, otherApprover));
        vm.prank(otherApprover);
        till.approveAct(actId, spend);
    }

    function test_ApproveAct_WhenTheSameOfficerHoldsBothRoles() public {
        appoint(Role.Custodian, preparer);
        bytes memory tidy = abi.encodeCall(Till.tidy, (agency));
        uint256 actId = proposeAct(till, preparer, tidy);

        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_SameOfficer.selector, preparer));
        vm.prank(preparer);
        till.approveAct(actId, tidy);
    }

    function test_ApproveAct_WhenTheWaitIsNotOver() public {
        bytes memory act = abi.encodeCall(Till.spendLater, (agency, 10));
        uint256 actId = proposeAct(till, finance, act);
        uint256 readyAt = block.timestamp + till.WAIT();

        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_TooEarly.selector, actId, readyAt));
        vm.prank(approver);
        till.approveAct(actId, act);

        vm.warp(readyAt);
        vm.prank(approver);
        till.approveAct(actId, act);
        assertEq(till.spent(), 10);
    }

    function test_ApproveAct_WhenTheProposalLapsed() public {
        bytes memory act = abi.encodeCall(Till.spendLater, (agency, 10));
        uint256 actId = proposeAct(till, finance, act);
        uint256 lapsesAt = block.timestamp + till.WAIT() + till.ACT_LAPSES_AFTER();

        vm.warp(lapsesAt + 1);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_Lapsed.selector, actId, lapsesAt));
        vm.prank(approver);
        till.approveAct(actId, act);

        vm.warp(lapsesAt);
        vm.prank(approver);
        till.approveAct(actId, act);
        assertEq(till.spent(), 10);
    }

    function test_ApproveAct_WhenTheProposalWasWithdrawn() public {
        uint256 actId = proposeAct(till, finance, spend);
        vm.prank(finance);
        till.withdrawAct(actId, spend);

        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_NotOpen.selector, actId));
        vm.prank(approver);
        till.approveAct(actId, spend);
    }

    function test_ApproveAct_WhenTheActReverts() public {
        bytes memory act = abi.encodeCall(Till.spend, (agency, 1001));
        expectActRevert(till, finance, approver, act, abi.encodeWithSelector(Till.Till_Empty.selector, 1001));

        assertEq(till.proposedAct(1).proposer, finance);
    }

    function test_ApproveAct_WhenTheActRevertsWithoutAReason() public {
        // Too short to be decoded, so the compiler's own check refuses it, which says nothing.
        bytes memory act = abi.encodePacked(Till.spend.selector, abi.encode(agency));
        expectActRevert(till, finance, approver, act, abi.encodeWithSelector(Errors.FailedCall.selector));
    }

    function test_ApproveAct_WhenTheActApprovesItselfAgain() public {
        // The number of the next proposal is 1; its inner call restates bytes that cannot contain themselves, so any bytes do.
        bytes memory inner = abi.encodeCall(IDualControl.approveAct, (1, spend));
        bytes memory act = abi.encodeCall(Till.nest, (agency, inner));
        expectActRevert(
            till,
            finance,
            approver,
            act,
            abi.encodeWithSelector(IDualControl.DualControl_NotOpen.selector, 1)
        );

        assertEq(till.proposedAct(1).proposer, finance);
        assertEq(till.spent(), 0);
    }

    function test_ApproveAct_WhenTheActApprovesAnotherAct() public {
        uint256 other = proposeAct(till, finance, spend);
        bytes memory inner = abi.encodeCall(IDualControl.approveAct, (other, spend));
        bytes memory act = abi.encodeCall(Till.nest, (agency, inner));
        expectActRevert(till, finance, approver, act, _missing(Role.Approver, address(till)));

        assertEq(till.spent(), 0);
    }

    function test_ApproveAct_WhenAnotherOfficerApproves() public {
        uint256 actId = proposeAct(till, finance, spend);

        vm.expectEmit(address(till));
        emit IDualControl.ActApproved(actId, Till.spend.selector, approver);
        vm.prank(approver);
        assertEq(till.approveAct(actId, spend), abi.encode(10));

        assertEq(till.spent(), 10);
        assertEq(till.proposedAct(actId).proposer, address(0));
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_NotOpen.selector, actId));
        vm.prank(secondApprover);
        till.approveAct(actId, spend);
    }

    // --- withdraw act

    function test_WithdrawAct_WhenTheCallerIsNeitherProposerNorApprover() public {
        uint256 actId = proposeAct(till, finance, spend);
        vm.expectRevert(_missing(Role.Approver, custodian));
        vm.prank(custodian);
        till.withdrawAct(actId, spend);
    }

    /// Without the restated bytes an approver of one organisation could name bytes of another and withdraw its acts.
    function test_WithdrawAct_WhenOtherBytesAreRestated() public {
        uint256 actId = proposeAct(till, finance, spend);
        bytes memory other = abi.encodeCall(Till.spend, (otherAgency, 10));
        vm.expectRevert(_otherAct(actId, spend, other));
        vm.prank(otherApprover);
        till.withdrawAct(actId, other);
    }

    function test_WithdrawAct_WhenTheProposerLostTheRole() public {
        uint256 actId = proposeAct(till, finance, spend);
        vm.prank(administrator);
        consortium.removeOfficer(agency, Role.Finance, finance);

        vm.prank(finance);
        till.withdrawAct(actId, spend);
        assertEq(till.proposedAct(actId).proposer, address(0));
    }

    function test_WithdrawAct_WhenTheProposerCalls() public {
        _withdrawsAs(finance);
    }

    function test_WithdrawAct_WhenAnApproverCalls() public {
        _withdrawsAs(approver);
    }

    // --- only act

    function test_OnlyAct_WhenSomebodyCallsTheActDirectly() public {
        vm.expectRevert(
            abi.encodeWithSelector(IDualControl.DualControl_TwoOfficersNeeded.selector, approver)
        );
        vm.prank(approver);
        till.spend(agency, 10);
    }

    function testFuzz_GivenAnyBytesRestated(bytes calldata restated) public {
        vm.assume(keccak256(restated) != keccak256(spend));
        uint256 actId = proposeAct(till, finance, spend);
        vm.expectRevert(_otherAct(actId, spend, restated));
        vm.prank(approver);
        till.approveAct(actId, restated);
    }

    function _withdrawsAs(address officer) private {
        uint256 actId = proposeAct(till, finance, spend);
        vm.expectEmit(address(till));
        emit IDualControl.ActWithdrawn(actId, officer);
        vm.prank(officer);
        till.withdrawAct(actId, spend);
        assertEq(till.proposedAct(actId).hash, 0);
    }

    function _missing(Role role, address account) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, account);
    }

    function _otherAct(
        uint256 actId,
        bytes memory proposed,
        bytes memory restated
    ) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IDualControl.DualControl_OtherActRestated.selector,
                actId,
                keccak256(proposed),
                keccak256(restated)
            );
    }
}
