// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBudget} from "../../contracts/interfaces/IBudget.sol";
import {IProgramme} from "../../contracts/interfaces/IProgramme.sol";
import {CycleId} from "../../contracts/types/Ids.sol";
import {Checks} from "./support/Checks.sol";

/// @notice Money cannot be lost: see README.md for what each invariant says and how it is looked at.
contract InvariantsTest is Checks {
    uint256 private constant WARM_UP_ROUNDS = 80;
    /// @dev In a hundred calls.
    uint256 private constant LEAST_ACTS = 25;

    /// @notice Every run starts from programmes that have been busy for months: all kinds of actions, in the same order each time.
    function setUp() public override {
        super.setUp();
        function(uint256) external[17] memory actions = _actions();
        for (uint256 round = 0; round < WARM_UP_ROUNDS; ++round) {
            for (uint256 i = 0; i < actions.length; ++i)
                actions[i](uint256(keccak256(abi.encode("warm-up", round, i))));
        }

        _startCampaign();
        targetContract(address(this));
        bytes4[] memory selectors = new bytes4[](actions.length + 1);
        for (uint256 i = 0; i < actions.length; ++i) selectors[i] = actions[i].selector;
        selectors[actions.length] = this.callAnything.selector;
        targetSelector(address(this), selectors);
    }

    /// @notice What the random part starts from: every kind of action got through at least once.
    function test_WarmUp_ReachesEveryKindOfAction() public view {
        afterInvariant();
    }

    /// @dev 1. The programme's balance is free + reserved + owed + fee reserve, and what was sent unasked.
    function _holds1_BalanceIsWhatTheBooksSay() private view {
        assertEq(breaches.wrongDebts, 0, "a debt that was not there");
        for (uint256 site = 0; site < SITES; ++site) {
            IBudget.Balances memory b = sites[site].programme.balances();
            uint256 sum = uint256(b.free) + b.reserved + b.owed + b.fees;
            uint256 balance = sites[site].asset.balanceOf(address(sites[site].programme));
            assertGe(balance, sum * sites[site].scale, "balance covers the books");
            assertEq(
                balance,
                sum * sites[site].scale + donated[site],
                "nothing but donations beyond the books"
            );
            assertEq(b.reserved, reserved[site], "reserved");
            assertEq(b.owed, owedInAll[site] + withheld[site], "owed");
            assertEq(b.fees, fees[site], "fee reserve");
            assertEq(b.free, proofs[site].free(), "proven: free");
            assertEq(sum, proofs[site].held(), "proven: held");
            _requireDebt(site, calls % 2 == 0 ? SMALL_SHOP : LARGE_SHOP, _cycleInTurn(site));
        }
    }

    /// @dev 2. In a cycle: loaded = remaining + redeemed - refunded, loaded <= total, nobody has more than listed.
    function _holds2_CyclesAddUp() private view {
        assertEq(breaches.overdrafts, 0, "sold more than was left");
        for (uint256 site = 0; site < SITES; ++site) _requireCycleAddsUp(site, _cycleInTurn(site));
    }

    /// @dev 3. No account stands twice in a list, and nothing but loads, receipts and corrections changes what it has.
    function _holds3_EntitlementsChangeOnlyByLoadRedeemAndCorrect() private view {
        assertEq(breaches.wrongLoads, 0, "loaded is what was approved");
        for (uint256 site = 0; site < SITES; ++site) _requireEntitlements(site, _cycleInTurn(site));
    }

    /// @dev 4. Nobody approved what they proposed, and nothing that takes two officers happened without them.
    function _holds4_NobodyApprovedTheirOwn() private view {
        assertEq(breaches.selfApprovals, 0, "own proposal approved");
        assertEq(breaches.loneActs, 0, "done without the officers it takes");
    }

    /// @dev 5. Each receipt number counts at most once, corrections included, and no number is missing.
    function _holds5_ReceiptsCountOnce() private view {
        assertEq(breaches.wrongNumbers, 0, "a number twice, or out of order");
        for (uint256 site = 0; site < SITES; ++site) _requireLatestReceipts(site, _terminalInTurn(site));
    }

    /// @dev 6. Only approved payouts and recorded sources ever receive tokens from a programme.
    function _holds6_OnlyApprovedReceiversArePaid() private view {
        assertEq(breaches.strangePayments, 0, "tokens to somebody nobody approved");
        for (uint256 site = 0; site < SITES; ++site) {
            IProgramme at = sites[site].programme;
            assertFalse(at.isSource(hostile), "the hostile one is no source");
            assertEq(sites[site].asset.allowance(address(at), hostile), 0, "nobody may take tokens");
        }
    }

    /// @dev 10. A held or closed account is never debited by a terminal.
    function _holds10_HeldAndClosedAccountsAreNotDebited() private view {
        assertEq(breaches.barredDebits, 0, "sale from a held or closed account");
        _requireBars(_universe()[calls % 12]);
    }

    /// @dev 11. Refunds of a terminal in a cycle never exceed its sales there.
    function _holds11_RefundsStayWithinSales() private view {
        assertEq(breaches.refundsAboveSales, 0, "refunded more than sold");
        for (uint256 site = 0; site < SITES; ++site)
            _requireTally(site, _terminalInTurn(site), _cycleInTurn(site));
    }

    /// @dev 12. Nothing passes a pause, the dates of a cycle are those that were announced, and a closed programme stays closed and empty.
    function _holds12_PausesHoldAndClosedStaysClosed() private view {
        assertEq(breaches.passedPauses, 0, "done while it was paused");
        for (uint256 site = 0; site < SITES; ++site) {
            _requirePauses(site);
            _requireDates(site, _cycleInTurn(site));
        }
        for (uint256 i = 0; i < closed.length; ++i) _requireClosed(closed[i], donatedAfter[i]);
    }

    /// @notice All of them in one campaign; what takes long to look at is looked at in turn.
    function invariant_1To6And10To12_AllHold() public view {
        _holds1_BalanceIsWhatTheBooksSay();
        _holds4_NobodyApprovedTheirOwn();
        _holds6_OnlyApprovedReceiversArePaid();
        _holds10_HeldAndClosedAccountsAreNotDebited();
        _holds11_RefundsStayWithinSales();
        _holds12_PausesHoldAndClosedStaysClosed();
        uint256 turn = calls % 3;
        if (turn == 0) _holds2_CyclesAddUp();
        else if (turn == 1) _holds3_EntitlementsChangeOnlyByLoadRedeemAndCorrect();
        else _holds5_ReceiptsCountOnce();
    }

    /// @notice Calls got through: all kinds of them, and most of those that were tried. What the invariants look at in turn is looked
    /// at altogether.
    function afterInvariant() public view {
        bytes32[51] memory kinds = _kinds();
        for (uint256 i = 0; i < kinds.length; ++i) {
            _requireDone(kinds[i]);
        }
        _requireActs(LEAST_ACTS);
        for (uint256 site = 0; site < SITES; ++site) {
            uint32 end = CycleId.unwrap(sites[site].programme.nextCycleId());
            uint32 first = end > LATEST ? end - uint32(LATEST) : 1;
            for (uint32 cycle = first; cycle < end; ++cycle) _requireCycle(site, cycle);
            for (uint256 i = 0; i < terminalsOf[site].length; ++i)
                _requireLatestReceipts(site, terminalsOf[site][i]);
            _requireInstructions(site);
        }
        for (uint256 i = 0; i < 12; ++i) _requireBars(_universe()[i]);
    }

    // --- What is called

    function _actions() private view returns (function(uint256) external[17] memory) {
        return
            [
                this.advanceList,
                this.pushList,
                this.changeCycle,
                this.endCycle,
                this.redeem,
                this.replay,
                this.correct,
                this.barAccount,
                this.changePlace,
                this.moveMoney,
                this.payShop,
                this.tidyOffice,
                this.attack,
                this.passTime,
                this.pause,
                this.wind,
                this.advanceList
            ];
    }

    function _kinds() private pure returns (bytes32[51] memory) {
        return
            [
                bytes32("prepared cycle"),
                "approval",
                "release",
                "returned cycle",
                "chunk",
                "chunks",
                "bank again",
                "stopped cycle",
                "cancelled cycle",
                "extended cycle",
                "reduced cycle",
                "closed cycle",
                "closed by anyone",
                "sale",
                "refund",
                "rejected receipt",
                "stopped batch",
                "overlapping batch",
                "replay",
                "honour",
                "reverse",
                "re-entry",
                "entry of a lost receipt",
                "held account",
                "released account",
                "closed account",
                "reopened account",
                "new terminal",
                "revoked terminal",
                "shop terms",
                "payout",
                "funding",
                "donation",
                "recorded source",
                "returned money",
                "fee reserve",
                "settlement",
                "refused payment",
                "confirmed settlement",
                "returned settlement",
                "withdrawn act",
                "turncoat",
                "refused attempt",
                "guardian's pause",
                "guardian's lifting",
                "officers' lifting",
                "member's pause",
                "member's lifting",
                "batch in a pause",
                "closed programme",
                "refused by a closed one"
            ];
    }
}
