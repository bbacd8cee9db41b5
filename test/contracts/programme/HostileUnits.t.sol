// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {LooseUnit} from "../support/LooseUnit.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

/// @notice Units of account that do what no unit should. Each helper ends with all books tied out against the unit's own balance.
contract HostileUnitsTest is ProgrammeTest {
    uint128 private constant SOLD = 800;
    uint128 private constant PAYMENT = SOLD + (SOLD * COMMISSION_BPS) / 10_000;

    LooseUnit private loose;
    ShopId private bank;
    CycleId private id;

    function setUp() public override {
        super.setUp();
        loose = new LooseUnit();
        startProgramme(address(loose));
        addFees(1_000);
        bank = registerShop(shopTerms("BANK-1"), bankPayout(keccak256("keyed hash of bank details")));
        address key = authorise("bank terminal", bank, TERMINAL_LIMIT);
        id = openCycle(tenHouseholds());
        programme.redeem(
            batchOf(key, id, 1, sale(FIRST, uint56(SOLD))),
            signed(batchOf(key, id, 1, sale(FIRST, uint56(SOLD)))),
            noExtracts()
        );
    }

    function test_AUnitThatRetiresLessThanAsked() public {
        ISettlements.SettlementTerms memory terms = settlement(bank, id, SOLD);
        loose.forget(1);
        refuseFinanceAct(abi.encodeCall(ISettlements.settle, (terms)), _differs(PAYMENT, PAYMENT - 1));
        loose.forget(0);
        settle(terms);
        _assertState(1, ISettlements.SettlementState.Instructed);
    }

    function test_AUnitThatRestoresLessThanItRetired() public {
        settle(settlement(bank, id, SOLD));
        loose.forget(1);
        refuseFinanceAct(_returning(1), _differs(PAYMENT, PAYMENT - 1));
        _assertState(1, ISettlements.SettlementState.Instructed);
        loose.forget(0);
        financeAct(_returning(1));
        _assertState(1, ISettlements.SettlementState.Returned);
        assertEq(programme.balances().owed, SOLD, "the shop is owed all of it again");
    }

    function test_AUnitThatCallsBack() public {
        _arm();
        settle(settlement(bank, id, SOLD));
        _assertShutOut();
        _arm();
        financeAct(_returning(1));
        _assertShutOut();
        settle(settlement(bank, id, SOLD));
        _arm();
        financeAct(abi.encodeCall(ISettlements.confirmSettlement, (2, BANK_STATEMENT)));
        _assertShutOut();
        _assertState(2, ISettlements.SettlementState.Paid);
    }

    // --- helpers

    /// @dev The next time the unit is called, it pays the programme in the middle of it what would then be counted twice.
    function _arm() private {
        loose.arm(address(programme), abi.encodeCall(IBudget.fund, (1, source)));
    }

    function _assertShutOut() private view {
        assertEq(loose.target(), address(0), "it has called");
        assertFalse(loose.hasReentered());
        assertEq(
            loose.answer(),
            abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }

    function _returning(uint32 settlementId) private pure returns (bytes memory) {
        bytes32 reason = "CLOSED-ACCOUNT";
        return abi.encodeCall(ISettlements.returnSettlement, (settlementId, reason, BANK_STATEMENT));
    }

    function _assertState(uint32 settlementId, ISettlements.SettlementState state) private view {
        assertTrue(programme.settlementOf(settlementId).state == state, "state of the settlement");
    }

    function _differs(uint256 expected, uint256 moved) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IBudget.Budget_AmountDiffers.selector, expected, moved);
    }
}
