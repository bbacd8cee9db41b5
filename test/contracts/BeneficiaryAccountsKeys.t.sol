// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {AccountsTest} from "./support/AccountsTest.sol";

contract BeneficiaryAccountsKeysTest is AccountsTest {
    OrganisationId private constant NOBODY = OrganisationId.wrap(0);
    uint8 private constant NEXT_KEY = 2;

    /// Households 0 to 9 of the agency have the numbers 256 to 265; `foreign` is the other agency's.
    bytes32 private foreign;

    function setUp() public override {
        super.setUp();
        open("list", 10);
        vm.prank(council);
        accounts.setKeyCheck(NEXT_KEY, keccak256("check 2"));

        foreign = commitmentOf("foreign", 0);
        bytes memory payload = abi.encodePacked(foreign);
        bytes32 root = leafOf(otherAgency, 0, payload);
        vm.prank(otherCustodian);
        accounts.announceOpening(2, otherAgency, root, 1, KEY);
        accounts.openAccounts(2, 0, payload, new bytes32[](0));
    }

    // --- set key check

    function test_SetKeyCheck_WhenTheCallerIsNotTheCouncil() public {
        vm.expectRevert(
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_OnlyCouncil.selector, custodian)
        );
        vm.prank(custodian);
        accounts.setKeyCheck(3, keccak256("check 3"));
    }

    function test_SetKeyCheck_WhenTheVersionIsTaken() public {
        vm.expectRevert(
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_KeyVersionTaken.selector, KEY)
        );
        vm.prank(council);
        accounts.setKeyCheck(KEY, keccak256("another"));
    }

    function test_SetKeyCheck_WhenTheCheckValueIsEmpty() public {
        vm.expectRevert(_keyVersionUnknown(3));
        vm.prank(council);
        accounts.setKeyCheck(3, 0);
    }

    function test_SetKeyCheck_WhenTheCouncilSetsIt() public {
        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.KeyCheckSet(3, keccak256("check 3"));
        vm.prank(council);
        accounts.setKeyCheck(3, keccak256("check 3"));
        assertEq(accounts.keyCheckOf(3), keccak256("check 3"));
        assertEq(accounts.keyCheckOf(4), 0);
    }

    // --- link accounts

    function test_LinkAccounts_WhenTheKnownAccountIsUnfit() public {
        close(_household(1));
        act(rebinding(_household(2), "new 2", NEXT_KEY));

        expectActReverts(
            linking("unknown", "added"),
            unfit("unknown", IBeneficiaryAccounts.AccountStatus.Unknown, NOBODY)
        );
        expectActReverts(
            linking(_household(1), "added"),
            unfit(_household(1), IBeneficiaryAccounts.AccountStatus.Closed, agency)
        );
        expectActReverts(
            linking(_household(2), "added"),
            unfit(_household(2), IBeneficiaryAccounts.AccountStatus.Rebound, agency)
        );
        expectActReverts(
            linking(foreign, "added"),
            unfit(foreign, IBeneficiaryAccounts.AccountStatus.Open, otherAgency)
        );
    }

    function test_LinkAccounts_WhenTheAddedCommitmentIsTaken() public {
        expectActReverts(linking(_household(0), _household(1)), _taken(_household(1), 257));
        expectActReverts(linking(_household(0), foreign), _taken(foreign, 512));
        expectActReverts(linking(_household(0), _household(0)), _taken(_household(0), 256));
        expectActReverts(linking(_household(0), 0), _taken(0, 0));
    }

    function test_LinkAccounts_WhenTwoOfficersLink() public {
        bytes memory call_ = linking(_household(8), "also 8");
        uint256 actId = proposeAct(accounts, custodian, call_);
        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.AccountLinked(264, _household(8), "also 8");
        vm.prank(approver);
        accounts.approveAct(actId, call_);

        assertAccount("also 8", 264, IBeneficiaryAccounts.AccountStatus.Open, KEY);
        assertAccount(_household(8), 264, IBeneficiaryAccounts.AccountStatus.Open, KEY);
        assertTrue(accounts.accountOf("also 8").organisation == agency);
    }

    // --- rebind accounts

    function test_RebindAccounts_WhenTheKeyVersionIsUnknown() public {
        expectActReverts(
            rebinding(_household(0), "new 0", 3),
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_KeyVersionUnknown.selector, 3)
        );
    }

    function test_RebindAccounts_WhenTheAccountIsUnfit() public {
        act(rebinding(_household(2), "new 2", NEXT_KEY));

        expectActReverts(
            rebinding("unknown", "new", NEXT_KEY),
            unfit("unknown", IBeneficiaryAccounts.AccountStatus.Unknown, NOBODY)
        );
        expectActReverts(
            rebinding(_household(2), "new", NEXT_KEY),
            unfit(_household(2), IBeneficiaryAccounts.AccountStatus.Rebound, agency)
        );
        expectActReverts(
            rebinding(foreign, "new", NEXT_KEY),
            unfit(foreign, IBeneficiaryAccounts.AccountStatus.Open, otherAgency)
        );
        expectActReverts(
            rebinding("new 2", "newer 2", NEXT_KEY),
            unfit("new 2", IBeneficiaryAccounts.AccountStatus.Open, agency)
        );
    }

    function test_RebindAccounts_WhenTheNewCommitmentIsTaken() public {
        expectActReverts(rebinding(_household(0), _household(1), NEXT_KEY), _taken(_household(1), 257));
        expectActReverts(rebinding(_household(0), _household(0), NEXT_KEY), _taken(_household(0), 256));
        expectActReverts(rebinding(_household(0), 0, NEXT_KEY), _taken(0, 0));
    }

    function test_RebindAccounts_WhenTwoOfficersRebind() public {
        bytes memory call_ = rebinding(_household(9), "new 9", NEXT_KEY);
        uint256 actId = proposeAct(accounts, custodian, call_);
        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.AccountRebound(265, _household(9), "new 9", NEXT_KEY);
        vm.prank(approver);
        accounts.approveAct(actId, call_);

        assertAccount("new 9", 265, IBeneficiaryAccounts.AccountStatus.Open, NEXT_KEY);
        assertAccount(_household(9), 265, IBeneficiaryAccounts.AccountStatus.Rebound, KEY);
    }

    function test_RebindAccounts_GivenAClosedAccount() public {
        close(_household(4));
        act(rebinding(_household(4), "new 4", NEXT_KEY));

        assertAccount("new 4", 260, IBeneficiaryAccounts.AccountStatus.Closed, NEXT_KEY);
        act(reopening("new 4"));
        assertAccount("new 4", 260, IBeneficiaryAccounts.AccountStatus.Open, NEXT_KEY);
        assertAccount(_household(4), 260, IBeneficiaryAccounts.AccountStatus.Rebound, KEY);
    }

    function test_RebindAccounts_GivenALaterListWithBothCommitments() public {
        act(rebinding(_household(4), "new 4", NEXT_KEY));
        bytes memory payload = abi.encodePacked(_household(4), bytes32("new 4"));
        bytes32 root = leafOf(agency, 0, payload);
        vm.prank(custodian);
        accounts.announceOpening(3, agency, root, 2, NEXT_KEY);
        accounts.openAccounts(3, 0, payload, new bytes32[](0));

        assertAccount(_household(4), 260, IBeneficiaryAccounts.AccountStatus.Rebound, KEY);
        assertAccount("new 4", 260, IBeneficiaryAccounts.AccountStatus.Open, NEXT_KEY);
    }

    function _household(uint256 i) private pure returns (bytes32) {
        return commitmentOf("list", i);
    }

    function _taken(bytes32 commitment, uint32 number) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_CommitmentTaken.selector,
                commitment,
                number
            );
    }

    function _keyVersionUnknown(uint8 keyVersion) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_KeyVersionUnknown.selector,
                keyVersion
            );
    }
}
