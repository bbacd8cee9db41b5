// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

/// @notice What four neighbouring accounts have left in one cycle, packed like a register:
///
/// | bits      | width | field                                            |
/// | --------- | ----- | ------------------------------------------------ |
/// | 224 - 255 |    32 | tag: id of the cycle that wrote the word         |
/// | 168 - 223 |    56 | left for account 4n + 3, ledger units            |
/// | 112 - 167 |    56 | left for account 4n + 2                          |
/// |  56 - 111 |    56 | left for account 4n + 1                          |
/// |   0 -  55 |    56 | left for account 4n                              |
///
/// A word is stored by bank and group (account / 4; 2^30 groups a bank). The tag makes a word of an older cycle read as zero, so that a storage slot
/// is created once and only changed ever after.
type EntitlementWord is uint256;

using EntitlementWordLibrary for EntitlementWord global;

library EntitlementWordLibrary {
    /// @dev Account numbers have 32 bits, four accounts share a word.
    uint256 internal constant GROUP_BITS = 30;
    uint256 internal constant AMOUNT_BITS = 56;
    uint256 internal constant AMOUNT_MASK = type(uint56).max;
    uint256 private constant TAG_SHIFT = 224;

    /// @notice A word of this cycle in which nobody has anything.
    function empty(uint256 cycle) internal pure returns (EntitlementWord) {
        return EntitlementWord.wrap(cycle << TAG_SHIFT);
    }

    /// @notice Place of the word that holds the account in the bank.
    function key(uint256 bank, uint256 account) internal pure returns (uint256) {
        return (bank << GROUP_BITS) | (account >> 2);
    }

    /// @notice Id of the cycle that wrote the word.
    function tag(EntitlementWord word) internal pure returns (uint256) {
        return EntitlementWord.unwrap(word) >> TAG_SHIFT;
    }

    /// @notice What the account has left, ledger units. The caller has checked the tag.
    function left(EntitlementWord word, uint256 account) internal pure returns (uint256) {
        return (EntitlementWord.unwrap(word) >> _shift(account)) & AMOUNT_MASK;
    }

    /// @notice The word with `amount` more for the account. Requires left + amount < 2^56, which the caller has checked.
    function credit(
        EntitlementWord word,
        uint256 account,
        uint256 amount
    ) internal pure returns (EntitlementWord) {
        // unchecked: by requirement the sum stays inside its 56 bits
        unchecked {
            return EntitlementWord.wrap(EntitlementWord.unwrap(word) + (amount << _shift(account)));
        }
    }

    /// @notice The word with `amount` less for the account. Requires amount <= left, which the caller has checked.
    function debit(
        EntitlementWord word,
        uint256 account,
        uint256 amount
    ) internal pure returns (EntitlementWord) {
        // unchecked: by requirement the difference does not borrow from the neighbour
        unchecked {
            return EntitlementWord.wrap(EntitlementWord.unwrap(word) - (amount << _shift(account)));
        }
    }

    function _shift(uint256 account) private pure returns (uint256) {
        return (account & 3) * AMOUNT_BITS;
    }
}
