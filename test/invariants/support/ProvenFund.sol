// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {FundTest} from "../../contracts/support/FundTest.sol";
import {EarmarkProof} from "../../proofs/EarmarkProof.sol";

/// @notice Walks {EarmarkProof} beside the fund, with the plain recipient's pot as the earmark and all other money as open: what the fund
/// does must be made of the steps that are proven, and leave the same numbers.
abstract contract ProvenFund is FundTest {
    EarmarkProof private _proof = new EarmarkProof();

    /// @notice After every call that got through.
    /// @param isEarmarkPaid Whether the plain recipient has got tokens in it.
    function _walk(bool isEarmarkPaid) internal {
        IDonorFund.Totals memory t = fund.totals();
        IDonorFund.Pot memory pot = fund.potOf(address(plain));
        uint256 own = pot.contributed - _proof.earmarkIn();
        uint256 given = t.contributed - _proof.contributed();
        uint256 cameBack = t.returned - _proof.returned();
        if (given > 0) {
            _proof.contribute(uint128(own), true);
            _proof.contribute(uint128(given - own), false);
        }
        uint256 ownPaid = pot.allocated - _proof.earmarkOut();
        uint256 allPaid = t.allocated - _proof.allocated();
        // An earmark that is released goes out to its recipient, as it were, and comes back without one.
        bool isReleased = ownPaid > 0 && cameBack > 0;
        if (ownPaid > 0) _proof.allocate(uint128(ownPaid), true, isEarmarkPaid || isReleased);
        if (allPaid > ownPaid) _proof.allocate(uint128(allPaid - ownPaid), false, isEarmarkPaid);
        if (cameBack > 0) {
            _proof.takeBack(uint128(own), true);
            _proof.takeBack(uint128(cameBack - own), false);
        }
        assertEq(_proof.earmarked(), pot.contributed - pot.allocated, "proven: what is earmarked");
        uint256 left = uint256(t.contributed) + t.returned - t.allocated;
        assertEq(_proof.earmarked() + _proof.open(), left, "proven: all that is left");
    }
}
