// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../support/AgreementTest.sol";
import {Logs} from "../support/Logs.sol";

contract EscrowEdgesTest is AgreementTest, Logs {
    BlocklistToken private token;

    /// @dev The first milestone, of 1,000, is not needed any more.
    function setUp() public override {
        super.setUp();
        token = new BlocklistToken(6);
        createAgreement(address(token));
        start();
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0].amount = 0;
        sign(t);
    }

    function test_GivenMoneyThatIsCreditedToASource() public {
        token.setBlocked(donor, true);
        token.setBlocked(treasury, true);
        _returnExcess(1_000 * USD);
        IAgreementTerms.Terms memory t = terms();
        t.version = 3;
        t.milestones = new IAgreementTerms.MilestoneTerms[](5);
        for (uint256 i = 0; i < 4; ++i) t.milestones[i] = terms().milestones[i];
        t.milestones[0].amount = 0;
        t.milestones[4] = planned(IAgreementTerms.MilestoneKind.Deliverable, 600 * USD);
        sign(t);
        assertEq(agreement.money().held, 2_000 * USD);
        assertEq(agreement.money().credited, 1_000 * USD);
        assertEq(agreement.money().unfunded, 600 * USD);
        assertEq(agreement.money().excess, 0);

        submit(ADVANCE, 500 * USD);
        submit(COSTS, 300 * USD);
        submit(LAST, 200 * USD);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NotFunded.selector, 600 * USD, 0));
        vm.prank(partnerPreparer);
        agreement.submitMilestone(MilestoneId.wrap(5), 600 * USD, EVIDENCE, URI);
    }

    function test_GivenASourceThatGotAllOfItsMoneyBack() public {
        _returnExcess(500 * USD);
        assertEq(asset.balanceOf(treasury), 500 * USD);
        bytes memory act = abi.encodeCall(IEscrow.returnExcess, (400 * USD));
        uint256 actId = proposeAct(agreement, finance, act);
        vm.recordLogs();
        vm.prank(approver);
        agreement.approveAct(actId, act);
        assertEq(countLogs(IEscrow.ReturnCredited.selector), 1, "to the donor alone");
        vm.recordLogs();
        _returnExcess(100 * USD);
        assertEq(countLogs(IEscrow.ReturnRefused.selector), 0, "nothing is refused");
        assertEq(asset.balanceOf(donor), 500 * USD);
        assertTies();
    }

    function test_GivenASourceThatGotAPartOfItsMoneyBack() public {
        _returnExcess(200 * USD);
        token.setBlocked(treasury, true);
        bytes memory act = abi.encodeCall(IEscrow.returnExcess, (100 * USD));
        uint256 actId = proposeAct(agreement, finance, act);
        vm.expectEmit(address(agreement));
        emit IEscrow.ReturnRefused(treasury, 100 * USD);
        vm.prank(approver);
        agreement.approveAct(actId, act);
        assertTies();
    }

    function _returnExcess(uint128 amount) private {
        agencyAct(abi.encodeCall(IEscrow.returnExcess, (amount)));
    }
}
