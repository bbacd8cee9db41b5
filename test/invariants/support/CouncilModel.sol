// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {Council} from "../../../contracts/governance/Council.sol";
import {ICouncil} from "../../../contracts/interfaces/ICouncil.sol";
import {QuorumProof} from "../../proofs/QuorumProof.sol";
import {Campaign} from "./Campaign.sol";

/// @dev What the council decides about: counts how often each proposal ran, and lets nobody else in.
contract RunLedger {
    address private immutable _OWNER;
    mapping(uint256 proposalId => uint256) public runs;

    error NotTheOwner(address caller);

    constructor(address owner) {
        _OWNER = owner;
    }

    function run(uint256 proposalId) external {
        if (msg.sender != _OWNER) revert NotTheOwner(msg.sender);
        runs[proposalId] += 1;
    }
}

/// @notice A council's books, kept anew in plain mappings: who is a member, who approves what in which epoch, and since when.
abstract contract CouncilModel is Campaign {
    uint256 internal constant PEOPLE = 8;
    uint256 internal constant WRITE = 0;
    uint256 internal constant RECONFIGURE = 1;
    uint256 internal constant UPGRADE = 2;
    bytes32 internal constant WHY = keccak256("why");
    uint256 private constant NOBODY = PEOPLE;
    uint40 private constant DELAY = 2 days;
    uint40 private constant UPGRADE_DELAY = 14 days;
    uint40 private constant GRACE = 7 days;

    /// @dev What a proposal is for, and how it was when it ran. Seconds.
    struct Plan {
        bool isThere;
        uint256 kind;
        uint256 added;
        uint256 removed;
        ICouncil.Settings settings;
        bool hasRun;
        bool isCancelled;
        uint256 approvalsThen;
        uint256 neededThen;
        uint256 waited;
        uint256 delayThen;
    }

    Council internal council;
    RunLedger internal ledger;
    /// @dev The proven numbers, which every change of the council must be a step of.
    QuorumProof internal proof = new QuorumProof();
    address internal beacon;
    address[8] internal person;
    uint256[8] private key;
    address internal stranger = makeAddr("stranger");

    uint32 internal epoch = 1;
    ICouncil.Settings internal settings;
    mapping(uint256 who => bool) internal isMember;
    mapping(uint256 who => uint256) internal nonces;
    mapping(uint256 id => Plan) internal plans;
    mapping(uint256 id => mapping(uint32 epoch => mapping(uint256 who => bool))) internal approved;
    mapping(uint256 id => mapping(uint32 epoch => mapping(uint256 who => bool))) internal objected;
    /// @dev Since when a proposal has had its quorum; 0 without.
    mapping(uint256 id => mapping(uint32 epoch => uint256)) private queuedAt;

    function setUp() public virtual {
        vm.warp(1_780_000_000);
        settings = ICouncil.Settings(2, 3, DELAY, UPGRADE_DELAY, GRACE);
        ICouncil.Member[] memory members = new ICouncil.Member[](4);
        for (uint256 who = 0; who < PEOPLE; ++who) {
            (person[who], key[who]) = makeAddrAndKey(string.concat("person ", vm.toString(who)));
            if (who >= members.length) continue;
            members[who] = ICouncil.Member(person[who], keccak256("name"));
            isMember[who] = true;
        }
        council = new Council(members, settings);
        proof.reconfigure(members.length - 1, 0, settings.quorum, settings.upgradeQuorum);
        ledger = new RunLedger(address(council));
        beacon = address(new UpgradeableBeacon(address(council), address(council)));
    }

    // --- What proposals are

    function _plan(uint256 seed) internal view returns (Plan memory plan) {
        plan.kind = (seed >> 16) % 3;
        plan.added = (seed >> 24) & 1 == 0 ? NOBODY : (seed >> 25) % PEOPLE;
        plan.removed = (seed >> 32) & 1 == 0 ? NOBODY : (seed >> 33) % PEOPLE;
        plan.settings = settings;
        // One in eight asks for anything at all, the others for what would fit today's members.
        uint256 count = _memberCount();
        bool isAnything = (seed >> 40) % 8 == 0;
        uint256 most =
            isAnything
                ? PEOPLE
                : count < 3
                    ? count
                    : count - 1;
        plan.settings.upgradeQuorum = uint8(((seed >> 48) % most) + (isAnything ? 0 : 1));
        plan.settings.quorum = uint8((seed >> 56) % (plan.settings.upgradeQuorum + 1));
        if (!isAnything && plan.settings.quorum == 0) plan.settings.quorum = 1;
    }

    function _callsOf(uint256 id) internal view returns (ICouncil.Call[] memory calls) {
        Plan memory plan = plans[id];
        if (plan.kind == RECONFIGURE) {
            calls = new ICouncil.Call[](1);
            calls[0] = ICouncil.Call(address(council), _reconfiguration(plan));
            return calls;
        }
        calls = new ICouncil.Call[](plan.kind == UPGRADE ? 2 : 1);
        calls[0] = ICouncil.Call(address(ledger), abi.encodeCall(RunLedger.run, (id)));
        if (plan.kind == UPGRADE)
            calls[1] = ICouncil.Call(beacon, abi.encodeCall(UpgradeableBeacon.upgradeTo, (address(ledger))));
    }

    function _otherCalls() internal view returns (ICouncil.Call[] memory calls) {
        calls = new ICouncil.Call[](1);
        calls[0] = ICouncil.Call(address(ledger), abi.encodeCall(RunLedger.run, (0)));
    }

    function _removes(uint256 id, uint256 who) internal view returns (bool) {
        return plans[id].kind == RECONFIGURE && plans[id].removed == who;
    }

    /// @dev Whether the council would take the new members and settings now.
    function _isFit(uint256 id) internal view returns (bool) {
        Plan memory plan = plans[id];
        if (plan.kind != RECONFIGURE) return true;
        if (plan.removed != NOBODY && !isMember[plan.removed]) return false;
        if (plan.added != NOBODY && isMember[plan.added] && plan.added != plan.removed) return false;
        uint256 count = _memberCount() + (plan.added == NOBODY ? 0 : 1) - (plan.removed == NOBODY ? 0 : 1);
        uint256 most = count < 3 ? count : count - 1;
        ICouncil.Settings memory s = plan.settings;
        return s.quorum > 0 && s.quorum <= s.upgradeQuorum && s.upgradeQuorum <= most;
    }

    // --- What happens to them

    function _noteProposal(uint256 id, uint256 who) internal {
        plans[id].isThere = true;
        _noteApproval(id, who);
    }

    function _noteApproval(uint256 id, uint256 who) internal {
        approved[id][epoch][who] = true;
        if (_approvals(id) == _needed(id)) queuedAt[id][epoch] = block.timestamp;
    }

    function _noteRevocation(uint256 id, uint256 who) internal {
        approved[id][epoch][who] = false;
        ++nonces[who];
        if (_approvals(id) < _needed(id)) queuedAt[id][epoch] = 0;
    }

    function _noteObjection(uint256 id, uint256 who) internal returns (bool isCancelled) {
        objected[id][epoch][who] = true;
        uint256 count = 0;
        for (uint256 i = 0; i < PEOPLE; ++i) if (objected[id][epoch][i]) ++count;
        isCancelled = _memberCount() - count < _needed(id);
        assertEq(proof.object(count, plans[id].kind != WRITE), isCancelled, "proven: cancelled");
        if (isCancelled) plans[id].isCancelled = true;
    }

    function _noteExecution(uint256 id) internal {
        Plan storage plan = plans[id];
        plan.hasRun = true;
        plan.approvalsThen = _approvals(id);
        plan.neededThen = _needed(id);
        plan.waited = block.timestamp - queuedAt[id][epoch];
        plan.delayThen = _delay(id);
        if (plan.kind != RECONFIGURE) return;
        if (plan.removed != NOBODY) isMember[plan.removed] = false;
        if (plan.added != NOBODY) isMember[plan.added] = true;
        settings = plan.settings;
        proof.reconfigure(
            plan.added == NOBODY ? 0 : 1,
            plan.removed == NOBODY ? 0 : 1,
            settings.quorum,
            settings.upgradeQuorum
        );
        ++epoch;
    }

    // --- How they stand

    /// @dev Approvals of people who are members in this epoch; in another epoch they may be others.
    function _approvals(uint256 id) internal view returns (uint256 count) {
        for (uint256 who = 0; who < PEOPLE; ++who) {
            if (approved[id][epoch][who] && isMember[who]) ++count;
        }
    }

    function _isPending(uint256 id) internal view returns (bool) {
        ICouncil.ProposalState state = _stateOf(id);
        return
            state == ICouncil.ProposalState.Open ||
            state == ICouncil.ProposalState.Queued ||
            state == ICouncil.ProposalState.Ready;
    }

    function _stateOf(uint256 id) internal view returns (ICouncil.ProposalState) {
        if (!plans[id].isThere) return ICouncil.ProposalState.None;
        if (plans[id].hasRun) return ICouncil.ProposalState.Executed;
        if (plans[id].isCancelled) return ICouncil.ProposalState.Cancelled;
        uint256 since = queuedAt[id][epoch];
        if (since == 0) return ICouncil.ProposalState.Open;
        if (block.timestamp < since + _delay(id)) return ICouncil.ProposalState.Queued;
        bool isOver = block.timestamp > since + _delay(id) + GRACE;
        return isOver ? ICouncil.ProposalState.Lapsed : ICouncil.ProposalState.Ready;
    }

    /// @dev What the person signs as `as_`, which is somebody else when it is a forgery.
    function _signature(
        uint256 id,
        uint256 who,
        uint256 as_,
        uint256 deadline
    ) internal view returns (bytes memory) {
        bytes32 approval = keccak256(
            abi.encode(
                keccak256(
                    "Approval(uint256 proposalId,bytes32 proposalHash,uint32 epoch,address member,uint256 nonce,uint256 deadline)"
                ),
                id,
                council.hashProposal(id, _callsOf(id), WHY),
                epoch,
                person[as_],
                nonces[as_],
                deadline
            )
        );
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Annona Council"),
                keccak256("1"),
                block.chainid,
                address(council)
            )
        );
        return signature(key[who], keccak256(abi.encodePacked(hex"1901", domain, approval)));
    }

    function _needed(uint256 id) private view returns (uint256) {
        return plans[id].kind == WRITE ? settings.quorum : settings.upgradeQuorum;
    }

    function _delay(uint256 id) private view returns (uint256) {
        return plans[id].kind == UPGRADE ? settings.upgradeDelay : settings.delay;
    }

    function _memberCount() private view returns (uint256 count) {
        for (uint256 who = 0; who < PEOPLE; ++who) if (isMember[who]) ++count;
    }

    function _reconfiguration(Plan memory plan) private view returns (bytes memory) {
        ICouncil.Member[] memory added = new ICouncil.Member[](plan.added == NOBODY ? 0 : 1);
        if (plan.added != NOBODY) added[0] = ICouncil.Member(person[plan.added], keccak256("name"));
        address[] memory removed = new address[](plan.removed == NOBODY ? 0 : 1);
        if (plan.removed != NOBODY) removed[0] = person[plan.removed];
        return abi.encodeCall(ICouncil.reconfigure, (added, removed, plan.settings));
    }
}
