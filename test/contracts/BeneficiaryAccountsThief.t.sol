// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IBeneficiaryAccounts} from "../../contracts/interfaces/IBeneficiaryAccounts.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {IDualControl} from "../../contracts/interfaces/IDualControl.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {AccountsTest} from "./support/AccountsTest.sol";

/// @notice What whoever stole a custodian's key cannot do. What it can do: waste numbers up to the allowance, and more at the price of
/// pushing chunks, until the guardian removes the key.
contract BeneficiaryAccountsThiefTest is AccountsTest {
    address private thief;

    function setUp() public override {
        super.setUp();
        open("list", 300);
        close(commitmentOf("list", 7));
        thief = custodian;
    }

    function test_Thief_CannotActAlone() public {
        bytes[5] memory acts = _acts();
        for (uint256 i = 0; i < acts.length; ++i) {
            vm.prank(thief);
            (bool isDone, bytes memory reason) = address(accounts).call(acts[i]);
            assertFalse(isDone);
            assertEq(
                reason,
                abi.encodeWithSelector(IDualControl.DualControl_TwoOfficersNeeded.selector, thief)
            );
        }
    }

    function test_Thief_CannotApprove() public {
        bytes[5] memory acts = _acts();
        bytes memory reason = _missing(Role.Approver);
        appoint(Role.Custodian, stranger);
        for (uint256 i = 0; i < acts.length; ++i) {
            uint256 own = proposeAct(accounts, thief, acts[i]);
            uint256 honest = proposeAct(accounts, stranger, acts[i]);
            vm.startPrank(thief);
            vm.expectRevert(reason);
            accounts.approveAct(own, acts[i]);
            vm.expectRevert(reason);
            accounts.approveAct(honest, acts[i]);
            vm.expectRevert(reason);
            accounts.withdrawAct(honest, acts[i]);
            vm.stopPrank();
        }
    }

    /// Even an officer who is custodian and approver at once needs a second one.
    function test_Thief_CannotApproveWithBothRoles() public {
        appoint(Role.Approver, thief);
        bytes memory act_ = closing(commitmentOf("list", 0), 0);
        uint256 actId = proposeAct(accounts, thief, act_);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_SameOfficer.selector, thief));
        vm.prank(thief);
        accounts.approveAct(actId, act_);
    }

    function test_Thief_CannotMoveHouseholdsByListingThemAgain() public {
        // The list turned round: every household would get its neighbour's number.
        bytes memory payload = abi.encodePacked(commitmentOf("list", 299), commitmentOf("list", 0));
        bytes32 root = leafOf(agency, 0, payload);
        vm.prank(thief);
        accounts.announceOpening(2, agency, root, 2, KEY);
        accounts.openAccounts(2, 0, payload, new bytes32[](0));

        assertEq(accounts.accountOf(commitmentOf("list", 299)).number, 555);
        assertEq(accounts.accountOf(commitmentOf("list", 0)).number, 256);
    }

    function test_Thief_CannotOpenForAnotherOrganisation() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsortium.Consortium_MissingRole.selector,
                otherAgency,
                Role.Custodian,
                thief
            )
        );
        vm.prank(thief);
        accounts.announceOpening(2, otherAgency, "root", 1, KEY);

        // A list that the other agency signed proves nothing in the thief's own opening.
        bytes memory payload = payloadOf("others", 3, 0);
        bytes32 theirRoot = leafOf(otherAgency, 0, payload);
        vm.prank(thief);
        accounts.announceOpening(2, agency, theirRoot, 3, KEY);
        vm.expectRevert(
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_ChunkNotInOpening.selector, 2, 0)
        );
        accounts.openAccounts(2, 0, payload, new bytes32[](0));
    }

    function test_Thief_CannotReserveMoreThanTheAllowance() public {
        uint32 nextId = accounts.nextOpeningId();
        uint256 firstFree = 256 + 512;
        vm.startPrank(thief);
        for (uint256 i = 0; i < 8; ++i) accounts.announceOpening(nextId++, agency, "garbage", 1 << 17, KEY);
        vm.expectRevert(
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_OpeningTooLarge.selector, 1, 0)
        );
        accounts.announceOpening(nextId, agency, "garbage", 1, KEY);
        vm.stopPrank();

        // The next agency's numbers start behind what was wasted, and two officers get the allowance back.
        vm.prank(otherCustodian);
        accounts.announceOpening(nextId, otherAgency, "root", 1, KEY);
        assertEq(accounts.openingOf(nextId).firstNumber, firstFree + accounts.MAX_OUTSTANDING());
        appoint(Role.Custodian, stranger);
        runAct(
            accounts,
            stranger,
            approver,
            abi.encodeCall(IBeneficiaryAccounts.abandonOpening, (agency, 2))
        );
        vm.prank(stranger);
        accounts.announceOpening(nextId + 1, agency, "root", 1 << 17, KEY);
    }

    function test_Thief_CannotSetAKeyVersion() public {
        vm.expectRevert(
            abi.encodeWithSelector(IBeneficiaryAccounts.BeneficiaryAccounts_OnlyCouncil.selector, thief)
        );
        vm.prank(thief);
        accounts.setKeyCheck(2, "evil");
    }

    function test_Thief_CannotGoOnOnceTheGuardianRemovedTheKey() public {
        bytes memory act_ = closing(commitmentOf("list", 0), 0);
        vm.prank(guardian);
        consortium.removeOfficer(agency, Role.Custodian, thief);

        vm.startPrank(thief);
        vm.expectRevert(_missing(Role.Custodian));
        accounts.announceOpening(2, agency, "root", 1, KEY);
        vm.expectRevert(_missing(Role.Custodian));
        accounts.proposeAct(act_);
    }

    function testFuzz_Thief_GivenAnyCallWithAnyArguments(
        uint8 which,
        bytes32 a,
        bytes32 b,
        bytes calldata raw
    ) public {
        bytes[9] memory calls = [
            closing(a, b),
            reopening(a),
            linking(a, b),
            rebinding(a, b, uint8(uint256(a))),
            abi.encodeCall(IBeneficiaryAccounts.abandonOpening, (agency, uint32(uint256(a)))),
            abi.encodeCall(IDualControl.proposeAct, (closing(commitmentOf("list", uint256(a) % 300), b))),
            abi.encodeCall(IDualControl.approveAct, (uint256(a) % 3, raw)),
            abi.encodeCall(
                IBeneficiaryAccounts.announceOpening,
                (2, agency, a, uint32(uint256(b)) % 1000, uint8(KEY))
            ),
            bytes(raw)
        ];
        vm.prank(thief);
        (bool isDone, ) = address(accounts).call(calls[which % calls.length]);
        // The five acts come first; proposing and announcing may succeed, but nothing of it may show.
        if (which % calls.length < 5) assertFalse(isDone, "an act of one officer");

        for (uint32 i = 0; i < 300; i += 13) {
            assertAccount(commitmentOf("list", i), 256 + i, IBeneficiaryAccounts.AccountStatus.Open, KEY);
        }
        assertAccount(commitmentOf("list", 7), 263, IBeneficiaryAccounts.AccountStatus.Closed, KEY);
        assertEq(accounts.closedBlocks(0), 1 << 1);
    }

    function _acts() private view returns (bytes[5] memory) {
        return
            [
                closing(commitmentOf("list", 0), 0),
                reopening(commitmentOf("list", 7)),
                linking(commitmentOf("list", 0), "thief's own"),
                rebinding(commitmentOf("list", 0), "thief's own", KEY),
                abi.encodeCall(IBeneficiaryAccounts.abandonOpening, (agency, 1))
            ];
    }

    function _missing(Role role) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, thief);
    }
}
