// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The money of a programme as plain numbers: what Budget, Cycles, Redemptions and Settlements do to its four pots.
/// Proven by induction: the pots are what the programme holds at the start, and each step that finds them so leaves them so.
/// @custom:proof inductive
contract BudgetProof {
    uint256 public held;
    uint256 public free;
    uint256 public reserved;
    uint256 public owed;
    uint256 public fees;

    modifier keepsWhole() {
        require(_isWhole());
        _;
        assert(_isWhole());
    }

    constructor() {
        assert(_isWhole());
    }

    function fund(uint128 amount) external keepsWhole {
        held += amount;
        free += amount;
    }

    function returnUnspent(uint128 amount) external keepsWhole {
        require(amount <= free);
        free -= amount;
        held -= amount;
    }

    function changeFeeReserve(uint128 amount, bool add) external keepsWhole {
        require(amount <= (add ? free : fees));
        (free, fees) = add ? (free - amount, fees + amount) : (free + amount, fees - amount);
    }

    function approveCycle(uint128 total) external keepsWhole {
        require(total <= free);
        free -= total;
        reserved += total;
    }

    /// @dev A cycle that is cancelled, reduced or closed gives back at most what is reserved.
    function releaseCycle(uint128 unspent) external keepsWhole {
        require(unspent <= reserved);
        reserved -= unspent;
        free += unspent;
    }

    function sell(uint128 amount) external keepsWhole {
        require(amount <= reserved);
        reserved -= amount;
        owed += amount;
    }

    function refund(uint128 amount) external keepsWhole {
        require(amount <= owed);
        owed -= amount;
        reserved += amount;
    }

    /// @dev Withheld money is freed; commission comes out of the fee reserve.
    function settle(uint128 gross, uint128 withheld, uint128 commission) external keepsWhole {
        require(withheld <= gross && gross <= owed && commission <= fees);
        owed -= gross;
        free += withheld;
        fees -= commission;
        held -= uint256(gross) - withheld + commission;
    }

    /// @dev By bank: what is withheld is freed only when the bank confirms.
    function instruct(uint128 gross, uint128 withheld, uint128 commission) external keepsWhole {
        require(withheld <= gross && gross <= owed && commission <= fees);
        owed -= gross - withheld;
        fees -= commission;
        held -= uint256(gross) - withheld + commission;
    }

    function confirm(uint128 withheld) external keepsWhole {
        require(withheld <= owed);
        owed -= withheld;
        free += withheld;
    }

    /// @dev The bank sends it back: the units that were retired are there again.
    function comeBack(uint128 payment, uint128 commission) external keepsWhole {
        held += uint256(payment) + commission;
        owed += payment;
        fees += commission;
    }

    function _isWhole() private view returns (bool) {
        return free + reserved + owed + fees == held;
    }
}
