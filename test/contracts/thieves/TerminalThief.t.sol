// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IRedemptions} from "../../../contracts/interfaces/IRedemptions.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {CycleId, ShopId} from "../../../contracts/types/Ids.sol";
import {Role} from "../../../contracts/types/Roles.sol";
import {Receipts} from "../support/Receipts.sol";
import {ThiefTest} from "./ThiefTest.sol";

/// @notice Whoever stole a terminal's key signs what they like. Limit of the terminal: 20,000 a cycle; ceiling of its shop: 10,000 a day,
/// three days' worth at once.
contract TerminalThiefTest is ThiefTest {
    address private thief;

    function setUp() public override {
        super.setUp();
        thief = terminal;
    }

    function test_Thief_TakesAtMostTheTerminalsLimitInACycle() public {
        CycleId id = openBigCycle();
        drain(thief, id);
        redeem(thief, id, 401, sales(FIRST + 400, 113, 20 * USD));

        assertEq(programme.netSalesOf(thief, id), 20_000 * USD);
        assertBalances(FUNDS - TOTAL, TOTAL - 20_000 * USD, 20_000 * USD, 0);
        skip(20 days);
        redeem(thief, id, 514, sales(FIRST + 300, 100, 1));
        assertEq(programme.netSalesOf(thief, id), 20_000 * USD, "waiting does not help");
        assertNothingLeft();
    }

    function test_Thief_TakesAtMostTheShopsCeilingAtOnce() public {
        CycleId id = openBigCycle();
        CycleId next = openBigCycle();
        drain(thief, id);
        drain(thief, next);
        assertEq(
            grossOf(thief, id) + grossOf(thief, next),
            29_970 * USD,
            "333 households of 90, ceiling 30,000"
        );
        drain(thief, next);
        assertEq(grossOf(thief, id) + grossOf(thief, next), 29_970 * USD, "sending again does not help");

        skip(1 days);
        drain(thief, next);
        assertEq(
            grossOf(thief, id) + grossOf(thief, next),
            39_960 * USD,
            "10,000 more each day, while cycles last"
        );
        assertNothingLeft();
    }

    function test_Thief_CreditsNobodyButItsOwnShop() public {
        CycleId id = openBigCycle();
        drain(thief, id);
        assertEq(programme.ledgerOf(shop, id).gross, 19_980 * USD);
        assertEq(programme.ledgerOf(otherShop, id).gross, 0);
        assertEq(programme.terminalOf(otherTerminal).nextNumber, 1);
    }

    function test_Thief_GetsNoTokenUntilTwoOfficersSettleWithItsShop() public {
        CycleId id = openBigCycle();
        drain(thief, id);
        assertNothingLeft();
        assertCannotActAlone(thief, id);
        assertCannotPropose(thief, financeActs(id), Role.Finance);
        assertCannotPropose(thief, listActs(id), Role.Preparer);
        assertCannotApprove(thief, financeActs(id), finance);
        assertCannotCall(thief, id, Role.None);
        assertNothingLeft();

        addFees(1_000 * USD);
        settle(settlement(shop, id, 19_980 * USD));
        assertEq(
            asset.balanceOf(payout),
            19_980 * USD + 299_700_000,
            "the shop's own payout, with its commission"
        );
        assertEq(asset.balanceOf(thief) + asset.balanceOf(thiefsOwn), 0);
    }

    function test_Thief_CannotGoOnOnceTheKeyIsRevoked() public {
        CycleId id = openBigCycle();
        IRedemptions.ReceiptBatch memory batch = batchOf(thief, id, 1, sales(FIRST, 3, LISTED));
        bytes memory signature_ = signed(batch);
        vm.prank(guardian);
        programme.revokeTerminal(thief);

        vm.expectRevert(
            abi.encodeWithSelector(
                IRedemptions.Redemptions_TerminalNotActive.selector,
                thief,
                IShops.TerminalStatus.Revoked
            )
        );
        programme.redeem(batch, signature_, noExtracts());
        vm.expectRevert(abi.encodeWithSelector(IShops.Shops_TerminalKnown.selector, thief));
        vm.prank(custodian);
        programme.authoriseTerminal(thief, shop, 1);
    }

    /// The same key is a terminal in another programme, too: what it signed for one proves nothing in the other.
    function test_Thief_CannotUseASignatureInAnotherProgramme() public {
        CycleId id = openBigCycle();
        IRedemptions.ReceiptBatch memory batch = batchOf(thief, id, 1, sales(FIRST, 3, LISTED));
        bytes memory signature_ = signed(batch);
        programme.redeem(batch, signature_, noExtracts());

        createProgramme(address(dollar), bands());
        vm.expectRevert(
            abi.encodeWithSelector(
                IRedemptions.Redemptions_TerminalNotActive.selector,
                thief,
                IShops.TerminalStatus.Unknown
            )
        );
        programme.redeem(batch, signature_, noExtracts());
        ShopId there = registerShop(shopTerms("SHOP-1"), tokenPayout(payout));
        vm.prank(custodian);
        programme.authoriseTerminal(thief, there, TERMINAL_LIMIT);
        vm.expectRevert(abi.encodeWithSelector(IRedemptions.Redemptions_SignatureInvalid.selector, thief));
        programme.redeem(batch, signature_, noExtracts());
    }

    function test_Thief_CannotSellHeldOrClosedAccountsNorOutsideTheCycle() public {
        CycleId id = openBigCycle();
        uint32[] memory held = new uint32[](1);
        held[0] = FIRST;
        vm.prank(custodian);
        programme.holdAccounts(held, now_() + 30 days);
        bytes memory items = bytes.concat(
            sale(FIRST, LISTED),
            Receipts.sale(FIRST + 1, LISTED, today() - 1),
            Receipts.sale(FIRST + 1, LISTED, today() + 31)
        );
        redeem(thief, id, 1, items);
        assertEq(grossOf(thief, id), 0);
    }

    /// A refund gives back what this terminal took, up to what the account was listed with. So a thief can move entitlement from one
    /// household to another that has spent its own: within its own limit, and nothing is added to the cycle.
    function test_Thief_MovesOnlyWhatItTookBetweenHouseholds() public {
        CycleId id = openBigCycle();
        uint32 friend = FIRST + 5;
        redeem(otherTerminal, id, 1, sale(friend, LISTED));
        bytes memory items = bytes.concat(
            sale(FIRST, LISTED),
            Receipts.refund(friend, LISTED, 1),
            Receipts.refund(friend, 1, 1),
            Receipts.refund(FIRST + 6, 1, 1)
        );
        redeem(thief, id, 1, items, extractsOf(id));

        assertEq(programme.entitlementLeft(id, friend), LISTED, "again what the list says, and no more");
        assertEq(programme.entitlementLeft(id, FIRST), 0, "taken from another household");
        assertEq(programme.entitlementLeft(id, FIRST + 6), LISTED);
        assertEq(programme.netSalesOf(thief, id), 0);
        ISettlements.ShopLedger memory ledger = programme.ledgerOf(shop, id);
        assertEq(ledger.gross - ledger.refunds, 0, "its shop is owed nothing for it");
        assertNothingLeft();
    }
}
