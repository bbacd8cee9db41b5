// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {Council} from "../../contracts/governance/Council.sol";
import {ICouncil} from "../../contracts/interfaces/ICouncil.sol";
import {CouncilTest} from "./support/CouncilTest.sol";

/// @dev A member organisation that is a contract and signs whatever it was told to.
contract SigningContract is IERC1271 {
    bytes32 private _agreed;

    function agree(bytes32 digest) external {
        _agreed = digest;
    }

    function isValidSignature(bytes32 digest, bytes calldata) external view returns (bytes4) {
        return digest == _agreed ? IERC1271.isValidSignature.selector : bytes4(0);
    }
}

contract CouncilMembersTest is CouncilTest {
    bytes32 private constant APPROVAL_TYPEHASH = keccak256(
        "Approval(uint256 proposalId,bytes32 proposalHash,uint32 epoch,address member,uint256 nonce,uint256 deadline)"
    );

    uint256 private deadline;
    bytes32 private hash;

    function setUp() public override {
        super.setUp();
        deadline = block.timestamp + 1 days;
        hash = _propose(_write(1));
    }

    // --- constructor

    function test_Constructor_WhenTheSettingsDoNotFit() public {
        _assertUnfit("quorum", ICouncil.Settings(0, 1, DELAY, 14 days, GRACE));
        _assertUnfit("quorum", ICouncil.Settings(2, 1, DELAY, 14 days, GRACE));
        _assertUnfit("upgradeQuorum", ICouncil.Settings(2, 3, DELAY, 14 days, GRACE));
        _assertUnfit("delay", ICouncil.Settings(2, 2, 30 days + 1, 14 days, GRACE));
        _assertUnfit("upgradeDelay", ICouncil.Settings(2, 2, DELAY, 14 days - 1, GRACE));
        _assertUnfit("upgradeDelay", ICouncil.Settings(2, 2, DELAY, 90 days + 1, GRACE));
        _assertUnfit("gracePeriod", ICouncil.Settings(2, 2, DELAY, 14 days, 3 days - 1));
        _assertUnfit("gracePeriod", ICouncil.Settings(2, 2, DELAY, 14 days, 60 days + 1));
    }

    function test_Constructor_WhenThereAreTooManyMembers() public {
        vm.expectRevert(
            abi.encodeWithSelector(ICouncil.Council_SettingsInvalid.selector, bytes32("members"))
        );
        new Council(_crowd(101), _settings(3, 4));
    }

    function test_Constructor_WhenTheSettingsAreTheOutermostThatFit() public {
        Council large = new Council(_crowd(100), ICouncil.Settings(99, 99, 30 days, 90 days, 60 days));
        assertEq(large.members().length, 100);
        Council small = new Council(_crowd(1), ICouncil.Settings(1, 1, 0, 14 days, 3 days));
        assertEq(small.settings().gracePeriod, 3 days);
        // Of two members both may be needed, of three one must be spare.
        assertEq(new Council(_crowd(2), _settings(2, 2)).settings().upgradeQuorum, 2);
    }

    function test_Constructor_WhenAMemberIsUnfit() public {
        ICouncil.Member[] memory members = new ICouncil.Member[](2);
        members[0] = ICouncil.Member(member[0], "a");
        members[1] = ICouncil.Member(address(0), "b");
        _assertMemberInvalid(members, address(0));
        members[1] = ICouncil.Member(member[0], "b");
        _assertMemberInvalid(members, member[0]);
        members[1] = ICouncil.Member(member[1], "");
        _assertMemberInvalid(members, member[1]);
    }

    function test_Constructor_WhenMembersAndSettingsFit() public view {
        assertEq(council.epoch(), 1);
        assertEq(council.members().length, 5);
        assertEq(council.members()[4].account, member[4]);
        assertEq(council.members()[4].nameHash, keccak256("elm"));
        assertTrue(council.isMember(member[4]));
        assertEq(council.settings().upgradeQuorum, 4);
        assertEq(council.approvalsNeeded(ICouncil.Level.Ordinary), 3);
        assertEq(council.approvalsNeeded(ICouncil.Level.Configuration), 4);
    }

    // --- approve by signature

    function test_ApproveBySignature_WhenTheSignerIsNoMember() public {
        (address outsider, uint256 outsidersKey) = makeAddrAndKey("outsider");
        bytes memory signed = signature(outsidersKey, _digest(outsider, 0));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_OnlyMember.selector, outsider));
        council.approveBySignature(1, hash, outsider, deadline, signed);
    }

    function test_ApproveBySignature_WhenTheDeadlineHasPassed() public {
        bytes memory signed = signature(key[1], _digest(member[1], 0));
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_SignatureExpired.selector, deadline));
        council.approveBySignature(1, hash, member[1], deadline, signed);
    }

    function test_ApproveBySignature_WhenTheDeadlineIsThisVerySecond() public {
        bytes memory signed = signature(key[1], _digest(member[1], 0));
        vm.warp(deadline);
        council.approveBySignature(1, hash, member[1], deadline, signed);
        assertTrue(council.approves(1, member[1]));
    }

    function test_ApproveBySignature_WhenTheSignatureIsAnothers() public {
        bytes memory signed = signature(key[2], _digest(member[1], 0));
        _expectInvalid(member[1]);
        council.approveBySignature(1, hash, member[1], deadline, signed);
    }

    function test_ApproveBySignature_WhenTheMemberRevokedAfterSigning() public {
        bytes memory signed = signature(key[1], _digest(member[1], 0));
        council.approveBySignature(1, hash, member[1], deadline, signed);
        vm.prank(member[1]);
        council.revoke(1);
        assertEq(council.nonceOf(member[1]), 1);
        _expectInvalid(member[1]);
        council.approveBySignature(1, hash, member[1], deadline, signed);
    }

    function test_ApproveBySignature_WhenTheMemberMadeSignaturesVoidAfterSigning() public {
        bytes memory signed = signature(key[1], _digest(member[1], 0));
        vm.expectEmit(address(council));
        emit ICouncil.SignaturesVoided(member[1], 1);
        vm.prank(member[1]);
        council.voidSignatures();
        _expectInvalid(member[1]);
        council.approveBySignature(1, hash, member[1], deadline, signed);
        council.approveBySignature(1, hash, member[1], deadline, signature(key[1], _digest(member[1], 1)));
    }

    function test_ApproveBySignature_WhenTheEpochChangedAfterSigning() public {
        bytes memory signed = signature(key[1], _digest(member[1], 0));
        _decide(new address[](0), _settings(2, 3));
        _expectInvalid(member[1]);
        council.approveBySignature(1, hash, member[1], deadline, signed);
    }

    function test_ApproveBySignature_WhenAKeySigned() public {
        bytes memory signed = signature(key[1], _digest(member[1], 0));
        vm.expectEmit(address(council));
        emit ICouncil.ProposalApproved(1, member[1], 2, 3);
        council.approveBySignature(1, hash, member[1], deadline, signed);
        assertTrue(council.approves(1, member[1]));
    }

    function test_ApproveBySignature_WhenAContractSigned() public {
        SigningContract signer = new SigningContract();
        ICouncil.Member[] memory added = new ICouncil.Member[](1);
        added[0] = ICouncil.Member(address(signer), keccak256("fig"));
        vm.prank(address(council));
        council.reconfigure(added, new address[](0), _settings(3, 4));
        _expectInvalid(address(signer));
        council.approveBySignature(1, hash, address(signer), deadline, "");
        signer.agree(_digest(address(signer), 0));
        council.approveBySignature(1, hash, address(signer), deadline, "");
        assertTrue(council.approves(1, address(signer)));
    }

    // --- reconfigure

    function test_Reconfigure_WhenTheCallerIsNotTheCouncil() public {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_OnlyCouncil.selector, member[0]));
        vm.prank(member[0]);
        council.reconfigure(new ICouncil.Member[](0), new address[](0), _settings(3, 4));
    }

    function test_Reconfigure_WhenTheSettingsDoNotFitTheMembers() public {
        address[] memory removed = new address[](2);
        (removed[0], removed[1]) = (member[3], member[4]);
        vm.expectRevert(
            abi.encodeWithSelector(ICouncil.Council_SettingsInvalid.selector, bytes32("upgradeQuorum"))
        );
        vm.prank(address(council));
        council.reconfigure(new ICouncil.Member[](0), removed, _settings(2, 3));
    }

    function test_Reconfigure_WhenAMemberIsAddedTwiceOrRemovedWhoIsNone() public {
        ICouncil.Member[] memory added = new ICouncil.Member[](1);
        added[0] = ICouncil.Member(member[2], keccak256("again"));
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_MemberInvalid.selector, member[2]));
        vm.prank(address(council));
        council.reconfigure(added, new address[](0), _settings(3, 4));

        address[] memory removed = new address[](1);
        removed[0] = makeAddr("nobody");
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_MemberInvalid.selector, removed[0]));
        vm.prank(address(council));
        council.reconfigure(new ICouncil.Member[](0), removed, _settings(3, 4));
    }

    function test_Reconfigure_WhenTheCouncilIsToBeAMemberOfItself() public {
        ICouncil.Member[] memory added = new ICouncil.Member[](1);
        added[0] = ICouncil.Member(address(council), "itself");
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_MemberInvalid.selector, council));
        vm.prank(address(council));
        council.reconfigure(added, new address[](0), _settings(3, 4));
    }

    function test_Reconfigure_WhenTheCouncilDecidesIt() public {
        _approve(1, hash, 1);
        address[] memory removed = new address[](1);
        removed[0] = member[1];
        _decide(removed, _settings(2, 3));

        assertEq(council.epoch(), 2);
        assertFalse(council.isMember(member[1]));
        assertEq(council.members().length, 4);
        assertEq(council.settings().quorum, 2);
        // What was approved before counts no more, and starts again.
        assertEq(council.proposalOf(1).approvals, 0);
        assertFalse(council.approves(1, member[0]));
        _approve(1, hash, 0);
        _approve(1, hash, 2);
        assertEq(council.proposalOf(1).readyAt, block.timestamp + DELAY);
    }

    function test_Reconfigure_WhenAProposalWasReadyOrLapsedInTheEpochBefore() public {
        uint256 start = block.timestamp;
        _approve(1, hash, 1);
        _approve(1, hash, 2);
        _decide(new address[](0), _settings(3, 4));
        vm.warp(start + DELAY + GRACE + 30 days);
        _assertOpenAgain();

        // Now it lapses in its own epoch, and the next one opens it again.
        for (uint256 i = 0; i < 3; ++i) _approve(1, hash, i);
        skip(DELAY + GRACE + 1);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Lapsed));
        _decide(new address[](0), _settings(3, 4));
        _assertOpenAgain();
        vm.expectRevert(
            abi.encodeWithSelector(ICouncil.Council_WrongState.selector, 1, ICouncil.ProposalState.Open)
        );
        council.execute(1, _write(1), WHY);
    }

    function _assertOpenAgain() private view {
        ICouncil.Proposal memory proposal = council.proposalOf(1);
        assertEq(uint256(proposal.state), uint256(ICouncil.ProposalState.Open));
        assertEq(proposal.approvals, 0);
        assertEq(proposal.readyAt, 0);
    }

    function _decide(address[] memory removed, ICouncil.Settings memory settings) private {
        ICouncil.Call[] memory calls = _reconfigure(removed, settings);
        _proposeReady(calls);
        deadline = block.timestamp + 1 days;
        uint256 id = council.proposals();
        uint32 next = council.epoch() + 1;
        vm.expectEmit(address(council));
        emit ICouncil.Reconfigured(next, new ICouncil.Member[](0), removed, settings);
        council.execute(id, calls, WHY);
    }

    function _digest(address who, uint256 nonce) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Annona Council"),
                keccak256("1"),
                block.chainid,
                address(council)
            )
        );
        bytes32 approval = keccak256(
            abi.encode(APPROVAL_TYPEHASH, uint256(1), hash, council.epoch(), who, nonce, deadline)
        );
        return keccak256(abi.encodePacked(hex"1901", domain, approval));
    }

    function _crowd(uint160 count) private pure returns (ICouncil.Member[] memory members) {
        members = new ICouncil.Member[](count);
        for (uint160 i = 0; i < count; ++i) members[i] = ICouncil.Member(address(i + 1), "name");
    }

    function _expectInvalid(address who) private {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_SignatureInvalid.selector, who));
    }

    function _assertUnfit(bytes32 field, ICouncil.Settings memory settings) private {
        ICouncil.Member[] memory members = new ICouncil.Member[](3);
        for (uint256 i = 0; i < 3; ++i) members[i] = ICouncil.Member(member[i], "name");
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_SettingsInvalid.selector, field));
        new Council(members, settings);
    }

    function _assertMemberInvalid(ICouncil.Member[] memory members, address unfit) private {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_MemberInvalid.selector, unfit));
        new Council(members, _settings(1, 1));
    }
}
