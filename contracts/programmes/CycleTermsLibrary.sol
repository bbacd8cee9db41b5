// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {ICycles} from "../interfaces/ICycles.sol";
import {CycleId} from "../types/Ids.sol";

/// @title Whether a cycle's terms are complete and in order
library CycleTermsLibrary {
    uint40 private constant LONGEST_GRACE = 366 days;
    uint40 private constant LONGEST_CYCLE = 5 * 366 days;

    /// @notice Reverts with {ICycles-Cycles_TermsInvalid} and the field that is wrong.
    function requireValid(CycleId id, ICycles.CycleTerms calldata terms) internal view {
        _require(terms.listRoot != 0, "listRoot");
        _require(terms.controlSheet != 0, "controlSheet");
        // What a cycle counts as redeemed must fit its slot.
        _require(terms.total > 0 && terms.total <= type(uint80).max, "total");
        // A chunk holds 1 to 256 households.
        bool householdsFit =
            terms.households >= terms.chunks && terms.households <= uint256(terms.chunks) * 256;
        _require(terms.chunks > 0 && householdsFit, "households");
        _require(terms.opensAt < terms.expiresAt && block.timestamp < terms.expiresAt, "expiresAt");
        _require(terms.expiresAt - terms.opensAt <= LONGEST_CYCLE, "expiresAt");
        _require(isGraceValid(terms.expiresAt, terms.graceEndsAt), "graceEndsAt");
        _require(terms.periodFirstDay <= terms.periodLastDay, "period");
        bool isRegular = terms.kind == ICycles.CycleKind.Regular;
        uint32 parent = CycleId.unwrap(terms.parent);
        _require(isRegular ? parent == 0 : parent > 0 && terms.parent < id, "parent");
    }

    /// @notice Whether grace ends after expiry, and within a year of it: an unbounded grace would never let a cycle be closed.
    function isGraceValid(uint40 expiresAt, uint40 graceEndsAt) internal pure returns (bool) {
        return expiresAt <= graceEndsAt && graceEndsAt - expiresAt <= LONGEST_GRACE;
    }

    function _require(bool isValid, bytes32 field) private pure {
        if (!isValid) revert ICycles.Cycles_TermsInvalid(field);
    }
}
