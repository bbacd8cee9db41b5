// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ICorrections} from "../../../contracts/interfaces/ICorrections.sol";
import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {Receipts} from "../support/Receipts.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice A shop with terminals of its own that signs sales nobody made. Its ceiling is 10,000 a day, three days' worth at once; each
/// of its terminals has a limit of 20,000 a cycle.
contract DishonestShopTest is ThiefTest {
    address private second;

    function setUp() public override {
        super.setUp();
        second = authorise("second terminal of the shop", shop, TERMINAL_LIMIT);
    }

    function test_Shop_InventsAtMostItsCeilingWithAllItsTerminals() public {
        CycleId id = openBigCycle();
        drain(terminal, id);
        drain(second, id);
        assertEq(
            programme.ledgerOf(shop, id).gross,
            29_970 * USD,
            "ceiling of 30,000, not two limits of 20,000"
        );
        skip(1 days);
        drain(second, id);
        assertEq(programme.ledgerOf(shop, id).gross, 36_000 * USD, "all that is left of 400 households");
        assertNothingLeft();
    }

    /// Two shops that work together have two ceilings, and no more than the households have left.
    function test_Shop_AddsTheCeilingOfEachShopItWorksWith() public {
        CycleId id = openBigCycle();
        drain(terminal, id);
        drain(second, id);
        redeem(otherTerminal, id, 1, sales(FIRST + 113, 400, LISTED));
        uint256 taken = programme.ledgerOf(shop, id).gross + programme.ledgerOf(otherShop, id).gross;
        assertEq(taken, 46_170 * USD, "16,200 of the other shop's 20,000: then there is nobody left");
        assertEq(taken, TOTAL);
        assertNothingLeft();
    }

    /// Until it is settled, what was invented is given back to the household by two officers.
    function test_Shop_GetsNothingForASaleThatIsReversed() public {
        CycleId id = openBigCycle();
        redeem(terminal, id, 1, sale(FIRST, LISTED));
        ICorrections.Correction memory c;
        (c.terminal, c.number, c.cycle, c.account, c.amount) = (terminal, 1, id, FIRST, LISTED);
        c.kind = ICorrections.CorrectionKind.Reverse;
        financeAct(abi.encodeCall(ICorrections.correct, (c, extractsOf(id))));

        assertEq(programme.entitlementLeft(id, FIRST), LISTED);
        assertBalances(FUNDS - TOTAL, TOTAL, 0, 0);
        refuseFinanceAct(
            abi.encodeCall(ISettlements.settle, (settlement(shop, id, LISTED))),
            abi.encodeWithSelector(ISettlements.Settlements_AboveOwed.selector, shop, id, 0, LISTED)
        );
    }

    function test_Shop_IsPaidOnceAndNotMoreThanItIsOwed() public {
        CycleId id = openBigCycle();
        addFees(100 * USD);
        redeem(terminal, id, 1, sales(FIRST, 2, LISTED));
        ISettlements.SettlementTerms memory more = settlement(shop, id, 180 * USD + 1);
        more.commission = 2_700_000;
        refuseFinanceAct(
            abi.encodeCall(ISettlements.settle, (more)),
            abi.encodeWithSelector(
                ISettlements.Settlements_AboveOwed.selector,
                shop,
                id,
                180 * USD,
                180 * USD + 1
            )
        );
        settle(settlement(shop, id, 180 * USD));
        assertEq(asset.balanceOf(payout), 180 * USD + 2_700_000, "180 and 1.5 % commission");
        refuseFinanceAct(
            abi.encodeCall(ISettlements.settle, (settlement(shop, id, 1))),
            abi.encodeWithSelector(ISettlements.Settlements_AboveOwed.selector, shop, id, 0, 1)
        );
    }

    /// A settlement names the payout that officers knew; another one that somebody slipped in makes it fail.
    function test_Shop_CannotSlipInAnotherPayout() public {
        CycleId id = openBigCycle();
        redeem(terminal, id, 1, sale(FIRST, LISTED));
        ISettlements.SettlementTerms memory terms = settlement(shop, id, LISTED);
        bytes32 known = terms.payoutHash;
        terms.payoutHash = keccak256(abi.encode(tokenPayout(thiefsOwn)));
        terms.commission = 1_350_000;
        refuseFinanceAct(
            abi.encodeCall(ISettlements.settle, (terms)),
            abi.encodeWithSelector(
                ISettlements.Settlements_PayoutDiffers.selector,
                shop,
                known,
                terms.payoutHash
            )
        );
    }

    function test_Shop_GainsNothingBySendingReceiptsAgain() public {
        CycleId id = openBigCycle();
        bytes memory items = sales(FIRST, 3, 10 * USD);
        redeem(terminal, id, 1, items);
        redeem(terminal, id, 1, items);
        redeem(terminal, id, 2, sales(FIRST, 3, 10 * USD));
        assertEq(grossOf(terminal, id), 40 * USD, "three receipts and the one that was new");
        assertEq(nextNumber(terminal), 5);
    }

    function test_Shop_CannotLeaveOutReceiptsToHideThem() public {
        CycleId id = openBigCycle();
        IRedemptions.ReceiptBatch memory batch = batchOf(terminal, id, 2, sale(FIRST, USD));
        bytes memory signature_ = signed(batch);
        vm.expectRevert(abi.encodeWithSelector(IRedemptions.Redemptions_Gap.selector, terminal, 1, 2));
        programme.redeem(batch, signature_, noExtracts());
    }

    function test_Shop_CannotRefundWhatItWasPaidFor() public {
        CycleId id = openBigCycle();
        addFees(100 * USD);
        redeem(terminal, id, 1, sale(FIRST, LISTED));
        settle(settlement(shop, id, LISTED));
        redeem(terminal, id, 2, Receipts.refund(FIRST, LISTED, 1), extractsOf(id));
        assertEq(programme.entitlementLeft(id, FIRST), 0, "rejected: the shop is owed nothing any more");
        (bool isRejected, ) = programme.receiptStatus(terminal, 2);
        assertTrue(isRejected);
        assertTies();
    }

    /// Nothing on chain can tell that the household was not there. How it was recognised is said on each receipt, for those who
    /// reconcile: an override counts like a card and PIN.
    function test_Shop_SaysItselfHowItRecognisedAHousehold() public {
        CycleId id = openBigCycle();
        uint8 overridden = Receipts.flags(false, Receipts.Recognition.Override);
        bytes memory items = Receipts.item(FIRST, LISTED, today(), overridden);
        expectReceipts(terminal, id, 1, items, "", IRedemptions.Stop.None);
        redeem(terminal, id, 1, items);
        assertEq(grossOf(terminal, id), LISTED);
    }
}
