// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

/// @notice What others do instead, for comparison in the gas benchmark: push tokens to many wallets in one transaction.
contract PushDisperse {
    function disperse(IERC20 token, address[] calldata recipients, uint256[] calldata amounts) external {
        for (uint256 i = 0; i < recipients.length; ++i) {
            token.transferFrom(msg.sender, recipients[i], amounts[i]);
        }
    }
}

/// @notice What others do instead, for comparison in the gas benchmark: each recipient claims with a Merkle proof.
contract MerkleClaim {
    IERC20 private immutable _TOKEN;
    bytes32 private immutable _ROOT;
    mapping(uint256 word => uint256) private _claimed;

    error MerkleClaim_ClaimedAlready(uint256 index);
    error MerkleClaim_NotInList(uint256 index);

    constructor(IERC20 token, bytes32 root) {
        _TOKEN = token;
        _ROOT = root;
    }

    function claim(uint256 index, address recipient, uint256 amount, bytes32[] calldata proof) external {
        uint256 bit = 1 << (index & 255);
        if (_claimed[index >> 8] & bit != 0) revert MerkleClaim_ClaimedAlready(index);
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(index, recipient, amount))));
        if (!MerkleProof.verifyCalldata(proof, _ROOT, leaf)) revert MerkleClaim_NotInList(index);
        _claimed[index >> 8] |= bit;
        _TOKEN.transfer(recipient, amount);
    }
}
