// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {IBeneficiaryAccounts} from "../interfaces/IBeneficiaryAccounts.sol";
import {OrganisationId} from "../types/Ids.sol";

/// @notice One account, packed into a storage slot; zero when the commitment is unknown:
///
/// | bits     | field                                                                        |
/// | -------- | ---------------------------------------------------------------------------- |
/// | 0 - 31   | number, from 256 on                                                          |
/// | 32 - 63  | organisation                                                                 |
/// | 64 - 71  | status: Open or Rebound (whether it is closed is kept by number elsewhere)   |
/// | 72 - 79  | key version                                                                  |
/// | 80 - 255 | reserved for the household's own key, zero                                   |
type AccountWord is uint256;

using AccountWords for AccountWord global;

/// @title Packing and reading accounts
library AccountWords {
    uint256 private constant ORGANISATION_SHIFT = 32;
    uint256 private constant STATUS_SHIFT = 64;
    uint256 private constant KEY_VERSION_SHIFT = 72;

    function pack(IBeneficiaryAccounts.Account memory account) internal pure returns (AccountWord) {
        uint256 word = account.number;
        word |= uint256(OrganisationId.unwrap(account.organisation)) << ORGANISATION_SHIFT;
        word |= uint256(account.status) << STATUS_SHIFT;
        word |= uint256(account.keyVersion) << KEY_VERSION_SHIFT;
        return AccountWord.wrap(word);
    }

    function unpack(AccountWord word) internal pure returns (IBeneficiaryAccounts.Account memory) {
        uint256 raw = AccountWord.unwrap(word);
        return
            IBeneficiaryAccounts.Account({
                number: number(word),
                organisation: OrganisationId.wrap(uint32(raw >> ORGANISATION_SHIFT)),
                status: IBeneficiaryAccounts.AccountStatus(uint8(raw >> STATUS_SHIFT)),
                keyVersion: uint8(raw >> KEY_VERSION_SHIFT)
            });
    }

    function number(AccountWord word) internal pure returns (uint32) {
        return uint32(AccountWord.unwrap(word));
    }

    /// @notice The same account with a number that is so much higher. Requires that the sum fits 32 bits.
    function plus(AccountWord word, uint256 offset) internal pure returns (AccountWord) {
        unchecked {
            return AccountWord.wrap(AccountWord.unwrap(word) + offset);
        }
    }

    function isUnknown(AccountWord word) internal pure returns (bool) {
        return AccountWord.unwrap(word) == 0;
    }
}
