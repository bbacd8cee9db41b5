// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {FundTest} from "../support/FundTest.sol";
import {Logs} from "../support/Logs.sol";

/// @notice 18 decimals and permits.
contract FinePermitToken is ERC20Permit {
    constructor() ERC20("Fine Token", "FINE") ERC20Permit("Fine Token") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

contract DonorFundEdgesTest is FundTest, Logs {
    bytes32 private constant PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    function test_ContributeWithPermit_WhenTheTokenHasMoreThanSixDecimals() public {
        FinePermitToken token = new FinePermitToken();
        startFund(address(token));
        (address signer, uint256 key) = makeAddrAndKey("signer");
        token.mint(signer, 3 ether);
        bytes32 content = keccak256(
            abi.encode(
                PERMIT_TYPEHASH,
                signer,
                address(fund),
                uint256(2 ether),
                uint256(0),
                type(uint256).max
            )
        );
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), content));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        vm.prank(signer);
        fund.contributeWithPermit(2 * USD, NONE, REFERENCE, type(uint256).max, v, r, s);
        assertTotals(2 * USD, 0, 0);
        assertEq(token.balanceOf(address(fund)), 2 ether);
        assertEq(token.balanceOf(signer), 1 ether);
        assertEq(token.allowance(signer, address(fund)), 0);
    }

    function test_TakeBack_WhenARecipientReturnsExactlyWhatItWasAllocated() public {
        contribute(donor, 5 * USD, NONE);
        allocate(address(plain), 3 * USD);
        vm.recordLogs();
        giveBack(address(plain), 3 * USD);
        assertEq(countLogs(IDonorFund.ReturnUnattributed.selector), 0);
        assertOverlap(1, 1, 3 * USD, 3 * USD);
    }
}
