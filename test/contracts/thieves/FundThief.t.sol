// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DonorFund} from "../../../contracts/funding/DonorFund.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {FundTest} from "../support/FundTest.sol";
import {PlainRecipient, RecipientList} from "../support/PlainRecipient.sol";

/// @notice A fund with 100 dollars: 60 earmarked for the north, 40 for anything. What each key can do with it at worst.
contract FundThiefTest is FundTest {
    address private own = makeAddr("the thief's own address");

    function setUp() public override {
        super.setUp();
        contribute(donor, 60 * USD, address(north));
        contribute(otherDonor, 40 * USD, NONE);
    }

    function test_TheFinanceOfficer() public {
        bytes memory act = allocating(address(south), USD);
        uint256 actId = proposeAct(fund, finance, act);
        vm.startPrank(finance);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_TwoOfficersNeeded.selector, finance));
        fund.allocate(1, own, USD, DECISION);
        vm.expectRevert(_missing(Role.Approver, finance));
        fund.approveAct(actId, act);
        vm.stopPrank();
        _assertNothingLost();
    }

    function test_TheApprover() public {
        bytes memory honest = allocating(address(south), USD);
        bytes memory greedy = allocating(address(south), 40 * USD);
        vm.expectRevert(_missing(Role.Finance, approver));
        vm.prank(approver);
        fund.proposeAct(greedy);

        uint256 actId = proposeAct(fund, finance, honest);
        vm.expectRevert(
            abi.encodeWithSelector(
                IDualControl.DualControl_OtherActRestated.selector,
                actId,
                keccak256(honest),
                keccak256(greedy)
            )
        );
        vm.prank(approver);
        fund.approveAct(actId, greedy);
        _assertNothingLost();
    }

    function test_BothOfficersTogether_TheyPayNobodyButProgrammesAndAgreements() public {
        address fake = address(new PlainRecipient(address(dollar), 1));
        address[4] memory others = [own, fake, address(fund), donor];
        for (uint256 i = 0; i < 4; ++i) {
            expectActRevert(
                fund,
                finance,
                approver,
                allocating(others[i], USD),
                abi.encodeWithSelector(IDonorFund.DonorFund_RecipientUnknown.selector, others[i])
            );
        }
        bytes memory transfer = abi.encodeCall(dollar.transfer, (own, USD));
        vm.expectRevert(
            abi.encodeWithSelector(IDualControl.DualControl_NotAnAct.selector, dollar.transfer.selector)
        );
        vm.prank(finance);
        fund.proposeAct(transfer);
        _assertNothingLost();
    }

    function test_BothOfficersTogether_TheyTakeNothingThatIsEarmarkedForOthers() public {
        expectActRevert(
            fund,
            finance,
            approver,
            allocating(address(south), 40 * USD + 1),
            abi.encodeWithSelector(IDonorFund.DonorFund_NotEnough.selector, 40 * USD + 1, 40 * USD)
        );
        allocate(address(south), 40 * USD);
        expectActRevert(
            fund,
            finance,
            approver,
            accepting(1, NONE),
            abi.encodeWithSelector(IDonorFund.DonorFund_NotEnoughUnattributed.selector, 1, 0)
        );
        assertPot(address(north), 60 * USD, 0);
    }

    function test_BothOfficersTogether_TheyEndNoEarmarkBeforeItsRecipientIsClosed() public {
        contribute(donor, USD, address(plain));
        bytes memory act = releasing(address(plain));
        uint256 actId = proposeAct(fund, finance, act);
        skip(14 days);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_RecipientOpen.selector, address(plain)));
        vm.prank(approver);
        fund.approveAct(actId, act);
        assertPot(address(plain), USD, 0);
    }

    function test_ADonor_EarmarksNothingForItselfAndGetsNothingBack() public {
        give(donor, USD);
        vm.startPrank(donor);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_RecipientUnknown.selector, donor));
        fund.contribute(USD, donor, REFERENCE);
        vm.expectRevert(abi.encodeWithSelector(IDonorFund.DonorFund_RecipientUnknown.selector, donor));
        fund.takeBack(USD);
        vm.stopPrank();
        _assertNothingLost();
    }

    /// A thousandth of a cent before each allocation changes nothing for those who came before.
    function test_ADonor_MovesNobodyOutOfTheLine() public {
        for (uint256 i = 0; i < 10; ++i) {
            contribute(own, 1, NONE);
            allocate(address(south), 4 * USD);
        }
        for (uint32 a = 1; a <= 10; ++a) assertOverlap(2, a, 4 * USD, 0);
        assertPot(NONE, 40 * USD + 10, 40 * USD);
    }

    function test_OfficersOfAProgramme_TheyWashNoEarmarkOffByGivingBack() public {
        allocate(address(north), 100 * USD);
        // As much as they like, by any detour that the programme has: what comes back keeps its earmark.
        giveBack(address(north), 70 * USD);
        assertPot(address(north), 90 * USD, 60 * USD);
        expectActRevert(
            fund,
            finance,
            approver,
            allocating(address(south), 40 * USD + 1),
            abi.encodeWithSelector(IDonorFund.DonorFund_NotEnough.selector, 40 * USD + 1, 40 * USD)
        );
        assertEq(fund.unattributed(), 0);
    }

    function test_AnOutsider_PassesForNoRecipient() public {
        PlainRecipient fake = new PlainRecipient(address(dollar), 1);
        dollar.mint(address(fake), USD);
        vm.expectRevert(
            abi.encodeWithSelector(IDonorFund.DonorFund_RecipientUnknown.selector, address(fake))
        );
        fake.giveBack(USD, address(fund));
        _assertNothingLost();
    }

    /// A copy of the code with a list of its own is no recorded source of any programme.
    function test_AnOutsider_MakesNoFundThatAProgrammeWouldTake() public {
        DonorFund.Surroundings memory here = around();
        here.agreements = new RecipientList();
        DonorFund copy = new DonorFund(here, agency, address(dollar), "Fund for the region");
        dollar.mint(address(copy), USD);
        vm.expectRevert(abi.encodeWithSelector(IBudget.Budget_SourceNotRecorded.selector, address(copy)));
        vm.prank(address(copy));
        north.fund(1, address(copy));
    }

    function _missing(Role role, address account) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, account);
    }

    function _assertNothingLost() private view {
        assertTotals(100 * USD, 0, 0);
        assertEq(dollar.balanceOf(address(fund)), 100 * USD);
        assertEq(dollar.balanceOf(own), 0);
        assertTies();
    }
}
