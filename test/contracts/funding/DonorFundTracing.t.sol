// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {FifoModel} from "../support/FifoModel.sol";
import {FundTest} from "../support/FundTest.sol";

contract DonorFundTracingTest is FundTest, FifoModel {
    uint256 private constant MOST_STEPS = 40;

    /// A step is what happens (2 bits), to whom (2 bits) and how much (4 bits). In the end one recipient is closed.
    function testFuzz_GivenAnyContributionsAllocationsAndReturnsOfAFewCoins(bytes calldata steps) public {
        for (uint256 i = 0; i < steps.length && i < MOST_STEPS; ++i) _step(uint8(steps[i]));
        _requireSame();

        plain.close();
        if (modelAvailable(address(plain)) == 0) return;
        release(address(plain));
        modelRelease(address(plain));
        _requireSame();
        allocate(address(south), uint128(modelAvailable(NONE) + modelAvailable(address(south))));
        modelAllocate(address(south), modelAvailable(NONE) + modelAvailable(address(south)));
        _requireSame();
    }

    function testFuzz_GivenAmountsOfAnySize(uint56[6] memory given, uint64[6] memory taken) public {
        for (uint256 i = 0; i < 6; ++i) {
            contribute(donor, uint128(given[i]) + 1, i % 3 == 0 ? address(plain) : NONE);
        }
        for (uint256 i = 0; i < 6; ++i) {
            address recipient = i % 2 == 0 ? address(plain) : address(south);
            (uint256 own, uint256 free) = fund.available(recipient);
            if (own + free == 0) continue;
            allocate(recipient, uint128(bound(taken[i], 1, own + free)));
            giveBack(recipient, uint128(bound(taken[5 - i], 1, asset.balanceOf(recipient))));
        }
        uint32 contributions = fund.nextContributionId() - 1;
        uint32 allocations = fund.nextAllocationId() - 1;
        for (uint32 a = 1; a <= allocations; ++a) _requireNoRest(a, contributions);
    }

    function _step(uint8 step) private {
        address[4] memory who = [NONE, address(north), address(south), address(plain)];
        uint256 action = step & 3;
        address recipient = who[(step >> 2) & 3];
        uint128 amount = uint128(step >> 4) + 1;
        if (action <= 1 && (recipient == NONE || step & 64 == 0)) {
            contribute(donor, amount, recipient);
            modelContribute(recipient, amount);
        } else if (recipient == NONE) {
            return;
        } else if (action <= 2) {
            uint256 most = modelAvailable(recipient) + modelAvailable(NONE);
            if (most == 0) return;
            if (amount > most) amount = uint128(most);
            allocate(recipient, amount);
            modelAllocate(recipient, amount);
        } else {
            // Sometimes more than it ever got: it has money of somebody else's, too.
            if (asset.balanceOf(recipient) < amount) {
                fundFromOutside(recipient, amount - uint128(asset.balanceOf(recipient)));
            }
            giveBack(recipient, amount);
            modelReturn(recipient, amount);
            assertEq(fund.unbookedOf(recipient), modelWaiting[recipient], "what waits");
            while (modelWaiting[recipient] > 0) {
                fund.bookReturns(recipient);
                modelBook(recipient);
            }
        }
    }

    function _requireSame() private view {
        assertEq(fund.nextContributionId(), modelContributions + 1, "contributions");
        assertEq(fund.nextAllocationId(), modelAllocations + 1, "allocations");
        assertEq(fund.unattributed(), modelUnattributed, "unattributed");
        assertEq(strays, 0, "earmarked money pays only its earmark");
        for (uint32 a = 1; a <= modelAllocations; ++a) {
            assertEq(fund.allocationOf(a).recipient, modelRecipient[a], "recipient");
            assertEq(fund.allocationOf(a).earmark, modelPot[a], "pot");
            for (uint32 c = 1; c <= modelContributions; ++c) assertOverlap(c, a, went[c][a], cameBack[c][a]);
        }
        for (uint32 c = 1; c <= modelContributions; ++c) {
            assertEq(fund.contributionOf(c).parent, modelParent[c], "parent");
            if (modelParent[c] != 0) _requireInParent(c);
        }
    }

    /// @dev What came back as `c` is, contribution by contribution, a part of what its parent says came back.
    function _requireInParent(uint32 c) private view {
        IDonorFund.Contribution memory r = fund.contributionOf(c);
        IDonorFund.Allocation memory parent = fund.allocationOf(r.parent);
        if (plain.isClosed() && r.earmark == NONE && parent.earmark == address(plain)) return;
        assertEq(r.earmark, parent.earmark, "a return keeps its pot");
        assertEq(r.donor, parent.recipient, "a return names who gave it back");
        assertGe(r.parentFrom, parent.to - parent.returned, "within the returned tail");
        assertLe(r.parentFrom + (r.to - r.from), parent.to, "within the allocation");
    }

    function _requireNoRest(uint32 a, uint32 contributions) private view {
        IDonorFund.Allocation memory allocation = fund.allocationOf(a);
        (uint256 all, uint256 back) = (0, 0);
        for (uint32 c = 1; c <= contributions; ++c) {
            (uint256 went_, uint256 cameBack_) = fund.overlap(c, a);
            (all, back) = (all + went_, back + cameBack_);
        }
        assertEq(all, allocation.to - allocation.from, "all of it is somebody's");
        assertEq(back, allocation.returned, "all that came back is somebody's");
    }
}
