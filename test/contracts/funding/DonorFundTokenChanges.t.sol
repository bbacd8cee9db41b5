// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {ApprovalRaceToken} from "../../../contracts/testing/ApprovalRaceToken.sol";
import {PausableToken} from "../../../contracts/testing/PausableToken.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {RebasingToken} from "../../../contracts/testing/RebasingToken.sol";
import {ShortToken} from "../../../contracts/testing/ShortToken.sol";
import {UpgradedToken} from "../../../contracts/testing/UpgradedToken.sol";
import {ZeroShyToken} from "../../../contracts/testing/ZeroShyToken.sol";
import {FundTest} from "../support/FundTest.sol";

contract DonorFundTokenChangesTest is FundTest {
    // --- a whole life of a fund

    function test_AWholeLifeOfAFund_WithATokenThatRevertsOnNothing() public {
        _live(address(new ZeroShyToken(6)));
    }

    function test_AWholeLifeOfAFund_WithATokenThatHasTheApprovalRace() public {
        _live(address(new ApprovalRaceToken(6)));
    }

    function test_AWholeLifeOfAFund_WithATokenOf2Decimals() public {
        _live(address(new PlainToken(2)));
    }

    // --- tokens that change

    function test_ATokenThatMovesLessThanAsked() public {
        ShortToken token = new ShortToken(6);
        startFund(address(token));
        contribute(donor, 1000, NONE);
        allocate(address(plain), 300);
        give(otherDonor, 100);

        token.setKept(1);
        _expectDiffers(100, 99);
        vm.prank(otherDonor);
        fund.contribute(100, NONE, REFERENCE);
        // A programme counts what arrives, and the fund what leaves, whoever is paid.
        _refuseAllocation(
            address(north),
            abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, 50, 49)
        );
        _refuseAllocation(
            address(plain),
            abi.encodeWithSelector(IDonorFund.DonorFund_AmountDiffers.selector, 50, 49)
        );
        _expectDiffers(100, 99);
        plain.giveBack(100, address(fund));
        assertTotals(1000, 0, 300);
        assertTies();

        token.setKept(0);
        giveBack(address(plain), 100);
        allocate(address(north), 50);
        assertTotals(1000, 100, 350);
    }

    function test_ATokenThatIsPaused() public {
        PausableToken token = new PausableToken(6);
        startFund(address(token));
        contribute(donor, 1000, address(north));
        allocate(address(north), 300);
        give(otherDonor, 100);
        bytes memory paused = abi.encodeWithSelector(PausableToken.PausableToken_Paused.selector);

        token.setPaused(true);
        vm.expectRevert(paused);
        vm.prank(otherDonor);
        fund.contribute(100, NONE, REFERENCE);
        _refuseAllocation(address(north), paused);
        expectActRevert(north, finance, approver, returning(100), paused);
        assertPot(address(north), 1000, 300);
        assertTies();

        token.setPaused(false);
        giveBack(address(north), 300);
        allocate(address(north), 1000);
        assertTotals(1000, 300, 1300);
    }

    function test_ATokenThatGrows() public {
        RebasingToken token = new RebasingToken(6);
        startFund(address(token));
        contribute(donor, 1000, NONE);
        token.rebase(110);
        assertEq(fund.unattributed(), 100);
        assertTotals(1000, 0, 0);
        assertTies();

        runAct(fund, finance, approver, accepting(100, address(plain)));
        assertPot(address(plain), 100, 0);
        allocate(address(plain), 1100);
        assertEq(token.balanceOf(address(fund)), 0);
    }

    function test_ATokenThatShrinks() public {
        RebasingToken token = new RebasingToken(6);
        startFund(address(token));
        contribute(donor, 1000, NONE);
        allocate(address(plain), 400);
        token.rebase(50);

        // Half of the tokens are gone; the books still say what was given. 50 ledger units are 100 shares of the token now.
        assertEq(token.balanceOf(address(fund)), 300);
        assertEq(fund.unattributed(), 0);
        runAct(fund, finance, approver, allocating(address(north), 300));
        _refuseAllocation(
            address(north),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, fund, 0, 100)
        );
        assertTotals(1000, 0, 700);
        assertEq(fund.unattributed(), 0);
        // What comes back is booked as it is, and can go out again.
        plain.giveBack(200, address(fund));
        runAct(fund, finance, approver, allocating(address(north), 200));
        assertTotals(1000, 200, 900);
    }

    function test_ATokenThatGetsOtherDecimals() public {
        UpgradedToken token = new UpgradedToken(6);
        startFund(address(token));
        contribute(donor, 1000, NONE);
        token.upgrade(18, 0);
        contribute(donor, 10, NONE);
        allocate(address(north), 1005);
        giveBack(address(north), 5);
        assertEq(fund.assetScale(), 1);
        assertEq(token.balanceOf(address(fund)), 10);
        assertEq(token.balanceOf(address(north)), 1000);
    }

    function test_ATokenThatBeginsToTakeAFee() public {
        UpgradedToken token = new UpgradedToken(6);
        startFund(address(token));
        contribute(donor, 1000, NONE);
        allocate(address(north), 100);
        give(otherDonor, 100);

        token.upgrade(6, 2);
        _expectDiffers(100, 98);
        vm.prank(otherDonor);
        fund.contribute(100, NONE, REFERENCE);
        _refuseAllocation(
            address(north),
            abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, 50, 49)
        );
        expectActRevert(
            north,
            finance,
            approver,
            returning(100),
            abi.encodeWithSelector(IDonorFund.DonorFund_AmountDiffers.selector, 100, 98)
        );
        assertTotals(1000, 0, 100);
        assertTies();

        token.upgrade(6, 0);
        giveBack(address(north), 100);
        assertTotals(1000, 100, 100);
    }

    // --- helpers

    /// @dev All that a fund does with tokens, each step with its books tied out.
    function _live(address token) private {
        startFund(token);
        _contribute(700, address(north));
        _contribute(300, NONE);
        // More than is earmarked: two pots at once.
        allocate(address(north), 800);
        giveBack(address(north), 150);
        allocate(address(plain), 200);
        giveBack(address(plain), 200);
        PlainToken(token).mint(address(fund), 40);
        runAct(fund, finance, approver, accepting(40, NONE));
        plain.close();
        _contribute(60, address(plain));
        release(address(plain));
        allocate(address(south), 300 + 40 + 60);
        // contributed, given back or released, allocated or released
        assertTotals(700 + 300 + 40 + 60, 150 + 200 + 60, 800 + 200 + 60 + 400);
        assertEq(asset.balanceOf(address(north)), 650);
        assertEq(asset.balanceOf(address(fund)), 50);
        assertPot(address(north), 700 + 50, 700);
    }

    /// @dev With an allowance that is used up.
    function _contribute(uint128 amount, address earmark) private {
        PlainToken(address(asset)).mint(donor, amount);
        vm.startPrank(donor);
        asset.approve(address(fund), amount);
        fund.contribute(amount, earmark, REFERENCE);
        vm.stopPrank();
        assertTies();
    }

    function _expectDiffers(uint256 expected, uint256 moved) private {
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_AmountDiffers.selector, expected, moved));
    }

    function _refuseAllocation(address recipient, bytes memory reason) private {
        expectActRevert(fund, finance, approver, allocating(recipient, 50), reason);
    }
}
