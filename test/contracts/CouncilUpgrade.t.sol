// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {BeneficiaryAccounts} from "../../contracts/accounts/BeneficiaryAccounts.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {ICouncil} from "../../contracts/interfaces/ICouncil.sol";
import {IRedemptions} from "../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../contracts/interfaces/ISettlements.sol";
import {Programme} from "../../contracts/programmes/Programme.sol";
import {ProgrammeOffice} from "../../contracts/programmes/ProgrammeOffice.sol";
import {ProgrammeShops} from "../../contracts/programmes/ProgrammeShops.sol";
import {CycleId} from "../../contracts/types/Ids.sol";
import {GovernedTest} from "./support/GovernedTest.sol";

/// @notice The next version: a place of its own for what it adds.
contract NextProgramme is Programme {
    /// @custom:storage-location erc7201:annona.storage.Next
    struct NextStorage {
        mapping(uint256 place => uint256) notes;
    }

    // keccak256(abi.encode(uint256(keccak256("annona.storage.Next")) - 1)) & ~bytes32(uint256(0xff))
    bytes32 private constant NEXT_STORAGE =
        keccak256(abi.encode(uint256(keccak256("annona.storage.Next")) - 1)) & ~bytes32(uint256(0xff));

    constructor(
        IConsortium consortium,
        BeneficiaryAccounts accounts,
        address office
    ) Programme(consortium, accounts, office) {}

    function note(uint256 place, uint256 value) external {
        _next().notes[place] = value;
    }

    function noteAt(uint256 place) external view returns (uint256) {
        return _next().notes[place];
    }

    function _next() private pure returns (NextStorage storage $) {
        bytes32 slot = NEXT_STORAGE;
        assembly ("memory-safe") {
            $.slot := slot
        }
    }
}

