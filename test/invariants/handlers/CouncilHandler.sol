// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {CouncilModel, RunLedger} from "../support/CouncilModel.sol";

/// @notice Members, former members and strangers at random. Each action says beforehand what the model expects, and whatever comes out
/// differently is a breach.
abstract contract CouncilHandler is CouncilModel {
    /// @dev A signature that was given, and may be handed in at any time.
    struct Signed {
        uint256 id;
        uint256 who;
        uint32 epoch;
        uint256 nonce;
        uint256 deadline;
        bytes signature;
    }

    Signed[] private signatures;
    /// @dev What got through and should not have, or was refused and should not have been; empty while nothing was.
    bytes32 internal firstBreach;

    function propose(uint256 seed) external oneRound {
        seed = _mix(seed);
        uint256 who = _someone(seed);
        uint256 id = council.proposals() + 1;
        plans[id] = _plan(seed);
        vm.prank(person[who]);
        try council.propose(_callsOf(id), WHY, "") returns (uint256 given) {
            _expect(isMember[who] && given == id, "proposal");
            _noteProposal(id, who);
        } catch {
            _refused(isMember[who], "no proposal");
        }
    }

    /// @notice Some neighbours approve the same proposal, so that quorums come about.
    function approve(uint256 seed) external oneRound {
        seed = _mix(seed);
        (uint256 id, uint256 who) = _pick(seed);
        for (uint256 i = 0; i < 6; ++i) _approve(id, (who + i) % PEOPLE);
    }

    /// @notice Somebody signs now, and it is handed in now, later, or never.
    function sign(uint256 seed) external oneRound {
        seed = _mix(seed);
        (uint256 id, uint256 who) = _pick(seed);
        uint256 deadline = block.timestamp + 20 days;
        bytes memory signature = _signature(id, who, who, deadline);
        signatures.push(Signed(id, who, epoch, nonces[who], deadline, signature));
        if ((seed >> 128) & 1 == 0) _handIn(signatures.length - 1, "signature");
        else if (signatures.length > 4)
            _handIn(signatures.length - 1 - ((seed >> 130) % 4), "replayed signature");
    }

    function revoke(uint256 seed) external oneRound {
        seed = _mix(seed);
        (uint256 id, uint256 who) = _pick(seed);
        bool may = approved[id][epoch][who] && _isPending(id);
        vm.prank(person[who]);
        try council.revoke(id) {
            _expect(may, "revocation");
            _noteRevocation(id, who);
        } catch {
            _refused(may, "no revocation");
        }
    }

    /// @notice Some neighbours object to the same proposal. Most proposals are let through, so that something happens.
    function object(uint256 seed) external oneRound {
        seed = _mix(seed);
        (uint256 id, uint256 who) = _pick(seed);
        if ((seed >> 64) & 3 != 0) return;
        for (uint256 i = 0; i < 4; ++i) _object(id, (who + i) % PEOPLE);
    }

    function execute(uint256 seed) external oneRound {
        seed = _mix(seed);
        uint256 count = council.proposals();
        for (uint256 i = 0; i < 4 && i < count; ++i) _execute(count - (((seed % count) + i) % count));
    }

    function passTime(uint256 seed) external oneRound {
        seed = _mix(seed);
        skip(seed & 3 == 0 ? bound(seed >> 8, 1 hours, 16 days) : bound(seed >> 8, 1 hours, 3 days));
    }

    /// @notice What nobody may do, whoever they are: strangers, members, former members.
    function attack(uint256 seed) external oneRound {
        seed = _mix(seed);
        (uint256 id, uint256 who) = _pick(seed >> 8);
        ICouncil.Call[] memory calls = _callsOf(id);
        bytes32 hash = council.hashProposal(id, calls, WHY);
        bytes[6] memory attempts = [
            abi.encodeCall(ICouncil.reconfigure, (new ICouncil.Member[](0), new address[](0), settings)),
            abi.encodeCall(ICouncil.execute, (id, _otherCalls(), WHY)),
            abi.encodeCall(ICouncil.execute, (id, calls, "because")),
            abi.encodeCall(ICouncil.approve, (id, keccak256("another"))),
            // Somebody signs for somebody else.
            abi.encodeCall(
                ICouncil.approveBySignature,
                (
                    id,
                    hash,
                    person[who],
                    block.timestamp,
                    _signature(id, (who + 1) % PEOPLE, who, block.timestamp)
                )
            ),
            // A stranger has no voice.
            abi.encodeCall(ICouncil.approve, (id, hash))
        ];
        uint256 which = seed % attempts.length;
        vm.prank(which == 5 ? stranger : person[who]);
        (bool success, ) = address(council).call(attempts[which]);
        if (success) _breach(bytes32(abi.encodePacked("attack ", uint8(0x30 + which))));
        else ++done["refused attempt"];
        vm.prank(person[who]);
        (success, ) = address(ledger).call(abi.encodeCall(RunLedger.run, (id)));
        if (success) _breach("ledger");
    }

    function _approve(uint256 id, uint256 who) private {
        bytes32 hash = council.hashProposal(id, _callsOf(id), WHY);
        bool may = _mayApprove(id, who);
        vm.prank(person[who]);
        try council.approve(id, hash) {
            _expect(may, "approval");
            _noteApproval(id, who);
        } catch {
            _refused(may, "no approval");
        }
    }

    function _object(uint256 id, uint256 who) private {
        bool may = isMember[who] && _isPending(id) && !objected[id][epoch][who] && !_removes(id, who);
        vm.prank(person[who]);
        try council.object(id) {
            _expect(may, "objection");
            if (_noteObjection(id, who)) ++done["cancelled"];
        } catch {
            _refused(may, "no objection");
        }
    }

    function _execute(uint256 id) private {
        ICouncil.Call[] memory calls = _callsOf(id);
        bool may = _stateOf(id) == ICouncil.ProposalState.Ready && _isFit(id);
        uint256 kind = plans[id].kind;
        vm.prank(stranger);
        try council.execute(id, calls, WHY) {
            _expect(
                may,
                kind == RECONFIGURE
                    ? bytes32("new epoch")
                    : kind == WRITE
                        ? bytes32("ordinary")
                        : bytes32("upgrade")
            );
            _noteExecution(id);
        } catch {
            _refused(may, "no execution");
        }
    }

    function _handIn(uint256 which, bytes32 kind) private {
        Signed memory s = signatures[which];
        bytes32 hash = council.hashProposal(s.id, _callsOf(s.id), WHY);
        bool isFresh = s.epoch == epoch && s.nonce == nonces[s.who] && s.deadline >= block.timestamp;
        bool may = isFresh && _mayApprove(s.id, s.who);
        vm.prank(stranger);
        try council.approveBySignature(s.id, hash, person[s.who], s.deadline, s.signature) {
            _expect(may, kind);
            _noteApproval(s.id, s.who);
        } catch {
            _refused(may, "no signature");
        }
    }

    function _mayApprove(uint256 id, uint256 who) private view returns (bool) {
        return isMember[who] && _isPending(id) && !approved[id][epoch][who];
    }

    /// @dev It got through: rightly, or not.
    function _expect(bool may, bytes32 kind) private {
        if (may) _note(kind);
        else _breach(kind);
    }

    /// @dev It was refused: rightly, or not.
    function _refused(bool may, bytes32 kind) private {
        if (may) _breach(kind);
    }

    function _breach(bytes32 kind) private {
        if (firstBreach == 0) firstBreach = kind;
    }

    /// @dev One of the latest proposals, and anybody.
    function _pick(uint256 seed) private view returns (uint256 id, uint256 who) {
        uint256 count = council.proposals();
        uint256 back = (seed >> 32) % 4;
        id = count > back ? count - back : 1;
        who = seed % PEOPLE;
    }

    /// @dev Anybody, or every other time a member, however few there are: a council of one goes on, too.
    function _someone(uint256 seed) private view returns (uint256 who) {
        who = seed % PEOPLE;
        if ((seed >> 200) % 2 == 0) return who;
        while (!isMember[who]) who = (who + 1) % PEOPLE;
    }

    function _actions() internal view returns (function(uint256) external[8] memory) {
        return
            [
                this.propose,
                this.approve,
                this.sign,
                this.revoke,
                this.object,
                this.execute,
                this.passTime,
                this.attack
            ];
    }
}
