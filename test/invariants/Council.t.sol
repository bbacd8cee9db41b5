// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {ICouncil} from "../../contracts/interfaces/ICouncil.sol";
import {CouncilHandler} from "./handlers/CouncilHandler.sol";

/// @notice No call without a quorum: see README.md for what the invariant says and how it is looked at.
contract CouncilInvariantTest is CouncilHandler {
    uint256 private constant WARM_UP_ROUNDS = 120;
    /// @dev Proposals that are looked at after each call, besides one of all in turn; at the end all are.
    uint256 private constant LATEST = 4;
    /// @dev In a hundred calls.
    uint256 private constant LEAST_ACTS = 2;

    /// @notice Every run starts from a council that has been busy for years, and has changed its members often.
    function setUp() public override {
        super.setUp();
        function(uint256) external[8] memory actions = _actions();
        for (uint256 round = 0; round < WARM_UP_ROUNDS; ++round) {
            for (uint256 i = 0; i < actions.length; ++i)
                actions[i](uint256(keccak256(abi.encode("warm-up", round, i))));
        }
        _startCampaign();
        targetContract(address(this));
        bytes4[] memory selectors = new bytes4[](actions.length);
        for (uint256 i = 0; i < actions.length; ++i) selectors[i] = actions[i].selector;
        targetSelector(address(this), selectors);
    }

    /// @notice What the random part starts from: every kind of action got through at least once.
    function test_WarmUp_ReachesEveryKindOfAction() public view {
        afterInvariant();
    }

    /// @notice 9. 1 <= quorum <= members, and no call ran without the quorum of the members of its epoch.
    function invariant_9_NoCallWithoutAQuorumOfItsEpoch() public view {
        assertEq(firstBreach, 0, string.concat("breach: ", string(abi.encodePacked(firstBreach))));
        _requireSettings();
        _requireMembers();
        uint256 count = council.proposals();
        for (uint256 i = 0; i < LATEST && i < count; ++i) _requireProposal(count - i);
        _requireProposal(1 + (rounds % count));
        assertEq(UpgradeableBeacon(beacon).owner(), address(council), "nobody took the beacon");
    }

    /// @notice Calls got through: all kinds of them.
    function afterInvariant() public view {
        bytes32[11] memory kinds = [
            bytes32("proposal"),
            "approval",
            "signature",
            "replayed signature",
            "revocation",
            "objection",
            "cancelled",
            "ordinary",
            "new epoch",
            "upgrade",
            "refused attempt"
        ];
        for (uint256 i = 0; i < kinds.length; ++i) {
            _requireDone(kinds[i]);
        }
        _requireActs(LEAST_ACTS);
        for (uint256 id = council.proposals(); id > 0; --id) _requireProposal(id);
    }

    function _requireSettings() private view {
        ICouncil.Settings memory s = council.settings();
        uint256 count = council.members().length;
        assertGe(s.quorum, 1, "a quorum of none");
        assertLe(s.quorum, s.upgradeQuorum, "the higher quorum is lower");
        assertLe(s.upgradeQuorum, count, "more than there are");
        if (count >= 3) assertLt(s.upgradeQuorum, count, "one lost key bricks it");
        assertEq(s.quorum, settings.quorum, "quorum");
        assertEq(s.upgradeQuorum, settings.upgradeQuorum, "higher quorum");
        assertEq(council.epoch(), epoch, "epoch");
        assertEq(count, proof.members(), "proven: members");
        assertEq(s.quorum, proof.quorum(), "proven: quorum");
        assertEq(s.upgradeQuorum, proof.upgradeQuorum(), "proven: higher quorum");
    }

    function _requireMembers() private view {
        uint256 count = 0;
        for (uint256 who = 0; who < PEOPLE; ++who) {
            assertEq(council.isMember(person[who]), isMember[who], "member");
            assertEq(council.nonceOf(person[who]), nonces[who], "nonce");
            if (isMember[who]) ++count;
        }
        assertEq(council.members().length, count, "nobody else is a member");
    }

    /// @dev It ran exactly once, if the model saw it run, and it counts whom the model counts.
    function _requireProposal(uint256 id) private view {
        assertEq(ledger.runs(id), plans[id].hasRun && plans[id].kind != RECONFIGURE ? 1 : 0, "runs");
        ICouncil.Proposal memory proposal = council.proposalOf(id);
        assertEq(proposal.approvals, _approvals(id), "approvals");
        assertEq(uint256(proposal.state), uint256(_stateOf(id)), "state");
        if (!plans[id].hasRun) return;
        // What it ran with was a quorum then; what is forgotten now cannot make it run again.
        assertGe(plans[id].approvalsThen, plans[id].neededThen, "ran without a quorum");
        assertGe(plans[id].waited, plans[id].delayThen, "ran before its delay was over");
    }
}
