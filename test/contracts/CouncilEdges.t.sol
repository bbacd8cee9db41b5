// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICouncil} from "../../contracts/interfaces/ICouncil.sol";
import {CouncilTest} from "./support/CouncilTest.sol";

contract CouncilEdgesTest is CouncilTest {
    function test_Propose_WhenACallToTheCouncilIsNotAboutMembers() public {
        ICouncil.Call[] memory calls = new ICouncil.Call[](1);
        calls[0] = ICouncil.Call(address(council), abi.encodeCall(ICouncil.voidSignatures, ()));
        _proposeReady(calls);
        assertEq(uint256(council.proposalOf(1).level), uint256(ICouncil.Level.Configuration));
        assertEq(council.proposalOf(1).approvals, 4);
        council.execute(1, calls, WHY);
        assertEq(council.nonceOf(address(council)), 1);
    }

    /// @dev Three of five must object before three cannot approve any more.
    function test_Object_WhenThereWereObjectionsInTheEpochBefore() public {
        _propose(_write(1));
        _object(1, 1);
        _object(1, 2);
        _beginEpoch();
        vm.expectEmit(address(council));
        emit ICouncil.ProposalObjected(1, member[3], 1, 3);
        _object(1, 3);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Open));
        _object(1, 1);
        assertEq(council.proposalOf(1).objections, 2);
        _object(1, 2);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Cancelled));
    }

    function test_Revoke_WhenTheApprovalIsOfTheEpochBefore() public {
        bytes32 hash = _propose(_write(1));
        _approve(1, hash, 1);
        _beginEpoch();
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_NotApproved.selector, 1, member[1]));
        vm.prank(member[1]);
        council.revoke(1);
        _approve(1, hash, 2);
        assertEq(council.proposalOf(1).approvals, 1);
    }

    /// @dev The council keeps its members and settings.
    function _beginEpoch() private {
        vm.prank(address(council));
        council.reconfigure(new ICouncil.Member[](0), new address[](0), _settings(3, 4));
    }
}
