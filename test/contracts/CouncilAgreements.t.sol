// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {UpgradeableBeacon} from "@openzeppelin/contracts/proxy/beacon/UpgradeableBeacon.sol";
import {AgreementOffice} from "../../contracts/agreements/AgreementOffice.sol";
import {MilestoneAgreement} from "../../contracts/agreements/MilestoneAgreement.sol";
import {IAgreementTerms} from "../../contracts/interfaces/IAgreementTerms.sol";
import {ICouncil} from "../../contracts/interfaces/ICouncil.sol";
import {IDisputes} from "../../contracts/interfaces/IDisputes.sol";
import {IMilestones} from "../../contracts/interfaces/IMilestones.sol";
import {AgreementTest} from "./support/AgreementTest.sol";
import {Governing} from "./support/Governing.sol";

contract CouncilAgreementsTest is AgreementTest, Governing {
    address private next;

    function setUp() public override {
        super.setUp();
        seatCouncil();
        vm.startPrank(council);
        consortium.changeCouncil(address(body));
        beacon.transferOwnership(address(body));
        vm.stopPrank();
        council = address(body);
        next = address(new MilestoneAgreement(consortium, address(new AgreementOffice(consortium))));
    }

    // --- upgrade

    function test_Upgrade_WhenTheOrdinaryQuorumAgrees() public {
        uint256 id = table(_upgrade());
        agree(id, 1);
        agree(id, 2);
        skip(365 days);
        expectWrongState(id, ICouncil.ProposalState.Open);
        body.execute(id, _upgrade(), WHY);
    }

    function test_Upgrade_WhenTheHigherQuorumAgrees() public {
        start();
        uint256 proposal = table(_upgrade());
        for (uint256 i = 1; i < 4; ++i) agree(proposal, i);
        // In the last days of the wait a milestone is submitted, and monitors sign without a line to the chain.
        skip(UPGRADE_DELAY - 1 days);
        submit(WORK, 1_000 * USD);
        proposeAuthorisation(WORK, 1_000 * USD);
        IMilestones.Statement[] memory statements = new IMilestones.Statement[](2);
        statements[0] = _statement("monitor");
        statements[1] = _statement("second monitor");
        skip(1 days);

        bytes memory before = _everything();
        body.execute(proposal, _upgrade(), WHY);
        assertEq(beacon.implementation(), next);
        assertEq(_everything(), before);
        agreement.verifyBySignatures(WORK, EVIDENCE, statements);
        approveAuthorisation(WORK, 1_000 * USD, IMilestones.Finding.None);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertPaid(1_000 * USD);
        assertTies();
    }

    // --- arbiter

    function test_Arbiter_WhenTheCouncilDecidesADispute() public {
        _dispute();
        bytes memory decision = abi.encodeCall(
            IDisputes.decideDispute,
            (WORK, 700 * USD, keccak256("decision"))
        );
        decide(address(agreement), decision);
        assertPaid(700 * USD);
        assertTies();
    }

    function test_Arbiter_WhenAMemberDecidesItAlone() public {
        _dispute();
        vm.expectRevert(
            abi.encodeWithSelector(IDisputes.Disputes_OnlyArbiter.selector, address(body), member[0])
        );
        vm.prank(member[0]);
        agreement.decideDispute(WORK, 1, REASON);
    }

    /// @dev The council is the arbiter; the partner disputes that nobody reviewed its work.
    function _dispute() private {
        IAgreementTerms.Terms memory t = terms();
        t.arbiter = address(body);
        sign(t);
        fund(donor, 2_000 * USD);
        submit(WORK, 1_000 * USD);
        skip(REVIEW + 1);
        dispute(WORK, partnerAdministrator);
    }

    function _upgrade() private view returns (ICouncil.Call[] memory) {
        return callTo(address(beacon), abi.encodeCall(UpgradeableBeacon.upgradeTo, (next)));
    }

    function _statement(string memory name) private returns (IMilestones.Statement memory) {
        (address who, uint256 key) = makeAddrAndKey(name);
        bytes32 digest = agreement.hashStatement(WORK, EVIDENCE, agreement.milestoneOf(WORK).since);
        return IMilestones.Statement(who, signature(key, digest));
    }

    function _everything() private view returns (bytes memory) {
        return
            abi.encode(
                agreement.settings(),
                agreement.money(),
                agreement.version(),
                agreement.conductOf(agreement.version()),
                agreement.milestones(),
                agreement.milestoneOf(WORK),
                agreement.milestoneOf(ADVANCE),
                agreement.milestoneOf(LAST)
            );
    }
}
