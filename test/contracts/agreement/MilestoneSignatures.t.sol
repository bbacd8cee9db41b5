// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IMilestones} from "../../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../../contracts/types/MilestoneId.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {AgreementTest} from "../support/AgreementTest.sol";

contract MilestoneSignaturesTest is AgreementTest {
    mapping(address monitor => uint256) private _keys;

    function setUp() public override {
        super.setUp();
        (, _keys[monitor]) = makeAddrAndKey("monitor");
        (, _keys[secondMonitor]) = makeAddrAndKey("second monitor");
        (, _keys[stranger]) = makeAddrAndKey("stranger");
        start();
    }

    // --- verify by signatures

    function test_VerifyBySignatures_WhenMonitorsSignAndAStrangerSends() public {
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        IMilestones.Statement[] memory statements = _both(WORK);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneVerified(WORK, EVIDENCE, monitor, 1);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestoneVerified(WORK, EVIDENCE, secondMonitor, 2);
        vm.expectEmit(address(agreement));
        emit IMilestones.MilestonePaid(WORK, payout, 1_000 * USD);
        _send(WORK, statements);
        assertState(WORK, IMilestones.MilestoneState.Paid);
        assertTrue(agreement.hasVerified(WORK, secondMonitor));
        assertTies();
    }

    function test_VerifyBySignatures_WhenOneSignsAndTheOtherSends() public {
        submit(WORK, 1_000 * USD);
        _send(WORK, _one(WORK, monitor, EVIDENCE));
        assertState(WORK, IMilestones.MilestoneState.Submitted);
        verify(WORK, secondMonitor);
        assertState(WORK, IMilestones.MilestoneState.Verified);
    }

    function test_VerifyBySignatures_WhenTooFewSignedForWhatIsAuthorised() public {
        submit(WORK, 1_000 * USD);
        authorise(WORK, 1_000 * USD);
        _send(WORK, new IMilestones.Statement[](0));
        _send(WORK, _one(WORK, monitor, EVIDENCE));
        assertState(WORK, IMilestones.MilestoneState.Submitted);
        assertPaid(0);
        verify(WORK, secondMonitor);
        assertPaid(1_000 * USD);
    }

    function test_VerifyBySignatures_WhenSomebodyElseSigned() public {
        submit(WORK, 1_000 * USD);
        IMilestones.Statement[] memory statements = _one(WORK, stranger, EVIDENCE);
        statements[0].monitor = monitor;
        vm.expectRevert(_invalid(monitor));
        _send(WORK, statements);
    }

    function test_VerifyBySignatures_WhenOtherEvidenceOrAnotherMilestoneWasSigned() public {
        submit(WORK, 1_000 * USD);
        submit(LAST, 200 * USD);
        IMilestones.Statement[] memory statements = _one(WORK, monitor, OTHER_EVIDENCE);
        vm.expectRevert(_invalid(monitor));
        _send(WORK, statements);
        statements = _one(LAST, monitor, EVIDENCE);
        vm.expectRevert(_invalid(monitor));
        _send(WORK, statements);
    }

    function test_VerifyBySignatures_WhenTheSignatureIsOfAnEarlierSubmission() public {
        submit(WORK, 1_000 * USD);
        IMilestones.Statement[] memory statements = _both(WORK);
        sendBack(WORK, thirdMonitor);
        skip(1);
        submit(WORK, 1_000 * USD);
        vm.expectRevert(_invalid(monitor));
        _send(WORK, statements);
    }

    function test_VerifyBySignatures_WhenItIsOfAnotherAgreement() public {
        submit(WORK, 1_000 * USD);
        IMilestones.Statement[] memory statements = _both(WORK);
        createAgreement(address(asset));
        start();
        submit(WORK, 1_000 * USD);
        vm.expectRevert(_invalid(monitor));
        _send(WORK, statements);
    }

    function test_VerifyBySignatures_WhenTheSameMonitorStandsTwice() public {
        submit(WORK, 1_000 * USD);
        IMilestones.Statement[] memory statements = _both(WORK);
        statements[1] = statements[0];
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_VerifiedAlready.selector, WORK, monitor)
        );
        _send(WORK, statements);
    }

    function test_VerifyBySignatures_WhenTheSignerIsNoMonitorOrNotIndependent() public {
        submit(WORK, 1_000 * USD);
        IMilestones.Statement[] memory statements = _one(WORK, stranger, EVIDENCE);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NotAMonitor.selector, WORK, stranger));
        _send(WORK, statements);
        statements = _one(WORK, monitor, EVIDENCE);
        appointOf(partner, partnerAdministrator, Role.Finance, monitor);
        vm.expectRevert(
            abi.encodeWithSelector(IMilestones.Milestones_MonitorNotIndependent.selector, monitor)
        );
        _send(WORK, statements);
    }

    function test_VerifyBySignatures_WhenMonitorsAreNotAsked() public {
        submit(ADVANCE, 500 * USD);
        IMilestones.Statement[] memory statements = _both(ADVANCE);
        vm.expectRevert(abi.encodeWithSelector(IMilestones.Milestones_NothingToVerify.selector, ADVANCE));
        _send(ADVANCE, statements);
        vm.expectRevert(wrongState(WORK, IMilestones.MilestoneState.Planned));
        _send(WORK, statements);
    }

    function test_VerifyBySignatures_WhenNobodySigned() public {
        submit(WORK, 1_000 * USD);
        _send(WORK, new IMilestones.Statement[](0));
        assertState(WORK, IMilestones.MilestoneState.Submitted);
        assertEq(agreement.milestoneOf(WORK).verifications, 0);
    }

    // --- hash statement

    function test_HashStatement() public view {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("Annona Agreement"),
                keccak256("1"),
                block.chainid,
                agreement
            )
        );
        bytes32 statement = keccak256(
            abi.encode(
                keccak256("Verification(uint32 milestone,bytes32 evidence,uint40 submittedAt)"),
                WORK,
                EVIDENCE,
                7
            )
        );
        assertEq(
            agreement.hashStatement(WORK, EVIDENCE, 7),
            keccak256(abi.encodePacked(hex"1901", domain, statement))
        );
    }

    // --- helpers

    function _send(MilestoneId id, IMilestones.Statement[] memory statements) private {
        vm.prank(stranger);
        agreement.verifyBySignatures(id, EVIDENCE, statements);
    }

    function _one(
        MilestoneId id,
        address signer,
        bytes32 evidence
    ) private view returns (IMilestones.Statement[] memory statements) {
        statements = new IMilestones.Statement[](1);
        bytes32 digest = agreement.hashStatement(id, evidence, agreement.milestoneOf(id).since);
        statements[0] = IMilestones.Statement(signer, signature(_keys[signer], digest));
    }

    function _both(MilestoneId id) private view returns (IMilestones.Statement[] memory statements) {
        statements = new IMilestones.Statement[](2);
        statements[0] = _one(id, monitor, EVIDENCE)[0];
        statements[1] = _one(id, secondMonitor, EVIDENCE)[0];
    }

    function _invalid(address monitor_) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IMilestones.Milestones_SignatureInvalid.selector, monitor_);
    }
}
