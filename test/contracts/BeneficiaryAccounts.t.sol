// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {AccountsTest} from "./support/AccountsTest.sol";
import {MerkleTree} from "./support/MerkleTree.sol";

contract BeneficiaryAccountsTest is AccountsTest {
    using MerkleTree for bytes32[];

    // --- announce opening

    function test_AnnounceOpening_WhenTheCallerIsNoCustodian() public {
        address[3] memory others = [approver, otherCustodian, stranger];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(
                    IConsortium.Consortium_MissingRole.selector,
                    agency,
                    Role.Custodian,
                    others[i]
                )
            );
            vm.prank(others[i]);
            accounts.announceOpening(1, agency, "root", 1, KEY);
        }
    }

    function test_AnnounceOpening_WhenAnotherIdIsExpected() public {
        vm.expectRevert(
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_OtherOpeningId.selector, 2, 1)
        );
        vm.prank(custodian);
        accounts.announceOpening(2, agency, "root", 1, KEY);
    }

    function test_AnnounceOpening_WhenTheKeyVersionIsUnknown() public {
        vm.expectRevert(_keyVersionUnknown(9));
        vm.prank(custodian);
        accounts.announceOpening(1, agency, "root", 1, 9);
    }

    function test_AnnounceOpening_WhenTheListIsEmpty() public {
        vm.startPrank(custodian);
        vm.expectRevert(IBeneficiaryAccounts.BeneficiaryAccounts_EmptyOpening.selector);
        accounts.announceOpening(1, agency, "root", 0, KEY);
        vm.expectRevert(IBeneficiaryAccounts.BeneficiaryAccounts_EmptyOpening.selector);
        accounts.announceOpening(1, agency, 0, 1, KEY);
    }

    function test_AnnounceOpening_WhenMoreNumbersAreOutstandingThanAllowed() public {
        vm.startPrank(custodian);
        accounts.announceOpening(1, agency, "root", accounts.MAX_OUTSTANDING() - 257, KEY);
        vm.expectRevert(_tooLarge(257, 256));
        accounts.announceOpening(2, agency, "root", 257, KEY);
        vm.expectRevert(_tooLarge(type(uint32).max, 256));
        accounts.announceOpening(2, agency, "root", type(uint32).max, KEY);
        accounts.announceOpening(2, agency, "root", 256, KEY);
        vm.expectRevert(_tooLarge(1, 0));
        accounts.announceOpening(3, agency, "root", 1, KEY);
        vm.stopPrank();

        // Another organisation has an allowance of its own.
        vm.prank(otherCustodian);
        accounts.announceOpening(3, otherAgency, "root", 1, KEY);
    }

    function test_AnnounceOpening_WhenTheLastNumbersAreReserved() public {
        // The counter of numbers shares its slot with nextOpeningId and checkpoint: 256 numbers are left.
        uint256 packed = uint256(1) | (uint256(type(uint32).max - 255) << 96);
        vm.store(address(accounts), 0, bytes32(packed));
        assertEq(accounts.nextOpeningId(), 1);

        vm.startPrank(custodian);
        vm.expectRevert(_tooLarge(257, 256));
        accounts.announceOpening(1, agency, "root", 257, KEY);
        accounts.announceOpening(1, agency, "root", 256, KEY);
        assertEq(accounts.openingOf(1).firstNumber, type(uint32).max - 255);
        vm.expectRevert(_tooLarge(1, 0));
        accounts.announceOpening(2, agency, "root", 1, KEY);
    }

    function test_AnnounceOpening_WhenACustodianAnnounces() public {
        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.OpeningAnnounced(1, agency, custodian, "root", 256, 257, KEY);
        vm.prank(custodian);
        assertEq(accounts.announceOpening(1, agency, "root", 257, KEY), 1);

        IBeneficiaryAccounts.Opening memory opening = accounts.openingOf(1);
        assertEq(opening.root, "root");
        assertTrue(opening.organisation == agency);
        assertEq(opening.firstNumber, 256);
        assertEq(opening.count, 257);
        assertEq(opening.keyVersion, KEY);
        assertEq(opening.pushedChunks, 0);
        assertEq(accounts.nextOpeningId(), 2);

        vm.prank(otherCustodian);
        accounts.announceOpening(2, otherAgency, "root", 1, KEY);
        assertEq(accounts.openingOf(2).firstNumber, 256 + 512);
    }

    // --- open accounts

    function test_OpenAccounts_WhenTheOpeningIsUnknown() public {
        vm.expectRevert(
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_UnknownOpening.selector, 7)
        );
        accounts.openAccounts(7, 0, payloadOf("list", 1, 0), new bytes32[](0));
    }

    function test_OpenAccounts_WhenTheChunkIsOutsideTheOpening() public {
        uint32 openingId = announce("list", 600);
        _expectNotInOpening(openingId, 3);
        accounts.openAccounts(openingId, 3, payloadOf("list", 256, 0), new bytes32[](0));
        _expectNotInOpening(openingId, type(uint32).max);
        accounts.openAccounts(openingId, type(uint32).max, payloadOf("list", 256, 0), new bytes32[](0));
    }

    function test_OpenAccounts_WhenTheChunkWasPushedBefore() public {
        uint32 openingId = open("list", 600);
        bytes memory payload = payloadOf("list", 600, 1);
        bytes32[] memory proof = proofOf("list", 600, 1);
        vm.expectRevert(
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_ChunkAlreadyPushed.selector,
                openingId,
                1
            )
        );
        accounts.openAccounts(openingId, 1, payload, proof);
    }

    function test_OpenAccounts_WhenTheChunkHasAnotherSize() public {
        uint32 openingId = announce("list", 600);
        _expectSize(0, 8192, 8160);
        accounts.openAccounts(openingId, 0, payloadOf("list", 255, 0), new bytes32[](0));
        _expectSize(2, 88 * 32, 8192);
        accounts.openAccounts(openingId, 2, payloadOf("list", 256, 0), new bytes32[](0));
        _expectSize(2, 88 * 32, 88 * 32 - 1);
        accounts.openAccounts(openingId, 2, new bytes(88 * 32 - 1), new bytes32[](0));
    }

    function test_OpenAccounts_WhenTheChunkIsNotInTheSignedList() public {
        uint32 openingId = announce("list", 600);
        bytes memory payload = payloadOf("list", 600, 0);
        bytes32[] memory proof = proofOf("list", 600, 0);

        // the right commitments with one bit changed
        payload[8191] ^= 0x01;
        _expectNotInOpening(openingId, 0);
        accounts.openAccounts(openingId, 0, payload, proof);
        payload[8191] ^= 0x01;
        // at another place of the list
        _expectNotInOpening(openingId, 1);
        accounts.openAccounts(openingId, 1, payload, proof);
        // with another proof
        proof[0] ^= bytes32(uint256(1));
        _expectNotInOpening(openingId, 0);
        accounts.openAccounts(openingId, 0, payload, proof);

        // the agency's root, signed by another organisation
        bytes32 root = treeOf("list", 600)[0];
        vm.prank(otherCustodian);
        uint32 other = accounts.announceOpening(2, otherAgency, root, 600, KEY);
        proof[0] ^= bytes32(uint256(1));
        _expectNotInOpening(other, 0);
        accounts.openAccounts(other, 0, payload, proof);
    }

    function test_OpenAccounts_WhenACommitmentIsEmpty() public {
        bytes memory payload = abi.encodePacked(commitmentOf("list", 0), bytes32(0), commitmentOf("list", 2));
        _announceSingle(payload, 3);
        vm.expectRevert(
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_EmptyCommitment.selector, 1, 0, 1)
        );
        accounts.openAccounts(1, 0, payload, new bytes32[](0));
    }

    function test_OpenAccounts_WhenTheOpeningWasAbandoned() public {
        uint32 openingId = announce("list", 600);
        push(openingId, "list", 600, 0);
        act(abandoning(openingId));

        bytes memory payload = payloadOf("list", 600, 1);
        bytes32[] memory proof = proofOf("list", 600, 1);
        _expectNotInOpening(openingId, 1);
        accounts.openAccounts(openingId, 1, payload, proof);
        assertEq(accounts.accountOf(commitmentOf("list", 0)).number, 256);
    }

    function test_OpenAccounts_GivenKnownCommitments() public {
        open("list", 3);
        close(commitmentOf("list", 1));
        // Another agency lists two of the same households and a new one between them.
        bytes memory payload = abi.encodePacked(
            commitmentOf("list", 1),
            commitmentOf("new", 0),
            commitmentOf("list", 2)
        );
        bytes32 root = leafOf(otherAgency, 0, payload);
        vm.prank(otherCustodian);
        accounts.announceOpening(2, otherAgency, root, 3, KEY);
        accounts.openAccounts(2, 0, payload, new bytes32[](0));

        assertAccount(commitmentOf("list", 1), 257, IBeneficiaryAccounts.AccountStatus.Closed, KEY);
        assertAccount(commitmentOf("list", 2), 258, IBeneficiaryAccounts.AccountStatus.Open, KEY);
        assertAccount(commitmentOf("new", 0), 513, IBeneficiaryAccounts.AccountStatus.Open, KEY);
        assertTrue(accounts.accountOf(commitmentOf("list", 2)).organisation == agency);
        assertTrue(accounts.accountOf(commitmentOf("new", 0)).organisation == otherAgency);
    }

    function test_OpenAccounts_GivenACommitmentTwiceInAList() public {
        bytes memory payload = abi.encodePacked(
            commitmentOf("list", 0),
            commitmentOf("list", 0),
            commitmentOf("list", 1)
        );
        _announceSingle(payload, 3);
        accounts.openAccounts(1, 0, payload, new bytes32[](0));

        assertEq(accounts.accountOf(commitmentOf("list", 0)).number, 256);
        assertEq(accounts.accountOf(commitmentOf("list", 1)).number, 258);
    }

    function test_OpenAccounts_WhenAnyonePushes() public {
        uint32 openingId = announce("list", 600);
        bytes memory payload = payloadOf("list", 600, 2);
        bytes32[] memory proof = proofOf("list", 600, 2);
        bytes32 digest = keccak256(abi.encode(bytes32(0), openingId, 2, 768, keccak256(payload)));

        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.AccountsOpened(openingId, 2, 768, 1, digest, payload);
        vm.prank(stranger);
        accounts.openAccounts(openingId, 2, payload, proof);

        assertAccount(commitmentOf("list", 512), 768, IBeneficiaryAccounts.AccountStatus.Open, KEY);
        assertAccount(commitmentOf("list", 599), 768 + 87, IBeneficiaryAccounts.AccountStatus.Open, KEY);
        assertAccount(commitmentOf("list", 0), 0, IBeneficiaryAccounts.AccountStatus.Unknown, 0);
        assertEq(accounts.openingOf(openingId).pushedChunks, 1);
        assertTrue(accounts.isChunkPushed(openingId, 2));
        assertFalse(accounts.isChunkPushed(openingId, 0));
        assertEq(accounts.pushedChunks(openingId, 0), 1 << 2);

        push(openingId, "list", 600, 0);
        bytes memory first = payloadOf("list", 600, 0);
        assertEq(accounts.checkpoint(), 2);
        assertEq(accounts.digestAt(1), digest);
        assertEq(accounts.digestAt(2), keccak256(abi.encode(digest, openingId, 0, 256, keccak256(first))));
        assertEq(accounts.digestAt(0), 0);
        assertEq(accounts.digestAt(3), 0);
    }

    function testFuzz_OpenAccounts_GivenAnyOrderOfChunks(uint256 order, uint16 size) public {
        uint32 count = uint32(bound(size, 513, 768));
        uint32 openingId = announce("list", count);
        uint32 first = uint32(order % 3);
        uint32 step = uint32(1 + ((order >> 8) % 2));
        for (uint32 i = 0; i < 3; ++i) push(openingId, "list", count, (first + i * step) % 3);

        for (uint32 i = 0; i < count; i += 37) {
            assertEq(accounts.accountOf(commitmentOf("list", i)).number, 256 + i);
        }
        assertEq(accounts.accountOf(commitmentOf("list", count - 1)).number, 255 + count);
        assertEq(accounts.openingOf(openingId).pushedChunks, 3);
    }

    function _announceSingle(bytes memory payload, uint32 count) private {
        bytes32 root = leafOf(agency, 0, payload);
        vm.prank(custodian);
        accounts.announceOpening(1, agency, root, count, KEY);
    }

    function _expectNotInOpening(uint32 openingId, uint32 chunk) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_ChunkNotInOpening.selector,
                openingId,
                chunk
            )
        );
    }

    function _expectSize(uint32 chunk, uint256 expected, uint256 given) private {
        vm.expectRevert(
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_ChunkSize.selector,
                chunk,
                expected,
                given
            )
        );
    }

    function _tooLarge(uint32 count, uint32 allowed) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_OpeningTooLarge.selector,
                count,
                allowed
            );
    }

    function _keyVersionUnknown(uint8 keyVersion) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_KeyVersionUnknown.selector,
                keyVersion
            );
    }
}
