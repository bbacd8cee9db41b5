// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {DonorFundFactory} from "../../../contracts/funding/DonorFundFactory.sol";
import {IConsortium} from "../../../contracts/interfaces/IConsortium.sol";
import {IDonorFund} from "../../../contracts/interfaces/IDonorFund.sol";
import {IDonorFundFactory} from "../../../contracts/interfaces/IDonorFundFactory.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {FundTest} from "../support/FundTest.sol";

contract DonorFundFactoryTest is FundTest {
    DonorFundFactory private funds;

    function setUp() public override {
        super.setUp();
        funds = new DonorFundFactory(consortium, factory, list, address(weth));
    }

    function test_CreateFund_WhenTheCallerIsNoAdministratorOfTheOrganisation() public {
        vm.expectRevert(
            abi.encodeWithSelector(
                IConsortium.Consortium_MissingRole.selector,
                agency,
                Role.Administrator,
                otherAdministrator
            )
        );
        vm.prank(otherAdministrator);
        funds.createFund(agency, address(weth), "Ether");
    }

    function test_CreateFund_WhenAnAdministratorCreatesAFund() public {
        vm.expectEmit(false, true, true, true, address(funds));
        emit IDonorFundFactory.FundCreated(address(0), agency, address(weth), "Ether");
        vm.prank(administrator);
        IDonorFund made = IDonorFund(funds.createFund(agency, address(weth), "Ether"));

        assertTrue(made.organisation() == agency);
        assertEq(made.asset(), address(weth));
        assertEq(made.name(), "Ether");
        assertTrue(funds.isFund(address(made)));
        assertFalse(funds.isFund(address(fund)));
        assertEq(funds.funds().length, 1);
        assertEq(funds.funds()[0], address(made));

        vm.deal(donor, 1 ether);
        vm.prank(donor);
        made.contributeEther{value: 1 ether}(NONE, REFERENCE);
        assertEq(made.totals().contributed, 1e6);
    }
}
