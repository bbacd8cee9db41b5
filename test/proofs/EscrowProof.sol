// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The escrow of a milestone agreement as plain numbers: what its modules do to what it holds. Proven by induction: nothing is
/// lost, what is set aside for the partner and what is credited to the sources is always there, and the sources never get back more
/// than they brought.
/// @custom:proof inductive
contract EscrowProof {
    uint256 public held;
    uint256 public reserved;
    uint256 public credited;
    uint256 public paid;
    uint256 public returned;
    uint256 public escrowed;
    uint256 public refunded;

    modifier keepsWhole() {
        require(_isWhole());
        _;
        assert(_isWhole());
        assert(credited + returned <= escrowed);
    }

    constructor() {
        assert(_isWhole());
    }

    function escrow(uint128 amount) external keepsWhole {
        held += amount;
        escrowed += amount;
    }

    /// @dev The partner gives back at most what it got.
    function refund(uint128 amount) external keepsWhole {
        require(amount <= paid - refunded);
        held += amount;
        refunded += amount;
    }

    /// @dev A submission sets aside what nobody else was promised.
    function reserve(uint128 amount) external keepsWhole {
        require(amount <= held - reserved - credited);
        reserved += amount;
    }

    function release(uint128 amount) external keepsWhole {
        require(amount <= reserved);
        reserved -= amount;
    }

    /// @dev Only what was set aside is paid.
    function pay(uint128 amount) external keepsWhole {
        require(amount <= reserved);
        reserved -= amount;
        held -= amount;
        paid += amount;
    }

    /// @dev The sources are promised what nobody else was.
    function credit(uint128 amount) external keepsWhole {
        require(amount <= held - reserved - credited);
        credited += amount;
    }

    function giveBack(uint128 amount) external keepsWhole {
        require(amount <= credited);
        credited -= amount;
        held -= amount;
        returned += amount;
    }

    function _isWhole() private view returns (bool) {
        return
            paid + returned + held == escrowed + refunded && reserved + credited <= held && refunded <= paid;
    }
}
