// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DonorFund} from "../../../contracts/funding/DonorFund.sol";
import {IClosure} from "../../../contracts/interfaces/IClosure.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IAgreementRegistry} from "../../../contracts/interfaces/IFundRecipient.sol";
import {ProgrammeFactory} from "../../../contracts/programmes/ProgrammeFactory.sol";
import {AgreementTest} from "../support/AgreementTest.sol";
import {FundTest} from "../support/FundTest.sol";

/// @notice An agreement whose only money is a fund's.
contract DonorFundAgreementTest is AgreementTest {
    DonorFund private donorFund;

    function setUp() public override {
        super.setUp();
        DonorFund.Surroundings memory around = DonorFund.Surroundings({
            consortium: consortium,
            programmes: new ProgrammeFactory(consortium, address(beacon)),
            agreements: IAgreementRegistry(address(factory)),
            wrappedEther: address(0)
        });
        donorFund = new DonorFund(around, agency, address(asset), "Wells");
        recordSource(address(donorFund));
        sign(terms());

        give(donor, TOTAL);
        vm.startPrank(donor);
        asset.approve(address(donorFund), TOTAL);
        donorFund.contribute(TOTAL, address(agreement), "GRANT-7");
        vm.stopPrank();
        bytes memory act = abi.encodeCall(IDonorFund.allocate, (1, address(agreement), TOTAL, "FIRST"));
        runAct(donorFund, finance, approver, act);
    }

    function test_Agreement_WhenItEndsBeforeItsTime() public {
        complete(WORK, 1_000 * USD);
        endByNotice();
        assertTrue(agreement.isClosed());
        assertEq(donorFund.allocationOf(1).returned, 1_000 * USD);
        assertEq(donorFund.potOf(address(agreement)).contributed, 3_000 * USD);
        assertEq(donorFund.unattributed(), 0);
        assertEq(asset.balanceOf(address(donorFund)), 1_000 * USD);

        bytes memory act = abi.encodeCall(IDonorFund.releaseEarmark, (address(agreement), "consent"));
        uint256 actId = proposeAct(donorFund, finance, act);
        skip(14 days);
        vm.prank(approver);
        donorFund.approveAct(actId, act);
        (, uint256 unearmarked) = donorFund.available(address(0));
        assertEq(unearmarked, 1_000 * USD);
    }

    function test_Agreement_WhenItIsComplete() public {
        completeAdvance();
        complete(WORK, 1_000 * USD);
        complete(COSTS, 300 * USD);
        complete(LAST, 200 * USD);
        vm.prank(approver);
        agreement.complete();
        assertTrue(agreement.isClosed());
        assertPaid(TOTAL);
        assertEq(donorFund.totals().returned, 0);
        assertEq(donorFund.totals().allocated, TOTAL);
    }
}

/// @notice A programme that is closed with a fund's money in it, and somebody else's.
contract DonorFundProgrammeTest is FundTest {
    function test_Programme_WhenItIsClosed() public {
        contribute(donor, 100 * USD, address(north));
        allocate(address(north), 60 * USD);
        fundFromOutside(address(north), 5 * USD);
        dollar.mint(address(north), 3 * USD);

        bytes memory act = abi.encodeCall(IClosure.closeProgramme, (address(fund)));
        uint256 actId = proposeAct(north, finance, act);
        skip(2 days);
        vm.prank(approver);
        north.approveAct(actId, act);

        assertTies();
        assertTotals(100 * USD, 60 * USD, 60 * USD);
        assertPot(address(north), 160 * USD, 60 * USD);
        assertEq(fund.unattributed(), 8 * USD);
        expectActRevert(
            fund,
            finance,
            approver,
            allocating(address(north), USD),
            abi.encodeWithSelector(IClosure.Closure_Closed.selector)
        );
        release(address(north));
        allocate(address(south), 100 * USD);
    }
}
