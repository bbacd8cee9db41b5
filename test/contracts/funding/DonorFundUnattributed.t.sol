// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {FundTest} from "../support/FundTest.sol";

contract DonorFundUnattributedTest is FundTest {
    function test_AcceptUnattributed_WhenTheAmountIsZero() public {
        _refuse(accepting(0, NONE), abi.encodeWithSelector(IDonorFund.DonorFund_ZeroAmount.selector));
    }

    function test_AcceptUnattributed_WhenTheEarmarkIsNotOfTheConsortium() public {
        dollar.mint(address(fund), 5);
        _refuse(
            accepting(5, stranger),
            abi.encodeWithSelector(IDonorFund.DonorFund_RecipientUnknown.selector, stranger)
        );
    }

    function test_AcceptUnattributed_WhenItIsMoreThanCameUnasked() public {
        _leaveTwoUnbooked();
        dollar.mint(address(fund), 5);
        _refuse(
            accepting(6, NONE),
            abi.encodeWithSelector(IDonorFund.DonorFund_NotEnoughUnattributed.selector, 6, 5)
        );
    }

    function test_AcceptUnattributed_WhenTokensVanished() public {
        contribute(donor, 10, NONE);
        vm.prank(address(fund));
        dollar.transfer(stranger, 1);
        assertEq(fund.unattributed(), 0);
        _refuse(
            accepting(1, NONE),
            abi.encodeWithSelector(IDonorFund.DonorFund_NotEnoughUnattributed.selector, 1, 0)
        );
    }

    function test_AcceptUnattributed_WhenTwoOfficersAgree() public {
        startFund(address(weth));
        contribute(donor, 10, NONE);
        vm.deal(stranger, 1 ether);
        vm.startPrank(stranger);
        weth.deposit{value: 5e12 + 7}();
        weth.transfer(address(fund), 5e12 + 7);
        vm.stopPrank();
        assertEq(fund.unattributed(), 5);

        bytes memory act = accepting(4, address(north));
        uint256 actId = proposeAct(fund, finance, act);
        vm.expectEmit(address(fund));
        emit IDonorFund.Contributed(2, address(0), REFERENCE, address(north), 4, 0);
        vm.prank(approver);
        fund.approveAct(actId, act);
        assertTies();
        assertEq(fund.unattributed(), 1);
        assertTotals(14, 0, 0);
        assertPot(address(north), 4, 0);
        assertEq(fund.contributionOf(2).donor, address(0));
    }

    /// @dev Twelve came in, and five allocations of two went out and came back; two of them are not booked.
    function _leaveTwoUnbooked() private {
        contribute(donor, 12, NONE);
        for (uint256 i = 0; i < 5; ++i) allocate(address(plain), 2);
        giveBack(address(plain), 10);
    }

    function _refuse(bytes memory act, bytes memory reason) private {
        expectActRevert(fund, finance, approver, act, reason);
    }
}
