// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CurrencyUnit} from "../../../contracts/funding/CurrencyUnit.sol";
import {ICurrencyUnit} from "../../../contracts/interfaces/ICurrencyUnit.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

contract SettlementsBankTest is ProgrammeTest {
    uint128 private constant FEES = 1000;
    bytes32 private constant UNKNOWN = keccak256("unknown document");
    ISettlements.SettlementState private constant INSTRUCTED = ISettlements.SettlementState.Instructed;
    ISettlements.SettlementState private constant PAID = ISettlements.SettlementState.Paid;
    ISettlements.SettlementState private constant RETURNED = ISettlements.SettlementState.Returned;

    ShopId private bank;
    CycleId private id;

    function setUp() public override {
        super.setUp();
        startProgramme(address(unit));
        _sell();
    }

    // --- settle

    function test_Settle_WhenTheEndToEndReferenceIsMissing() public {
        ISettlements.SettlementTerms memory terms = settlement(bank, id, 100);
        terms.endToEndId = 0;
        bytes memory act = abi.encodeCall(ISettlements.settle, (terms));
        refuseFinanceAct(act, abi.encodeWithSelector(ISettlements.Settlements_EndToEndIdMissing.selector));
    }

    function test_Settle_WhenTheReferenceWasUsedBefore() public {
        settle(settlement(bank, id, 100));
        _return(1);
        ISettlements.SettlementTerms memory terms = settlement(bank, id, 100);
        terms.endToEndId = "E2E-1";
        bytes memory act = abi.encodeCall(ISettlements.settle, (terms));
        bytes32 used = "E2E-1";
        bytes4 selector = ICurrencyUnit.CurrencyUnit_ReferenceUsed.selector;
        refuseFinanceAct(act, abi.encodeWithSelector(selector, programme, used));
    }

    function test_Settle_WhenTwoOfficersAgree() public {
        uint256 supply = unit.totalSupply();
        ISettlements.SettlementTerms memory terms = settlement(bank, id, 800);
        terms.withholding = 50;
        bytes memory act = abi.encodeCall(ISettlements.settle, (terms));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(unit));
        emit ICurrencyUnit.UnitsRetired(address(programme), "E2E-1", 762);
        vm.expectEmit(address(programme));
        emit ISettlements.SettlementMade(1, bank, id, INSTRUCTED, 762, terms);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertTrue(programme.settlementOf(1).state == INSTRUCTED);
        assertEq(unit.totalSupply(), supply - 762);
        assertEq(unit.retiredOf(address(programme), "E2E-1"), 762);
        assertEq(programme.ledgerOf(bank, id).settled, 800);
        // 200 are still to be settled, and 50 are withheld until the bank has paid.
        _assertMoney(0, 250, 12);
    }

    function test_Settle_GivenTheUnitHasMoreThan6Decimals() public {
        unit = new CurrencyUnit(consortium, agency, "Fine unit", "aFINE", 8);
        startProgramme(address(unit));
        assertEq(scale, 100);
        _sell();
        settle(settlement(bank, id, 800));
        assertEq(unit.retiredOf(address(programme), "E2E-1"), 81_200);
        _assertMoney(0, 200, 12);
        _return(1);
        _assertMoney(0, 1000, 0);
    }

    // --- confirm settlement

    function test_ConfirmSettlement_WhenTheBankStatementIsNotRecorded() public {
        settle(settlement(bank, id, 800));
        bytes memory act = abi.encodeCall(ISettlements.confirmSettlement, (1, UNKNOWN));
        bytes4 selector = ISettlements.Settlements_StatementNotRecorded.selector;
        refuseFinanceAct(act, abi.encodeWithSelector(selector, UNKNOWN));
    }

    function test_ConfirmSettlement_GivenItIsNoLongerInstructed() public {
        settle(settlement(bank, id, 800));
        _confirm(1);
        _refuseEnd(1, PAID);
    }

    function test_ConfirmSettlement_WhenTwoOfficersAgree() public {
        ISettlements.SettlementTerms memory terms = settlement(bank, id, 800);
        terms.withholding = 50;
        settle(terms);
        bytes memory act = abi.encodeCall(ISettlements.confirmSettlement, (1, BANK_STATEMENT));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit ISettlements.SettlementConfirmed(1, bank, BANK_STATEMENT);
        vm.expectEmit(address(unit));
        emit ICurrencyUnit.RetirementFinal(address(programme), "E2E-1", 762);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertTrue(programme.settlementOf(1).state == PAID);
        assertEq(unit.retiredOf(address(programme), "E2E-1"), 0);
        _assertMoney(50, 200, 12);
    }

    // --- return settlement

    function test_ReturnSettlement_WhenTheBankStatementIsNotRecorded() public {
        settle(settlement(bank, id, 800));
        bytes memory act = abi.encodeCall(ISettlements.returnSettlement, (1, "CLOSED-ACCOUNT", UNKNOWN));
        bytes4 selector = ISettlements.Settlements_StatementNotRecorded.selector;
        refuseFinanceAct(act, abi.encodeWithSelector(selector, UNKNOWN));
    }

    function test_ReturnSettlement_GivenItIsNoLongerInstructed() public {
        settle(settlement(bank, id, 800));
        _return(1);
        _refuseEnd(1, RETURNED);
    }

    function test_ReturnSettlement_WhenTwoOfficersAgree() public {
        uint256 supply = unit.totalSupply();
        ISettlements.SettlementTerms memory terms = settlement(bank, id, 800);
        terms.withholding = 50;
        settle(terms);
        bytes memory act = abi.encodeCall(
            ISettlements.returnSettlement,
            (1, "CLOSED-ACCOUNT", BANK_STATEMENT)
        );
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit ISettlements.SettlementReturned(1, bank, "CLOSED-ACCOUNT", BANK_STATEMENT);
        vm.expectEmit(address(unit));
        emit ICurrencyUnit.UnitsRestored(address(programme), "E2E-1", 762);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertTrue(programme.settlementOf(1).state == RETURNED);
        assertEq(unit.totalSupply(), supply);
        assertEq(programme.ledgerOf(bank, id).settled, 0);
        _assertMoney(0, 1000, 0);

        settle(settlement(bank, id, 1000));
        _confirm(2);
        assertEq(unit.totalSupply(), supply - 1015);
        _assertMoney(0, 0, 15);
    }

    // --- banks and wallets

    function test_Settle_GivenShopsWithBanksAndWithWallets() public {
        uint256 issued = unit.totalSupply();
        redeem(terminal, id, 1, sale(FIRST + 3, 500));
        settle(settlement(bank, id, 300));
        settle(settlement(shop, id, 500));
        settle(settlement(bank, id, 700));
        _confirm(1);
        _return(3);
        assertEq(unit.balanceOf(payout), 507);
        // 304 left through the bank: 300 and 1.5 % of it, rounded down.
        assertEq(unit.totalSupply(), issued - 304);
        assertEq(unit.balanceOf(address(programme)), issued - 304 - 507);
        finish(id);
        assertBalances(FUNDS - FEES - 1500, 0, 700, FEES - 4 - 7);
    }

    // --- helpers

    /// @dev A shop that a bank pays sells 1000.
    function _sell() private {
        addFees(FEES);
        bank = registerShop(shopTerms("BANK-1"), bankPayout(keccak256("keyed hash of bank details")));
        address key = authorise("bank terminal", bank, TERMINAL_LIMIT);
        id = openCycle(tenHouseholds());
        uint32 next = nextNumber(key);
        programme.redeem(
            batchOf(key, id, next, sale(FIRST, 1000)),
            signed(batchOf(key, id, next, sale(FIRST, 1000))),
            noExtracts()
        );
        _assertMoney(0, 1000, 0);
    }

    function _assertMoney(uint256 freed, uint256 owed, uint256 commission) private view {
        assertBalances(FUNDS - FEES - 10 * AMOUNT + freed, 10 * AMOUNT - 1000, owed, FEES - commission);
    }

    function _confirm(uint32 settlementId) private {
        financeAct(abi.encodeCall(ISettlements.confirmSettlement, (settlementId, BANK_STATEMENT)));
    }

    function _return(uint32 settlementId) private {
        financeAct(
            abi.encodeCall(ISettlements.returnSettlement, (settlementId, "CLOSED-ACCOUNT", BANK_STATEMENT))
        );
    }

    function _refuseEnd(uint32 settlementId, ISettlements.SettlementState state) private {
        bytes4 selector = ISettlements.Settlements_WrongState.selector;
        bytes memory reason = abi.encodeWithSelector(selector, settlementId, state);
        refuseFinanceAct(
            abi.encodeCall(ISettlements.confirmSettlement, (settlementId, BANK_STATEMENT)),
            reason
        );
        refuseFinanceAct(
            abi.encodeCall(ISettlements.returnSettlement, (settlementId, "CLOSED-ACCOUNT", BANK_STATEMENT)),
            reason
        );
    }
}
