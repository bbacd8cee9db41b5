// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";

/// @notice Encodes receipts and batches as a terminal does, from the words of {IRedemptions} alone.
library Receipts {
    enum Recognition {
        None,
        CardAndPin,
        Biometric,
        Document,
        Override
    }

    bytes32 private constant DOMAIN_TYPE = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant BATCH_TYPE = keccak256(
        "ReceiptBatch(address terminal,uint32 cycle,uint32 firstNumber,bytes items)"
    );

    /// @notice A sale on a day (since 1970-01-01), the household recognised by card and PIN.
    function sale(uint32 account, uint56 amount, uint32 day) internal pure returns (bytes memory) {
        return item(account, amount, day, flags(false, Recognition.CardAndPin));
    }

    /// @notice A refund of the sale with that number.
    function refund(uint32 account, uint56 amount, uint32 saleNumber) internal pure returns (bytes memory) {
        return item(account, amount, saleNumber, flags(true, Recognition.CardAndPin));
    }

    /// @notice 16 bytes.
    function item(
        uint32 account,
        uint56 amount,
        uint32 refersTo,
        uint8 flags_
    ) internal pure returns (bytes memory) {
        return abi.encodePacked(account, amount, refersTo, flags_);
    }

    function flags(bool isRefund, Recognition recognition) internal pure returns (uint8) {
        return (isRefund ? 1 : 0) | (uint8(recognition) << 1);
    }

    /// @notice The same item so many times.
    function repeat(bytes memory one, uint256 times) internal pure returns (bytes memory items) {
        items = new bytes(one.length * times);
        for (uint256 i = 0; i < items.length; ++i) items[i] = one[i % one.length];
    }

    /// @notice One rejected item, as the event lists it.
    function rejection(uint16 index, IRedemptions.Rejection code) internal pure returns (bytes memory) {
        return abi.encodePacked(index, uint8(code));
    }

    /// @notice EIP-712 digest of a batch.
    function digest(
        address programme,
        IRedemptions.ReceiptBatch memory batch
    ) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                DOMAIN_TYPE,
                keccak256(bytes("Annona Programme")),
                keccak256(bytes("1")),
                block.chainid,
                programme
            )
        );
        bytes32 message = keccak256(
            abi.encode(BATCH_TYPE, batch.terminal, batch.cycle, batch.firstNumber, keccak256(batch.items))
        );
        return keccak256(abi.encodePacked(hex"1901", domain, message));
    }
}
