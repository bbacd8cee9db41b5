// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ApprovalRaceToken} from "../../contracts/testing/ApprovalRaceToken.sol";
import {BlocklistToken} from "../../contracts/testing/BlocklistToken.sol";
import {DemoDollar} from "../../contracts/testing/DemoDollar.sol";
import {FalseToken} from "../../contracts/testing/FalseToken.sol";
import {FeeToken} from "../../contracts/testing/FeeToken.sol";
import {NoReturnToken} from "../../contracts/testing/NoReturnToken.sol";
import {PausableToken} from "../../contracts/testing/PausableToken.sol";
import {PlainToken} from "../../contracts/testing/PlainToken.sol";
import {RebasingToken} from "../../contracts/testing/RebasingToken.sol";
import {ReentrantToken} from "../../contracts/testing/ReentrantToken.sol";
import {ShortToken} from "../../contracts/testing/ShortToken.sol";
import {UpgradedToken} from "../../contracts/testing/UpgradedToken.sol";
import {ZeroShyToken} from "../../contracts/testing/ZeroShyToken.sol";
import {Test} from "./support/Test.sol";

/// @notice The misbehaving tokens misbehave as the tests that use them assume.
contract TokensTest is Test {
    address private shop = makeAddr("shop");

    function test_DemoDollar() public {
        (address holder, uint256 key) = makeAddrAndKey("holder");
        DemoDollar dollar = new DemoDollar();
        dollar.mint(holder, 5e6);
        assertEq(dollar.decimals(), 6);

        bytes32 permit = keccak256(
            abi.encode(
                keccak256(
                    "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
                ),
                holder,
                address(this),
                5e6,
                0,
                block.timestamp
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", dollar.DOMAIN_SEPARATOR(), permit));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        dollar.permit(holder, address(this), 5e6, block.timestamp, v, r, s);
        dollar.transferFrom(holder, shop, 5e6);
        assertEq(dollar.balanceOf(shop), 5e6);
    }

    function test_PlainToken() public {
        assertEq(new PlainToken(18).decimals(), 18);
        assertEq(new PlainToken(2).decimals(), 2);
    }

    function test_FeeToken() public {
        FeeToken token = new FeeToken(6);
        token.mint(address(this), 1000);
        token.transfer(shop, 1000);
        assertEq(token.balanceOf(shop), 990);
        assertEq(token.balanceOf(address(this)), 0);
        assertEq(token.totalSupply(), 990);
    }

    function test_FalseToken() public {
        FalseToken token = new FalseToken(6);
        token.mint(address(this), 1000);
        token.approve(address(this), 1000);
        token.setRefusing(true);
        assertFalse(token.transfer(shop, 10));
        assertFalse(token.transferFrom(address(this), shop, 10));
        assertEq(token.balanceOf(shop), 0);

        token.setRefusing(false);
        assertTrue(token.transfer(shop, 10));
        assertTrue(token.transferFrom(address(this), shop, 10));
        assertEq(token.balanceOf(shop), 20);
    }

    function test_NoReturnToken() public {
        NoReturnToken token = new NoReturnToken(6);
        token.mint(address(this), 1000);
        (bool isDone, bytes memory answer) = address(token).call(abi.encodeCall(token.transfer, (shop, 10)));
        assertTrue(isDone);
        assertEq(answer.length, 0);
        token.approve(address(this), 5);
        token.transferFrom(address(this), shop, 5);
        assertEq(token.balanceOf(shop), 15);
    }

    function test_BlocklistToken() public {
        BlocklistToken token = new BlocklistToken(6);
        token.mint(address(this), 1000);
        token.setBlocked(shop, true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, shop));
        token.transfer(shop, 10);

        token.setBlocked(shop, false);
        token.transfer(shop, 10);
        token.setBlocked(shop, true);
        vm.expectRevert(abi.encodeWithSelector(BlocklistToken.BlocklistToken_Blocked.selector, shop));
        vm.prank(shop);
        token.transfer(address(this), 10);
    }

    function test_ReentrantToken() public {
        ReentrantToken token = new ReentrantToken(6);
        token.mint(address(this), 1000);
        token.arm(address(token), abi.encodeCall(token.balanceOf, (shop)));
        token.transfer(shop, 10);
        assertTrue(token.hasReentered());
        // The call came after the money had moved, but before the transfer was over.
        assertEq(abi.decode(token.answer(), (uint256)), 10);

        token.transfer(shop, 10);
        assertEq(abi.decode(token.answer(), (uint256)), 10);
    }

    function test_ShortToken() public {
        ShortToken token = new ShortToken(6);
        token.mint(address(this), 1000);
        token.setKept(3);
        assertTrue(token.transfer(shop, 10));
        assertTrue(token.transfer(shop, 2));
        assertEq(token.balanceOf(shop), 7);
        assertEq(token.balanceOf(address(this)), 993);
    }

    function test_ZeroShyToken() public {
        ZeroShyToken token = new ZeroShyToken(6);
        token.mint(address(this), 1000);
        vm.expectRevert(abi.encodeWithSelector(ZeroShyToken.ZeroShyToken_Nothing.selector));
        token.transfer(shop, 0);
        token.transfer(shop, 1);
        assertEq(token.balanceOf(shop), 1);
    }

    function test_PausableToken() public {
        PausableToken token = new PausableToken(6);
        token.mint(address(this), 1000);
        token.setPaused(true);
        vm.expectRevert(abi.encodeWithSelector(PausableToken.PausableToken_Paused.selector));
        token.transfer(shop, 1);
        token.setPaused(false);
        token.transfer(shop, 1);
        assertEq(token.balanceOf(shop), 1);
    }

    function test_ApprovalRaceToken() public {
        ApprovalRaceToken token = new ApprovalRaceToken(6);
        token.approve(shop, 5);
        vm.expectRevert(abi.encodeWithSelector(ApprovalRaceToken.ApprovalRaceToken_NotZero.selector, 5));
        token.approve(shop, 7);
        token.approve(shop, 0);
        token.approve(shop, 7);
        assertEq(token.allowance(address(this), shop), 7);
    }

    function test_RebasingToken() public {
        RebasingToken token = new RebasingToken(6);
        token.mint(address(this), 1000);
        token.rebase(110);
        assertEq(token.balanceOf(address(this)), 1100);
        token.transfer(shop, 110);
        assertEq(token.balanceOf(shop), 110);
        token.rebase(50);
        assertEq(token.balanceOf(address(this)), 450);
        assertEq(token.balanceOf(shop), 50);
    }

    function test_UpgradedToken() public {
        UpgradedToken token = new UpgradedToken(6);
        token.mint(address(this), 1000);
        token.transfer(shop, 100);
        assertEq(token.balanceOf(shop), 100);
        token.upgrade(18, 2);
        assertEq(token.decimals(), 18);
        token.transfer(shop, 100);
        assertEq(token.balanceOf(shop), 198);
        assertEq(token.balanceOf(address(this)), 800);
    }
}
