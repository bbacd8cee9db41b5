// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {CurrencyUnit} from "../../contracts/funding/CurrencyUnit.sol";
import {IConsortium} from "../../contracts/interfaces/IConsortium.sol";
import {ICurrencyUnit} from "../../contracts/interfaces/ICurrencyUnit.sol";
import {IDualControl} from "../../contracts/interfaces/IDualControl.sol";
import {Role} from "../../contracts/types/Roles.sol";
import {ConsortiumTest} from "./support/ConsortiumTest.sol";

contract CurrencyUnitTest is ConsortiumTest {
    /// EUR 100,000.00 at 655.957 XOF a euro: 10,000,000 cents times 6.55957.
    uint128 private constant CENTS = 10_000_000;
    uint128 private constant RATE = 6_559_570_000_000_000_000;
    uint256 private constant UNITS = 65_595_700;
    bytes32 private constant PAYMENT = "PAYMENT-1";

    CurrencyUnit private unit;
    address private holder = makeAddr("holder");

    function setUp() public override {
        super.setUp();
        unit = new CurrencyUnit(consortium, agency, "Agency franc", "aXOF", 0);
    }

    function test_Constructor() public view {
        assertTrue(unit.organisation() == agency);
        assertEq(unit.name(), "Agency franc");
        assertEq(unit.symbol(), "aXOF");
        assertEq(unit.decimals(), 0);
        assertTrue(unit.supportsInterface(type(ICurrencyUnit).interfaceId));
        assertTrue(unit.supportsInterface(type(IDualControl).interfaceId));
        assertTrue(unit.supportsInterface(type(IERC20).interfaceId));
        assertTrue(unit.supportsInterface(type(IERC165).interfaceId));
        assertFalse(unit.supportsInterface(0xffffffff));
    }

    // --- issue

    function test_Issue_WhenTheCalldataIsNoAct() public {
        bytes memory call_ = abi.encodeCall(IERC20.transfer, (holder, 1));
        vm.expectRevert(
            abi.encodeWithSelector(IDualControl.DualControl_NotAnAct.selector, IERC20.transfer.selector)
        );
        vm.prank(finance);
        unit.proposeAct(call_);
    }

    function test_Issue_WhenItIsCalledDirectly() public {
        vm.expectRevert(abi.encodeWithSelector(IDualControl.DualControl_TwoOfficersNeeded.selector, finance));
        vm.prank(finance);
        unit.issue(holder, UNITS, _funding());
    }

    function test_Issue_WhenTheOfficersAreOfAnotherOrganisation() public {
        bytes memory call_ = _issuing(UNITS, _funding());
        vm.expectRevert(_missing(Role.Finance, otherFinance));
        vm.prank(otherFinance);
        unit.proposeAct(call_);

        uint256 actId = proposeAct(unit, finance, call_);
        vm.expectRevert(_missing(Role.Approver, otherApprover));
        vm.prank(otherApprover);
        unit.approveAct(actId, call_);
    }

    function test_Issue_WhenAFieldOfTheFundingIsMissing() public {
        ICurrencyUnit.Funding memory funding = _funding();
        funding.sourceAmount = 0;
        _expectInvalid(UNITS, funding, "sourceAmount");
        funding = _funding();
        funding.sourceCurrency = 0;
        _expectInvalid(UNITS, funding, "sourceCurrency");
        funding = _funding();
        funding.rate = 0;
        _expectInvalid(UNITS, funding, "rate");
        funding = _funding();
        funding.document = 0;
        _expectInvalid(UNITS, funding, "document");
    }

    function test_Issue_WhenTheAmountIsNotTheFundingTimesTheRate() public {
        _expectInvalid(UNITS + 1, _funding(), "amount");
        _expectInvalid(UNITS - 1, _funding(), "amount");
        // One cent at less than one unit a cent is worth no unit.
        _expectInvalid(0, ICurrencyUnit.Funding(1, "EUR", 0.5e18, "document"), "amount");
    }

    function test_Issue_WhenTheDocumentWasUsed() public {
        bytes memory call_ = _issuing(UNITS, _funding());
        runAct(unit, finance, approver, call_);
        uint256 actId = proposeAct(unit, finance, call_);
        vm.expectRevert(
            abi.encodeWithSelector(ICurrencyUnit.CurrencyUnit_DocumentUsed.selector, _funding().document)
        );
        vm.prank(approver);
        unit.approveAct(actId, call_);
    }

    function test_Issue_WhenTwoOfficersIssue() public {
        bytes memory call_ = _issuing(UNITS, _funding());
        uint256 actId = proposeAct(unit, finance, call_);
        vm.expectEmit(address(unit));
        emit ICurrencyUnit.UnitsIssued(holder, UNITS, _funding());
        vm.prank(approver);
        unit.approveAct(actId, call_);

        assertEq(unit.balanceOf(holder), UNITS);
        assertEq(unit.totalSupply(), UNITS);
    }

    function testFuzz_Issue_GivenAnySourceAmountAndRate(uint128 sourceAmount, uint128 rate) public {
        sourceAmount = uint128(bound(sourceAmount, 1, 1e30));
        rate = uint128(bound(rate, 1e18, 1e36));
        uint256 units = (uint256(sourceAmount) * rate) / 1e18;
        ICurrencyUnit.Funding memory funding = ICurrencyUnit.Funding(sourceAmount, "EUR", rate, "document");

        runAct(unit, finance, approver, _issuing(units, funding));
        assertEq(unit.balanceOf(holder), units);
    }

    // --- retire

    function test_Retire_WhenTheHolderHasNotEnough() public {
        _issue();
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, holder, UNITS, UNITS + 1)
        );
        vm.prank(holder);
        unit.retire(UNITS + 1, PAYMENT);
    }

    function test_Retire_WhenTheReferenceWasUsed() public {
        _issue();
        vm.startPrank(holder);
        unit.retire(1, "OPEN");
        unit.retire(1, "RESTORED");
        unit.restore("RESTORED");
        unit.retire(1, "FINAL");
        unit.finalise("FINAL");

        bytes32[3] memory used = [bytes32("OPEN"), "RESTORED", "FINAL"];
        for (uint256 i = 0; i < used.length; ++i) {
            vm.expectRevert(
                abi.encodeWithSelector(ICurrencyUnit.CurrencyUnit_ReferenceUsed.selector, holder, used[i])
            );
            unit.retire(1, used[i]);
        }
    }

    function test_Retire_WhenAHolderRetires() public {
        _issue();
        vm.expectEmit(address(unit));
        emit ICurrencyUnit.UnitsRetired(holder, PAYMENT, 100);
        vm.prank(holder);
        unit.retire(100, PAYMENT);

        assertEq(unit.balanceOf(holder), UNITS - 100);
        assertEq(unit.totalSupply(), UNITS - 100);
        assertEq(unit.retiredOf(holder, PAYMENT), 100);
        assertEq(unit.retiredOf(stranger, PAYMENT), 0);
    }

    // --- restore

    function test_Restore_WhenNothingWasRetired() public {
        _issue();
        vm.prank(holder);
        unit.retire(100, PAYMENT);
        _expectNothingRetired(stranger);
        vm.prank(stranger);
        unit.restore(PAYMENT);
    }

    function test_Restore_WhenItWasRestoredBefore() public {
        _issue();
        vm.startPrank(holder);
        unit.retire(100, PAYMENT);
        unit.restore(PAYMENT);
        _expectNothingRetired(holder);
        unit.restore(PAYMENT);
    }

    function test_Restore_WhenItIsFinal() public {
        _issue();
        vm.startPrank(holder);
        unit.retire(100, PAYMENT);
        unit.finalise(PAYMENT);
        _expectNothingRetired(holder);
        unit.restore(PAYMENT);
    }

    function test_Restore_WhenTheHolderRestores() public {
        _issue();
        vm.startPrank(holder);
        unit.retire(100, PAYMENT);
        vm.expectEmit(address(unit));
        emit ICurrencyUnit.UnitsRestored(holder, PAYMENT, 100);
        assertEq(unit.restore(PAYMENT), 100);

        assertEq(unit.balanceOf(holder), UNITS);
        assertEq(unit.totalSupply(), UNITS);
        assertEq(unit.retiredOf(holder, PAYMENT), 0);
    }

    // --- finalise

    function test_Finalise_WhenNothingIsOpen() public {
        _expectNothingRetired(holder);
        vm.prank(holder);
        unit.finalise(PAYMENT);
    }

    function test_Finalise_WhenTheHolderFinalises() public {
        _issue();
        vm.startPrank(holder);
        unit.retire(100, PAYMENT);
        vm.expectEmit(address(unit));
        emit ICurrencyUnit.RetirementFinal(holder, PAYMENT, 100);
        unit.finalise(PAYMENT);

        assertEq(unit.retiredOf(holder, PAYMENT), 0);
        assertEq(unit.totalSupply(), UNITS - 100);
    }

    // --- the token

    function test_Transfer_WhenAHolderPays() public {
        _issue();
        vm.expectEmit(address(unit));
        emit IERC20.Transfer(holder, finance, 3);
        vm.prank(holder);
        unit.transfer(finance, 3);
    }

    function test_Transfer_WhenTheReceiverIsZero() public {
        _issue();
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        vm.prank(holder);
        unit.transfer(address(0), 1);
    }

    function test_Approve_WhenAHolderLetsSomebodyPay() public {
        _issue();
        vm.expectEmit(address(unit));
        emit IERC20.Approval(holder, finance, 3);
        vm.prank(holder);
        unit.approve(finance, 3);

        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, finance, 3, 4)
        );
        vm.prank(finance);
        unit.transferFrom(holder, finance, 4);
    }

    function test_Approve_WhenTheSpenderIsZero() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidSpender.selector, address(0)));
        vm.prank(holder);
        unit.approve(address(0), 1);
    }

    /// A step is a reference (2 bits), what to do with it (2 bits) and an amount (4 bits).
    function testFuzz_GivenAnyRetirementsRestorationsAndFinals(bytes calldata steps) public {
        _issue();
        vm.startPrank(holder);
        for (uint256 i = 0; i < steps.length && i < 64; ++i) _step(uint8(steps[i]));

        uint256 open = 0;
        for (uint256 i = 0; i < 4; ++i) open += unit.retiredOf(holder, bytes32(i));
        assertEq(unit.totalSupply(), unit.balanceOf(holder));
        assertLe(unit.totalSupply() + open, UNITS, "more than was issued");
    }

    function _step(uint8 step) private {
        bytes32 paymentReference = bytes32(uint256(step & 3));
        uint256 action = (step >> 2) & 3;
        bytes memory call_ =
            action == 0
                ? abi.encodeCall(ICurrencyUnit.finalise, (paymentReference))
                : action == 1
                    ? abi.encodeCall(ICurrencyUnit.restore, (paymentReference))
                    : abi.encodeCall(
                        ICurrencyUnit.retire,
                        (uint256(step >> 4) * 1_000_000, paymentReference)
                    );
        uint256 retired = unit.retiredOf(holder, paymentReference);
        uint256 supply = unit.totalSupply();
        (bool isDone, ) = address(unit).call(call_);
        if (isDone && action == 1)
            assertEq(unit.totalSupply(), supply + retired, "restored what was retired");
        if (!isDone) assertEq(unit.totalSupply(), supply, "a refused step changes nothing");
    }

    function _issue() private {
        runAct(unit, finance, approver, _issuing(UNITS, _funding()));
    }

    function _issuing(
        uint256 amount,
        ICurrencyUnit.Funding memory funding
    ) private view returns (bytes memory) {
        return abi.encodeCall(ICurrencyUnit.issue, (holder, amount, funding));
    }

    function _funding() private pure returns (ICurrencyUnit.Funding memory) {
        return ICurrencyUnit.Funding(CENTS, "EUR", RATE, keccak256("funding"));
    }

    function _expectInvalid(uint256 amount, ICurrencyUnit.Funding memory funding, bytes32 field) private {
        expectActRevert(
            unit,
            finance,
            approver,
            _issuing(amount, funding),
            abi.encodeWithSelector(ICurrencyUnit.CurrencyUnit_FundingInvalid.selector, field)
        );
    }

    function _expectNothingRetired(address by) private {
        vm.expectRevert(
            abi.encodeWithSelector(ICurrencyUnit.CurrencyUnit_NothingRetired.selector, by, PAYMENT)
        );
    }

    function _missing(Role role, address account) private view returns (bytes memory) {
        return abi.encodeWithSelector(IConsortium.Consortium_MissingRole.selector, agency, role, account);
    }
}
