// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Council} from "../../../contracts/governance/Council.sol";
import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {Test} from "./Test.sol";

/// @notice A council of five, and how it decides: three approve, four change the council or upgrade.
abstract contract Governing is Test {
    uint40 internal constant DELAY = 2 days;
    uint40 internal constant UPGRADE_DELAY = 14 days;
    uint40 internal constant GRACE = 7 days;
    bytes32 internal constant WHY = keccak256("why");

    Council internal body;
    address[5] internal member;

    /// @notice Makes the council.
    function seatCouncil() internal {
        ICouncil.Member[] memory members = new ICouncil.Member[](5);
        string[5] memory names = ["ash", "birch", "cedar", "date palm", "elm"];
        for (uint256 i = 0; i < 5; ++i) {
            member[i] = makeAddr(names[i]);
            members[i] = ICouncil.Member(member[i], keccak256(bytes(names[i])));
        }
        body = new Council(members, settings(3, 4));
    }

    function settings(uint8 quorum, uint8 upgradeQuorum) internal pure returns (ICouncil.Settings memory) {
        return ICouncil.Settings(quorum, upgradeQuorum, DELAY, UPGRADE_DELAY, GRACE);
    }

    function callTo(address target, bytes memory data) internal pure returns (ICouncil.Call[] memory calls) {
        calls = new ICouncil.Call[](1);
        calls[0] = ICouncil.Call(target, data);
    }

    /// @notice A change of the council without new members.
    function removal(
        address removed,
        ICouncil.Settings memory settings_
    ) internal view returns (ICouncil.Call[] memory) {
        address[] memory all = new address[](removed == address(0) ? 0 : 1);
        if (removed != address(0)) all[0] = removed;
        bytes memory data = abi.encodeCall(ICouncil.reconfigure, (new ICouncil.Member[](0), all, settings_));
        return callTo(address(body), data);
    }

    /// @notice Proposed, and so approved, by the first member.
    function table(ICouncil.Call[] memory calls) internal returns (uint256 id) {
        vm.prank(member[0]);
        return body.propose(calls, WHY, "");
    }

    function agree(uint256 id, uint256 who) internal {
        bytes32 hash = body.proposalOf(id).hash;
        vm.prank(member[who]);
        body.approve(id, hash);
    }

    /// @notice Proposed, approved by as many as it needs, and waited for.
    function ready(ICouncil.Call[] memory calls) internal returns (uint256 id) {
        id = table(calls);
        uint256 needed = body.approvalsNeeded(body.proposalOf(id).level);
        for (uint256 i = 1; i < needed; ++i) agree(id, i);
        vm.warp(body.proposalOf(id).readyAt);
    }

    /// @notice Proposed, approved, waited for, and done.
    function decide(address target, bytes memory data) internal {
        ICouncil.Call[] memory calls = callTo(target, data);
        body.execute(ready(calls), calls, WHY);
    }

    function assertState(uint256 id, ICouncil.ProposalState state) internal view {
        assertEq(uint256(body.proposalOf(id).state), uint256(state), "state of the proposal");
    }

    function expectWrongState(uint256 id, ICouncil.ProposalState state) internal {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_WrongState.selector, id, state));
    }
}
