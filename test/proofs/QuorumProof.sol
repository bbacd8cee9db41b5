// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice The Council's numbers alone: members, quorum and the higher quorum of upgrades. Proven for any number of changes:
/// the quorum is from one to the members, one lost key of three or more never blocks an upgrade, and who objects can stop what
/// the others cannot decide any more, never what they can.
contract QuorumProof {
    uint256 public members = 1;
    uint256 public quorum = 1;
    uint256 public upgradeQuorum = 1;

    function reconfigure(uint256 added, uint256 removed, uint256 quorum_, uint256 upgradeQuorum_) external {
        require(removed <= members && added <= 100);
        uint256 count = members - removed + added;
        uint256 most = count < 3 ? count : count - 1;
        require(count <= 100);
        require(quorum_ != 0 && quorum_ <= upgradeQuorum_ && upgradeQuorum_ <= most);
        (members, quorum, upgradeQuorum) = (count, quorum_, upgradeQuorum_);
        _assertFit();
    }

    /// @dev A proposal falls when the members that did not object are fewer than it needs.
    function object(uint256 objections, bool isUpgrade) external view returns (bool isCancelled) {
        require(objections <= members);
        uint256 needed = isUpgrade ? upgradeQuorum : quorum;
        isCancelled = members - objections < needed;
        assert(!isCancelled || objections >= members - needed + 1);
        assert(isCancelled || members - objections >= needed);
    }

    function _assertFit() private view {
        assert(quorum >= 1 && quorum <= upgradeQuorum && upgradeQuorum <= members);
        assert(members < 3 || upgradeQuorum <= members - 1);
    }
}
