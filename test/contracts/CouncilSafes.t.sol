// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Safe} from "@safe-global/safe-smart-account/contracts/Safe.sol";
import {SignMessageLib} from "@safe-global/safe-smart-account/contracts/libraries/SignMessageLib.sol";
import {Enum} from "@safe-global/safe-smart-account/contracts/libraries/Enum.sol";
import {Consortium} from "../../contracts/governance/Consortium.sol";
import {Council} from "../../contracts/governance/Council.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {ICouncil} from "../../contracts/interfaces/ICouncil.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {OrganisationKind} from "../../contracts/types/Roles.sol";
import {SafeMembers} from "./support/SafeMembers.sol";

/// @notice Three organisations: two Safes, of three owners each of whom two sign, and a key. Two approve, two change the council.
contract CouncilSafesTest is SafeMembers {
    bytes32 private constant APPROVAL_TYPEHASH = keccak256(
        "Approval(uint256 proposalId,bytes32 proposalHash,uint32 epoch,address member,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant WHY = keccak256("why");

    Council private council;
    Consortium private consortium;
    Safe private baobab;
    Safe private cedar;
    address private elm = makeAddr("elm");
    uint256 private deadline;
    bytes32 private hash;

    function setUp() public {
        vm.warp(1_780_000_000);
        deadline = block.timestamp + 30 days;
        string[] memory owners = new string[](3);
        (owners[0], owners[1], owners[2]) = ("ada", "ben", "cem");
        baobab = makeSafe(owners, 2);
        (owners[0], owners[1], owners[2]) = ("dia", "eve", "fay");
        cedar = makeSafe(owners, 2);
        ICouncil.Member[] memory members = new ICouncil.Member[](3);
        members[0] = ICouncil.Member(address(baobab), keccak256("Baobab"));
        members[1] = ICouncil.Member(address(cedar), keccak256("Cedar"));
        members[2] = ICouncil.Member(elm, keccak256("Elm"));
        council = new Council(members, _settings());
        consortium = new Consortium(address(council), 0);
        vm.prank(elm);
        council.propose(_calls(), WHY, "");
        hash = council.hashProposal(1, _calls(), WHY);
    }

    // --- approve by signature

    function test_ApproveBySignature_WhenAsManyOwnersSignedAsTheSafeAsksFor() public {
        bytes memory signatures = signaturesOf(two("cem", "ada"), messageOf(baobab, _digest(baobab, hash)));
        vm.expectEmit(address(council));
        emit ICouncil.ProposalApproved(1, address(baobab), 2, 2);
        vm.prank(makeAddr("anybody"));
        council.approveBySignature(1, hash, address(baobab), deadline, signatures);
        skip(2 days);
        council.execute(1, _calls(), WHY);
        assertEq(consortium.organisationOf(OrganisationId.wrap(1)).name, "Baobab");
    }

    function test_ApproveBySignature_WhenOneOwnerTooFewSigned() public {
        string[] memory alone = new string[](1);
        alone[0] = "ada";
        bytes memory signatures = signaturesOf(alone, messageOf(baobab, _digest(baobab, hash)));
        _expectInvalid(baobab, hash, signatures);
    }

    function test_ApproveBySignature_WhenTheOwnersSignedAnotherProposal() public {
        bytes32 other = council.hashProposal(2, _calls(), WHY);
        bytes memory signatures = signaturesOf(two("ada", "ben"), messageOf(baobab, _digest(baobab, other)));
        _expectInvalid(baobab, hash, signatures);
    }

    function test_ApproveBySignature_WhenAnOwnerSignedWhoWasRemovedSince() public {
        bytes memory signatures = signaturesOf(two("ada", "ben"), messageOf(baobab, _digest(baobab, hash)));
        address[] memory owners = baobab.getOwners();
        address ada = makeAddr("ada");
        address previous =
            owners[0] == ada
                ? address(1)
                : owners[1] == ada
                    ? owners[0]
                    : owners[1];
        bytes memory swap = abi.encodeCall(baobab.swapOwner, (previous, ada, makeAddr("gil")));
        execute(baobab, two("ben", "cem"), address(baobab), swap);
        _expectInvalid(baobab, hash, signatures);
    }

    function test_ApproveBySignature_WhenTheSafeSignedOnItsOwnChainOfMessages() public {
        // Without signatures the Safe is asked what it signed itself; first nothing.
        _expectInvalid(baobab, hash, "");
        SignMessageLib signing = new SignMessageLib();
        bytes memory data = abi.encodeCall(signing.signMessage, (abi.encode(_digest(baobab, hash))));
        execute(baobab, two("ada", "ben"), address(signing), data, Enum.Operation.DelegateCall);
        council.approveBySignature(1, hash, address(baobab), deadline, "");
        assertTrue(council.approves(1, address(baobab)));
    }

    function test_ApproveBySignature_WhenTheSignatureIsAnotherSafes() public {
        bytes memory signatures = signaturesOf(two("dia", "eve"), messageOf(cedar, _digest(cedar, hash)));
        _expectInvalid(baobab, hash, signatures);
        council.approveBySignature(1, hash, address(cedar), deadline, signatures);
    }

    // --- transactions of the safe

    function test_TransactionsOfTheSafe_WhenItProposesAndAnotherSafeApproves() public {
        bytes memory proposing = abi.encodeCall(ICouncil.propose, (_calls(), WHY, "ipfs://why"));
        execute(baobab, two("ada", "ben"), address(council), proposing);
        bytes32 second = council.hashProposal(2, _calls(), WHY);
        bytes memory approving = abi.encodeCall(ICouncil.approve, (2, second));
        execute(cedar, two("dia", "fay"), address(council), approving);
        assertEq(council.proposalOf(2).proposer, address(baobab));
        assertEq(council.proposalOf(2).readyAt, block.timestamp + 2 days);
    }

    function test_TransactionsOfTheSafe_WhenItRevokes() public {
        bytes memory signatures = signaturesOf(two("ada", "ben"), messageOf(baobab, _digest(baobab, hash)));
        council.approveBySignature(1, hash, address(baobab), deadline, signatures);
        bytes memory revoking = abi.encodeCall(ICouncil.revoke, (1));
        execute(baobab, two("ben", "cem"), address(council), revoking);
        assertEq(council.nonceOf(address(baobab)), 1);
        assertEq(council.proposalOf(1).readyAt, 0);
        _expectInvalid(baobab, hash, signatures);
    }

    function test_TransactionsOfTheSafe_WhenItObjects() public {
        bytes memory objecting = abi.encodeCall(ICouncil.object, (1));
        execute(cedar, two("dia", "eve"), address(council), objecting);
        assertEq(council.proposalOf(1).objections, 1);
        execute(baobab, two("ada", "ben"), address(council), objecting);
        assertEq(uint256(council.proposalOf(1).state), uint256(ICouncil.ProposalState.Cancelled));
    }

    // --- exchange of a safe

    function test_ExchangeOfASafe_WhenTheCouncilPutsANewSafeInThePlaceOfALostOne() public {
        string[] memory owners = new string[](3);
        (owners[0], owners[1], owners[2]) = ("hal", "ida", "jan");
        Safe fresh = makeSafe(owners, 2);
        ICouncil.Member[] memory added = new ICouncil.Member[](1);
        added[0] = ICouncil.Member(address(fresh), keccak256("Baobab"));
        address[] memory removed = new address[](1);
        removed[0] = address(baobab);
        ICouncil.Call[] memory calls = new ICouncil.Call[](1);
        calls[0] = ICouncil.Call(
            address(council),
            abi.encodeCall(ICouncil.reconfigure, (added, removed, _settings()))
        );
        vm.prank(elm);
        council.propose(calls, WHY, "");
        bytes32 change = council.hashProposal(2, calls, WHY);
        execute(cedar, two("dia", "eve"), address(council), abi.encodeCall(ICouncil.approve, (2, change)));
        skip(2 days);
        council.execute(2, calls, WHY);

        assertFalse(council.isMember(address(baobab)));
        bytes memory signatures = signaturesOf(two("hal", "jan"), messageOf(fresh, _digest(fresh, hash)));
        council.approveBySignature(1, hash, address(fresh), deadline, signatures);
        assertTrue(council.approves(1, address(fresh)));
    }

    function _settings() private pure returns (ICouncil.Settings memory) {
        return ICouncil.Settings(2, 2, 2 days, 14 days, 7 days);
    }

    function _calls() private view returns (ICouncil.Call[] memory calls) {
        calls = new ICouncil.Call[](1);
        bytes memory data = abi.encodeCall(IConsortium.admit, ("Baobab", OrganisationKind.Agency, "", elm));
        calls[0] = ICouncil.Call(address(consortium), data);
    }

    function _digest(Safe member, bytes32 proposalHash) private view returns (bytes32) {
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
        uint256 nonce = council.nonceOf(address(member));
        bytes32 approval = keccak256(
            abi.encode(APPROVAL_TYPEHASH, uint256(1), proposalHash, council.epoch(), member, nonce, deadline)
        );
        return keccak256(abi.encodePacked(hex"1901", domain, approval));
    }

    function _expectInvalid(Safe member, bytes32 proposalHash, bytes memory signatures) private {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_SignatureInvalid.selector, address(member)));
        council.approveBySignature(1, proposalHash, address(member), deadline, signatures);
    }
}
