// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "../../contracts/support/Test.sol";

/// @notice Knows whether anything happens in a campaign of random calls: one in which nobody gets anything done proves nothing, and fails.
/// @dev The runner makes a campaign fail, too, when a handler reverts: what it had done would be undone, and a fault with it.
abstract contract Campaign is Test {
    /// @dev So many rounds are a run; fewer are one that the runner shortens to show how something broke.
    uint256 private constant RUN = 100;

    /// @dev What happened, refused attempts among it.
    mapping(bytes32 kind => uint256) internal done;
    uint256 internal rounds;
    uint256 private _acts;

    /// @notice Around everything that the runner calls at random.
    modifier oneRound() {
        ++rounds;
        _;
    }

    /// @notice Something of this kind got through, and changed what the contracts hold.
    function _note(bytes32 kind) internal {
        ++done[kind];
        ++_acts;
    }

    /// @notice What was done until now was the warm-up.
    function _startCampaign() internal {
        (rounds, _acts) = (0, 0);
    }

    /// @notice In a hundred rounds of the campaign at least so many acts got through.
    function _requireActs(uint256 least) internal view {
        if (rounds >= RUN) assertGe(_acts * 100, least * rounds, "hardly anything got through");
    }

    /// @notice The runner likes small numbers; what is picked bit by bit needs all bits.
    function _mix(uint256 seed) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode(seed)));
    }

    function _requireDone(bytes32 kind) internal view {
        assertGt(done[kind], 0, string.concat("never happened: ", string(abi.encodePacked(kind))));
    }
}
