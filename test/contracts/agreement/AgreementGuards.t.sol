// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IAgreementTerms} from "../../../contracts/interfaces/IAgreementTerms.sol";
import {IEscrow} from "../../../contracts/interfaces/IEscrow.sol";
import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract AgreementGuardsTest is AgreementTest {
    ReentrantToken private token;

    function setUp() public override {
        super.setUp();
        _anotherAgreement();
    }

    function test_GivenATokenThatCallsBack_WhenTheAgreementTerminatesOrCompletes() public {
        _arm();
        endByNotice();
        _assertShut();

        _anotherAgreement();
        complete(WORK, 1_000 * USD);
        completeAdvance();
        complete(COSTS, 100 * USD);
        complete(LAST, 200 * USD);
        _arm();
        vm.prank(approver);
        agreement.complete();
        _assertShut();
    }

    function test_GivenATokenThatCallsBack_WhenTheArbiterDecidesOrIsSilent() public {
        _disputed(WORK, 1_000 * USD);
        _arm();
        decide(WORK, 600 * USD);
        _assertShut();

        _disputed(LAST, 200 * USD);
        skip(ARBITER + 1);
        _arm();
        agreement.applyDefault(LAST);
        _assertShut();
    }

    function test_GivenATokenThatCallsBack_WhenTheAgencyReturnsAnExcess() public {
        IAgreementTerms.Terms memory t = nextTerms();
        t.milestones[0].amount = 0;
        sign(t);
        _arm();
        agencyAct(abi.encodeCall(IEscrow.returnExcess, (1_000 * USD)));
        _assertShut();
    }

    function test_GivenATokenThatCallsBack_WhenSignaturesOfMonitorsBringThePayment() public {
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        verify(WORK, monitor);
        (, uint256 key) = makeAddrAndKey("second monitor");
        bytes32 digest = agreement.hashStatement(WORK, EVIDENCE, agreement.milestoneOf(WORK).since);
        IMilestones.Statement[] memory statements = new IMilestones.Statement[](1);
        statements[0] = IMilestones.Statement(secondMonitor, signature(key, digest));
        _arm();
        agreement.verifyBySignatures(WORK, EVIDENCE, statements);
        _assertShut();
    }

    function _anotherAgreement() private {
        token = new ReentrantToken(6);
        createAgreement(address(token));
        start();
    }

    function _disputed(MilestoneId id, uint128 amount) private {
        submit(id, amount);
        sendBack(id, monitor);
        dispute(id, partnerAdministrator);
    }

    /// @dev Anyone may ask for a return at any time but this.
    function _arm() private {
        token.arm(address(agreement), abi.encodeCall(IEscrow.sendReturn, (donor)));
    }

    function _assertShut() private view {
        assertFalse(token.hasReentered());
        assertEq(
            token.answer(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
        assertTies();
    }
}
