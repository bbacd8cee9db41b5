// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {IDualControl} from "../../contracts/interfaces/IDualControl.sol";
import {OrganisationId} from "../../contracts/types/Ids.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {AccountsTest} from "./support/AccountsTest.sol";

contract BeneficiaryAccountsActsTest is AccountsTest {
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

    // --- any act

    function test_AnyAct_WhenTheCalldataIsNoAct() public {
        bytes[3] memory calls = [
            abi.encodeCall(IBeneficiaryAccounts.setKeyCheck, (3, "x")),
            abi.encodePacked(IBeneficiaryAccounts.closeAccounts.selector, bytes31(0)),
            bytes("")
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(IDualControl.DualControl_NotAnAct.selector, bytes4(calls[i]))
            );
            vm.prank(custodian);
            accounts.proposeAct(calls[i]);
        }
        // What names its organisation can be proposed; whether the rest makes sense shows when it is approved.
        vm.prank(custodian);
        accounts.proposeAct(abi.encodeWithSelector(IBeneficiaryAccounts.closeAccounts.selector, agency));
    }

    function test_AnyAct_WhenAnActIsCalledDirectly() public {
        bytes[5] memory calls = [
            closing(_household(0), 0),
            reopening(_household(0)),
            linking(_household(0), "added"),
            rebinding(_household(0), "added", NEXT_KEY),
            abi.encodeCall(IBeneficiaryAccounts.abandonOpening, (agency, 1))
        ];
        bytes memory reason = abi.encodeWithSelector(
            IDualControl.DualControl_TwoOfficersNeeded.selector,
            custodian
        );
        for (uint256 i = 0; i < calls.length; ++i) {
            vm.prank(custodian);
            (bool isDone, bytes memory answer) = address(accounts).call(calls[i]);
            assertFalse(isDone);
            assertEq(answer, reason);
        }
    }

    function test_AnyAct_WhenTheOrganisationIsAnotherOne() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsortium.Consortium_MissingRole.selector,
                agency,
                Role.Custodian,
                otherCustodian
            )
        );
        vm.prank(otherCustodian);
        accounts.proposeAct(closing(_household(0), 0));
    }

    // --- abandon opening

    function test_AbandonOpening_WhenTheOpeningIsUnknownOrOfAnotherOrganisation() public {
        for (uint32 id = 2; id <= 3; ++id) expectActReverts(abandoning(id), _unknownOpening(id));
    }

    function test_AbandonOpening_WhenItWasAbandonedBefore() public {
        uint32 openingId = announce("wrong list", 600);
        act(abandoning(openingId));
        expectActReverts(abandoning(openingId), _unknownOpening(openingId));
    }

    function test_AbandonOpening_WhenItWasPushedCompletely() public {
        expectActReverts(
            abandoning(1),
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_EmptyOpening.selector)
        );
    }

    function test_AbandonOpening_WhenTwoOfficersAbandonIt() public {
        uint32 openingId = announce("wrong list", 600);
        push(openingId, "wrong list", 600, 1);
        uint32 rest = accounts.MAX_OUTSTANDING() - 512;
        vm.prank(custodian);
        accounts.announceOpening(4, agency, "root", rest, KEY);

        uint256 actId = proposeAct(accounts, custodian, abandoning(openingId));
        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.OpeningAbandoned(openingId, agency, 512);
        vm.prank(approver);
        accounts.approveAct(actId, abandoning(openingId));

        assertEq(accounts.openingOf(openingId).root, 0);
        vm.startPrank(custodian);
        vm.expectRevert(
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_OpeningTooLarge.selector,
                513,
                512
            )
        );
        accounts.announceOpening(5, agency, "root", 513, KEY);
        accounts.announceOpening(5, agency, "root", 512, KEY);
    }

    // --- close accounts

    function test_CloseAccounts_WhenTheAccountIsUnfit() public {
        close(_household(1));
        act(rebinding(_household(2), "new 2", NEXT_KEY));

        expectActReverts(
            closing("unknown", 0),
            unfit("unknown", IBeneficiaryAccounts.AccountStatus.Unknown, NOBODY)
        );
        expectActReverts(
            closing(_household(1), 0),
            unfit(_household(1), IBeneficiaryAccounts.AccountStatus.Closed, agency)
        );
        expectActReverts(
            closing(_household(2), 0),
            unfit(_household(2), IBeneficiaryAccounts.AccountStatus.Rebound, agency)
        );
        expectActReverts(
            closing(foreign, 0),
            unfit(foreign, IBeneficiaryAccounts.AccountStatus.Open, otherAgency)
        );
    }

    function test_CloseAccounts_WhenTheSuccessorIsUnfit() public {
        close(_household(1));
        act(linking(_household(0), "also 0"));

        bytes32[3] memory closed = [_household(1), _household(0), bytes32("also 0")];
        for (uint256 i = 0; i < closed.length; ++i) {
            expectActReverts(
                closing(_household(0), closed[i]),
                unfit(closed[i], IBeneficiaryAccounts.AccountStatus.Closed, agency)
            );
        }
        expectActReverts(
            closing(_household(0), "unknown"),
            unfit("unknown", IBeneficiaryAccounts.AccountStatus.Unknown, NOBODY)
        );
        assertFalse(accounts.isClosed(256));
    }

    function test_CloseAccounts_WhenTheSameAccountIsNamedTwice() public {
        IBeneficiaryAccounts.Closing[] memory closings = new IBeneficiaryAccounts.Closing[](2);
        closings[0] = IBeneficiaryAccounts.Closing(_household(3), IBeneficiaryAccounts.ClosingReason.Left, 0);
        closings[1] = closings[0];
        expectActReverts(
            abi.encodeCall(IBeneficiaryAccounts.closeAccounts, (agency, closings)),
            unfit(_household(3), IBeneficiaryAccounts.AccountStatus.Closed, agency)
        );
    }

    function test_CloseAccounts_WhenTwoOfficersClose() public {
        bytes memory call_ = closing(_household(3), _household(4));
        uint256 actId = proposeAct(accounts, custodian, call_);
        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.AccountClosed(259, agency, IBeneficiaryAccounts.ClosingReason.Merged, 260);
        vm.prank(approver);
        accounts.approveAct(actId, call_);

        assertAccount(_household(3), 259, IBeneficiaryAccounts.AccountStatus.Closed, KEY);
        assertTrue(accounts.isClosed(259));
        assertFalse(accounts.isClosed(260));
        assertEq(accounts.closedBlocks(0), 1 << 1);
        assertEq(accounts.closedBlocks(1), 0);
    }

    function test_CloseAccounts_GivenASuccessorOfAnotherOrganisation() public {
        bytes memory call_ = closing(_household(3), foreign);
        uint256 actId = proposeAct(accounts, custodian, call_);
        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.AccountClosed(259, agency, IBeneficiaryAccounts.ClosingReason.Merged, 512);
        vm.prank(approver);
        accounts.approveAct(actId, call_);
    }

    function test_CloseAccounts_GivenALinkedCommitment() public {
        act(linking(_household(5), "also 5"));
        close("also 5");

        assertAccount(_household(5), 261, IBeneficiaryAccounts.AccountStatus.Closed, KEY);
        assertAccount("also 5", 261, IBeneficiaryAccounts.AccountStatus.Closed, KEY);
        act(reopening(_household(5)));
        assertAccount("also 5", 261, IBeneficiaryAccounts.AccountStatus.Open, KEY);
    }

    // --- reopen accounts

    function test_ReopenAccounts_WhenTheAccountIsNotClosed() public {
        expectActReverts(
            reopening(_household(0)),
            unfit(_household(0), IBeneficiaryAccounts.AccountStatus.Open, agency)
        );
        expectActReverts(
            reopening("unknown"),
            unfit("unknown", IBeneficiaryAccounts.AccountStatus.Unknown, NOBODY)
        );
    }

    function test_ReopenAccounts_WhenTwoOfficersReopen() public {
        close(_household(6));
        bytes memory call_ = reopening(_household(6));
        uint256 actId = proposeAct(accounts, custodian, call_);
        vm.expectEmit(address(accounts));
        emit IBeneficiaryAccounts.AccountReopened(262, agency);
        vm.prank(approver);
        accounts.approveAct(actId, call_);

        assertAccount(_household(6), 262, IBeneficiaryAccounts.AccountStatus.Open, KEY);
        assertEq(accounts.closedBlocks(0), 0);
    }

    function test_ReopenAccounts_GivenAnotherClosedAccountInTheBlock() public {
        close(_household(6));
        close(_household(7));
        act(reopening(_household(6)));

        assertTrue(accounts.isClosed(263));
        assertEq(accounts.closedBlocks(0), 1 << 1);
    }

    // --- accounts of

    function test_AccountsOf_GivenAnyCommitments() public {
        close(_household(3));
        bytes32[] memory asked = new bytes32[](3);
        (asked[0], asked[1], asked[2]) = (_household(3), "unknown", foreign);
        IBeneficiaryAccounts.Account[] memory found = accounts.accountsOf(asked);

        assertEq(found.length, 3);
        assertEq(found[0].number, 259);
        assertTrue(found[0].status == IBeneficiaryAccounts.AccountStatus.Closed);
        assertEq(found[1].number, 0);
        assertTrue(found[1].status == IBeneficiaryAccounts.AccountStatus.Unknown);
        assertEq(found[2].number, 512);
        assertTrue(found[2].organisation == otherAgency);
    }

    function _unknownOpening(uint32 openingId) private pure returns (bytes memory) {
        return
            abi.encodeWithSelector(
                IBeneficiaryAccounts.BeneficiaryAccounts_UnknownOpening.selector,
                openingId
            );
    }

    function _household(uint256 i) private pure returns (bytes32) {
        return commitmentOf("list", i);
    }
}
