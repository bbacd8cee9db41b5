// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IReturnableSource} from "../../../contracts/interfaces/IReturnableSource.sol";
import {FundTest} from "../support/FundTest.sol";

/// @notice Says that it takes returns, and does not.
contract IdleSource is IReturnableSource, IERC165 {
    function takeBack(uint128) external {}

    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IReturnableSource).interfaceId || interfaceId == type(IERC165).interfaceId;
    }
}

contract DonorFundReturnsTest is FundTest {
    // --- take back

    function test_TakeBack_WhenTheAmountIsZero() public {
        vm.expectRevert(IDonorFund.DonorFund_ZeroAmount.selector);
        vm.prank(address(north));
        fund.takeBack(0);
    }

    function test_TakeBack_WhenTheCallerIsNoRecipient() public {
        give(stranger, 1);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_RecipientUnknown.selector, stranger));
        vm.prank(stranger);
        fund.takeBack(1);
    }

    function test_TakeBack_WhenTheCallerHasNotApprovedTheTokens() public {
        contribute(donor, 10, NONE);
        allocate(address(plain), 10);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(fund), 0, 4)
        );
        vm.prank(address(plain));
        fund.takeBack(4);
        assertTotals(10, 0, 10);
        assertEq(fund.allocationOf(1).returned, 0);
    }

    function test_TakeBack_WhenAPartOfAnAllocationComesBack() public {
        contribute(donor, 3, NONE);
        contribute(otherDonor, 20, NONE);
        allocate(address(south), 2);
        allocate(address(north), 10);
        bytes memory act = returning(4);
        uint256 actId = proposeAct(north, finance, act);
        vm.expectEmit(address(fund));
        emit IDonorFund.ReturnTaken(address(north), 4);
        vm.expectEmit(address(fund));
        emit IDonorFund.AllocationReturned(3, 2, address(north), NONE, 4, 23, 8);
        vm.prank(approver);
        north.approveAct(actId, act);

        assertTies();
        _requireReturn(3, address(north), NONE, 23, 27, 2, 8);
        assertEq(fund.allocationOf(2).returned, 4);
        assertTotals(23, 4, 12);
        assertPot(NONE, 27, 12);
        assertEq(dollar.balanceOf(address(fund)), 15);
        assertEq(fund.unbookedOf(address(north)), 0);
        assertOverlap(1, 2, 1, 0);
        assertOverlap(2, 2, 9, 4);
        assertOverlap(3, 2, 0, 0);
    }

    function test_TakeBack_WhenMoreThanTheLastAllocationComesBack() public {
        contribute(donor, 30, NONE);
        allocate(address(north), 10);
        allocate(address(south), 5);
        allocate(address(north), 6);
        assertEq(giveBack(address(north), 2), 2);
        assertEq(giveBack(address(north), 9), 3);

        _requireReturn(2, address(north), NONE, 30, 32, 3, 19);
        _requireReturn(3, address(north), NONE, 32, 36, 3, 15);
        _requireReturn(4, address(north), NONE, 36, 41, 1, 5);
        assertEq(fund.allocationOf(3).returned, 6);
        assertEq(fund.allocationOf(1).returned, 5);
        assertEq(fund.allocationOf(2).returned, 0);

        // What is allocated now is what comes back next.
        allocate(address(north), 1);
        giveBack(address(north), 3);
        assertEq(fund.allocationOf(4).returned, 1);
        assertEq(fund.allocationOf(1).returned, 7);
    }

    function test_TakeBack_WhenEarmarkedAndUnearmarkedMoneyHadGone() public {
        contribute(donor, 10, address(plain));
        contribute(otherDonor, 10, NONE);
        allocate(address(plain), 15);
        giveBack(address(plain), 7);

        _requireReturn(3, address(plain), NONE, 10, 15, 2, 0);
        _requireReturn(4, address(plain), address(plain), 10, 12, 1, 8);
        assertPot(address(plain), 12, 10);
        assertPot(NONE, 15, 5);
        // Two are still for this recipient and for no other.
        expectActRevert(
            fund,
            finance,
            approver,
            allocating(address(north), 11),
            abi.encodeWithSelector(IDonorFund.DonorFund_NotEnough.selector, 11, 10)
        );
    }

    function test_TakeBack_WhenAReturnWasAllocatedAgainAndComesBackAgain() public {
        contribute(donor, 10, address(plain));
        contribute(otherDonor, 2, address(plain));
        allocate(address(plain), 11);
        giveBack(address(plain), 5);
        allocate(address(plain), 4);
        giveBack(address(plain), 2);

        // The first allocation: 0-11, of which 6-11 came back and stand at 12-17.
        _requireReturn(3, address(plain), address(plain), 12, 17, 1, 6);
        // The second one: 11-15, of which 13-15 came back and stand at 17-19.
        _requireReturn(4, address(plain), address(plain), 17, 19, 2, 13);
        assertOverlap(1, 1, 10, 4);
        assertOverlap(2, 1, 1, 1);
        assertOverlap(2, 2, 1, 0);
        assertOverlap(3, 2, 3, 2);
        // 13-15 of the pot are the second and third unit of the first return, which had been 7-9: the donor's own.
        IDonorFund.Contribution memory first = fund.contributionOf(3);
        IDonorFund.Contribution memory second = fund.contributionOf(4);
        assertEq(first.parentFrom + (second.parentFrom - first.from), 7);
    }

    function test_TakeBack_WhenMoreComesBackThanEverWent() public {
        contribute(donor, 10, NONE);
        allocate(address(plain), 10);
        fundFromOutside(address(plain), 5);
        vm.expectEmit(address(fund));
        emit IDonorFund.ReturnUnattributed(address(plain), 3);
        giveBack(address(plain), 13);
        assertTotals(10, 10, 10);
        assertEq(fund.unattributed(), 3);
        assertEq(fund.unbookedOf(address(plain)), 0);
    }

    function test_TakeBack_WhenNothingEverWent() public {
        fundFromOutside(address(north), 5);
        giveBack(address(north), 5);
        assertTotals(0, 0, 0);
        assertEq(fund.unattributed(), 5);
        assertEq(fund.nextContributionId(), 1);
    }

    function test_TakeBack_WhenTheOrganisationIsSuspended() public {
        contribute(donor, 10, NONE);
        allocate(address(plain), 10);
        vm.prank(council);
        consortium.suspend(agency);
        giveBack(address(plain), 10);
        assertTotals(10, 10, 10);
    }

    function test_TakeBack_WhenItUndoesMoreThanFourAllocations() public {
        _allocateFiveTimes();
        giveBack(address(plain), 9);
        // 2 each of allocations 5 to 2; 1 of the first waits.
        assertEq(fund.allocationOf(2).returned, 2);
        assertEq(fund.allocationOf(1).returned, 0);
        assertEq(fund.unbookedOf(address(plain)), 1);
        assertEq(fund.totals().unbooked, 1);
        assertTotals(12, 8, 10);
        assertEq(fund.unattributed(), 0);
    }

    // --- book returns

    function test_BookReturns_WhenNothingWaits() public {
        contribute(donor, 10, NONE);
        allocate(address(plain), 10);
        giveBack(address(plain), 10);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_NothingToBook.selector, address(plain)));
        fund.bookReturns(address(plain));
    }

    function test_BookReturns_WhenAnybodyCallsIt() public {
        _allocateFiveTimes();
        giveBack(address(plain), 9);
        vm.expectEmit(address(fund));
        emit IDonorFund.AllocationReturned(6, 1, address(plain), NONE, 1, 20, 1);
        vm.prank(stranger);
        fund.bookReturns(address(plain));
        assertTies();
        assertEq(fund.unbookedOf(address(plain)), 0);
        assertTotals(12, 9, 10);
        assertEq(fund.totals().unbooked, 0);
        assertEq(fund.allocationOf(1).returned, 1);
    }

    function test_BookReturns_WhenMoreComesBackMeanwhile() public {
        for (uint256 i = 0; i < 9; ++i) _allocateFiveTimes();
        fundFromOutside(address(plain), 30);
        giveBack(address(plain), 100);
        assertEq(fund.unbookedOf(address(plain)), 92);
        giveBack(address(plain), 20);
        assertEq(fund.unbookedOf(address(plain)), 104);
        for (uint256 i = 0; i < 10; ++i) fund.bookReturns(address(plain));
        assertTies();
        assertEq(fund.unbookedOf(address(plain)), 0);
        assertTotals(108, 90, 90);
        assertEq(fund.unattributed(), 30);
    }

    function test_BookReturns_WhenTheOfficersAllocateToTheRecipientBefore() public {
        _allocateFiveTimes();
        giveBack(address(plain), 10);
        bytes memory act = allocating(address(plain), 3);
        uint256 actId = proposeAct(fund, finance, act);
        vm.expectRevert(
            abi.encodeWithSelector(IDonorFund.DonorFund_ReturnsNotBooked.selector, address(plain), 2)
        );
        vm.prank(approver);
        fund.approveAct(actId, act);
        // What waits is not there for others either.
        expectActRevert(
            fund,
            finance,
            approver,
            allocating(address(north), 11),
            abi.encodeWithSelector(IDonorFund.DonorFund_NotEnough.selector, 11, 10)
        );

        fund.bookReturns(address(plain));
        vm.prank(approver);
        fund.approveAct(actId, act);
        assertTotals(12, 10, 13);
    }

    // --- sending back

    function test_SendingBack_WhenTheSourceTakesLessThanItMay() public {
        address idle = address(new IdleSource());
        recordSource(north, idle);
        give(donor, 5);
        vm.startPrank(donor);
        dollar.approve(address(north), 5);
        north.fund(5, idle);
        vm.stopPrank();
        expectActRevert(
            north,
            finance,
            approver,
            abi.encodeCall(IBudget.returnUnspent, (5, idle)),
            abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, 5, 0)
        );
        assertEq(dollar.allowance(address(north), idle), 0);
    }

    function test_SendingBack_WhenTheSourceIsAPlainAddress() public {
        contribute(donor, 5, NONE);
        allocate(address(plain), 5);
        plain.giveBack(2, donor);
        assertEq(dollar.balanceOf(donor), 2);
        assertTotals(5, 0, 5);
    }

    // --- helpers

    /// @dev 12 come in, and five allocations of two go to the plain recipient.
    function _allocateFiveTimes() private {
        contribute(donor, 12, NONE);
        for (uint256 i = 0; i < 5; ++i) allocate(address(plain), 2);
    }

    function _requireReturn(
        uint32 id,
        address recipient,
        address earmark,
        uint128 from,
        uint128 to,
        uint32 parent,
        uint128 parentFrom
    ) private view {
        IDonorFund.Contribution memory expected = IDonorFund.Contribution(
            recipient,
            earmark,
            from,
            to,
            parent,
            parentFrom
        );
        assertEq(abi.encode(fund.contributionOf(id)), abi.encode(expected));
    }
}
