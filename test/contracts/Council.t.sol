// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ICouncil} from "../../contracts/interfaces/ICouncil.sol";
import {CouncilTest, Ledger} from "./support/CouncilTest.sol";

/// @dev Calls its caller with what it was given.
contract Returner {
    bytes private _data;

    function prepare(bytes calldata data) external {
        _data = data;
    }

    function goBack() external {
        Address.functionCall(msg.sender, _data);
    }
}

contract CouncilProposalTest is CouncilTest {
    address private outsider = makeAddr("outsider");

    // --- propose

    function test_Propose_WhenTheCallerIsNoMember() public {
        ICouncil.Call[] memory calls = _write(1);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_OnlyMember.selector, outsider));
        vm.prank(outsider);
        council.propose(calls, WHY, "");
    }

    function test_Propose_WhenThereAreNoCalls() public {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_NoCalls.selector));
        vm.prank(member[0]);
        council.propose(new ICouncil.Call[](0), WHY, "");
    }

    function test_Propose_WhenAMemberProposes() public {
        ICouncil.Call[] memory calls = _write(1);
        vm.expectEmit(address(council));
        emit ICouncil.ProposalMade(1, member[0], ICouncil.Level.Ordinary, calls, WHY, "ipfs://why");
        vm.expectEmit(address(council));
        emit ICouncil.ProposalApproved(1, member[0], 1, 3);
        vm.prank(member[0]);
        uint256 id = council.propose(calls, WHY, "ipfs://why");

        assertEq(id, 1);
        assertEq(council.proposals(), 1);
        ICouncil.Proposal memory proposal = council.proposalOf(1);
        assertEq(proposal.hash, council.hashProposal(1, calls, WHY));
        assertEq(proposal.proposer, member[0]);
        assertEq(proposal.approvals, 1);
        assertEq(uint256(proposal.state), uint256(ICouncil.ProposalState.Open));
        assertTrue(council.approves(1, member[0]));
    }

    function test_Propose_WhenAMemberProposes_LevelFromTheCalls() public {
        _assertLevel(_write(1), ICouncil.Level.Ordinary);
        _assertLevel(_reconfigure(new address[](0), _settings(3, 4)), ICouncil.Level.Configuration);
        _assertLevel(_upgrade(), ICouncil.Level.Upgrade);

        ICouncil.Call[] memory both = new ICouncil.Call[](2);
        both[0] = _upgrade()[0];
        both[1] = _reconfigure(new address[](0), _settings(3, 4))[0];
        _assertLevel(both, ICouncil.Level.Upgrade);
    }

    // --- approve

    function test_Approve_WhenTheCallerIsNoMember() public {
        bytes32 hash = _propose(_write(1));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_OnlyMember.selector, outsider));
        vm.prank(outsider);
        council.approve(1, hash);
    }

    function test_Approve_WhenThereIsNoSuchProposal() public {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_UnknownProposal.selector, 9));
        vm.prank(member[0]);
        council.approve(9, WHY);
    }

    function test_Approve_WhenAnotherProposalIsRestated() public {
        bytes32 hash = _propose(_write(1));
        vm.expectRevert(
            abi.encodeWithSelector(ICouncil.Council_OtherProposalRestated.selector, 1, hash, WHY)
        );
        vm.prank(member[1]);
        council.approve(1, WHY);
    }

    function test_Approve_WhenTheMemberHasApprovedIt() public {
        bytes32 hash = _propose(_write(1));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_ApprovedAlready.selector, 1, member[0]));
        vm.prank(member[0]);
        council.approve(1, hash);
    }

    function test_Approve_WhenTheProposalIsExecutedCancelledOrLapsed() public {
        _endThree();
        for (uint256 id = 1; id <= 3; ++id) {
            bytes32 hash = council.proposalOf(id).hash;
            _expectWrongState(id, ended[id]);
            _approve(id, hash, 4);
        }
    }

    function test_Approve_WhenTheLastApprovalThatIsNeededComes() public {
        bytes32 hash = _propose(_write(1));
        _approve(1, hash, 1);
        assertEq(council.proposalOf(1).readyAt, 0);
        uint40 readyAt = uint40(block.timestamp) + DELAY;
        vm.expectEmit(address(council));
        emit ICouncil.ProposalApproved(1, member[2], 3, 3);
        vm.expectEmit(address(council));
        emit ICouncil.ProposalQueued(1, readyAt);
        _approve(1, hash, 2);
        assertEq(council.proposalOf(1).readyAt, readyAt);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Queued));

        // One more changes nothing about the delay.
        skip(10);
        _approve(1, hash, 3);
        assertEq(council.proposalOf(1).readyAt, readyAt);
    }

    // --- revoke

    function test_Revoke_WhenTheCallerHasNotApprovedIt() public {
        _propose(_write(1));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_NotApproved.selector, 1, member[1]));
        vm.prank(member[1]);
        council.revoke(1);
    }

    function test_Revoke_WhenTheProposalIsExecutedCancelledOrLapsed() public {
        _endThree();
        for (uint256 id = 1; id <= 3; ++id) {
            _expectWrongState(id, ended[id]);
            vm.prank(member[0]);
            council.revoke(id);
            assertTrue(council.approves(id, member[0]));
        }
    }

    function test_Revoke_WhenTheQuorumIsLostWithIt() public {
        bytes32 hash = _proposeReady(_write(1));
        vm.expectEmit(address(council));
        emit ICouncil.ApprovalRevoked(1, member[1], 2);
        vm.expectEmit(address(council));
        emit ICouncil.SignaturesVoided(member[1], 1);
        vm.prank(member[1]);
        council.revoke(1);
        assertEq(council.proposalOf(1).readyAt, 0);
        assertFalse(council.approves(1, member[1]));
        _expectWrongState(1, ICouncil.ProposalState.Open);
        council.execute(1, _write(1), WHY);

        _approve(1, hash, 3);
        assertEq(council.proposalOf(1).readyAt, block.timestamp + DELAY);
    }

    function test_Revoke_WhenThereIsOneMoreThanNeeded() public {
        bytes32 hash = _proposeReady(_write(1));
        uint40 readyAt = council.proposalOf(1).readyAt;
        _approve(1, hash, 3);
        vm.prank(member[1]);
        council.revoke(1);
        assertEq(council.proposalOf(1).readyAt, readyAt);
        council.execute(1, _write(1), WHY);
    }

    // --- object

    function test_Object_WhenTheCallerIsNoMember() public {
        _propose(_write(1));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_OnlyMember.selector, outsider));
        vm.prank(outsider);
        council.object(1);
    }

    function test_Object_WhenTheMemberHasObjected() public {
        _propose(_write(1));
        _object(1, 1);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_ObjectedAlready.selector, 1, member[1]));
        vm.prank(member[1]);
        council.object(1);
    }

    function test_Object_WhenTheProposalIsExecutedCancelledOrLapsed() public {
        _endThree();
        for (uint256 id = 1; id <= 3; ++id) {
            _expectWrongState(id, ended[id]);
            _object(id, 4);
        }
    }

    function test_Object_WhenTheProposalRemovesTheCaller() public {
        address[] memory removed = new address[](1);
        removed[0] = member[4];
        _propose(_reconfigure(removed, _settings(2, 3)));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_ToBeRemoved.selector, 1, member[4]));
        vm.prank(member[4]);
        council.object(1);
        _object(1, 3);
    }

    function test_Object_WhenTheOthersCannotMakeTheQuorumAnyMore() public {
        // Five members, quorum three: three objections leave two.
        _propose(_write(1));
        vm.expectEmit(address(council));
        emit ICouncil.ProposalObjected(1, member[1], 1, 3);
        _object(1, 1);
        _object(1, 2);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Open));
        vm.expectEmit(address(council));
        emit ICouncil.ProposalCancelled(1);
        _object(1, 3);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Cancelled));
    }

    // --- execute

    function test_Execute_WhenTheQuorumIsMissing() public {
        _propose(_write(1));
        _expectWrongState(1, ICouncil.ProposalState.Open);
        council.execute(1, _write(1), WHY);
    }

    function test_Execute_WhenTheDelayIsNotOver() public {
        _proposeReady(_write(1));
        vm.warp(council.proposalOf(1).readyAt - 1);
        _expectWrongState(1, ICouncil.ProposalState.Queued);
        council.execute(1, _write(1), WHY);
    }

    function test_Execute_WhenTheGracePeriodIsOver() public {
        _proposeReady(_write(1));
        vm.warp(uint256(council.proposalOf(1).readyAt) + GRACE + 1);
        _expectWrongState(1, ICouncil.ProposalState.Lapsed);
        council.execute(1, _write(1), WHY);
        vm.warp(uint256(council.proposalOf(1).readyAt) + GRACE);
        council.execute(1, _write(1), WHY);
    }

    function test_Execute_WhenOtherCallsAreRestated() public {
        _proposeReady(_write(1));
        vm.expectRevert(
            abi.encodeWithSelector(
                ICouncil.Council_OtherProposalRestated.selector,
                1,
                council.proposalOf(1).hash,
                council.hashProposal(1, _write(2), WHY)
            )
        );
        council.execute(1, _write(2), WHY);
    }

    function test_Execute_WhenItWasExecuted() public {
        _proposeReady(_write(1));
        council.execute(1, _write(1), WHY);
        _expectWrongState(1, ICouncil.ProposalState.Executed);
        council.execute(1, _write(1), WHY);
        assertEq(ledger.writes(), 1);
    }

    function test_Execute_WhenACallReverts() public {
        ICouncil.Call[] memory calls = new ICouncil.Call[](2);
        calls[0] = _write(1)[0];
        calls[1] = ICouncil.Call(address(ledger), abi.encodeCall(Ledger.refuse, ()));
        _proposeReady(calls);
        vm.expectRevert(abi.encodeWithSelector(Ledger.Refused.selector));
        council.execute(1, calls, WHY);
        assertEq(ledger.writes(), 0);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Ready));
    }

    function test_Execute_WhenATargetHasNoCode() public {
        ICouncil.Call[] memory calls = new ICouncil.Call[](1);
        calls[0] = ICouncil.Call(outsider, abi.encodeCall(Ledger.write, (1)));
        _proposeReady(calls);
        vm.expectRevert(abi.encodeWithSelector(Address.AddressEmptyCode.selector, outsider));
        council.execute(1, calls, WHY);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Ready));
    }

    function test_Execute_WhenACallExecutesTheProposalAgain() public {
        // It cannot name its own calls inside of its calls, so a contract on the way does.
        Returner returner = new Returner();
        ICouncil.Call[] memory calls = new ICouncil.Call[](1);
        calls[0] = ICouncil.Call(address(returner), abi.encodeCall(Returner.goBack, ()));
        _proposeReady(calls);
        returner.prepare(abi.encodeCall(ICouncil.execute, (1, calls, WHY)));
        _expectWrongState(1, ICouncil.ProposalState.Executed);
        council.execute(1, calls, WHY);
    }

    function test_Execute_WhenAnyoneExecutes() public {
        ICouncil.Call[] memory calls = new ICouncil.Call[](2);
        calls[0] = _write(1)[0];
        calls[1] = _write(2)[0];
        _proposeReady(calls);
        vm.expectEmit(address(council));
        emit ICouncil.ProposalExecuted(1, outsider);
        vm.prank(outsider);
        council.execute(1, calls, WHY);
        assertEq(ledger.writes(), 2);
        assertEq(ledger.last(), 2);
        assertEq(ledger.writer(), address(council));
    }

    function test_Execute_WhenItIsAnUpgrade() public {
        ICouncil.Call[] memory calls = _upgrade();
        bytes32 hash = _propose(calls);
        _approve(1, hash, 1);
        _approve(1, hash, 2);
        assertEq(council.proposalOf(1).readyAt, 0);
        _approve(1, hash, 3);
        skip(14 days - 1);
        _expectWrongState(1, ICouncil.ProposalState.Queued);
        council.execute(1, calls, WHY);
        skip(1);
        council.execute(1, calls, WHY);
        assertEq(UpgradeableBeacon(beacon).implementation(), address(ledger));
    }

    function _assertLevel(ICouncil.Call[] memory calls, ICouncil.Level expected) private {
        vm.prank(member[0]);
        uint256 id = council.propose(calls, WHY, "");
        assertEq(uint256(council.proposalOf(id).level), uint256(expected));
    }
}
