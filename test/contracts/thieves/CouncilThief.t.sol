// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {GovernedTest} from "../support/GovernedTest.sol";

/// @notice The first member is the thief, or the first of them. Of five, three decide, and four change the council or upgrade.
contract CouncilThiefTest is GovernedTest {
    bytes32 private constant APPROVAL_TYPEHASH = keccak256(
        "Approval(uint256 proposalId,bytes32 proposalHash,uint32 epoch,address member,uint256 nonce,uint256 deadline)"
    );

    address private thief;
    uint256 private deadline;

    function setUp() public override {
        super.setUp();
        thief = member[0];
        deadline = block.timestamp + 3650 days;
    }

    // --- member

    function test_Member_DoesNothingAlone() public {
        ICouncil.Call[] memory calls = _suspension();
        uint256 id = table(calls);
        skip(365 days);
        expectWrongState(id, ICouncil.ProposalState.Open);
        vm.prank(thief);
        body.execute(id, calls, WHY);

        vm.startPrank(thief);
        vm.expectRevert(abi.encodeWithSelector(IConsortium.Consortium_OnlyCouncil.selector, thief));
        consortium.suspend(agency);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, thief));
        beacon.upgradeTo(address(consortium));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_OnlyCouncil.selector, thief));
        body.reconfigure(new ICouncil.Member[](0), _others(), settings(1, 1));
    }

    function test_Member_CannotVoteTwice() public {
        uint256 id = table(_suspension());
        bytes32 hash = body.proposalOf(id).hash;
        bytes memory signed = _signed("ash", id, 0);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_ApprovedAlready.selector, id, thief));
        body.approveBySignature(id, hash, thief, deadline, signed);

        // Taken back and given again, it still counts once, and the signature not at all.
        vm.startPrank(thief);
        body.revoke(id);
        body.approve(id, hash);
        vm.stopPrank();
        _expectInvalid(thief);
        body.approveBySignature(id, hash, thief, deadline, signed);
        assertEq(body.proposalOf(id).approvals, 1);
    }

    function test_Member_CannotApproveForAnother() public {
        uint256 id = table(_suspension());
        bytes32 hash = body.proposalOf(id).hash;
        for (uint256 i = 1; i < 5; ++i) {
            bytes memory signed = _signedAs("ash", id, member[i], 0);
            _expectInvalid(member[i]);
            body.approveBySignature(id, hash, member[i], deadline, signed);
        }
        assertEq(body.proposalOf(id).approvals, 1);
    }

    function test_Member_CannotStopTheOthers() public {
        ICouncil.Call[] memory out = removal(thief, settings(2, 3));
        vm.prank(member[1]);
        uint256 id = body.propose(out, WHY, "");
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_ToBeRemoved.selector, id, thief));
        vm.prank(thief);
        body.object(id);
        for (uint256 i = 2; i < 5; ++i) agree(id, i);
        vm.warp(body.proposalOf(id).readyAt);

        // It may object to everything else, and alone stops nothing.
        vm.prank(member[1]);
        uint256 other = body.propose(_suspension(), WHY, "");
        vm.prank(thief);
        body.object(other);
        assertState(other, ICouncil.ProposalState.Open);
        body.execute(id, out, WHY);
        assertFalse(body.isMember(thief));
    }

    function test_Member_CannotSwapTheCalls() public {
        ICouncil.Call[] memory calls = _suspension();
        uint256 id = ready(calls);
        calls[0].data = abi.encodeCall(IConsortium.changeCouncil, (thief));
        bytes32 hash = body.proposalOf(id).hash;
        bytes32 restated = body.hashProposal(id, calls, WHY);
        vm.expectRevert(
            abi.encodeWithSelector(ICouncil.Council_OtherProposalRestated.selector, id, hash, restated)
        );
        vm.prank(thief);
        body.execute(id, calls, WHY);
    }

    function test_Member_CannotHoldUpByComingAndGoing() public {
        uint256 id = table(_suspension());
        for (uint256 i = 1; i < 4; ++i) agree(id, i);
        uint40 readyAt = body.proposalOf(id).readyAt;
        for (uint256 i = 0; i < 5; ++i) {
            skip(1 hours);
            vm.prank(thief);
            body.revoke(id);
            agree(id, 0);
        }
        vm.warp(readyAt);
        body.execute(id, _suspension(), WHY);
        assertTrue(consortium.organisationOf(agency).isSuspended);
    }

    // --- quorum less one

    function test_QuorumLessOne_MakesNoCall() public {
        ICouncil.Call[][3] memory all = [_suspension(), removal(member[4], settings(1, 1)), _upgrade()];
        for (uint256 i = 0; i < 3; ++i) {
            uint256 id = table(all[i]);
            uint256 needed = body.approvalsNeeded(body.proposalOf(id).level);
            for (uint256 who = 1; who < needed - 1; ++who) agree(id, who);
            skip(365 days);
            expectWrongState(id, ICouncil.ProposalState.Open);
            body.execute(id, all[i], WHY);
        }
    }

    function test_QuorumLessOne_CannotTakeAnUpgradeThroughAsSomethingLess() public {
        bytes[4] memory data = [
            abi.encodeCall(UpgradeableBeacon.upgradeTo, (address(consortium))),
            abi.encodeCall(Ownable.transferOwnership, (thief)),
            abi.encodeCall(Ownable.renounceOwnership, ()),
            abi.encodeCall(IConsortium.changeCouncil, (thief))
        ];
        for (uint256 i = 0; i < 4; ++i) {
            for (uint256 place = 0; place < 3; ++place) {
                ICouncil.Call[] memory calls = new ICouncil.Call[](3);
                for (uint256 j = 0; j < 3; ++j) calls[j] = _suspension()[0];
                calls[place] = ICouncil.Call(i == 3 ? address(consortium) : address(beacon), data[i]);
                uint256 id = table(calls);
                for (uint256 who = 1; who < 3; ++who) agree(id, who);
                skip(30 days);
                expectWrongState(id, ICouncil.ProposalState.Open);
                body.execute(id, calls, WHY);
            }
        }
    }

    function test_QuorumLessOne_CannotBringBackWhatMembersTookBack() public {
        uint256 id = table(_suspension());
        bytes memory signed = _signed("cedar", id, 0);
        agree(id, 1);
        body.approveBySignature(id, body.proposalOf(id).hash, member[2], deadline, signed);
        vm.prank(member[2]);
        body.revoke(id);
        bytes32 hash = body.proposalOf(id).hash;
        _expectInvalid(member[2]);
        body.approveBySignature(id, hash, member[2], deadline, signed);

        // Who only signed, and thinks better of it, makes the signature void before anybody hands it in.
        signed = _signed("date palm", id, 0);
        vm.prank(member[3]);
        body.voidSignatures();
        _expectInvalid(member[3]);
        body.approveBySignature(id, hash, member[3], deadline, signed);
        assertEq(body.proposalOf(id).approvals, 2);
    }

    // --- removed member

    function test_RemovedMember_HasNoVoice() public {
        uint256 id = table(_suspension());
        bytes32 hash = body.proposalOf(id).hash;
        _removeTheThief();
        vm.startPrank(thief);
        ICouncil.Call[] memory calls = _suspension();
        _expectOnlyMember();
        body.propose(calls, WHY, "");
        _expectOnlyMember();
        body.approve(id, hash);
        _expectOnlyMember();
        body.object(id);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_NotApproved.selector, id, thief));
        body.revoke(id);
    }

    function test_RemovedMember_LeavesNoApprovalBehind() public {
        uint256 id = table(_suspension());
        bytes32 hash = body.proposalOf(id).hash;
        agree(id, 1);
        bytes memory signed = _signed("ash", id, 0);
        bytes memory others = _signed("cedar", id, 0);
        _removeTheThief();
        assertEq(body.proposalOf(id).approvals, 0);
        _expectOnlyMember();
        body.approveBySignature(id, hash, thief, deadline, signed);
        // What members signed with the thief in the council has to be signed again, too.
        _expectInvalid(member[2]);
        body.approveBySignature(id, hash, member[2], deadline, others);
    }

    // --- quorum

    function test_Quorum_TakesAllAfterTheDelay() public {
        ICouncil.Call[] memory calls = _suspension();
        uint256 id = table(calls);
        agree(id, 1);
        agree(id, 2);
        skip(DELAY - 1);
        expectWrongState(id, ICouncil.ProposalState.Queued);
        body.execute(id, calls, WHY);

        vm.prank(member[2]);
        body.revoke(id);
        skip(365 days);
        expectWrongState(id, ICouncil.ProposalState.Open);
        body.execute(id, calls, WHY);

        agree(id, 2);
        skip(DELAY);
        body.execute(id, calls, WHY);
        assertTrue(consortium.organisationOf(agency).isSuspended);
    }

    function test_Quorum_UpgradesNothingWithoutTheHigherQuorum() public {
        uint256 id = table(_upgrade());
        agree(id, 1);
        agree(id, 2);
        skip(365 days);
        expectWrongState(id, ICouncil.ProposalState.Open);
        body.execute(id, _upgrade(), WHY);
        agree(id, 3);
        skip(UPGRADE_DELAY - 1);
        expectWrongState(id, ICouncil.ProposalState.Queued);
        body.execute(id, _upgrade(), WHY);
        // The long delay cannot be made shorter, not even by all of them.
        ICouncil.Settings memory hasty = settings(3, 4);
        hasty.upgradeDelay = UPGRADE_DELAY - 1;
        ICouncil.Call[] memory calls = removal(address(0), hasty);
        uint256 change = ready(calls);
        vm.expectRevert(
            abi.encodeWithSelector(ICouncil.Council_SettingsInvalid.selector, bytes32("upgradeDelay"))
        );
        body.execute(change, calls, WHY);
    }

    // --- beacon owner

    function test_BeaconOwner_IsTheCouncilAndNobodyElse() public {
        assertEq(beacon.owner(), address(body));
        address[5] memory others = [former, member[1], administrator, guardian, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            bytes memory refusal = abi.encodeWithSelector(
                Ownable.OwnableUnauthorizedAccount.selector,
                others[i]
            );
            vm.startPrank(others[i]);
            vm.expectRevert(refusal);
            beacon.upgradeTo(address(consortium));
            vm.expectRevert(refusal);
            beacon.transferOwnership(others[i]);
            vm.stopPrank();
        }
    }

    function _suspension() private view returns (ICouncil.Call[] memory) {
        return callTo(address(consortium), abi.encodeCall(IConsortium.suspend, (agency)));
    }

    function _upgrade() private view returns (ICouncil.Call[] memory) {
        return callTo(address(beacon), abi.encodeCall(UpgradeableBeacon.upgradeTo, (address(consortium))));
    }

    function _others() private view returns (address[] memory others) {
        others = new address[](4);
        for (uint256 i = 0; i < 4; ++i) others[i] = member[i + 1];
    }

    function _removeTheThief() private {
        ICouncil.Call[] memory out = removal(thief, settings(2, 3));
        vm.prank(member[1]);
        uint256 id = body.propose(out, WHY, "");
        for (uint256 i = 2; i < 5; ++i) agree(id, i);
        vm.warp(body.proposalOf(id).readyAt);
        body.execute(id, out, WHY);
    }

    function _signed(string memory name, uint256 id, uint256 nonce) private returns (bytes memory) {
        (address who, ) = makeAddrAndKey(name);
        return _signedAs(name, id, who, nonce);
    }

    /// @dev Signed with the named key, said to be of `who`.
    function _signedAs(
        string memory name,
        uint256 id,
        address who,
        uint256 nonce
    ) private returns (bytes memory) {
        (, uint256 key) = makeAddrAndKey(name);
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Annona Council"),
                keccak256("1"),
                block.chainid,
                address(body)
            )
        );
        bytes32 hash = body.proposalOf(id).hash;
        bytes32 approval = keccak256(
            abi.encode(APPROVAL_TYPEHASH, id, hash, body.epoch(), who, nonce, deadline)
        );
        return signature(key, keccak256(abi.encodePacked(hex"1901", domain, approval)));
    }

    function _expectInvalid(address who) private {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_SignatureInvalid.selector, who));
    }

    function _expectOnlyMember() private {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_OnlyMember.selector, thief));
    }
}