contract CouncilUpgradeTest is GovernedTest {
    address private next;

    function setUp() public override {
        super.setUp();
        address shopDesk = address(new ProgrammeShops(consortium, documents));
        address office = address(new ProgrammeOffice(consortium, registry, shopDesk));
        next = address(new NextProgramme(consortium, registry, office));
    }

    // --- who may

    function test_WhoMay_WhenAMemberUpgradesTheBeaconItself() public {
        address[2] memory callers = [member[0], former];
        for (uint256 i = 0; i < callers.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, callers[i]));
            vm.prank(callers[i]);
            beacon.upgradeTo(next);
        }
    }

    function test_WhoMay_WhenTheOrdinaryQuorumAgrees() public {
        uint256 id = table(_upgrade());
        agree(id, 1);
        agree(id, 2);
        skip(365 days);
        expectWrongState(id, ICouncil.ProposalState.Open);
        body.execute(id, _upgrade(), WHY);
    }

    function test_WhoMay_WhenTheHigherQuorumAgrees() public {
        uint256 id = table(_upgrade());
        for (uint256 i = 1; i < 4; ++i) agree(id, i);
        skip(UPGRADE_DELAY - 1);
        expectWrongState(id, ICouncil.ProposalState.Queued);
        body.execute(id, _upgrade(), WHY);
        skip(1);
        vm.expectEmit(address(beacon));
        emit UpgradeableBeacon.Upgraded(next);
        body.execute(id, _upgrade(), WHY);
        assertEq(beacon.implementation(), next);
    }

    function test_WhoMay_WhenAnotherSelectorHidesBesideIt() public {
        ICouncil.Call[] memory calls = new ICouncil.Call[](3);
        calls[0] = ICouncil.Call(address(consortium), abi.encodeCall(IConsortium.suspend, (otherAgency)));
        calls[1] = _upgrade()[0];
        calls[2] = ICouncil.Call(address(consortium), abi.encodeCall(IConsortium.suspend, (agency)));
        uint256 id = table(calls);
        assertEq(uint256(body.proposalOf(id).level), uint256(ICouncil.Level.Upgrade));
    }

    function test_WhoMay_WhenTheMembersChangeWhileItWaits() public {
        uint256 id = ready(_upgrade());
        ICouncil.Call[] memory change = removal(member[4], settings(2, 3));
        body.execute(ready(change), change, WHY);
        expectWrongState(id, ICouncil.ProposalState.Open);
        body.execute(id, _upgrade(), WHY);
        assertEq(body.proposalOf(id).approvals, 0);

        for (uint256 i = 0; i < 3; ++i) agree(id, i);
        assertEq(body.proposalOf(id).readyAt, block.timestamp + UPGRADE_DELAY);
    }

    function test_WhoMay_WhenTheBeaconIsHandedOn() public {
        ICouncil.Call[] memory calls = callTo(
            address(beacon),
            abi.encodeCall(Ownable.transferOwnership, (member[0]))
        );
        uint256 id = ready(calls);
        assertEq(uint256(body.proposalOf(id).level), uint256(ICouncil.Level.Upgrade));
        vm.warp(body.proposalOf(id).readyAt - 1);
        expectWrongState(id, ICouncil.ProposalState.Queued);
        body.execute(id, calls, WHY);
        skip(1);
        body.execute(id, calls, WHY);
        assertEq(beacon.owner(), member[0]);
    }

    // --- refused

    function test_WhenTheNewCodeIsNoContract() public {
        ICouncil.Call[] memory calls = callTo(
            address(beacon),
            abi.encodeCall(UpgradeableBeacon.upgradeTo, (stranger))
        );
        uint256 id = ready(calls);
        vm.expectRevert(
            abi.encodeWithSelector(UpgradeableBeacon.BeaconInvalidImplementation.selector, stranger)
        );
        body.execute(id, calls, WHY);
        assertState(id, ICouncil.ProposalState.Ready);
    }

    // --- in the middle of a month

    function test_InTheMiddleOfAMonth_WhenTheCouncilUpgrades() public {
        CycleId id = openCycle(manyHouseholds());
        redeem(terminal, id, 1, sales(FIRST, 10, AMOUNT / 2));
        uint256 proposal = ready(_upgrade());
        bytes32 before = _everything(id);
        body.execute(proposal, _upgrade(), WHY);
        assertEq(_everything(id), before);
        assertEq(NextProgramme(payable(address(programme))).noteAt(1), 0);
        assertTies();
        finish(id);
    }

    function test_InTheMiddleOfAMonth_GivenBatchesSignedOfflineBefore() public {
        CycleId id = openCycle(manyHouseholds());
        redeem(terminal, id, 1, sales(FIRST, 10, AMOUNT / 2));
        IRedemptions.ReceiptBatch memory first = batchOf(terminal, id, 11, sales(FIRST, 10, AMOUNT / 4));
        IRedemptions.ReceiptBatch memory second = batchOf(
            otherTerminal,
            id,
            1,
            sales(FIRST + 300, 5, AMOUNT)
        );
        (bytes memory firstSigned, bytes memory secondSigned) = (signed(first), signed(second));
        decide(address(beacon), abi.encodeCall(UpgradeableBeacon.upgradeTo, (next)));

        assertEq(programme.redeem(first, firstSigned, noExtracts()), 21);
        assertEq(programme.redeem(second, secondSigned, noExtracts()), 6);
        assertEq(programme.entitlementLeft(id, FIRST), AMOUNT / 4);
        assertEq(programme.entitlementLeft(id, FIRST + 300), 0);
        assertEq(programme.ledgerOf(otherShop, id).gross, 5 * uint256(AMOUNT));
        // Sending it again changes nothing.
        assertEq(programme.redeem(first, firstSigned, noExtracts()), 21);
        assertEq(programme.ledgerOf(shop, id).gross, 10 * uint256(AMOUNT / 2 + AMOUNT / 4));
        assertTies();
        finish(id);
    }

    function test_InTheMiddleOfAMonth_GivenACycleHalfLoaded() public {
        CycleId id = prepare(manyHouseholds());
        approve(id);
        _loadChunk(id, 0);
        decide(address(beacon), abi.encodeCall(UpgradeableBeacon.upgradeTo, (next)));
        assertTrue(programme.loadedChunks(id, 0) & 2 != 0, "the first chunk has number 1");
        assertEq(programme.cycleOf(id).chunksLoaded, 1);
        load(id);
        assertEq(programme.cycleOf(id).chunksLoaded, 3);
        redeem(terminal, id, 1, sales(FIRST, 10, AMOUNT));
        finish(id);
    }

    function test_InTheMiddleOfAMonth_GivenAnActProposedBefore() public {
        addFees(1e6);
        CycleId id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, sale(FIRST, AMOUNT));
        ISettlements.SettlementTerms memory terms = settlement(shop, id, AMOUNT);
        bytes memory act = abi.encodeCall(ISettlements.settle, (terms));
        uint256 actId = proposeAct(programme, finance, act);
        decide(address(beacon), abi.encodeCall(UpgradeableBeacon.upgradeTo, (next)));
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertEq(asset.balanceOf(payout), AMOUNT + terms.commission);
        assertTies();
    }

    function test_InTheMiddleOfAMonth_GivenNewStorageInTheNextVersion() public {
        CycleId id = openCycle(manyHouseholds());
        redeem(terminal, id, 1, sales(FIRST, 10, AMOUNT));
        decide(address(beacon), abi.encodeCall(UpgradeableBeacon.upgradeTo, (next)));
        bytes32 before = _everything(id);
        NextProgramme upgraded = NextProgramme(payable(address(programme)));
        for (uint256 i = 0; i < 20; ++i) upgraded.note(i, type(uint256).max);
        assertEq(_everything(id), before);
        assertEq(upgraded.noteAt(19), type(uint256).max);
    }

    function _upgrade() private view returns (ICouncil.Call[] memory) {
        return callTo(address(beacon), abi.encodeCall(UpgradeableBeacon.upgradeTo, (next)));
    }

    function _loadChunk(CycleId id, uint256 place) private {
        programme.loadChunk(id, treeOf(id).chunks[place], treeOf(id).payloads[place], proofOf(id, place));
    }

    /// @dev What the programme tells about itself, the cycle, its shops, terminals and households.
    function _everything(CycleId id) private view returns (bytes32 digest) {
        digest = keccak256(
            abi.encode(
                programme.settings(),
                programme.bands(),
                programme.balances(),
                programme.nextCycleId(),
                programme.nextSettlementId(),
                programme.isSource(source),
                programme.cycleOf(id),
                programme.loadedChunks(id, 0)
            )
        );
        digest = keccak256(
            abi.encode(
                digest,
                programme.shopOf(shop),
                programme.shopOf(otherShop),
                programme.terminalOf(terminal),
                programme.terminalOf(otherTerminal),
                programme.ledgerOf(shop, id),
                programme.ledgerOf(otherShop, id)
            )
        );
        for (uint32 i = 0; i < 513; ++i) {
            digest = keccak256(abi.encode(digest, programme.entitlementLeft(id, FIRST + i)));
        }
    }
}
