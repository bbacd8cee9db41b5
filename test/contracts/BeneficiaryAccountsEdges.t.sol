// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {AccountsTest} from "./support/AccountsTest.sol";

contract BeneficiaryAccountsEdgesTest is AccountsTest {
    function test_AccountOf_GivenAnAccountThatWasReboundAndThenClosed() public {
        open("list", 1);
        bytes32 old = commitmentOf("list", 0);
        vm.prank(council);
        accounts.setKeyCheck(2, keccak256("check 2"));
        act(rebinding(old, "new", 2));
        close("new");
        _assertStatus(old, IBeneficiaryAccounts.AccountStatus.Rebound);
        _assertStatus("new", IBeneficiaryAccounts.AccountStatus.Closed);
        assertTrue(accounts.isClosed(accounts.accountOf(old).number));
    }

    function _assertStatus(bytes32 commitment, IBeneficiaryAccounts.AccountStatus status) private view {
        assertEq(uint256(accounts.accountOf(commitment).status), uint256(status));
    }
}
