// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @title A set of account numbers, read by one slot for 65,536 accounts
/// @notice Two levels: one bit an account, and one *summary* bit a block of 256 accounts that tells whether any of the block's bits
/// is set. A batch of redemptions reads the summary word once and looks closer only where its bit is set.
///
///     number (uint32):  [ word: 16 bits | block within the word: 8 bits | account within the block: 8 bits ]
///     accounts[number >> 8]  bit (number & 255)          the account itself
///     blocks[number >> 16]   bit ((number >> 8) & 255)   any account of the block
library AccountBitmap {
    /// @dev The summary bit of a block is set exactly when the block's word in `accounts` is not zero.
    struct Bitmap {
        mapping(uint256 word => uint256 summary) blocks;
        mapping(uint256 accountBlock => uint256 bits) accounts;
    }

    /// @notice Whether the account is in the set.
    function get(Bitmap storage self, uint32 number) internal view returns (bool) {
        return self.accounts[number >> 8] & (1 << (number & 255)) != 0;
    }

    /// @notice Put the account into the set; nothing happens when it is there.
    function set(Bitmap storage self, uint32 number) internal {
        uint256 bits = self.accounts[number >> 8];
        self.accounts[number >> 8] = bits | (1 << (number & 255));
        // The summary changes only with a block's first account.
        if (bits == 0) self.blocks[number >> 16] |= 1 << ((number >> 8) & 255);
    }

    /// @notice Take the account out of the set; nothing happens when it is not there.
    function clear(Bitmap storage self, uint32 number) internal {
        uint256 bits = self.accounts[number >> 8] & ~(1 << (number & 255));
        self.accounts[number >> 8] = bits;
        // With a block's last account its summary bit goes, too.
        if (bits == 0) self.blocks[number >> 16] &= ~(1 << ((number >> 8) & 255));
    }
}
