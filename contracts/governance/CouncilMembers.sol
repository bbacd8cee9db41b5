// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {ICouncil} from "../interfaces/ICouncil.sol";

/// @title Who is in the Council, and what it takes to decide
abstract contract CouncilMembers is ICouncil {
    using EnumerableSet for EnumerableSet.AddressSet;

    uint40 private constant LONGEST_DELAY = 30 days;
    uint40 private constant SHORTEST_UPGRADE_DELAY = 14 days;
    uint40 private constant LONGEST_UPGRADE_DELAY = 90 days;
    uint40 private constant SHORTEST_GRACE = 3 days;
    uint40 private constant LONGEST_GRACE = 60 days;
    /// @dev From so many members on nothing needs all of them.
    uint256 private constant SPARE_MEMBER_FROM = 3;
    uint256 private constant MOST_MEMBERS = 100;

    /// @inheritdoc ICouncil
    uint32 public epoch;
    Settings internal _settings;

    EnumerableSet.AddressSet private _accounts;
    mapping(address account => bytes32) private _nameHashes;

    modifier onlyMember() {
        if (!isMember(msg.sender)) revert Council_OnlyMember(msg.sender);
        _;
    }

    constructor(Member[] memory members_, Settings memory settings_) {
        _configure(members_, new address[](0), settings_);
    }

    /// @inheritdoc ICouncil
    function reconfigure(
        Member[] calldata added,
        address[] calldata removed,
        Settings calldata settings_
    ) external {
        if (msg.sender != address(this)) revert Council_OnlyCouncil(msg.sender);
        _configure(added, removed, settings_);
    }

    /// @inheritdoc ICouncil
    function members() external view returns (Member[] memory list) {
        address[] memory accounts = _accounts.values();
        list = new Member[](accounts.length);
        for (uint256 i = 0; i < accounts.length; ++i) {
            list[i] = Member(accounts[i], _nameHashes[accounts[i]]);
        }
    }

    /// @inheritdoc ICouncil
    function settings() external view returns (Settings memory) {
        return _settings;
    }

    /// @inheritdoc ICouncil
    function isMember(address account) public view returns (bool) {
        return _accounts.contains(account);
    }

    /// @inheritdoc ICouncil
    function approvalsNeeded(Level level) public view returns (uint8) {
        return level == Level.Ordinary ? _settings.quorum : _settings.upgradeQuorum;
    }

    function _memberCount() internal view returns (uint8) {
        // never more than MOST_MEMBERS
        return uint8(_accounts.length());
    }

    function _configure(Member[] memory added, address[] memory removed, Settings memory settings_) private {
        for (uint256 i = 0; i < removed.length; ++i) {
            if (!_accounts.remove(removed[i])) revert Council_MemberInvalid(removed[i]);
            delete _nameHashes[removed[i]];
        }
        for (uint256 i = 0; i < added.length; ++i) _add(added[i]);
        _requireFit(settings_, _accounts.length());
        _settings = settings_;
        epoch += 1;
        emit Reconfigured(epoch, added, removed, settings_);
    }

    function _add(Member memory member) private {
        address account = member.account;
        bool isFit = account != address(0) && account != address(this) && member.nameHash != 0;
        if (!isFit || !_accounts.add(account)) revert Council_MemberInvalid(account);
        _nameHashes[account] = member.nameHash;
    }

    function _requireFit(Settings memory s, uint256 count) private pure {
        uint256 most = count < SPARE_MEMBER_FROM ? count : count - 1;
        if (count > MOST_MEMBERS) revert Council_SettingsInvalid("members");
        if (s.quorum == 0 || s.quorum > s.upgradeQuorum) revert Council_SettingsInvalid("quorum");
        if (s.upgradeQuorum > most) revert Council_SettingsInvalid("upgradeQuorum");
        if (s.delay > LONGEST_DELAY) revert Council_SettingsInvalid("delay");
        bool isUpgradeDelayFit =
            s.upgradeDelay >= SHORTEST_UPGRADE_DELAY && s.upgradeDelay <= LONGEST_UPGRADE_DELAY;
        if (!isUpgradeDelayFit) revert Council_SettingsInvalid("upgradeDelay");
        bool isGraceFit = s.gracePeriod >= SHORTEST_GRACE && s.gracePeriod <= LONGEST_GRACE;
        if (!isGraceFit) revert Council_SettingsInvalid("gracePeriod");
    }
}
