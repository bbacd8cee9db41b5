// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IBudget} from "../../../contracts/interfaces/IBudget.sol";
import {IDocumentRegistry} from "../../../contracts/interfaces/IDocumentRegistry.sol";
import {ISettlements} from "../../../contracts/interfaces/ISettlements.sol";
import {IShops} from "../../../contracts/interfaces/IShops.sol";
import {BlocklistToken} from "../../../contracts/testing/BlocklistToken.sol";
import {FalseToken} from "../../../contracts/testing/FalseToken.sol";
import {PlainToken} from "../../../contracts/testing/PlainToken.sol";
import {ReentrantToken} from "../../../contracts/testing/ReentrantToken.sol";
import {CycleId} from "../../../contracts/types/Ids.sol";
import {ProgrammeTest} from "../support/ProgrammeTest.sol";

/// @notice From a moment on, sends one more than it is told.
contract GenerousToken is PlainToken {
    bool public isGenerous;

    constructor() PlainToken(6) {}

    function setGenerous() external {
        isGenerous = true;
    }

    function transfer(address to, uint256 value) public override returns (bool) {
        return super.transfer(to, isGenerous ? value + 1 : value);
    }
}

contract SettlementsTest is ProgrammeTest {
    uint128 private constant FEES = 1000;
    ISettlements.SettlementState private constant PAID = ISettlements.SettlementState.Paid;
    ISettlements.SettlementState private constant REFUSED = ISettlements.SettlementState.Refused;

    CycleId private id;

    function setUp() public override {
        super.setUp();
        _sell();
    }

    // --- refusals

    function test_Settle_WhenTheNumberIsNotTheNextOne() public {
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 100);
        terms.expectedId = 2;
        _refuse(terms, abi.encodeWithSelector(ISettlements.Settlements_OtherSettlementId.selector, 2, 1));
        settle(settlement(shop, id, 100));
        terms.expectedId = 1;
        _refuse(terms, abi.encodeWithSelector(ISettlements.Settlements_OtherSettlementId.selector, 1, 2));
    }

    function test_Settle_WhenThereIsNothingToPay() public {
        _refuse(
            settlement(shop, id, 0),
            abi.encodeWithSelector(ISettlements.Settlements_NothingToPay.selector)
        );
    }

    function test_Settle_WhenTheAmountIsAboveWhatTheShopIsOwed() public {
        bytes4 selector = ISettlements.Settlements_AboveOwed.selector;
        _refuse(settlement(shop, id, 1001), abi.encodeWithSelector(selector, shop, id, 1000, 1001));
        settle(settlement(shop, id, 990));
        _refuse(settlement(shop, id, 11), abi.encodeWithSelector(selector, shop, id, 10, 11));
        CycleId other = openCycle(tenHouseholds());
        _refuse(settlement(shop, other, 1), abi.encodeWithSelector(selector, shop, other, 0, 1));
    }

    function test_Settle_WhenMoreIsWithheldThanTheAmount() public {
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 100);
        terms.withholding = 101;
        _refuse(
            terms,
            abi.encodeWithSelector(ISettlements.Settlements_WithholdingAboveAmount.selector, 101, 100)
        );
    }

    function test_Settle_WhenTheCommissionIsNotTheShops() public {
        // 1.5 % of 999 is 14.985: rounded down.
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 999);
        bytes4 selector = ISettlements.Settlements_CommissionDiffers.selector;
        terms.commission = 15;
        _refuse(terms, abi.encodeWithSelector(selector, 14, 15));
        terms.commission = 0;
        _refuse(terms, abi.encodeWithSelector(selector, 14, 0));
        terms.commission = 14;
        settle(terms);
        assertEq(asset.balanceOf(payout), 1013);
    }

    function test_Settle_WhenTheFeeReserveIsTooSmall() public {
        financeAct(abi.encodeCall(IBudget.changeFeeReserve, (FEES - 14, false)));
        _refuse(
            settlement(shop, id, 1000),
            abi.encodeWithSelector(IBudget.Budget_NotEnoughFees.selector, 15, 14)
        );
    }

    function test_Settle_WhenThePayoutIsNotTheShops() public {
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 100);
        bytes32 right = terms.payoutHash;
        terms.payoutHash = keccak256(abi.encode(tokenPayout(otherPayout)));
        bytes4 selector = ISettlements.Settlements_PayoutDiffers.selector;
        _refuse(terms, abi.encodeWithSelector(selector, shop, right, terms.payoutHash));
    }

    function test_Settle_WhenThePayoutChangedBetweenProposalAndApproval() public {
        IShops.Payout memory newPayout = tokenPayout(makeAddr("new payout"));
        bytes memory change = abi.encodeCall(IShops.changePayout, (shop, newPayout));
        uint256 changeId = proposeAct(programme, finance, change);
        skip(2 days);
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 100);
        bytes memory act = abi.encodeCall(ISettlements.settle, (terms));
        uint256 actId = proposeAct(programme, finance, act);
        vm.startPrank(approver);
        programme.approveAct(changeId, change);
        bytes4 selector = ISettlements.Settlements_PayoutDiffers.selector;
        bytes32 newHash = keccak256(abi.encode(newPayout));
        vm.expectRevert(abi.encodeWithSelector(selector, shop, newHash, terms.payoutHash));
        programme.approveAct(actId, act);
        vm.stopPrank();
        assertEq(asset.balanceOf(payout), 0);
        settle(settlement(shop, id, 100));
        assertEq(asset.balanceOf(newPayout.account), 101);
    }

    function test_Settle_WhenTheStatementIsNotRecordedByTheOrganisation() public {
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 100);
        terms.statement = keccak256("other statement");
        bytes4 selector = ISettlements.Settlements_StatementNotRecorded.selector;
        _refuse(terms, abi.encodeWithSelector(selector, terms.statement));
        vm.prank(otherFinance);
        documents.record(otherAgency, terms.statement, IDocumentRegistry.DocumentKind.Statement, 0, "");
        _refuse(terms, abi.encodeWithSelector(selector, terms.statement));
        recordDocument(terms.statement, IDocumentRegistry.DocumentKind.Statement);
        settle(terms);
    }

    function test_Settle_WhenTheStatementNamesAReceiptThatIsNotThereOrAnotherShopsTerminal() public {
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 100);
        bytes4 selector = ISettlements.Settlements_MarkInvalid.selector;
        terms.lastReceipts = new ISettlements.TerminalMark[](2);
        terms.lastReceipts[0] = ISettlements.TerminalMark(terminal, 2);
        terms.lastReceipts[1] = ISettlements.TerminalMark(terminal, 3);
        _refuse(terms, abi.encodeWithSelector(selector, terminal, 3));
        terms.lastReceipts[1] = ISettlements.TerminalMark(otherTerminal, 1);
        _refuse(terms, abi.encodeWithSelector(selector, otherTerminal, 1));
        terms.lastReceipts[1] = ISettlements.TerminalMark(stranger, 0);
        _refuse(terms, abi.encodeWithSelector(selector, stranger, 0));
        terms.lastReceipts[1] = ISettlements.TerminalMark(terminal, 1);
        settle(terms);
    }

    // --- payments

    function test_Settle_WhenTwoOfficersAgree() public {
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 800);
        terms.withholding = 50;
        terms.lastReceipts = new ISettlements.TerminalMark[](1);
        terms.lastReceipts[0] = ISettlements.TerminalMark(terminal, 2);
        assertEq(terms.commission, 12);
        bytes memory act = abi.encodeCall(ISettlements.settle, (terms));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit ISettlements.SettlementMade(1, shop, id, PAID, 762, terms);
        vm.prank(approver);
        programme.approveAct(actId, act);

        assertEq(asset.balanceOf(payout), 762);
        ISettlements.Settlement memory made = programme.settlementOf(1);
        assertTrue(made.shop == shop && made.cycle == id && made.state == PAID);
        assertEq(abi.encode(made.amount, made.withholding, made.commission), abi.encode(800, 50, 12));
        assertEq(programme.ledgerOf(shop, id).settled, 800);
        assertEq(programme.nextSettlementId(), 2);
        assertBalances(_free() + 50, 10 * AMOUNT - 1500, 700, FEES - 12);
    }

    function test_Settle_WhenEverythingIsWithheld() public {
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 60);
        terms.withholding = 60;
        terms.commission = 0;
        settle(terms);
        assertEq(asset.balanceOf(payout), 0);
        assertBalances(_free() + 60, 10 * AMOUNT - 1500, 1440, FEES);
    }

    function test_Settle_WhenTheTokenRefusesThePayment() public {
        BlocklistToken token = new BlocklistToken(6);
        startProgramme(address(token));
        _sell();
        token.setBlocked(payout, true);
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 800);
        terms.withholding = 50;
        bytes memory act = abi.encodeCall(ISettlements.settle, (terms));
        uint256 actId = proposeAct(programme, finance, act);
        vm.expectEmit(address(programme));
        emit ISettlements.SettlementMade(1, shop, id, REFUSED, 762, terms);
        vm.prank(approver);
        programme.approveAct(actId, act);
        assertTrue(programme.settlementOf(1).state == REFUSED);
        assertEq(programme.ledgerOf(shop, id).settled, 0);
        assertBalances(_free(), 10 * AMOUNT - 1500, 1500, FEES);

        settle(settlement(otherShop, id, 500));
        assertEq(asset.balanceOf(otherPayout), 507);
        assertBalances(_free(), 10 * AMOUNT - 1500, 1000, FEES - 7);

        token.setBlocked(payout, false);
        settle(settlement(shop, id, 1000));
        assertTrue(programme.settlementOf(3).state == PAID);
        assertEq(asset.balanceOf(payout), 1015);
        assertBalances(_free(), 10 * AMOUNT - 1500, 0, FEES - 22);
    }

    function test_Settle_WhenTheTokenAnswersFalse() public {
        FalseToken token = new FalseToken(6);
        startProgramme(address(token));
        _sell();
        token.setRefusing(true);
        settle(settlement(shop, id, 1000));
        assertTrue(programme.settlementOf(1).state == REFUSED);
        assertBalances(_free(), 10 * AMOUNT - 1500, 1500, FEES);
    }

    function test_Settle_WhenTheTokenMovesAnotherAmount() public {
        GenerousToken token = new GenerousToken();
        startProgramme(address(token));
        _sell();
        token.setGenerous();
        bytes4 selector = IBudget.Budget_AmountDiffers.selector;
        _refuse(settlement(shop, id, 1000), abi.encodeWithSelector(selector, 1015, 1016));
    }

    function test_Settle_WhenTheTokenCallsBackIntoTheProgramme() public {
        ReentrantToken token = new ReentrantToken(6);
        startProgramme(address(token));
        _sell();
        token.arm(address(programme), abi.encodeCall(IBudget.fund, (1, source)));
        settle(settlement(shop, id, 1000));
        assertFalse(token.hasReentered());
        bytes4 selector = ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector;
        assertEq(token.answer(), abi.encodeWithSelector(selector));
    }

    function test_Settle_WhenTheTokenHas18Decimals() public {
        startProgramme(address(new PlainToken(18)));
        _sell();
        assertEq(asset.balanceOf(address(programme)), uint256(FUNDS) * 1e12);
        ISettlements.SettlementTerms memory terms = settlement(shop, id, 1000);
        terms.withholding = 100;
        settle(terms);
        assertEq(asset.balanceOf(payout), 915e12);
        assertBalances(_free() + 100, 10 * AMOUNT - 1500, 500, FEES - 15);
        finish(id);
        uint128 rest = FUNDS - 1500 - FEES + 100;
        financeAct(abi.encodeCall(IBudget.returnUnspent, (rest, source)));
        assertEq(asset.balanceOf(source), uint256(rest) * 1e12);
        assertBalances(0, 0, 500, FEES - 15);
    }

    function test_Settle_GivenTheCycleIsClosed() public {
        finish(id);
        settle(settlement(shop, id, 1000));
        assertEq(asset.balanceOf(payout), 1015);
        assertBalances(FUNDS - FEES - 1500, 0, 500, FEES - 15);
    }

    // --- confirm or return settlement

    function test_ConfirmOrReturnSettlement_GivenTheSettlementIsUnknownPaidOrRefused() public {
        _refuseEnd(1, ISettlements.SettlementState.None);
        settle(settlement(shop, id, 1000));
        _refuseEnd(1, PAID);
        BlocklistToken token = new BlocklistToken(6);
        startProgramme(address(token));
        _sell();
        token.setBlocked(payout, true);
        settle(settlement(shop, id, 1000));
        _refuseEnd(1, REFUSED);
    }

    // --- helpers

    /// @dev In the current programme: the shop sells 1000 in two receipts, the other shop 500.
    function _sell() private {
        addFees(FEES);
        id = openCycle(tenHouseholds());
        redeem(terminal, id, 1, bytes.concat(sale(FIRST, 400), sale(FIRST + 1, 600)));
        redeem(otherTerminal, id, 1, sale(FIRST + 2, 500));
        assertBalances(_free(), 10 * AMOUNT - 1500, 1500, FEES);
    }

    function _free() private pure returns (uint256) {
        return FUNDS - FEES - 10 * AMOUNT;
    }

    function _refuse(ISettlements.SettlementTerms memory terms, bytes memory reason) private {
        refuseFinanceAct(abi.encodeCall(ISettlements.settle, (terms)), reason);
    }

    function _refuseEnd(uint32 settlementId, ISettlements.SettlementState state) private {
        bytes memory reason = abi.encodeWithSelector(
            ISettlements.Settlements_WrongState.selector,
            settlementId,
            state
        );
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
