// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DonorFund} from "../../../contracts/funding/DonorFund.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {FundTest} from "../support/FundTest.sol";

contract DonorFundAllocateTest is FundTest {
    // --- officers

    function test_Officers_WhenTheCalldataIsNoAct() public {
        bytes memory call_ = abi.encodeCall(IDonorFund.contribute, (1, NONE, REFERENCE));
        vm.expectRevert(
            abi.encodeWithSelector(IDualControl.DualControl_NotAnAct.selector, IDonorFund.contribute.selector)
        );
        vm.prank(finance);
        fund.proposeAct(call_);
    }

    function test_Officers_WhenAnActIsCalledDirectly() public {
        contribute(donor, USD, NONE);
        bytes memory alone = abi.encodeWithSelector(
            IDualControl.DualControl_TwoOfficersNeeded.selector,
            finance
        );
        vm.startPrank(finance);
        vm.expectRevert(alone);
        fund.allocate(1, address(north), USD, DECISION);
        vm.expectRevert(alone);
        fund.acceptUnattributed(1, NONE, REFERENCE);
        vm.expectRevert(alone);
        fund.releaseEarmark(address(north), DECISION);
        vm.stopPrank();
    }

    function test_Officers_WhenTheOfficersAreOfAnotherOrganisation() public {
        contribute(donor, USD, NONE);
        bytes memory act = allocating(address(north), USD);
        vm.expectRevert(_missing(Role.Finance, otherFinance));
        vm.prank(otherFinance);
        fund.proposeAct(act);

        uint256 actId = proposeAct(fund, finance, act);
        vm.expectRevert(_missing(Role.Approver, otherApprover));
        vm.prank(otherApprover);
        fund.approveAct(actId, act);
    }

    function test_Officers_WhenTheOrganisationIsSuspended() public {
        contribute(donor, USD, NONE);
        bytes memory act = allocating(address(north), USD);
        vm.prank(council);
        consortium.suspend(agency);
        vm.expectRevert(_missing(Role.Finance, finance));
        vm.prank(finance);
        fund.proposeAct(act);
        vm.expectRevert(_missing(Role.Finance, otherFinance));
        vm.prank(otherFinance);
        fund.proposeAct(act);

        vm.prank(council);
        consortium.nameTrustee(agency, otherAgency);
        runAct(fund, otherFinance, otherApprover, act);
        assertEq(north.balances().free, USD);
    }

    // --- allocate

    function test_Allocate_WhenAnotherAllocationWasMadeMeanwhile() public {
        contribute(donor, 2 * USD, NONE);
        bytes memory act = allocating(address(north), USD);
        uint256 again = proposeAct(fund, finance, act);
        runAct(fund, finance, approver, act);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_OtherAllocationId.selector, 2, 1));
        vm.prank(approver);
        fund.approveAct(again, act);
        assertTotals(2 * USD, 0, USD);
    }

    function test_Allocate_WhenTheAmountIsZero() public {
        _refuse(address(north), 0, abi.encodeWithSelector(IDonorFund.DonorFund_ZeroAmount.selector));
    }

    function test_Allocate_WhenTheRecipientIsNotOfTheConsortium() public {
        contribute(donor, USD, NONE);
        address[3] memory others = [stranger, address(fund), NONE];
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory reason = abi.encodeWithSelector(
                IDonorFund.DonorFund_RecipientUnknown.selector,
                others[i]
            );
            _refuse(others[i], USD, reason);
        }
    }

    function test_Allocate_WhenTheRecipientHasAnotherAsset() public {
        contribute(donor, USD, NONE);
        address inEther = address(newProgramme(address(weth), "Ether"));
        _refuse(
            inEther,
            USD,
            abi.encodeWithSelector(IDonorFund.DonorFund_OtherAsset.selector, inEther, address(weth))
        );
    }

    function test_Allocate_WhenTheRecipientHasNotRecordedTheFund() public {
        contribute(donor, USD, NONE);
        DonorFund ours = fund;
        fund = newFund(address(dollar), "Other fund");
        address recipient = address(newProgramme(address(dollar), "Of the other fund"));
        fund = ours;
        _refuse(
            recipient,
            USD,
            abi.encodeWithSelector(IBudget.Budget_SourceNotRecorded.selector, address(fund))
        );
        assertTotals(USD, 0, 0);
    }

    function test_Allocate_WhenThereIsNotEnough() public {
        contribute(donor, 10 * USD, address(south));
        contribute(donor, 3 * USD, address(north));
        contribute(donor, 2 * USD, NONE);
        _refuse(
            address(north),
            5 * USD + 1,
            abi.encodeWithSelector(IDonorFund.DonorFund_NotEnough.selector, 5 * USD + 1, 5 * USD)
        );
        allocate(address(north), 5 * USD);
        _refuse(address(plain), 1, abi.encodeWithSelector(IDonorFund.DonorFund_NotEnough.selector, 1, 0));
        assertPot(address(south), 10 * USD, 0);
    }

    function test_Allocate_WhenTheRecipientTakesLessThanItIsGiven() public {
        contribute(donor, USD, NONE);
        plain.setShortBy(1);
        _refuse(
            address(plain),
            USD,
            abi.encodeWithSelector(IDonorFund.DonorFund_AmountDiffers.selector, USD, USD - 1)
        );
        assertEq(dollar.allowance(address(fund), address(plain)), 0);
    }

    function test_Allocate_WhenMoneyIsEarmarkedForIt() public {
        contribute(donor, 10 * USD, NONE);
        contribute(otherDonor, 4 * USD, address(north));
        bytes memory act = allocating(address(north), 6 * USD);
        uint256 actId = proposeAct(fund, finance, act);
        vm.expectEmit(address(fund));
        emit IDonorFund.Allocated(1, address(north), DECISION, address(north), 4 * USD, 0);
        vm.expectEmit(address(fund));
        emit IDonorFund.Allocated(2, address(north), DECISION, NONE, 2 * USD, 0);
        vm.prank(approver);
        fund.approveAct(actId, act);

        _requireAllocation(1, address(north), address(north), 0, 4 * USD);
        _requireAllocation(2, address(north), NONE, 0, 2 * USD);
        assertPot(address(north), 4 * USD, 4 * USD);
        assertPot(NONE, 10 * USD, 2 * USD);
        assertEq(fund.nextAllocationId(), 3);
        assertTies();
    }

    function test_Allocate_WhenNothingIsEarmarkedForIt() public {
        contribute(donor, 10 * USD, NONE);
        contribute(otherDonor, 4 * USD, address(north));
        allocate(address(plain), 3 * USD);
        _requireAllocation(1, address(plain), NONE, 0, 3 * USD);
        allocate(address(south), 7 * USD);
        _requireAllocation(2, address(south), NONE, 3 * USD, 10 * USD);
        assertPot(address(north), 4 * USD, 0);
    }

    function test_Allocate_WhenTwoOfficersAgree() public {
        contribute(donor, 10 * USD, NONE);
        allocate(address(north), 6 * USD);
        assertEq(dollar.balanceOf(address(north)), 6 * USD);
        assertEq(dollar.balanceOf(address(fund)), 4 * USD);
        assertEq(north.balances().free, 6 * USD);
        assertEq(dollar.allowance(address(fund), address(north)), 0);
        assertTotals(10 * USD, 0, 6 * USD);
    }

    // --- overlap

    function test_Overlap_WhenAllocationsCutAcrossContributions() public {
        contribute(donor, 10, NONE);
        contribute(otherDonor, 5, NONE);
        contribute(donor, 7, address(north));
        allocate(address(south), 4);
        allocate(address(north), 15);
        // South has 0-4 of the unearmarked pot; north its own seven first, then 4-12.
        assertOverlap(1, 1, 4, 0);
        assertOverlap(3, 2, 7, 0);
        assertOverlap(1, 3, 6, 0);
        assertOverlap(2, 3, 2, 0);
        assertOverlap(2, 1, 0, 0);
    }

    function test_Overlap_WhenThePotsDiffer() public {
        contribute(donor, 10, NONE);
        contribute(donor, 10, address(north));
        contribute(donor, 10, address(south));
        allocate(address(north), 10);
        assertOverlap(1, 1, 0, 0);
        assertOverlap(2, 1, 10, 0);
        assertOverlap(3, 1, 0, 0);
        assertOverlap(4, 1, 0, 0);
        assertOverlap(1, 2, 0, 0);
    }

    // --- helpers

    function _refuse(address recipient, uint128 amount, bytes memory reason) private {
        expectActRevert(fund, finance, approver, allocating(recipient, amount), reason);
        assertTies();
    }

    function _requireAllocation(
        uint32 id,
        address recipient,
        address earmark,
        uint128 from,
        uint128 to
    ) private view {
        IDonorFund.Allocation memory expected = IDonorFund.Allocation(recipient, earmark, from, to, 0);
        assertEq(abi.encode(fund.allocationOf(id)), abi.encode(expected));
    }

    function _missing(Role role, address account) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, account);
    }
}
