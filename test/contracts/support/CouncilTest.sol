// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {Council} from "../../../contracts/governance/Council.sol";
import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {Test} from "./Test.sol";

/// @dev Something that the Council decides about.
contract Ledger {
    uint256 public writes;
    uint256 public last;
    address public writer;

    error Refused();

    function write(uint256 value) external {
        writes += 1;
        last = value;
        writer = msg.sender;
    }

    function refuse() external pure {
        revert Refused();
    }
}

/// @notice A council of five: three approve, four change the council or an upgrade.
abstract contract CouncilTest is Test {
    uint40 internal constant DELAY = 2 days;
    uint40 internal constant GRACE = 7 days;
    bytes32 internal constant WHY = keccak256("why");

    /// @dev The states of {_endThree}, by proposal.
    ICouncil.ProposalState[4] internal ended = [
        ICouncil.ProposalState.None,
        ICouncil.ProposalState.Executed,
        ICouncil.ProposalState.Lapsed,
        ICouncil.ProposalState.Cancelled
    ];
    Council internal council;
    Ledger internal ledger;
    address internal beacon;
    address[5] internal member;
    uint256[5] internal key;

    function setUp() public virtual {
        ICouncil.Member[] memory members = new ICouncil.Member[](5);
        string[5] memory names = ["ash", "birch", "cedar", "date palm", "elm"];
        for (uint256 i = 0; i < 5; ++i) {
            (member[i], key[i]) = makeAddrAndKey(names[i]);
            members[i] = ICouncil.Member(member[i], keccak256(bytes(names[i])));
        }
        council = new Council(members, _settings(3, 4));
        ledger = new Ledger();
        beacon = address(new UpgradeableBeacon(address(council), address(council)));
    }

    function _settings(uint8 quorum, uint8 upgradeQuorum) internal pure returns (ICouncil.Settings memory) {
        return ICouncil.Settings(quorum, upgradeQuorum, DELAY, 14 days, GRACE);
    }

    function _write(uint256 value) internal view returns (ICouncil.Call[] memory calls) {
        calls = new ICouncil.Call[](1);
        calls[0] = ICouncil.Call(address(ledger), abi.encodeCall(Ledger.write, (value)));
    }

    function _upgrade() internal view returns (ICouncil.Call[] memory calls) {
        calls = new ICouncil.Call[](1);
        calls[0] = ICouncil.Call(beacon, abi.encodeCall(UpgradeableBeacon.upgradeTo, (address(ledger))));
    }

    function _reconfigure(
        address[] memory removed,
        ICouncil.Settings memory settings
    ) internal view returns (ICouncil.Call[] memory calls) {
        calls = new ICouncil.Call[](1);
        bytes memory data = abi.encodeCall(
            ICouncil.reconfigure,
            (new ICouncil.Member[](0), removed, settings)
        );
        calls[0] = ICouncil.Call(address(council), data);
    }

    /// @dev Proposed and approved by the first member.
    function _propose(ICouncil.Call[] memory calls) internal returns (bytes32 hash) {
        vm.prank(member[0]);
        uint256 id = council.propose(calls, WHY, "");
        return council.proposalOf(id).hash;
    }

    /// @dev Approved by as many as it needs, and waited for.
    function _proposeReady(ICouncil.Call[] memory calls) internal returns (bytes32 hash) {
        hash = _propose(calls);
        uint256 id = council.proposals();
        uint256 needed = council.approvalsNeeded(council.proposalOf(id).level);
        for (uint256 i = 1; i < needed; ++i) _approve(id, hash, i);
        vm.warp(council.proposalOf(id).readyAt);
    }

    function _approve(uint256 id, bytes32 hash, uint256 who) internal {
        vm.prank(member[who]);
        council.approve(id, hash);
    }

    function _object(uint256 id, uint256 who) internal {
        vm.prank(member[who]);
        council.object(id);
    }

    /// @dev Proposals 1 to 3, which the first member proposed, are executed, lapsed and cancelled.
    function _endThree() internal {
        _proposeReady(_write(1));
        council.execute(1, _write(1), WHY);
        _proposeReady(_write(2));
        skip(GRACE + 1);
        _propose(_write(3));
        for (uint256 i = 1; i < 4; ++i) _object(3, i);
    }

    function _expectWrongState(uint256 id, ICouncil.ProposalState state) internal {
        vm.expectRevert(abi.encodeWithSelector(ICouncil.Council_WrongState.selector, id, state));
    }
}
