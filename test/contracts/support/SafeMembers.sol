// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Safe} from "@safe-global/safe-smart-account/contracts/Safe.sol";
import {CompatibilityFallbackHandler} from "@safe-global/safe-smart-account/contracts/handler/CompatibilityFallbackHandler.sol";
import {ISafe} from "@safe-global/safe-smart-account/contracts/interfaces/ISafe.sol";
import {Enum} from "@safe-global/safe-smart-account/contracts/libraries/Enum.sol";
import {SafeProxyFactory} from "@safe-global/safe-smart-account/contracts/proxies/SafeProxyFactory.sol";
import {Test} from "./Test.sol";

/// @notice Real Safes as organisations use them: a proxy of the singleton with the compatibility handler, which answers ERC-1271. Compiled
/// from the sources that Safe publishes.
abstract contract SafeMembers is Test {
    bytes32 private constant SAFE_TX_TYPEHASH = keccak256(
        "SafeTx(address to,uint256 value,bytes data,uint8 operation,uint256 safeTxGas,uint256 baseGas,uint256 gasPrice,address gasToken,address refundReceiver,uint256 nonce)"
    );

    SafeProxyFactory private proxies;
    Safe private singleton;
    CompatibilityFallbackHandler private handler;

    /// @notice A Safe whose owners are made from their names.
    function makeSafe(string[] memory names, uint256 threshold) internal returns (Safe) {
        if (address(proxies) == address(0)) _publish();
        address[] memory owners = new address[](names.length);
        for (uint256 i = 0; i < names.length; ++i) owners[i] = makeAddr(names[i]);
        bytes memory setup = abi.encodeCall(
            Safe.setup,
            (owners, threshold, address(0), "", address(handler), address(0), 0, payable(address(0)))
        );
        return Safe(payable(address(proxies.createProxyWithNonce(address(singleton), setup, threshold))));
    }

    /// @notice What the owners sign so that the Safe says yes to a digest (ERC-1271).
    function messageOf(Safe safe, bytes32 digest) internal view returns (bytes32) {
        return handler.getMessageHashForSafe(ISafe(payable(address(safe))), abi.encode(digest));
    }

    /// @notice Signatures of owners, in the ascending order of their addresses that a Safe asks for.
    function signaturesOf(string[] memory names, bytes32 hash) internal returns (bytes memory all) {
        address last = address(0);
        for (uint256 i = 0; i < names.length; ++i) {
            (address next, uint256 nextKey) = (address(type(uint160).max), 0);
            for (uint256 j = 0; j < names.length; ++j) {
                (address owner, uint256 key) = makeAddrAndKey(names[j]);
                if (owner > last && owner < next) (next, nextKey) = (owner, key);
            }
            all = bytes.concat(all, signature(nextKey, hash));
            last = next;
        }
    }

    /// @notice The owners sign a transaction of their Safe, and anyone brings it in.
    function execute(Safe safe, string[] memory names, address to, bytes memory data) internal {
        execute(safe, names, to, data, Enum.Operation.Call);
    }

    function execute(
        Safe safe,
        string[] memory names,
        address to,
        bytes memory data,
        Enum.Operation operation
    ) internal {
        bytes memory signatures = signaturesOf(names, _transactionHash(safe, to, data, operation));
        assertTrue(_send(safe, to, data, operation, signatures), "the Safe's transaction failed");
    }

    /// @dev Not when the test is constructed: that leaves no trace from which its transactions could be sent again.
    function _publish() private {
        proxies = new SafeProxyFactory();
        singleton = new Safe();
        handler = new CompatibilityFallbackHandler();
    }

    function _send(
        Safe safe,
        address to,
        bytes memory data,
        Enum.Operation operation,
        bytes memory signatures
    ) private returns (bool) {
        return safe.execTransaction(to, 0, data, operation, 0, 0, 0, address(0), payable(0), signatures);
    }

    /// @dev EIP-712, without gas refunds.
    function _transactionHash(
        Safe safe,
        address to,
        bytes memory data,
        Enum.Operation operation
    ) private view returns (bytes32) {
        bytes memory what = abi.encode(SAFE_TX_TYPEHASH, to, 0, keccak256(data), operation);
        bytes memory refund = abi.encode(0, 0, 0, address(0), address(0), safe.nonce());
        bytes32 transaction = keccak256(bytes.concat(what, refund));
        return keccak256(abi.encodePacked(hex"1901", safe.domainSeparator(), transaction));
    }

    function two(string memory a, string memory b) internal pure returns (string[] memory names) {
        names = new string[](2);
        (names[0], names[1]) = (a, b);
    }
}
