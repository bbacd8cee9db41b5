// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IEscrow} from "../../contracts/interfaces/IEscrow.sol";
import {IMilestoneAgreement} from "../../contracts/interfaces/IMilestoneAgreement.sol";
import {IMilestones} from "../../contracts/interfaces/IMilestones.sol";
import {MilestoneId} from "../../contracts/types/MilestoneId.sol";
import {AgreementHandler} from "./handlers/AgreementHandler.sol";

/// @notice Money in escrow cannot be lost: see README.md for what the invariant says and how it is looked at.
contract AgreementInvariantsTest is AgreementHandler {
    uint256 private constant WARM_UP_ROUNDS = 60;
    /// @dev How many agreements are looked at at the end.
    uint256 private constant LATEST = 3;
    /// @dev In a hundred calls.
    uint256 private constant LEAST_ACTS = 3;

    /// @notice Every run starts from agreements that have seen everything: all kinds of actions, in the same order each time.
    function setUp() public override {
        super.setUp();
        function(uint256) external[15] memory actions = _actions();
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

    /// @notice 8. Paid + returned + held = escrowed (and refunded); a paid milestone never changes.
    function invariant_8_EscrowAddsUpAndWhatIsPaidStays() public view {
        assertEq(strangePayments, 0, "tokens to somebody who is neither payout nor source");
        assertEq(changedFinals, 0, "a milestone changed when it was over");
        assertEq(loneAuthorisations, 0, "one officer did what takes two");
        // Now and then one of the earlier ones, which nobody acts in any more.
        uint256 count = agreements.length;
        uint256 back = rounds % 4 == 0 ? (rounds / 4) % count : 0;
        _requireAddsUp(agreements[count - 1 - back]);
        assertBooks();
    }

    /// @notice Calls got through: all kinds of them, and a good part of those that were tried.
    function afterInvariant() public view {
        bytes32[24] memory kinds = _kinds();
        for (uint256 i = 0; i < kinds.length; ++i) {
            _requireDone(kinds[i]);
        }
        _requireActs(LEAST_ACTS);
        uint256 count = agreements.length;
        for (uint256 i = count > LATEST ? count - LATEST : 0; i < count; ++i) _requireAddsUp(agreements[i]);
    }

    function _requireAddsUp(IMilestoneAgreement one) private view {
        IEscrow.Money memory m = one.money();
        Flows storage f = flows[one];
        assertEq(m.escrowed, f.escrowed, "escrowed is what the sources gave");
        assertEq(m.refunded, f.refunded, "refunded is what the partner gave back");
        assertEq(m.paid, f.paid, "paid is what the partner got");
        assertEq(m.returned, f.returned, "returned is what the sources got");
        assertEq(m.held, f.escrowed + f.refunded - f.paid - f.returned, "held is what is left");
        assertEq(asset.balanceOf(address(one)), m.held + f.donated, "and the tokens are there");
        assertLe(uint256(m.reserved) + m.credited, m.held, "what is promised is held");
        assertLe(m.reserved, m.pending, "nothing is reserved beyond what is pending");
        if (one.isClosed()) assertEq(m.held, uint256(m.reserved) + m.credited, "nothing is kept at the end");
        for (uint32 i = 1; i <= one.milestones(); ++i) {
            IMilestones.MilestoneView memory v = one.milestoneOf(MilestoneId.wrap(i));
            assertLe(v.paid, v.authorised, "paid within authorised");
            assertLe(v.authorised, v.claimed, "authorised within the claim");
            bool isCancelled = v.state == IMilestones.MilestoneState.Cancelled;
            if (!isCancelled) assertLe(v.claimed, v.amount, "claimed within the amount");
            bool isPaid = v.state == IMilestones.MilestoneState.Paid;
            if (isPaid) assertEq(v.paid, v.authorised, "all of it paid");
        }
    }

    // --- What is called

    function _actions() private view returns (function(uint256) external[15] memory) {
        return
            [
                this.agreeTerms,
                this.fundIt,
                this.submitOne,
                this.submitOne,
                this.verifyOne,
                this.verifyOne,
                this.authoriseOne,
                this.settleOne,
                this.disputeOne,
                this.decideOne,
                this.accountForAdvance,
                this.endIt,
                this.passTime,
                this.attack,
                this.fundIt
            ];
    }

    function _kinds() private pure returns (bytes32[24] memory) {
        return
            [
                bytes32("offer"),
                "dropped offer",
                "terms",
                "funding",
                "submission",
                "verification",
                "return",
                "proposal",
                "authorisation",
                "late payment",
                "sent return",
                "dispute",
                "decision",
                "default",
                "report",
                "accepted spending",
                "refund",
                "notice",
                "withdrawn notice",
                "termination",
                "completion",
                "returned excess",
                "donation",
                "refused attack"
            ];
    }
}
