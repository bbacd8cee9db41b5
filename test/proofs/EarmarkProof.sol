// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice One earmark of a donor fund and the money without one, as plain numbers. Proven by induction: what
/// came in is what went out and what is there, for all money and for the earmarked alone.
/// @custom:proof inductive
contract EarmarkProof {
    uint256 public contributed;
    uint256 public returned;
    uint256 public allocated;
    uint256 public earmarkIn;
    uint256 public earmarkOut;
    uint256 public earmarked;
    uint256 public open;

    modifier keepsWhole() {
        require(_isWhole());
        _;
        assert(_isWhole());
    }

    constructor() {
        assert(_isWhole());
    }

    function contribute(uint128 amount, bool isEarmarked) external keepsWhole {
        contributed += amount;
        _take(amount, isEarmarked);
    }

    /// @dev A return keeps the earmark of what it returns.
    function takeBack(uint128 amount, bool isEarmarked) external keepsWhole {
        require(amount <= allocated - returned);
        require(!isEarmarked || amount <= earmarkOut);
        returned += amount;
        _take(amount, isEarmarked);
    }

    /// @dev Money without an earmark may go to any recipient; earmarked money only where `toEarmark`.
    function allocate(uint128 amount, bool fromEarmarked, bool toEarmark) external keepsWhole {
        require(amount <= (fromEarmarked ? earmarked : open));
        require(!fromEarmarked || toEarmark);
        allocated += amount;
        if (fromEarmarked) {
            earmarked -= amount;
            earmarkOut += amount;
        } else {
            open -= amount;
        }
    }

    function _take(uint128 amount, bool isEarmarked) private {
        if (isEarmarked) {
            earmarked += amount;
            earmarkIn += amount;
        } else {
            open += amount;
        }
    }

    function _isWhole() private view returns (bool) {
        return contributed + returned == allocated + earmarked + open && earmarkIn == earmarkOut + earmarked;
    }
}
