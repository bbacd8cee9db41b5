// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IReturnableSource} from "../../../contracts/interfaces/IReturnableSource.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {FalseToken} from "../../../contracts/testing/FalseToken.sol";
import {FeeToken} from "../../../contracts/testing/FeeToken.sol";
import {NoReturnToken} from "../../../contracts/testing/NoReturnToken.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";
import {FundTest} from "../support/FundTest.sol";

contract DonorFundTokensTest is FundTest {
    function test_WhenTheTokenTakesAFee() public {
        startFund(address(new FeeToken(6)));
        give(donor, 1000);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_AmountDiffers.selector, 1000, 990));
        vm.prank(donor);
        fund.contribute(1000, NONE, REFERENCE);
        assertTotals(0, 0, 0);
    }

    function test_WhenTheTokenAnswersFalse() public {
        FalseToken token = new FalseToken(6);
        startFund(address(token));
        contribute(donor, 10, NONE);
        allocate(address(north), 4);
        give(donor, 10);
        bytes memory refused = abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, token);

        token.setRefusing(true);
        vm.expectRevert(refused);
        vm.prank(donor);
        fund.contribute(10, NONE, REFERENCE);
        expectActRevert(fund, finance, approver, allocating(address(north), 4), refused);
        expectActRevert(north, finance, approver, returning(4), refused);
        assertTotals(10, 0, 4);
        assertTies();

        token.setRefusing(false);
        giveBack(address(north), 4);
        assertTotals(10, 4, 4);
    }

    function test_WhenTheTokenReturnsNothing() public {
        NoReturnToken token = new NoReturnToken(6);
        startFund(address(token));
        token.mint(donor, 10);
        vm.startPrank(donor);
        token.approve(address(fund), 10);
        fund.contribute(10, NONE, REFERENCE);
        vm.stopPrank();
        allocate(address(north), 7);
        giveBack(address(north), 2);
        assertTotals(10, 2, 7);
        assertEq(token.balanceOf(address(fund)), 5);
    }

    function test_WhenTheIssuerBlocksADonor() public {
        BlocklistToken token = new BlocklistToken(6);
        startFund(address(token));
        give(donor, 10);
        token.setBlocked(donor, true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, donor));
        vm.prank(donor);
        fund.contribute(10, NONE, REFERENCE);
        contribute(otherDonor, 10, NONE);
    }

    function test_WhenTheIssuerBlocksARecipient() public {
        BlocklistToken token = new BlocklistToken(6);
        startFund(address(token));
        contribute(donor, 10, NONE);
        token.setBlocked(address(north), true);
        expectActRevert(
            fund,
            finance,
            approver,
            allocating(address(north), 4),
            abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, north)
        );
        allocate(address(south), 4);
        assertTotals(10, 0, 4);
    }

    function test_WhenTheIssuerBlocksTheFund() public {
        BlocklistToken token = new BlocklistToken(6);
        startFund(address(token));
        contribute(donor, 10, NONE);
        allocate(address(south), 4);
        token.setBlocked(address(fund), true);
        bytes memory blocked = abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, fund);
        expectActRevert(fund, finance, approver, allocating(address(north), 4), blocked);
        expectActRevert(south, finance, approver, returning(4), blocked);
        assertTotals(10, 0, 4);
        token.setBlocked(address(fund), false);
        giveBack(address(south), 4);
    }

    function test_WhenTheTokenCallsBack() public {
        ReentrantToken token = new ReentrantToken(6);
        startFund(address(token));
        give(address(token), 5);
        bytes[] memory calls = _innerCalls();
        for (uint256 i = 0; i < calls.length; ++i) {
            give(donor, 10);
            token.arm(address(fund), calls[i]);
            vm.prank(donor);
            fund.contribute(10, NONE, REFERENCE);
            _requireRefused(token);

            token.arm(address(fund), calls[i]);
            allocate(address(plain), 6);
            _requireRefused(token);

            token.arm(address(fund), calls[i]);
            giveBack(address(plain), 3);
            _requireRefused(token);
        }
        assertTotals(10 * calls.length, 3 * calls.length, 6 * calls.length);
    }

    function test_WhenTheTokenHas2Decimals() public {
        startFund(address(new PlainToken(2)));
        assertEq(scale, 1);
        contribute(donor, 12_345, NONE);
        allocate(address(north), 12_344);
        assertEq(asset.balanceOf(address(fund)), 1);
    }

    function test_WhenTheTokenHas18Decimals() public {
        startFund(address(new PlainToken(18)));
        assertEq(scale, 1e12);
        contribute(donor, 12_345, NONE);
        assertEq(asset.balanceOf(address(fund)), 12_345e12);
        allocate(address(north), 12_000);
        giveBack(address(north), 1);
        assertEq(asset.balanceOf(address(fund)), 346e12);
        assertEq(asset.balanceOf(address(north)), 11_999e12);
    }

    /// @dev Everything that moves money or books without being an act; acts are refused to everybody but the fund itself.
    function _innerCalls() private view returns (bytes[] memory calls) {
        calls = new bytes[](5);
        calls[0] = abi.encodeCall(IDonorFund.contribute, (1, NONE, REFERENCE));
        calls[1] = abi.encodeCall(
            IDonorFund.contributeWithPermit,
            (1, NONE, REFERENCE, type(uint256).max, 27, "r", "s")
        );
        calls[2] = abi.encodeCall(IDonorFund.contributeEther, (NONE, REFERENCE));
        calls[3] = abi.encodeCall(IReturnableSource.takeBack, (1));
        calls[4] = abi.encodeCall(IDonorFund.bookReturns, (address(plain)));
    }

    function _requireRefused(ReentrantToken token) private view {
        assertFalse(token.hasReentered());
        assertEq(
            token.answer(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
        assertEq(token.target(), address(0));
        assertTies();
    }
}
