// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BeneficiaryAccounts} from "../../../contracts/accounts/BeneficiaryAccounts.sol";
import {IBeneficiaryAccounts} from "../../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {OrganisationId} from "../../../contracts/types/Ids.sol";
import {ConsortiumTest} from "./ConsortiumTest.sol";
import {MerkleTree} from "./MerkleTree.sol";

/// @notice A registry of accounts with one key version, and openings of any size.
abstract contract AccountsTest is ConsortiumTest {
    using MerkleTree for bytes32[];

    uint8 internal constant KEY = 1;

    BeneficiaryAccounts internal accounts;

    function setUp() public virtual override {
        super.setUp();
        accounts = new BeneficiaryAccounts(consortium);
        vm.prank(council);
        accounts.setKeyCheck(KEY, keccak256("check 1"));
    }

    /// @notice Household `i` of the list `name`.
    function commitmentOf(string memory name, uint256 i) internal pure returns (bytes32) {
        return keccak256(abi.encode(name, i));
    }

    /// @notice Chunk of a list with so many households.
    function payloadOf(
        string memory name,
        uint256 count,
        uint256 chunk
    ) internal pure returns (bytes memory payload) {
        uint256 first = chunk * 256;
        uint256 size = count - first < 256 ? count - first : 256;
        bytes32[] memory commitments = new bytes32[](size);
        for (uint256 i = 0; i < size; ++i) commitments[i] = commitmentOf(name, first + i);
        payload = abi.encodePacked(commitments);
    }

    /// @notice The leaf of a chunk, written out once more.
    function leafOf(
        OrganisationId organisation,
        uint32 chunk,
        bytes memory payload
    ) internal view returns (bytes32) {
        bytes32 inner = keccak256(
            abi.encode(block.chainid, address(accounts), organisation, chunk, keccak256(payload))
        );
        return keccak256(abi.encode(inner));
    }

    function treeOf(string memory name, uint256 count) internal view returns (bytes32[] memory) {
        bytes32[] memory leaves = new bytes32[]((count + 255) / 256);
        for (uint32 chunk = 0; chunk < leaves.length; ++chunk) {
            leaves[chunk] = leafOf(agency, chunk, payloadOf(name, count, chunk));
        }
        return leaves.build();
    }

    function proofOf(
        string memory name,
        uint256 count,
        uint32 chunk
    ) internal view returns (bytes32[] memory) {
        return treeOf(name, count).proofOf(leafOf(agency, chunk, payloadOf(name, count, chunk)));
    }

    /// @notice The agency's custodian signs an opening of the list `name`.
    function announce(string memory name, uint32 count) internal returns (uint32 openingId) {
        uint32 expectedId = accounts.nextOpeningId();
        bytes32 root = treeOf(name, count)[0];
        vm.prank(custodian);
        return accounts.announceOpening(expectedId, agency, root, count, KEY);
    }

    function push(uint32 openingId, string memory name, uint32 count, uint32 chunk) internal {
        accounts.openAccounts(openingId, chunk, payloadOf(name, count, chunk), proofOf(name, count, chunk));
    }

    /// @notice Opens a whole list for the agency.
    function open(string memory name, uint32 count) internal returns (uint32 openingId) {
        openingId = announce(name, count);
        for (uint32 chunk = 0; chunk * 256 < count; ++chunk) push(openingId, name, count, chunk);
    }

    /// @notice The agency's custodian and approver do an act.
    function act(bytes memory call_) internal {
        runAct(accounts, custodian, approver, call_);
    }

    function expectActReverts(bytes memory call_, bytes memory reason) internal {
        expectActRevert(accounts, custodian, approver, call_, reason);
    }

    function close(bytes32 commitment) internal {
        act(closing(commitment, 0));
    }

    function closing(bytes32 commitment, bytes32 successor) internal view returns (bytes memory) {
        IBeneficiaryAccounts.Closing[] memory closings = new IBeneficiaryAccounts.Closing[](1);
        closings[0] = IBeneficiaryAccounts.Closing(
            commitment,
            IBeneficiaryAccounts.ClosingReason.Merged,
            successor
        );
        return abi.encodeCall(IBeneficiaryAccounts.closeAccounts, (agency, closings));
    }

    function reopening(bytes32 commitment) internal view returns (bytes memory) {
        bytes32[] memory commitments = new bytes32[](1);
        commitments[0] = commitment;
        return abi.encodeCall(IBeneficiaryAccounts.reopenAccounts, (agency, commitments));
    }

    function linking(bytes32 known, bytes32 added) internal view returns (bytes memory) {
        return abi.encodeCall(IBeneficiaryAccounts.linkAccounts, (agency, _links(known, added)));
    }

    function rebinding(bytes32 known, bytes32 added, uint8 keyVersion) internal view returns (bytes memory) {
        return
            abi.encodeCall(IBeneficiaryAccounts.rebindAccounts, (agency, _links(known, added), keyVersion));
    }

    function abandoning(uint32 openingId) internal view returns (bytes memory) {
        return abi.encodeCall(IBeneficiaryAccounts.abandonOpening, (agency, openingId));
    }

    function assertAccount(
        bytes32 commitment,
        uint32 number,
        IBeneficiaryAccounts.AccountStatus status,
        uint8 keyVersion
    ) internal view {
        IBeneficiaryAccounts.Account memory account = accounts.accountOf(commitment);
        assertEq(account.number, number, "number");
        assertEq(uint8(account.status), uint8(status), "status");
        assertEq(account.keyVersion, keyVersion, "key version");
    }

    function unfit(
        bytes32 commitment,
        IBeneficiaryAccounts.AccountStatus status,
        OrganisationId organisation
    ) internal pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_AccountUnfit.selector,
                commitment,
                status,
                organisation
            );
    }

    function _links(
        bytes32 known,
        bytes32 added
    ) private pure returns (IBeneficiaryAccounts.Link[] memory links) {
        links = new IBeneficiaryAccounts.Link[](1);
        links[0] = IBeneficiaryAccounts.Link(known, added);
    }
}
