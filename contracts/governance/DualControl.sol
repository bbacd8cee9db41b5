// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;

import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {IDualControl} from "../interfaces/IDualControl.sol";
import {OrganisationId} from "../types/Ids.sol";
import {Role} from "../types/Roles.sol";
import {Acts} from "./Acts.sol";

/// @title Two officers for every act, proven once
/// @notice The inheriting contract marks its acts with {onlyAct} and names each act's officers in {_officersOf}.
/// @dev State lives in an ERC-7201 namespace, so that contracts behind proxies can inherit it at any time.
abstract contract DualControl is Acts, IDualControl {
    /// @notice Who may propose and approve an act, for which organisation, and how long it waits (seconds).
    struct Officers {
        OrganisationId organisation;
        Role proposer;
        Role approver;
        uint40 wait;
    }

    /// @custom:storage-location erc7201:annona.storage.DualControl
    struct DualControlStorage {
        uint256 lastActId;
        mapping(uint256 actId => ProposedAct) acts;
    }

    /// @notice A proposal that nobody approved for so long cannot be approved any more.
    uint256 public constant ACT_LAPSES_AFTER = 30 days;

    // keccak256(abi.encode(uint256(keccak256("annona.storage.DualControl")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant STORAGE_SLOT =
        0xe294e696ac0531efb5eeec818551de4db642b5eee6666deb3fccc4ec2e75e300;

    /// @inheritdoc IDualControl
    function proposeAct(bytes calldata act) external returns (uint256 actId) {
        Officers memory officers = _officersOf(act);
        _CONSORTIUM.requireRole(officers.organisation, officers.proposer, msg.sender);

        DualControlStorage storage s = _dualControl();
        actId = ++s.lastActId;
        s.acts[actId] = ProposedAct(keccak256(act), msg.sender, uint40(block.timestamp));
        emit ActProposed(actId, bytes4(act), msg.sender, act);
    }

    /// @inheritdoc IDualControl
    function approveAct(uint256 actId, bytes calldata act) external returns (bytes memory result) {
        // check
        ProposedAct memory proposed = _requireOpen(actId, act);
        Officers memory officers = _officersOf(act);
        _CONSORTIUM.requireRole(officers.organisation, officers.approver, msg.sender);
        if (msg.sender == proposed.proposer) revert DualControl_SameOfficer(msg.sender);
        uint256 readyAt = uint256(proposed.proposedAt) + officers.wait;
        if (block.timestamp < readyAt) revert DualControl_TooEarly(actId, readyAt);
        uint256 lapsesAt = readyAt + ACT_LAPSES_AFTER;
        if (block.timestamp > lapsesAt) revert DualControl_Lapsed(actId, lapsesAt);

        // effect: the proposal is used up before the act runs, so that it cannot run twice
        delete _dualControl().acts[actId];
        emit ActApproved(actId, bytes4(act), msg.sender);

        // interaction, with ourselves
        return Address.functionCall(address(this), act);
    }

    /// @inheritdoc IDualControl
    function withdrawAct(uint256 actId, bytes calldata act) external {
        ProposedAct memory proposed = _requireOpen(actId, act);
        if (msg.sender != proposed.proposer) {
            Officers memory officers = _officersOf(act);
            _CONSORTIUM.requireRole(officers.organisation, officers.approver, msg.sender);
        }
        delete _dualControl().acts[actId];
        emit ActWithdrawn(actId, msg.sender);
    }

    /// @inheritdoc IDualControl
    function proposedAct(uint256 actId) external view returns (ProposedAct memory) {
        return _dualControl().acts[actId];
    }

    /// @dev Names the officers of an act by its selector (and, where a contract serves many organisations, by its first argument).
    /// Must revert with {DualControl_NotAnAct} for any other calldata.
    function _officersOf(bytes calldata act) internal view virtual returns (Officers memory);

    function _requireOpen(
        uint256 actId,
        bytes calldata act
    ) private view returns (ProposedAct memory proposed) {
        proposed = _dualControl().acts[actId];
        if (proposed.proposer == address(0)) revert DualControl_NotOpen(actId);
        bytes32 restated = keccak256(act);
        if (restated != proposed.hash) revert DualControl_OtherActRestated(actId, proposed.hash, restated);
    }

    function _dualControl() private pure returns (DualControlStorage storage s) {
        // The one place outside the packing libraries where assembly is needed: a namespace's slot has no other syntax.
        assembly ("memory-safe") {
            s.slot := STORAGE_SLOT
        }
    }
}
