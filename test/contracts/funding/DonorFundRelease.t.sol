// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IDualControl} from "../../../contracts/interfaces/IDualControl.sol";
import {FundTest} from "../support/FundTest.sol";

contract DonorFundReleaseTest is FundTest {
    function setUp() public override {
        super.setUp();
        contribute(donor, 10, NONE);
        contribute(donor, 10, address(plain));
        contribute(otherDonor, 5, address(plain));
        allocate(address(plain), 12);
    }

    function test_ReleaseEarmark_WhenTheRecipientIsNotOfTheConsortium() public {
        _refuse(NONE, abi.encodeWithSelector(IDonorFund.DonorFund_RecipientUnknown.selector, NONE));
    }

    function test_ReleaseEarmark_WhenTheRecipientIsNotClosed() public {
        _refuse(
            address(plain),
            abi.encodeWithSelector(IDonorFund.DonorFund_RecipientOpen.selector, address(plain))
        );
        assertPot(address(plain), 15, 12);
    }

    function test_ReleaseEarmark_WhenNothingIsLeftInItsPot() public {
        allocate(address(plain), 3);
        plain.close();
        _refuse(
            address(plain),
            abi.encodeWithSelector(IDonorFund.DonorFund_NothingEarmarked.selector, address(plain))
        );
    }

    function test_ReleaseEarmark_WhenTwoWeeksHaveNotPassed() public {
        plain.close();
        bytes memory act = releasing(address(plain));
        uint256 actId = proposeAct(fund, finance, act);
        uint256 readyAt = vm.getBlockTimestamp() + 14 days;
        skip(14 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_TooEarly.selector, actId, readyAt));
        vm.prank(approver);
        fund.approveAct(actId, act);
    }

    function test_ReleaseEarmark_WhenTwoOfficersAgree() public {
        plain.close();
        bytes memory act = releasing(address(plain));
        uint256 actId = proposeAct(fund, finance, act);
        skip(14 days);
        vm.expectEmit(address(fund));
        emit IDonorFund.EarmarkReleased(4, 2, address(plain), 3, 10, 12, keccak256("consent"));
        vm.prank(approver);
        fund.approveAct(actId, act);

        assertTies();
        assertTotals(25, 3, 15);
        assertPot(address(plain), 15, 15);
        assertPot(NONE, 13, 0);
        IDonorFund.Contribution memory released = IDonorFund.Contribution(
            address(plain),
            NONE,
            10,
            13,
            2,
            12
        );
        assertEq(abi.encode(fund.contributionOf(4)), abi.encode(released));
        assertOverlap(3, 2, 3, 3);
        assertOverlap(2, 2, 0, 0);

        allocate(address(north), 13);
        assertOverlap(4, 3, 3, 0);
        assertEq(north.balances().free, 13);
    }

    function test_ReleaseEarmark_WhenTheRecipientGivesSomethingBackLater() public {
        plain.close();
        release(address(plain));
        uint32 id = giveBack(address(plain), 4);
        assertEq(fund.nextContributionId(), id + 1, "one contribution, and none of nothing");
        IDonorFund.Contribution memory returned = IDonorFund.Contribution(
            address(plain),
            address(plain),
            15,
            19,
            1,
            8
        );
        assertEq(abi.encode(fund.contributionOf(id)), abi.encode(returned));
        assertEq(fund.allocationOf(1).returned, 4);
        assertEq(fund.allocationOf(2).returned, 3);
        assertPot(address(plain), 19, 15);
        release(address(plain));
        assertPot(NONE, 17, 0);
    }

    function _refuse(address recipient, bytes memory reason) private {
        bytes memory act = releasing(recipient);
        uint256 actId = proposeAct(fund, finance, act);
        skip(14 days);
        vm.expectRevert(reason);
        vm.prank(approver);
        fund.approveAct(actId, act);
    }
}
