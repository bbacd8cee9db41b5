// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonorFund} from "../../contracts/interfaces/IDonorFund.sol";
import {FundHandler} from "./handlers/FundHandler.sol";

/// @notice Donors' money goes where they said: see README.md for what the invariant says.
contract FundInvariantsTest is FundHandler {
    uint256 private constant WARM_UP_ROUNDS = 15;
    /// @dev How many contributions and allocations are compared coin by coin after each call, and at the end.
    uint32 private constant LATEST = 4;
    uint32 private constant LATEST_AT_THE_END = 24;
    /// @dev In a hundred calls.
    uint256 private constant LEAST_ACTS = 3;

    /// @notice Every run starts from a fund that has been busy: all kinds of actions, in the same order each time.
    function setUp() public override {
        super.setUp();
        _startWithALongReturn();
        function(uint256) external[9] memory actions = _actions();
        for (uint256 round = 0; round < WARM_UP_ROUNDS; ++round) {
            for (uint256 i = 0; i < actions.length; ++i)
                actions[i](uint256(keccak256(abi.encode("fund", round, i))));
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

    /// @notice 7. Earmarked money pays only its earmark; contributed + returned in = allocated + balance.
    function invariant_7_EarmarkedMoneyPaysOnlyItsEarmark() public view {
        assertEq(strays, 0, "earmarked money went elsewhere");
        assertEq(breaches.loneActs, 0, "done without the officers it takes");
        assertEq(breaches.wrongActs, 0, "done although it had to be refused");
        assertEq(breaches.wrongMoves, 0, "another amount moved");
        _requireBooks();
        _requirePots();
        _requireTracing(LATEST);
    }

    function afterInvariant() public view {
        bytes32[9] memory kinds = [
            bytes32("contribution"),
            "donation",
            "allocation",
            "return",
            "booking",
            "acceptance",
            "release",
            "disturbance",
            "attack"
        ];
        for (uint256 i = 0; i < kinds.length; ++i) {
            _requireDone(kinds[i]);
        }
        _requireActs(LEAST_ACTS);
        _requireTracing(LATEST_AT_THE_END);
    }

    /// @dev A return of more allocations than are booked at once.
    function _startWithALongReturn() private {
        contribute(donor, 12, NONE);
        modelContribute(NONE, 12);
        _walk(false);
        for (uint256 i = 0; i < 6; ++i) {
            allocate(address(plain), 2);
            modelAllocate(address(plain), 2);
            _walk(true);
        }
        giveBack(address(plain), 12);
        modelReturn(address(plain), 12);
        _walk(false);
    }

    function _requireBooks() private view {
        IDonorFund.Totals memory t = fund.totals();
        uint256 held = uint256(t.contributed) + t.returned + t.unbooked - t.allocated;
        uint256 unattributed = unasked + modelUnattributed * scale;
        assertEq(
            asset.balanceOf(address(fund)),
            held * scale + unattributed,
            "balance is what the books say"
        );
        assertEq(fund.unattributed(), unattributed / scale, "unattributed");
        assertEq(t.unbooked, modelWaiting[address(north)] + modelWaiting[address(plain)], "unbooked");
        assertEq(fund.nextContributionId(), modelContributions + 1, "contributions");
        assertEq(fund.nextAllocationId(), modelAllocations + 1, "allocations");
    }

    function _requirePots() private view {
        address[4] memory earmarks = [NONE, address(north), address(south), address(plain)];
        uint256 inPots = 0;
        for (uint256 i = 0; i < 4; ++i) {
            IDonorFund.Pot memory pot = fund.potOf(earmarks[i]);
            assertEq(pot.contributed - pot.allocated, modelAvailable(earmarks[i]), "what is in the pot");
            inPots += pot.contributed - pot.allocated;
            if (earmarks[i] == NONE) continue;
            assertEq(asset.balanceOf(earmarks[i]), coinsOf[earmarks[i]] * scale, "what the recipient has");
            assertEq(asset.allowance(address(fund), earmarks[i]), 0, "nobody may take tokens");
        }
        IDonorFund.Totals memory t = fund.totals();
        assertEq(inPots, uint256(t.contributed) + t.returned - t.allocated, "pots are what the fund has");
        assertEq(asset.allowance(address(fund), hostile), 0, "the hostile one may take nothing");
    }

    /// @dev The last contributions against the last allocations, coin by coin.
    function _requireTracing(uint32 latest) private view {
        uint32 firstAllocation = modelAllocations > latest ? modelAllocations - latest + 1 : 1;
        uint32 firstContribution = modelContributions > latest ? modelContributions - latest + 1 : 1;
        for (uint32 a = firstAllocation; a <= modelAllocations; ++a) {
            IDonorFund.Allocation memory allocation = fund.allocationOf(a);
            assertEq(allocation.recipient, modelRecipient[a], "recipient");
            assertEq(allocation.earmark, modelPot[a], "pot");
            assertLe(allocation.returned, allocation.to - allocation.from, "returned within the allocation");
            for (uint32 c = firstContribution; c <= modelContributions; ++c)
                assertOverlap(c, a, went[c][a], cameBack[c][a]);
        }
        for (uint32 c = firstContribution; c <= modelContributions; ++c)
            assertEq(fund.contributionOf(c).parent, modelParent[c], "parent");
    }

    function _actions() private view returns (function(uint256) external[9] memory) {
        return
            [
                this.giveMoney,
                this.donate,
                this.allocateMoney,
                this.returnMoney,
                this.bookReturns,
                this.acceptMoney,
                this.releaseEarmark,
                this.disturb,
                this.attack
            ];
    }
}
