// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ChunkLeaf} from "../../contracts/libraries/ChunkLeaf.sol";
import {MerkleTree} from "./support/MerkleTree.sol";
import {Test} from "./support/Test.sol";

/// @notice Gives the library an address of its own, since its leaves contain the contract's.
contract ChunkLeafHarness {
    function leaf(uint32 scope, uint32 chunk, bytes32 payloadHash) external view returns (bytes32) {
        return ChunkLeaf.leaf(scope, chunk, payloadHash);
    }

    function isInList(
        bytes32 root,
        bytes32[] calldata proof,
        uint32 scope,
        uint32 chunk,
        bytes32 payloadHash
    ) external view returns (bool) {
        return ChunkLeaf.isInList(root, proof, scope, chunk, payloadHash);
    }
}

contract ChunkLeafTest is Test {
    using MerkleTree for bytes32[];

    /// StandardMerkleTree.of([31337, 0x...0A11CE, 7, 0 | 3 | 6, keccak256("one" | "two" | "three")],
    /// ["uint256", "address", "uint32", "uint32", "bytes32"]) of the npm package openzeppelin/merkle-tree 1.0.8
    address private constant PLACE = 0x00000000000000000000000000000000000A11cE;
    bytes32 private constant ROOT = 0xd86b1c046a2790c8d5d8ea53e19ec7652d99f2aeb2752ea842a7ace5f11cb4c5;
    bytes32 private constant LEAF_ONE = 0x33da330266157a3c82dec017a6333bf1101a4ab85659b48ae790ea327554ed9d;
    bytes32 private constant LEAF_TWO = 0xf6df4dd0746d149807182e050a9b24119276a15c2c2ec2591190c56a67a1ca31;
    bytes32 private constant LEAF_THREE = 0x5ea4197fe2a2fad8cbfaa044837a819f73a6d9eb2ebfa623c729a5358b240ba1;
    uint32 private constant SCOPE = 7;

    ChunkLeafHarness private harness;

    function setUp() public {
        vm.chainId(31337);
        vm.etch(PLACE, address(new ChunkLeafHarness()).code);
        harness = ChunkLeafHarness(PLACE);
    }

    function test_Leaf_GivenAListMadeByTheJavaScriptLibrary() public view {
        assertEq(harness.leaf(SCOPE, 0, keccak256("one")), LEAF_ONE);
        assertEq(harness.leaf(SCOPE, 3, keccak256("two")), LEAF_TWO);
        assertEq(harness.leaf(SCOPE, 6, keccak256("three")), LEAF_THREE);
    }

    function test_Leaf_GivenAnotherChainContractScopeChunkOrPayload() public {
        bytes32 leaf = harness.leaf(SCOPE, 0, keccak256("one"));

        assertNotEq(harness.leaf(8, 0, keccak256("one")), leaf);
        assertNotEq(harness.leaf(SCOPE, 1, keccak256("one")), leaf);
        assertNotEq(harness.leaf(SCOPE, 0, keccak256("two")), leaf);
        assertNotEq(new ChunkLeafHarness().leaf(SCOPE, 0, keccak256("one")), leaf);
        vm.chainId(1);
        assertNotEq(harness.leaf(SCOPE, 0, keccak256("one")), leaf);
    }

    function test_IsInList_GivenAListMadeByTheJavaScriptLibrary() public view {
        bytes32[] memory proof = new bytes32[](2);
        (proof[0], proof[1]) = (LEAF_THREE, LEAF_TWO);
        assertTrue(harness.isInList(ROOT, proof, SCOPE, 0, keccak256("one")));
        (proof[0], proof[1]) = (LEAF_ONE, LEAF_TWO);
        assertTrue(harness.isInList(ROOT, proof, SCOPE, 6, keccak256("three")));
        bytes32[] memory shortProof = new bytes32[](1);
        shortProof[0] = MerkleTree.hashPair(LEAF_ONE, LEAF_THREE);
        assertTrue(harness.isInList(ROOT, shortProof, SCOPE, 3, keccak256("two")));
    }

    function test_IsInList_GivenAProofOfAnotherChunk() public view {
        bytes32[] memory proof = new bytes32[](2);
        (proof[0], proof[1]) = (LEAF_THREE, LEAF_TWO);
        assertFalse(harness.isInList(ROOT, proof, SCOPE, 6, keccak256("three")));
        assertFalse(harness.isInList(ROOT, new bytes32[](0), SCOPE, 0, keccak256("one")));
    }

    function test_IsInList_GivenAnInnerNodeInsteadOfALeaf() public view {
        // The root stands for a list of one only when it is itself a leaf, hashed twice.
        assertTrue(harness.isInList(LEAF_ONE, new bytes32[](0), SCOPE, 0, keccak256("one")));
        assertFalse(harness.isInList(ROOT, new bytes32[](0), SCOPE, 0, ROOT));
    }

    function testFuzz_IsInList_GivenAnyListAndAnyOfItsChunks(
        uint256 seed,
        uint8 size,
        uint8 pick
    ) public view {
        uint256 chunks = bound(size, 1, 40);
        bytes32[] memory tree = _leaves(seed, chunks).build();
        uint32 chunk = uint32(pick % chunks);

        bytes32[] memory proof = tree.proofOf(harness.leaf(SCOPE, chunk, _payloadHash(seed, chunk)));
        assertTrue(harness.isInList(tree[0], proof, SCOPE, chunk, _payloadHash(seed, chunk)));
    }

    function testFuzz_IsInList_GivenAnyChangedBit(
        uint256 seed,
        uint8 size,
        uint8 pick,
        uint256 bit
    ) public view {
        uint256 chunks = bound(size, 2, 40);
        bytes32[] memory tree = _leaves(seed, chunks).build();
        uint32 chunk = uint32(pick % chunks);
        bytes32 payloadHash = _payloadHash(seed, chunk);
        bytes32[] memory proof = tree.proofOf(harness.leaf(SCOPE, chunk, payloadHash));
        bytes32 flip = bytes32(1 << (bit % 256));

        assertFalse(harness.isInList(tree[0] ^ flip, proof, SCOPE, chunk, payloadHash));
        assertFalse(harness.isInList(tree[0], proof, SCOPE, chunk, payloadHash ^ flip));
        uint32 narrowFlip = uint32(1 << (bit % 32));
        assertFalse(harness.isInList(tree[0], proof, SCOPE ^ narrowFlip, chunk, payloadHash));
        assertFalse(harness.isInList(tree[0], proof, SCOPE, chunk ^ narrowFlip, payloadHash));
        proof[bit % proof.length] ^= flip;
        assertFalse(harness.isInList(tree[0], proof, SCOPE, chunk, payloadHash));
    }

    function _leaves(uint256 seed, uint256 chunks) private view returns (bytes32[] memory leaves) {
        leaves = new bytes32[](chunks);
        for (uint32 i = 0; i < chunks; ++i) leaves[i] = harness.leaf(SCOPE, i, _payloadHash(seed, i));
    }

    function _payloadHash(uint256 seed, uint32 chunk) private pure returns (bytes32) {
        return keccak256(abi.encode(seed, chunk));
    }
}
